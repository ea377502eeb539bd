"""What lets a command and its workers begin sooner; what it saves is in ``benchmarks/notes.md``."""

import gc
import os
import sys
from types import ModuleType


def start_lightly() -> None:
    """Prepare a process of ours before it imports spaCy and numpy; programs that use claimx are left as they are."""
    # Start-up makes many objects that stay: looking through them took a tenth of a short run.
    gc.set_threshold(50_000)
    # Our matrices are small: numpy's threads would only wait for one another. Read when numpy is first imported.
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
    # ``import spacy`` imports spaCy's command line, with its downloads and templates, to offer ``spacy.info``: a third
    # of its time. The rest of spaCy does not use it, and ``spacy.cli`` itself can still be imported.
    unused = ModuleType("spacy.cli.info")
    unused.__dict__["info"] = None
    sys.modules.setdefault("spacy.cli.info", unused)
