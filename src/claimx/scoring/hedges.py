"""Scores of hedges: cues found, their types, and sentences that hold any."""

from collections import Counter
from collections.abc import Sequence

from claimx.scoring.figures import Figures, Stretch, f_score, overlap, percent, prf
from claimx.scoring.found import Findings
from claimx.scoring.found import Hedge as Found
from claimx.scoring.gold import Article
from claimx.scoring.gold import Hedge as Gold

UNTYPED = (None, "speculation")
"""Types of gold that says no more than that it is a hedge."""


def score(articles: Sequence[Article], findings: Findings) -> Figures:
    """The figures over all articles."""
    counts: Counter[str] = Counter()
    types: Counter[tuple[str, bool]] = Counter()
    sentences: Counter[tuple[bool, bool]] = Counter()
    for article in articles:
        document = findings.get(article.id, article.digest)
        found = document.hedges if document else ()
        if article.hedges is not None:
            _count_gold(article.hedges, found, counts, types)
            _count_found(article.hedges, found, counts)
        if article.uncertain is not None:
            optional = [hedge for hedge in article.hedges or () if hedge.optional]
            seen = any(not any(overlap(one, hedge) for hedge in optional) for one in found)
            sentences[article.uncertain, seen] += 1
    return _report(counts, types, sentences)


def is_near(gold: Stretch, found: Stretch) -> bool:
    """They overlap, and what was found is a cue and not a whole clause."""
    return overlap(gold, found) > 0 and found.end - found.start <= 2 * (gold.end - gold.start) + 20


def _count_gold(
    gold: Sequence[Gold], found: Sequence[Found], counts: Counter[str], types: Counter[tuple[str, bool]]
) -> None:
    for hedge in gold:
        if hedge.optional:
            continue
        hits = [one for one in found if is_near(hedge, one)]
        counts["gold"] += 1
        counts["hit"] += bool(hits)
        counts["typed hit"] += bool(hits) and hedge.type not in UNTYPED
        counts["right type"] += any(one.type == hedge.type for one in hits)
        if hedge.type:
            types[hedge.type, bool(hits)] += 1


def _count_found(gold: Sequence[Gold], found: Sequence[Found], counts: Counter[str]) -> None:
    for one in found:
        near = [hedge for hedge in gold if is_near(hedge, one)]
        if any(not hedge.optional for hedge in near):
            counts["right"] += 1
        elif not near:
            counts["spurious"] += 1


def _report(counts: Counter[str], types: Counter[tuple[str, bool]], sentences: Counter[tuple[bool, bool]]) -> Figures:
    precision = 100 * counts["right"] / max(1, counts["right"] + counts["spurious"])
    out: Figures = {"gold": counts["gold"], "cue": f_score(precision, 100 * counts["hit"] / max(1, counts["gold"]))}
    if counts["typed hit"]:
        out["type given hit"] = percent(counts["right type"], counts["typed hit"])
    right, false, missed = sentences[True, True], sentences[False, True], sentences[True, False]
    if right + false + missed:
        out["sentence"] = prf(right, right + false, right + missed)
    out["recall by type"] = {
        type: f"{types[type, True]}/{types[type, True] + types[type, False]}" for type in sorted({t for t, _ in types})
    }
    return out
