"""Scores of attributions: spans exactly, contents by overlap, their sources, types and speakers, and the confidence.

``exact`` compares each contiguous piece as one span, per role (the protocol of CofeNet on PolNeAR); ``trimmed`` the
same without outer quotation marks, commas and periods. ``content50`` pairs attributions whose contents are alike,
``linked`` also asks for the source.
"""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from claimx.scoring.figures import ALIKE, Figures, Piece, likeness, paired, percent, prf
from claimx.scoring.found import Attribution, Findings
from claimx.scoring.gold import Article, Speakers
from claimx.scoring.gold import Attribution as Gold
from claimx.scoring.names import same_name

ROLES = ("source", "cue", "content")
OUTER = " \n\t\"'“”‘’«»,."
BINS = 10


class Pair(NamedTuple):
    """A gold attribution and what was found for it; ``wanted``: the names of its speaker, none if unnamed."""

    gold: Gold
    found: Attribution | None
    wanted: tuple[str, ...]

    @property
    def linked(self) -> bool:
        """Whether the source is right too: alike, or none in both."""
        if self.found is None:
            return False
        mine, yours = self.gold.source, self.found.source
        return (not mine and not yours) or likeness(mine, yours) >= ALIKE

    @property
    def named(self) -> bool:
        """Whether the first speaker has one of the wanted names."""
        got = self.found.names if self.found else ()
        return bool(got) and any(same_name(name, self.wanted[1:], got[0]) for name in self.wanted)


def score(articles: Sequence[Article], findings: Findings, speakers: Speakers | None = None) -> Figures:
    """The figures; ``speakers`` says who the sources are where the gold does not."""
    pairs: list[Pair] = []
    spans = {(how, role): [0, 0, 0] for how in ("exact", "trimmed") for role in ROLES}
    trusted: list[tuple[float | None, bool]] = []
    for article in articles:
        found = findings.get(article.id, article.digest)
        mine = found.attributions if found else ()
        _count_spans(spans, article, mine)
        fresh, right = pair_up(article, mine, speakers)
        pairs += fresh
        trusted += [(one.confidence, index in right) for index, one in enumerate(mine)]
    return _report(pairs, spans, trusted)


def _count_spans(spans: dict[tuple[str, str], list[int]], article: Article, found: Iterable[Attribution]) -> None:
    for role in ROLES:
        gold = {piece for one in article.attributions or () for piece in getattr(one, role)}
        mine = {piece for one in found for piece in getattr(one, role)}
        bare = [{_trimmed(article.text or "", *piece) for piece in pieces} for pieces in (gold, mine)]
        for how, (a, b) in (("exact", (gold, mine)), ("trimmed", bare)):
            for index, count in enumerate((len(a & b), len(b), len(a))):
                spans[how, role][index] += count


def pair_up(
    article: Article, found: Sequence[Attribution], speakers: Speakers | None = None
) -> tuple[list[Pair], set[int]]:
    """The gold attributions with what matches them, and the indices of those found that are linked right."""
    golds = [(index, one) for index, one in enumerate(article.attributions or ()) if one.content]
    match = paired([one.content for _, one in golds], [one.content for one in found])
    pairs, right = [], set()
    for place, (index, gold) in enumerate(golds):
        wanted = gold.speaker if speakers is None else speakers.get((article.id, index), ())
        pair = Pair(gold, found[match[place]] if place in match else None, wanted)
        pairs.append(pair)
        if pair.linked:
            right.add(match[place])
    return pairs, right


def _report(
    pairs: list[Pair], spans: dict[tuple[str, str], list[int]], trusted: list[tuple[float | None, bool]]
) -> Figures:
    hits = [pair for pair in pairs if pair.found]
    out: Figures = {f"{how} {role}": prf(*counts) for (how, role), counts in spans.items()}
    out["content50"] = prf(len(hits), len(trusted), len(pairs))
    out["linked"] = prf(sum(pair.linked for pair in pairs), len(trusted), len(pairs))
    if any(pair.gold.type for pair in pairs):
        typed = sum(pair.found is not None and pair.found.type == pair.gold.type for pair in hits)
        out["type given content50"] = percent(typed, len(hits))
    if named := [pair for pair in pairs if pair.wanted]:
        right = sum(pair.named for pair in named)
        out["speaker given content50"] = percent(right, sum(pair.found is not None for pair in named))
        out["speaker of all named"] = percent(right, len(named))
    stated = [(confidence, right) for confidence, right in trusted if confidence is not None]
    if len(stated) == len(trusted):
        out["calibration error (10 bins)"] = calibration_error(stated)
    return out


def calibration_error(trusted: Sequence[tuple[float, bool]]) -> float:
    """Expected calibration error: how far the confidence is from the share that is right, over ten bins, 0 to 1."""
    gaps = [0.0] * BINS
    for confidence, right in trusted:
        gaps[min(BINS - 1, int(confidence * BINS))] += confidence - right
    return round(sum(map(abs, gaps)) / max(1, len(trusted)), 3)


def _trimmed(text: str, start: int, end: int) -> Piece:
    while start < end and text[start] in OUTER:
        start += 1
    while end > start and text[end - 1] in OUTER:
        end -= 1
    return start, end
