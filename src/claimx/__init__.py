"""claimx reads news articles and writes who said what, as validated JSON.

``extract`` takes a text and gives a :class:`~claimx.schema.Document`; ``extract_many`` takes several; ``load``
gives the spaCy pipeline. Nothing heavy is imported before one of them is used.
"""

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from claimx.api import extract, extract_many, load
    from claimx.schema import Document

__version__ = "0.1.0"
__all__ = ["Document", "__version__", "extract", "extract_many", "load"]


def __getattr__(name: str) -> Any:
    if name not in __all__:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from claimx import api

    return getattr(api, name)
