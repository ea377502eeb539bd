"""Whether two names are the same person's: titles do not count, nor capitals, and a full name may be cut in front."""

import re
from collections.abc import Sequence

TITLES = frozenset(
    {
        "the", "mr", "mrs", "ms", "miss", "dr", "sir", "dame", "lord", "lady", "prof", "professor", "president",
        "vice", "prime", "minister", "secretary", "chancellor", "senator", "sen", "governor", "gov",
        "representative", "rep", "congressman", "congresswoman", "mayor", "judge", "justice", "general", "gen",
        "maj", "major", "col", "colonel", "lt", "lieutenant", "capt", "captain", "sgt", "sergeant", "king", "queen",
        "prince", "princess", "pope", "archbishop", "bishop", "rev", "former", "acting", "deputy", "chief",
        "inspector", "superintendent", "detective", "police", "officer", "director", "chairman", "chairwoman",
    }
)  # fmt: skip


def same_name(name: str, aliases: Sequence[str], found: str) -> bool:
    """``found`` is the name or an alias, or at least the last two words of the name."""
    gold, mine = _bare(name), _bare(found)
    if not mine:
        return False
    tail = len(mine) > 1 and gold[-len(mine) :] == mine
    return mine == gold or tail or any(mine == _bare(alias) for alias in aliases)


def _bare(name: str) -> list[str]:
    words = re.sub(r"[^\w ]", "", name.casefold()).split()
    while len(words) > 1 and words[0] in TITLES:
        words = words[1:]
    return words
