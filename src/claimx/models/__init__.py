"""The trained encoder: one ONNX file, its vocabulary, its decoder weights and its model card."""
