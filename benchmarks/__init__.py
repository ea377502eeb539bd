"""Quality and speed of claimx, measured side by side; the figures stand in RESULTS.md."""

import os

# What is measured as a process finds its modules compiled, as pip leaves them with every installation.
os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
