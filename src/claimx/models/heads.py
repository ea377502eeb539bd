"""The shape of the attribution heads: what training and the run-time decoder must agree on."""

from bisect import bisect_right

# Attribution roles, one BIO layer each: a source may stand inside a content, and a content inside another.
LAYERS = ("source", "cue", "content", "nested")
OUTSIDE, BEGIN, INSIDE = 0, 1, 2
# Which spans may belong to one attribution; each pair has a scorer of its own.
PAIRS = (("source", "cue"), ("content", "cue"), ("source", "content"))
LINK_ROLES = ("source", "cue", "content")
LINK_WIDTH = 128
DISTANCES = (1, 2, 3, 5, 8, 13, 21, 34, 55, 89)  # bucket edges, in words
BUCKETS = 2 * len(DISTANCES) + 1


def distance_bucket(a: tuple[int, int], b: tuple[int, int]) -> int:
    """Signed distance in words between two spans, in buckets; 0 when they overlap."""
    if a[0] >= b[1]:
        return bisect_right(DISTANCES, a[0] - b[1] + 1)
    if b[0] >= a[1]:
        return len(DISTANCES) + bisect_right(DISTANCES, b[0] - a[1] + 1)
    return 0
