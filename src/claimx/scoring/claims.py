"""Scores of claims: spans by overlap, and on those that match, what is said about them."""

from collections.abc import Sequence
from itertools import chain

from claimx.scoring.figures import Figures, paired, percent, prf
from claimx.scoring.found import UNNAMED, Findings
from claimx.scoring.found import Claim as Found
from claimx.scoring.gold import Article
from claimx.scoring.gold import Claim as Gold
from claimx.scoring.names import same_name

PROPERTIES = ("certainty", "polarity", "verification", "checkable")


def score(articles: Sequence[Article], findings: Findings) -> Figures:
    """The figures over all articles; what neither side states is left out."""
    gold = found = 0
    pairs: list[tuple[Gold, Found]] = []
    for article in articles:
        document = findings.get(article.id, article.digest)
        wanted, mine = article.claims or (), document.claims if document else ()
        gold, found = gold + len(wanted), found + len(mine)
        match = paired([[(claim.start, claim.end)] for claim in wanted], [[(claim.start, claim.end)] for claim in mine])
        pairs += [(wanted[i], mine[j]) for i, j in match.items()]
    out: Figures = {"gold": gold, "span50": prf(len(pairs), found, gold)}
    for name in PROPERTIES:
        if any(getattr(one, name) is not None for one in chain(*pairs)):
            right = sum(getattr(a, name) == getattr(b, name) for a, b in pairs)
            out[f"{name} given span50"] = percent(right, len(pairs))
    if not any(claim.bare for claim, _ in pairs):
        out["speaker given span50"] = percent(sum(_same_speaker(a.speaker, b.speaker) for a, b in pairs), len(pairs))
    return out


def _same_speaker(gold: str | None, found: str | None) -> bool:
    if gold is None or found is None or UNNAMED in (gold, found):
        return gold == found
    return same_name(gold, (), found)
