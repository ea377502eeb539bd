"""From the corpora to the int8 ONNX file; see training/README.md. Not part of the installed package."""
