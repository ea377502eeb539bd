"""The trained encoder: one ONNX file, its vocabulary, its decoder weights and its model card."""

import os

# ONNX Runtime (seen in 1.32) sends usage data to its maker and keeps a device id in the home folder, unless this is set
# before it is imported (its Privacy.md). claimx uses no network.
os.environ["ORT_DISABLE_TELEMETRY"] = "1"
