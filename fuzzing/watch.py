"""Watches a target: an input that raises or takes too long is written down, and the run goes on.

For each place in the code that raises, and each target that is slow, the shortest input is kept.
"""

import hashlib
import time
import traceback
from collections.abc import Callable
from pathlib import Path

import claimx

PER_SECOND = 5000  # characters, about 1,000 words: what may take a second of processor time
GRACE = 0.5  # seconds that any input may take, for garbage collection and what is loaded at first use
Check = Callable[[bytes], int]

SOURCE = str(Path(claimx.__file__).parent)


class Watched:
    """A target's check that never raises; finds go to ``folder``."""

    def __init__(self, check: Check, folder: Path) -> None:
        self.check = check
        self.folder = folder
        self.shortest: dict[str, int] = {}

    def __call__(self, data: bytes) -> None:
        """Run the check on one input."""
        start = time.process_time()
        try:
            size = self.check(data)
        except Exception as error:  # this is what is looked for
            self.write(place_of(error), data, "".join(traceback.format_exception(error)))
            return
        taken = time.process_time() - start
        if taken > GRACE + size / PER_SECOND:
            self.write("slow", data, f"{taken:.2f} s of processor time for {size} characters\n")

    def write(self, key: str, data: bytes, report: str) -> None:
        """Keep the input, unless a shorter one has the same key."""
        if len(data) >= self.shortest.get(key, len(data) + 1):
            return
        self.shortest[key] = len(data)
        self.folder.mkdir(parents=True, exist_ok=True)
        name = hashlib.sha256(key.encode()).hexdigest()[:12]
        (self.folder / name).write_bytes(data)
        (self.folder / f"{name}.txt").write_text(f"{key}\n{report}", encoding="utf-8", errors="backslashreplace")


def place_of(error: Exception) -> str:
    """What was raised, and the innermost line of claimx that it came from, or the invariant that does not hold."""
    frames = traceback.extract_tb(error.__traceback__)
    own = [frame for frame in frames if frame.filename.startswith(SOURCE)] or frames
    last = frames[-1] if isinstance(error, AssertionError) else own[-1]
    return f"{type(error).__name__} in {Path(last.filename).name}:{last.lineno}"
