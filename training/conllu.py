"""CoNLL-U files as running text with word offsets, for alignment by characters."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

KEPT_SUBTYPES = ("nsubj:pass", "aux:pass", "acl:relcl", "nmod:poss")
GENRE = re.compile(r"# newdoc id = (?:GUM_)?([a-z]+)")
NAME_OF_ENTITY = {"person": "PERSON", "organization": "ORG", "place": "LOC"}


@dataclass
class Word:
    """A syntactic word with its characters in the text; ``head`` is an index into the document, None for a root."""

    start: int
    end: int
    lemma: str
    pos: str
    tag: str
    head: int | None
    label: str
    entity: str


@dataclass
class Treebank:
    """A stretch of a treebank: text, words, the index of each sentence's first word, names where annotated, genre."""

    text: str
    words: list[Word]
    sentences: list[int]
    names: list[tuple[int, int, str]] | None
    genre: str


def clean_label(label: str) -> str:
    """UD labels without subtypes, but for the four that claimx reads."""
    return label if label in KEPT_SUBTYPES else label.split(":")[0]


def blocks(path: Path) -> Iterator[tuple[list[str], list[list[str]]]]:
    """Comment lines and token rows of each sentence."""
    comments: list[str] = []
    rows: list[list[str]] = []
    for line in path.open(encoding="utf-8"):
        line = line.rstrip("\n")
        if line.startswith("#"):
            comments.append(line)
        elif line:
            rows.append(line.split("\t"))
        elif rows:
            yield comments, rows
            comments, rows = [], []


def read_treebank(path: Path, sentences: int) -> Iterator[Treebank]:
    """Stretches of at most ``sentences`` sentences that never cross a document."""
    has_names = path.name.startswith("gum")
    part: list[tuple[list[str], list[list[str]]]] = []
    genre = ""
    for comments, rows in blocks(path):
        opened = next((found for c in comments if (found := GENRE.match(c))), None)
        if part and (len(part) == sentences or opened):
            yield build(part, has_names, genre)
            part = []
        genre = opened[1] if opened else genre
        part.append((comments, rows))
    if part:
        yield build(part, has_names, genre)


def build(part: list[tuple[list[str], list[list[str]]]], has_names: bool, genre: str) -> Treebank:
    """Join the sentences to one text and give every word its characters."""
    text = ""
    words: list[Word] = []
    firsts: list[int] = []
    names: list[tuple[int, int, str]] = []
    for comments, rows in part:
        if text:
            text += "\n\n" if any(c.startswith("# newpar") for c in comments) else " "
        firsts.append(len(words))
        text = add_sentence(text, words, rows)
        if has_names:
            names += find_names(words, firsts[-1])
    return Treebank(text, words, firsts, names if has_names else None, genre)


def add_sentence(text: str, words: list[Word], rows: list[list[str]]) -> str:
    """Append the sentence's surface to ``text`` and its words to ``words``."""
    offset = len(words)
    surface_end, pending = 0, ""
    for row in rows:
        if "." in row[0]:
            continue
        if "-" in row[0]:
            surface_end, pending = int(row[0].split("-")[1]), row[1]
            multiword_start = len(text)
            text += pending + ("" if "SpaceAfter=No" in row[9] else " ")
            cursor = multiword_start
            continue
        if int(row[0]) <= surface_end:
            found = text.find(row[1], cursor)
            start = found if found >= 0 else cursor
            end = start + len(row[1]) if found >= 0 else start
            cursor = end
        else:
            start, end = len(text), len(text) + len(row[1])
            text += row[1] + ("" if "SpaceAfter=No" in row[9] else " ")
        head = None if row[6] == "0" else offset + int(row[6]) - 1
        entity = next((f[7:] for f in row[9].split("|") if f.startswith("Entity=")), "")
        words.append(Word(start, end, row[2], row[3], row[4], head, clean_label(row[7]), entity))
    return text.rstrip(" ")


def find_names(words: list[Word], first: int) -> list[tuple[int, int, str]]:
    """Named entities of the last sentence: the run of proper nouns around an entity's head."""
    names: dict[int, tuple[int, int, str]] = {}
    open_: list[tuple[int, str]] = []
    for i in range(first, len(words)):
        for mark in re.findall(r"\((\d+)-(\w+)[^()]*(\))?|(\d+\))", words[i].entity):
            if mark[1] and mark[2]:
                add_name(names, words, i, i + 1, mark[1])
            elif mark[1]:
                open_.append((i, mark[1]))
            elif open_:
                start, kind = open_.pop()
                add_name(names, words, start, i + 1, kind)
    return sorted(set(names.values()))


def add_name(names: dict[int, tuple[int, int, str]], words: list[Word], start: int, end: int, kind: str) -> None:
    """Keep the proper-noun run around the head of ``start:end``; the innermost entity of a head wins."""
    head = next((i for i in range(start, end) if (h := words[i].head) is None or not start <= h < end), start)
    if words[head].pos != "PROPN" or head in names:
        return
    s = e = head
    while s > start and words[s - 1].pos == "PROPN":
        s -= 1
    while e + 1 < end and words[e + 1].pos == "PROPN":
        e += 1
    names[head] = (s, e + 1, NAME_OF_ENTITY.get(kind, "MISC"))
