"""Claims against our own gold: ``python -m benchmarks.claims ../shared``.

Reads the twelve articles of ``benchmarks/claims.gold.jsonl`` (their texts are in ``newsroom/dev.jsonl`` of the
workplace) and the four samples of ``tests/gold/claims.jsonl``, and prints for both the scores of
:mod:`claimx.scoring.claims`. With ``--errors`` it also prints every claim that is missed, invented or judged
otherwise. How the gold was made: ``docs/claims-guidelines.md``.
"""

import sys
from collections.abc import Iterator
from pathlib import Path

from spacy.language import Language

from claimx.api import extract, load
from claimx.schema import Document
from claimx.scoring import claims, gold
from claimx.scoring.figures import Figures, paired
from claimx.scoring.found import Findings, of_document

ROOT = Path(__file__).parent.parent
ARTICLES = ROOT / "benchmarks/claims.gold.jsonl"
SAMPLES = ROOT / "tests/gold/claims.jsonl"

Read = list[tuple[gold.Article, Document]]


def read_samples(nlp: Language) -> Read:
    """The annotated samples with what claimx makes of them."""
    texts = (
        (article, (ROOT / "data/samples" / article.id).read_text(encoding="utf-8")) for article in gold.read(SAMPLES)
    )
    return [(article, extract(text, id=article.id, nlp=nlp)) for article, text in texts]


def read_articles(shared: Path, nlp: Language) -> Read:
    """The annotated articles of the workplace with what claimx makes of them."""
    whole = {article.id: article for article in gold.read(shared / "data/newsroom/dev.jsonl")}
    texts = ((article, whole[article.id]) for article in gold.read(ARTICLES))
    return [(a, extract(full.text or "", id=a.id, published=full.date, nlp=nlp)) for a, full in texts]


def score(read: Read) -> Figures:
    """The figures over articles. Offsets are checked to be into the text that was annotated."""
    for article, document in read:
        if article.digest != document.document.sha256:
            raise ValueError(f"{article.id}: not the text that was annotated")
    return claims.score([article for article, _ in read], Findings(of_document(document) for _, document in read))


def errors(article: gold.Article, document: Document) -> Iterator[str]:
    """One line per claim that is missed, invented or judged otherwise."""
    text, wanted, mine = document.document.text or "", article.claims or (), of_document(document).claims
    match = paired([[(claim.start, claim.end)] for claim in wanted], [[(claim.start, claim.end)] for claim in mine])
    for i, claim in enumerate(wanted):
        if i not in match:
            yield f"missed: {text[claim.start : claim.end]} [{claim.speaker}]"
    shown = [f"{claim.text} {list(claim.signals)}" for claim in document.claims]
    yield from (f"invented: {shown[j]}" for j in sorted(set(range(len(mine))) - set(match.values())))
    for i, j in match.items():
        for name in (*claims.PROPERTIES, "speaker"):
            if getattr(wanted[i], name) != getattr(mine[j], name):
                yield f"{name}: {getattr(mine[j], name)}, gold {getattr(wanted[i], name)}: {shown[j]}"


def row(title: str, figures: Figures) -> str:
    """One row of the table."""
    shares = [figures[f"{name} given span50"] for name in (*claims.PROPERTIES, "speaker")]
    return " | ".join([f"| {title}", *map(str, [figures["gold"], *figures["span50"].values(), *shares])]) + " |"


def main(shared: Path, listed: bool) -> None:
    """Print the figures of both golds."""
    nlp = load()
    columns = ("gold", "claims", "P", "R", "span F1", *claims.PROPERTIES, "speaker")
    print(f"| {' | '.join(columns)} |\n|{' --- |' * len(columns)}")
    sets = {"newsroom/dev, 12 articles": read_articles(shared, nlp), "4 samples": read_samples(nlp)}
    for title, read in sets.items():
        print(row(title, score(read)))
    if listed:
        print(*sorted(line for read in sets.values() for pair in read for line in errors(*pair)), sep="\n")


if __name__ == "__main__":
    main(Path(sys.argv[1]), "--errors" in sys.argv[2:])
