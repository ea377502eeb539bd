"""Measures the shipped model for its card: ``python -m training.figures ../shared/data``.

Attributions by genre and by type of quote on the development articles, syntax by genre on the development treebanks,
each through the components that users run. The figures go into ``model.json`` with the checksum of the encoder that
they belong to, and so does all that ``card.py`` says; ``python -m scripts.docs`` makes the page of it.
"""

import json
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from spacy.language import Language

from claimx.api import extract, load
from claimx.models.card import load_card
from claimx.scoring import attributions, gold
from claimx.scoring.found import Findings, of_document
from claimx.scoring.gold import Article, Attribution, Speakers
from training.card import described, write_card
from training.evaluate import evaluate

Row = dict[str, Any]

GENRES = {
    "business": ("bankruptcy", "trade tariffs", "agriculture prices", "oil market", "pharma", "cybersecurity"),
    "courts and leaks": ("corruption trial", "leaked documents"),
    "culture and society": ("social-media storm", "housing-feature", "culture-tribute"),
    "disaster and transport": ("flood", "rail strike", "transport accident", "liveblog"),
    "politics": ("mayoral race", "peace talks", "school board", "think-tank report", "diplomacy", "eu-summit"),
    "press conference": ("press conference",),
    "science and health": ("space launch", "vaccine campaign", "diet research", "environment"),
    "sport": ("cricket", "transfer and boxing gossip"),
}
"""The beats of ``newsroom/dev.jsonl``, which has one article of each, by genre."""

TYPES = ("direct", "mixed", "indirect")
MARKS = '"“”'


def attribution_tables(data: Path, nlp: Language) -> dict[str, list[Row]]:
    """Figures of attributions by genre, and by type."""
    speakers = gold.read_speakers(data / "speakers/dev.jsonl")
    politics = [named(article, speakers) for article in gold.read(data / "attribution/dev.jsonl")]
    newsroom = gold.read(data / "newsroom/dev.jsonl")
    found = Findings(
        of_document(extract(one.text or "", id=one.id, published=one.date, nlp=nlp)) for one in (*politics, *newsroom)
    )
    beats = {row["id"]: row["beat"] for row in map(json.loads, (data / "newsroom/dev.jsonl").open(encoding="utf-8"))}
    genres = [genre_row("PolNeAR dev", None, politics, found), genre_row("newsroom dev", None, newsroom, found)]
    genres += [genre_row("newsroom dev", genre, some, found) for genre, some in by_genre(newsroom, beats)]
    types = [
        type_row(name, type, articles, found)
        for name, articles in (("PolNeAR dev", politics), ("newsroom dev", newsroom))
        for type in TYPES
    ]
    return {"attributions": genres, "quote types": types}


def named(article: Article, speakers: Speakers) -> Article:
    """The article with names and types on its attributions, which PolNeAR itself does not have."""
    told = [
        one.model_copy(
            update={"speaker": speakers.get((article.id, index), ()), "type": type_of(one, article.text or "")}
        )
        for index, one in enumerate(article.attributions or ())
    ]
    return article.model_copy(update={"attributions": tuple(told)})


def type_of(attribution: Attribution, text: str) -> str:
    """What the marks say: around every piece, somewhere in it, or nowhere."""
    pieces = [text[start:end] for start, end in attribution.content]
    if pieces and all(piece[0] in MARKS and piece[-1] in MARKS for piece in pieces):
        return "direct"
    return "mixed" if any(mark in piece for piece in pieces for mark in MARKS) else "indirect"


def by_genre(articles: Sequence[Article], beats: dict[str, str]) -> Iterator[tuple[str, list[Article]]]:
    """The articles of each genre, by the beats of their ids.

    Raises:
        KeyError: A beat belongs to none.
    """
    genre_of = {beat: genre for genre, its in GENRES.items() for beat in its}
    told = [genre_of[beats[article.id]] for article in articles]
    for genre in GENRES:
        yield genre, [article for article, its in zip(articles, told, strict=True) if its == genre]


def genre_row(name: str, genre: str | None, articles: Sequence[Article], found: Findings) -> Row:
    """How many there are, and how well they are found, per cent."""
    figures = attributions.score(articles, found)
    return {
        "data": name,
        "genre": genre,
        "articles": len(articles),
        "attributions": sum(len(article.attributions or ()) for article in articles),
        "content F1": figures["content50"]["F1"],
        "content and source F1": figures["linked"]["F1"],
        "speaker right": figures.get("speaker of all named"),
    }


def type_row(name: str, type: str, articles: Sequence[Article], found: Findings) -> Row:
    """The share of the attributions of one type that is found, per cent; how many are invented has no type."""
    some = [
        article.model_copy(
            update={"attributions": tuple(one for one in article.attributions or () if one.type == type)}
        )
        for article in articles
    ]
    figures = attributions.score(some, found)
    return {
        "data": name,
        "type": type,
        "attributions": sum(len(article.attributions or ()) for article in some),
        "content found": figures["content50"]["R"],
        "content and source found": figures["linked"]["R"],
        "type right": figures["type given content50"],
        "speaker right": figures.get("speaker of all named"),
    }


def main(data: Path) -> None:
    """Measure, and write the card."""
    nlp = load()
    card = load_card() | described()
    figures = {"encoder": card["sha256"]["encoder.onnx"], **attribution_tables(data, nlp)}
    figures["syntax"] = evaluate(nlp, [data / f"ud/{name}.dev.conllu" for name in ("ewt", "gum")])
    write_card(card | {"figures": figures})
    for table in ("attributions", "quote types", "syntax"):
        print(*figures[table], sep="\n")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
