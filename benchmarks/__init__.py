"""Quality and speed of claimx, measured side by side; the figures stand in RESULTS.md."""

import os


def with_compiled_modules() -> None:
    """Let what is measured as a process find its modules compiled, as pip leaves them with every installation."""
    os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
