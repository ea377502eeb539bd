"""The process that libFuzzer drives: ``python -m fuzzing.process TARGET FINDS [OPTION]… CORPUS``."""

import sys
from importlib import import_module
from pathlib import Path

import atheris  # type: ignore[import-untyped]

from fuzzing.targets import TARGETS

name, finds = sys.argv[1:3]
with atheris.instrument_imports(include=list(TARGETS[name]), enable_loader_override=False):
    target = import_module(f"fuzzing.targets.{name}")
    watch = import_module("fuzzing.watch")
options = [sys.argv[0], f"-max_len={target.LONGEST}", *sys.argv[3:]]
atheris.Setup(options, watch.Watched(target.check, Path(finds)), enable_python_coverage=True)
atheris.Fuzz()
