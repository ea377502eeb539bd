"""One harness per file; each has ``check(data)``, which gives the size of the text, ``seeds()``, and ``LONGEST``."""

TARGETS = {
    "readers": ("claimx.readers", "email", "feedparser", "warcio"),
    "quotes": ("claimx.pipeline", "claimx.people", "claimx.assemble"),
    "numbers": ("claimx.quantities", "claimx.pipeline.numbers"),
    "dates": ("claimx.quantities",),
    "growth": ("claimx.quantities", "claimx.pipeline"),
    "whole": ("claimx",),
}
"""The packages in which each target counts as covered what it reaches."""
