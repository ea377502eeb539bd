"""A flat copy of what the resolver needs of a ``Doc``: list look-ups are many times faster than tokens."""

from dataclasses import dataclass

from spacy.tokens import Doc

from claimx.pipeline.columns import heads, integers, strings, text

SUBJECTS = frozenset({"nsubj", "nsubj:pass", "nsubjpass", "csubj"})
_STOPS = frozenset({".", "!", "?"})


@dataclass(slots=True)
class Text:
    """One entry per token. Where nobody has parsed, tags and deps are empty strings, and a token is its own head."""

    raw: str
    words: list[str]
    lows: list[str]
    at: list[int]
    tags: list[str]
    deps: list[str]
    heads: list[int]
    subject: bytearray
    sentence: list[int]
    paragraph: list[int]
    quoted: bytearray

    def __len__(self) -> int:
        return len(self.words)

    def chars(self, start: int, end: int) -> str:
        """The text of the tokens ``[start, end)``, runs of white space as one blank."""
        return " ".join(self.raw[self.at[start] : self.at[end - 1] + len(self.words[end - 1])].split())


def _paragraphs(words: list[str], raw: str) -> list[int]:
    mark = "\n\n" if "\n\n" in raw else "\n"
    number, numbers = 0, []
    for word in words:
        numbers.append(number)
        number += mark in word or (mark == "\n\n" and word.isspace() and word.count("\n") > 1)
    return numbers


def _sentences(doc: Doc, words: list[str]) -> list[int]:
    flags = integers(doc, "SENT_START")
    if any(flags[1:]):  # all 0 where nobody has parsed; has_annotation would look token by token
        starts = [flag == 1 for flag in flags]
    else:
        starts = [i > 0 and words[i - 1] in _STOPS for i in range(len(words))]
    number, numbers = 0, []
    for start in starts:
        number += start
        numbers.append(number)
    return numbers


def _subjects(deps: list[str], places: list[int]) -> bytearray:
    """Subjects, and what is in apposition to one: "the coach, Ana Orr, left"."""
    flags = bytearray(dep in SUBJECTS for dep in deps)
    for i, dep in enumerate(deps):
        if dep == "appos" and flags[places[i]]:
            flags[i] = 1
    return flags


def read(doc: Doc) -> Text:
    """Copy the ``Doc``. Works without tags, parse or sentences."""
    words, raw = strings(doc, "ORTH"), text(doc)
    deps, places = strings(doc, "DEP"), heads(doc)
    return Text(
        raw=raw,
        words=words,
        lows=strings(doc, "LOWER"),
        at=integers(doc, "IDX"),
        tags=strings(doc, "TAG"),
        deps=deps,
        heads=places,
        subject=_subjects(deps, places),
        sentence=_sentences(doc, words),
        paragraph=_paragraphs(words, raw),
        quoted=bytearray(len(words)),
    )
