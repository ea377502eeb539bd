"""claimx reads news articles and writes who said what, as validated JSON."""

__version__ = "0.1.0"
