"""Scores of dates and times: found, and resolved right."""

from collections.abc import Sequence

from claimx.scoring.figures import Figures, overlap, percent
from claimx.scoring.found import Findings
from claimx.scoring.gold import Article
from claimx.scoring.numbers import DATES


def score(articles: Sequence[Article], findings: Findings) -> Figures:
    """The figures over all articles; a date is right when anything that overlaps it has its ISO form."""
    gold = found = right = hits = total = 0
    bare = False
    for article in articles:
        document = findings.get(article.id, article.digest)
        mine = [number for number in (document.numbers if document else ()) if number.kind in DATES]
        dates = article.dates or ()
        bare = bare or any(date.bare for date in dates) or any(one.bare for one in mine)
        total += len(mine)
        hits += sum(any(overlap(date, one) for date in dates) for one in mine)
        for date in dates:
            here = [one for one in mine if overlap(date, one)]
            gold += 1
            found += bool(here)
            right += any(one.iso == date.iso for one in here)
    out: Figures = {"gold": gold, "recall": percent(found, gold), "precision": percent(hits, total)}
    return out if bare else out | {"iso right": percent(right, gold)}
