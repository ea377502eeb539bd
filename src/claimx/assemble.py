"""From the annotated ``Doc`` to the output contract: the one place where tokens become characters.

Components leave lists of plain dicts on the ``Doc`` (``claimx.pipeline.records``); here they get their ids,
their texts and their pointers to each other.
"""

import hashlib
import re

from spacy.tokens import Doc

from claimx import __version__, schema
from claimx.pipeline.columns import text
from claimx.pipeline.marks import CLOSED_BY, SINGLE, STOPS, Mark, Role, find_marks
from claimx.pipeline.pairing import pair_marks
from claimx.pipeline.records import (
    Attribution,
    ClaimRecord,
    HedgeRecord,
    NumberRecord,
    ResolvedSource,
    Span,
    SpeakerRecord,
)
from claimx.pipeline.spans import owners, to_chars
from claimx.readers.article import Article

Owner = tuple[str | None, schema.SpeakerRef | None]


class Assembly:
    """One document on its way out."""

    def __init__(self, doc: Doc) -> None:
        self.doc = doc
        self.text = text(doc)
        self.speakers: list[SpeakerRecord] = doc._.claimx_speakers
        self.attributions: list[Attribution] = doc._.claimx_attributions
        self.resolved: list[ResolvedSource] = doc._.claimx_resolved
        self.numbers: list[NumberRecord] = doc._.claimx_numbers
        covered = [[*a["content"], *([a["cue"]] if a["cue"] else [])] for a in self.attributions]
        self.owner = owners(len(doc), covered)

    def span(self, span: Span) -> schema.Span:
        """A stretch of tokens."""
        return self.chars(*to_chars(self.doc, span))

    def chars(self, start: int, end: int) -> schema.Span:
        """A stretch of characters."""
        return schema.Span(start=start, end=end, text=self.text[start:end])

    def optional(self, span: Span | None) -> schema.Span | None:
        """A stretch that may be missing."""
        return None if span is None else self.span(span)

    def speaker_ref(self, index: int | None) -> schema.SpeakerRef | None:
        """The pointer to a speaker."""
        return None if index is None else schema.SpeakerRef(id=f"s{index + 1}", name=self.speakers[index]["name"])

    def quote_owner(self, quote: int | None) -> Owner:
        """Id and speaker of a quote; nothing for the article's own words."""
        return (None, None) if quote is None else (f"q{quote + 1}", self.speaker_ref(self.resolved[quote]["speaker"]))

    def speaker(self, index: int, record: SpeakerRecord) -> schema.Speaker:
        """One speaker."""
        return schema.Speaker(
            id=f"s{index + 1}",
            name=record["name"],
            label=record["label"],
            kind=record["kind"],
            role=record["role"],
            affiliation=record["affiliation"],
            mentions=tuple(self.span(m) for m in record["mentions"]),
        )

    def quote(self, index: int, record: Attribution) -> schema.Quote:
        """One attribution."""
        content = tuple(self.span(piece) for piece in record["content"])
        resolved = self.resolved[index]
        cue = None
        if record["cue"] is not None:
            cue = schema.Cue(**dict(self.span(record["cue"])), lemma=record["cue_lemma"] or "")
        return schema.Quote(
            id=f"q{index + 1}",
            type=record["type"],
            act=record["act"],
            text=" ".join(without_marks(piece.text) for piece in content),
            content=content,
            cue=cue,
            source=self.optional(record["source"]),
            speaker=self.speaker_ref(resolved["speaker"]),
            co_speakers=tuple(ref for i in resolved["co_speakers"] if (ref := self.speaker_ref(i))),
            resolution=resolved["resolution"],
            confidence=round(record["confidence"], 3),
        )

    def number(self, index: int, record: NumberRecord) -> schema.Number:
        """One number."""
        token = self.doc.char_span(record["start"], record["end"], alignment_mode="expand")
        quote, speaker = self.quote_owner(self.owner[token.start] if token else None)
        return schema.Number(
            id=f"n{index + 1}",
            **dict(self.chars(record["start"], record["end"])),
            kind=record["kind"],
            value=record["value"],
            low=record["low"],
            high=record["high"],
            comparator=record["comparator"],
            unit=record["unit"],
            of=self.optional(record["of"]),
            iso=record["iso"],
            converts=None if record["converts"] is None else f"n{record['converts'] + 1}",
            quote=quote,
            speaker=speaker,
        )

    def hedge(self, index: int, record: HedgeRecord) -> schema.Hedge:
        """One hedge."""
        quote, speaker = self.quote_owner(self.owner[record["cue"][0]])
        return schema.Hedge(
            id=f"h{index + 1}",
            **dict(self.span(record["cue"])),
            type=record["type"],
            target=self.optional(record["target"]),
            quote=quote,
            speaker=speaker,
        )

    def claim(self, index: int, record: ClaimRecord) -> schema.Claim:
        """One claim."""
        quote, speaker = self.quote_owner(record["quote"])
        when = None
        if record["when"] is not None:
            number = self.numbers[record["when"]]
            when = schema.When(**dict(self.chars(number["start"], number["end"])), iso=number["iso"])
        return schema.Claim(
            id=f"c{index + 1}",
            **dict(self.span(record["span"])),
            sentence=record["sentence"],
            quote=quote,
            speaker=speaker,
            certainty=record["certainty"],
            polarity=record["polarity"],
            verification=record["verification"],
            denied_by=None if record["denied_by"] is None else f"q{record['denied_by'] + 1}",
            conflicts_with=tuple(f"c{i + 1}" for i in record["conflicts_with"]),
            numbers=tuple(f"n{i + 1}" for i in record["numbers"]),
            hedges=tuple(f"h{i + 1}" for i in record["hedges"]),
            when=when,
            checkable=record["checkable"],
            signals=tuple(record["signals"]),
        )


def without_marks(text: str) -> str:
    """A piece of content without its outer quotation marks; those of an inner quotation stay, and apostrophes.

    ``“We sail,”`` gives ``We sail,``; ``they “may sail”`` stays as it is.
    """
    marks = find_marks(text)
    if not marks:
        return text.strip()
    if _in_single_marks(text, marks):
        return text[marks[0].end : marks[-1].start].strip()
    regions = pair_marks(text).regions
    first = next((region for region in regions if region.start == 0), None)
    last = next((region for region in regions if region.end == len(text) and region.closed), None)
    goes_on = first is not None and not first.closed  # and may be closed in a later paragraph
    start, end = 0, len(text)
    if marks[0].start == 0 and marks[0].role is not Role.CLOSES and (first is None or first == last or goes_on):
        start = marks[0].end
    closing = marks[-1]
    if start <= closing.start and closing.end == end and closing.role is not Role.OPENS:
        stray = last is None and (closing.text not in SINGLE or text[closing.start - 1] in STOPS)
        resumed = last is not None and goes_on and text[last.start - 1] == "\n"
        if stray or resumed or (first is not None and first == last):
            end = closing.start
    return text[start:end].strip()


def _in_single_marks(text: str, marks: list[Mark]) -> bool:
    """Whether a pair of single marks stands around it all, as in ‘the crews’ fault, and the officers’ alone’.

    Each apostrophe in between looks like the closing mark, so that pairing the piece alone cannot tell.
    """
    first, last = marks[0], marks[-1]
    around = first.start == 0 and last.end == len(text) and first is not last and first.text in SINGLE
    pair = first.role is not Role.CLOSES and last.role is not Role.OPENS and last.text in CLOSED_BY.get(first.text, "")
    return around and pair and not any(m.role is Role.OPENS and m.text == first.text for m in marks[1:-1])


def assemble(doc: Doc, article: Article, *, model: str, duplicate_of: str | None = None) -> schema.Document:
    """The document of an article.

    Args:
        doc: The article's text after the whole pipeline.
        article: Where it came from and what its metadata says.
        model: Name and version of the model.
        duplicate_of: Id of the first article of the run with the same text.
    """
    at = Assembly(doc)
    hedges: list[HedgeRecord] = doc._.claimx_hedges
    claims: list[ClaimRecord] = doc._.claimx_claims
    return schema.Document(
        schema_version=schema.SCHEMA_VERSION,
        generator=schema.Generator(name="claimx", version=__version__, model=model),
        document=article_info(doc, article, duplicate_of),
        speakers=tuple(at.speaker(i, s) for i, s in enumerate(at.speakers)),
        quotes=tuple(at.quote(i, a) for i, a in enumerate(at.attributions)),
        numbers=tuple(at.number(i, n) for i, n in enumerate(at.numbers)),
        hedges=tuple(at.hedge(i, h) for i, h in enumerate(hedges)),
        claims=tuple(at.claim(i, c) for i, c in enumerate(claims)),
        warnings=(
            *(schema.Notice(code=r.code, message=r.message, start=None, end=None) for r in article.remarks),
            *(notice(doc, w["code"], w["message"], w["span"]) for w in doc._.claimx_warnings),
        ),
    )


def article_info(doc: Doc, article: Article, duplicate_of: str | None) -> schema.ArticleInfo:
    """What is known about the article itself."""
    sentences = [to_chars(doc, (s.start, s.end)) for s in doc.sents] if doc.has_annotation("SENT_START") else []
    return schema.ArticleInfo(
        id=article.id,
        source=article.source,
        title=article.title,
        author=article.author,
        url=article.url,
        published=article.published,
        duplicate_of=duplicate_of,
        language=article.language,
        sha256=hashlib.sha256(article.text.encode()).hexdigest(),
        characters=len(article.text),
        words=len(re.findall(r"\S+", article.text)),
        sentences=tuple(schema.Extent(start=start, end=end) for start, end in sentences),
        text=article.text,
    )


def notice(doc: Doc, code: str, message: str, span: Span | None) -> schema.Notice:
    """One warning."""
    start, end = (None, None) if span is None else to_chars(doc, span)
    return schema.Notice(code=code, message=message, start=start, end=end)
