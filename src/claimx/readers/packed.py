"""Packed streams (gzip, Zstandard) → what is in them, read piece by piece and never past a limit."""

import gzip
import io
from typing import IO

from claimx.readers.extras import require
from claimx.readers.limits import too_large

GZIP, ZSTD = b"\x1f\x8b", b"\x28\xb5\x2f\xfd"
SUFFIXES = {".gz": GZIP, ".zst": ZSTD}
FREE = 10_000_000  # bytes unpacked before the ratio counts: short runs of one letter pack very well
WINDOW = 2**27  # bytes of memory that a Zstandard frame may ask for, the default of the zstd program


class Counted(io.RawIOBase):
    """A stream that knows how many bytes were read from it."""

    def __init__(self, stream: IO[bytes]) -> None:
        self.stream = stream
        self.count = 0

    def readable(self) -> bool:
        """Always."""
        return True

    def readinto(self, buffer: memoryview) -> int:  # type: ignore[override]
        """Fill the buffer."""
        data = self.stream.read(len(buffer))
        buffer[: len(data)] = data
        self.count += len(data)
        return len(data)


class Unpacked(Counted):
    """The unpacked stream; raises InputError (``too_large``) at a bomb."""

    def __init__(self, packed: Counted, unpacked: IO[bytes], source: str, max_ratio: int) -> None:
        super().__init__(unpacked)
        self.packed = packed
        self.source = source
        self.max_ratio = max_ratio

    def readinto(self, buffer: memoryview) -> int:  # type: ignore[override]
        """Fill the buffer, unless too much has come out of too little."""
        size = super().readinto(buffer)
        if self.count > FREE + self.max_ratio * self.packed.count:
            what = f"it unpacks to more than {self.max_ratio} times its size"
            raise too_large(self.source, what, "max_unpacking_ratio")
        return size


def buffered(stream: IO[bytes]) -> io.BufferedReader:
    """The stream with ``peek``; closing it leaves ``stream`` open."""
    return io.BufferedReader(Counted(stream), 2**16)


def unpacked(stream: io.BufferedReader, source: str, max_ratio: int) -> io.BufferedReader:
    """The stream, unpacked where it is packed, twice at most.

    Raises:
        InputError: What unpacks it is not installed; while reading, it unpacks to too much.
    """
    for _ in range(2):
        magic = next((magic for magic in SUFFIXES.values() if stream.peek(4).startswith(magic)), None)
        if magic is None:
            break
        stream = unpack(stream, magic, source, max_ratio)
    return stream


def unpack(stream: IO[bytes], magic: bytes, source: str, max_ratio: int) -> io.BufferedReader:
    """What is packed in the stream, which starts with ``magic``."""
    packed = Counted(stream)
    inner: IO[bytes]
    if magic == GZIP:
        inner = gzip.GzipFile(fileobj=io.BufferedReader(packed, 2**12))  # type: ignore[assignment]
    else:
        zstandard = require("zstandard", "zst", source)
        inner = zstandard.ZstdDecompressor(max_window_size=WINDOW).stream_reader(packed, read_across_frames=True)
    return io.BufferedReader(Unpacked(packed, inner, source, max_ratio), 2**16)
