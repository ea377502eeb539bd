"""One run at a time: a lock on the ledger, which the system takes away with the process, however that ends.

BSD ``flock``: it needs no file of its own, and holds between machines where the file system passes it on (NFS does).
"""

from importlib.util import find_spec
from typing import BinaryIO


def lock(file: BinaryIO) -> bool:
    """Whether the file is ours now, until it is closed; where the system has no such lock, it always is."""
    if find_spec("fcntl") is None:
        return True
    import fcntl

    try:
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    except OSError:  # some network file systems refuse every lock
        return True
    return True
