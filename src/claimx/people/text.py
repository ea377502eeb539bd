"""A flat copy of what the resolver needs of a ``Doc``: list look-ups are many times faster than tokens."""

from dataclasses import dataclass

from spacy.tokens import Doc

SUBJECTS = frozenset({"nsubj", "nsubj:pass", "nsubjpass", "csubj"})
_STOPS = frozenset({".", "!", "?"})


@dataclass(slots=True)
class Text:
    """One entry per token. Where nobody has parsed, ``tags`` and ``deps`` are empty, ``heads`` the tokens."""

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


def _labels(doc: Doc, attribute: str) -> list[str]:
    if not doc.has_annotation(attribute):
        return [""] * len(doc)
    codes = doc.to_array([attribute]).tolist()
    names = {code: doc.vocab.strings[code] for code in set(codes)}
    return [names[code] for code in codes]


def _paragraphs(words: list[str], raw: str) -> list[int]:
    mark = "\n\n" if "\n\n" in raw else "\n"
    number, numbers = 0, []
    for word in words:
        numbers.append(number)
        number += mark in word or (mark == "\n\n" and word.isspace() and word.count("\n") > 1)
    return numbers


def _sentences(doc: Doc, words: list[str]) -> list[int]:
    if doc.has_annotation("SENT_START"):
        starts = [flag == 1 for flag in doc.to_array(["SENT_START"]).tolist()]
    else:
        starts = [i > 0 and words[i - 1] in _STOPS for i in range(len(words))]
    number, numbers = 0, []
    for start in starts:
        number += start
        numbers.append(number)
    return numbers


def _subjects(deps: list[str], heads: list[int]) -> bytearray:
    """Subjects, and what is in apposition to one: "the coach, Ana Orr, left"."""
    flags = bytearray(dep in SUBJECTS for dep in deps)
    for i, dep in enumerate(deps):
        if dep == "appos" and flags[heads[i]]:
            flags[i] = 1
    return flags


def read(doc: Doc) -> Text:
    """Copy the ``Doc``. Works without tags, parse or sentences."""
    words = [token.text for token in doc]
    raw = doc.text
    deps = _labels(doc, "DEP")
    offsets = doc.to_array(["HEAD"]).astype("int64").tolist() if deps and doc.has_annotation("DEP") else []
    heads = [i + offset for i, offset in enumerate(offsets)] if offsets else list(range(len(words)))
    return Text(
        raw=raw,
        words=words,
        lows=[word.lower() for word in words],
        at=doc.to_array(["IDX"]).tolist() if len(doc) else [],
        tags=_labels(doc, "TAG"),
        deps=deps,
        heads=heads,
        subject=_subjects(deps, heads),
        sentence=_sentences(doc, words),
        paragraph=_paragraphs(words, raw),
        quoted=bytearray(len(words)),
    )
