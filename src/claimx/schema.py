"""The output contract, ``schema_version`` 1.0: one :class:`Document` per article.

All offsets are half-open ``[start, end)`` in Unicode code points into ``document.text``, and
``text[start:end]`` is always the ``text`` beside them; :func:`misplaced_spans` checks it. Every field is
always present (unknown is ``null``), no object takes a field that is not named here, lists are in text
order, and ids count from 1 in that order. :func:`json_schema` gives the same contract as JSON Schema.
"""

import math
from collections.abc import Iterator
from typing import Annotated, Any, Literal, get_args

from pydantic import BaseModel, ConfigDict, Field, PlainSerializer, WithJsonSchema

SchemaVersion = Literal["1.0"]
SCHEMA_VERSION: SchemaVersion = get_args(SchemaVersion)[0]

Act = Literal["speech", "writing", "thought", "perception"]
Certainty = Literal["certain", "probable", "possible", "underspecified"]
Comparator = Literal["=", "~", ">", ">=", "<", "<=", "~<", "~>", "between", "vague"]
HedgeType = Literal[
    "modal", "verb", "adjadv", "appearance", "conditional", "approximator", "shield", "verification",
    "rumor", "expectation",
]  # fmt: skip
NumberKind = Literal["cardinal", "ordinal", "percent", "money", "quantity", "fraction", "date", "time"]
Polarity = Literal["positive", "negative"]
QuoteType = Literal["direct", "indirect", "mixed"]
Resolution = Literal["named", "alias", "pronoun", "nominal", "continued", "ambiguous", "none"]
Signal = Literal[
    "number", "date", "name", "comparison", "quantity_change", "past_event", "causal", "prediction", "commitment",
    "opinion", "vague", "hedged", "first_person", "named_speaker",
]  # fmt: skip
SpeakerKind = Literal["person", "organization", "group", "document", "unnamed", "author"]
Verification = Literal["unverified", "denied", "confirmed"]


def _shortest(value: float) -> int | float:
    """1500 rather than 1500.0, wherever the two are the same number."""
    return int(value) if math.isfinite(value) and value.is_integer() and abs(value) < 2**53 else value


Offset = Annotated[int, Field(ge=0)]
Real = Annotated[
    float,
    Field(allow_inf_nan=False),
    PlainSerializer(_shortest, return_type=int | float),
    WithJsonSchema({"type": "number"}),
]
IsoDate = Annotated[str, Field(pattern=r"^[0-9]{4}-[0-9]{2}-[0-9]{2}$")]
SpeakerId = Annotated[str, Field(pattern=r"^s[1-9][0-9]*$")]
QuoteId = Annotated[str, Field(pattern=r"^q[1-9][0-9]*$")]
NumberId = Annotated[str, Field(pattern=r"^n[1-9][0-9]*$")]
HedgeId = Annotated[str, Field(pattern=r"^h[1-9][0-9]*$")]
ClaimId = Annotated[str, Field(pattern=r"^c[1-9][0-9]*$")]


class Model(BaseModel):
    """What every object of the contract shares: nothing can be added to it, nothing changed in it."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class Extent(Model):
    """A stretch of the text, without the text itself."""

    start: Offset = Field(description="First code point of the stretch in document.text.")
    end: Offset = Field(description="Code point after the last one.")


class Span(Extent):
    """A stretch of the text and what stands there: document.text[start:end] == text."""

    text: str = Field(description="The text between start and end, verbatim.")


class Cue(Span):
    """The words that report: the whole verbal phrase, or 'according to'."""

    lemma: str = Field(description="Base form of the main verb or word of the cue: 'say' for 'has said'.")


class When(Span):
    """The time a claim is about."""

    iso: str | None = Field(description="The time as in numbers[].iso, or null.")


class SpeakerRef(Model):
    """A pointer into speakers, with the name so that a reader need not look it up."""

    id: SpeakerId = Field(description="Id of the speaker in speakers.")
    name: str | None = Field(description="Name of that speaker; null when the article never gives one.")


class Generator(Model):
    """What wrote this document."""

    name: Literal["claimx"] = Field(description="Always 'claimx'.")
    version: str = Field(description="Version of claimx.")
    model: str = Field(description="Name and version of the model.")


class ArticleInfo(Model):
    """The article that was read, with its text."""

    id: str = Field(description="The id given with the article, else its source ('a.jsonl#3'; stdin: '-').")
    source: str = Field(description="The input: a path, 'articles.jsonl#3' for line 3, '-' for stdin.")
    title: str | None = Field(description="Title from the metadata.")
    author: str | None = Field(description="Author from the metadata; several are joined by ', '.")
    url: str | None = Field(description="Address from the metadata.")
    published: IsoDate | None = Field(description="Day of publication, from the metadata or --date.")
    duplicate_of: str | None = Field(description="Id of the first article of the run with the same text.")
    language: str = Field(description="Language of the text, as an ISO 639-1 code.")
    sha256: str = Field(description="SHA-256 of the text in UTF-8, as hexadecimal digits.")
    characters: int = Field(ge=0, description="Length of the text in Unicode code points.")
    words: int = Field(ge=0, description="Number of words in the text.")
    sentences: tuple[Extent, ...] = Field(description="The sentences of the text, in order.")
    text: str | None = Field(description="The text that all offsets point into; null with --no-text.")


class Speaker(Model):
    """Somebody, or some body, that the article attributes something to."""

    id: SpeakerId = Field(description="'s1', 's2', … in order of first mention.")
    name: str | None = Field(description="Fullest proper name in the article; null when never named.")
    label: str = Field(description="What to show: the name, or the description ('two officials').")
    kind: SpeakerKind = Field(
        description="What the speaker is: person, organization, group ('Democrats'), document (a report), unnamed "
        "(somebody without a name: 'two officials'), author (the writer of the article)."
    )
    role: str | None = Field(description="Title or role as written ('Port director').")
    affiliation: str | None = Field(description="Organisation the speaker belongs to, as written.")
    mentions: tuple[Span, ...] = Field(description="Where the article mentions the speaker.")


class Quote(Model):
    """One attribution: somebody (source) says (cue) something (content)."""

    id: QuoteId = Field(description="'q1', 'q2', … in text order.")
    type: QuoteType = Field(description="In quotation marks, without, or partly: direct, indirect, mixed.")
    act: Act = Field(
        description="What the cue reports: speech, writing ('tweeted'), thought ('believes'), perception ('saw')."
    )
    text: str = Field(description="The content without the outer quotation marks, pieces joined by a space.")
    content: tuple[Span, ...] = Field(
        min_length=1, description="The content verbatim, quotation marks included; perhaps in several pieces."
    )
    cue: Cue | None = Field(description="The reporting words; null when there are none.")
    source: Span | None = Field(description="The mention of the speaker at this quote, perhaps a pronoun.")
    speaker: SpeakerRef | None = Field(description="Who said it; null when unknown.")
    co_speakers: tuple[SpeakerRef, ...] = Field(description="Further speakers of a joint statement.")
    resolution: Resolution = Field(
        description="How the source became the speaker: named (by the full name), alias (a part of the name, an "
        "acronym), pronoun, nominal (a description), continued (who spoke before goes on); or why it did not: "
        "ambiguous (two fit), none."
    )
    confidence: float = Field(ge=0, le=1, description="Calibrated probability that this quote is right.")


class Item(Model):
    """What every record on one stretch of text starts with."""

    id: str = Field(description="Id of the record, in text order.")


class Number(Span, Item):
    """A number with its unit or symbol, an amount, a date or a time; without words such as 'about'."""

    id: NumberId = Field(description="'n1', 'n2', … in text order.")
    kind: NumberKind = Field(
        description="What sort of number it is; quantity has a unit (ages, durations, multiples too), time a clock."
    )
    value: Real | None = Field(
        description="Its value, money in major units ('45 cents': 0.45), 'one in five': 0.2; null for ranges, vague "
        "magnitudes, dates and times."
    )
    low: Real | None = Field(description="Lower end of a range or vague magnitude; null when open.")
    high: Real | None = Field(description="Upper end of a range or vague magnitude; null when open.")
    comparator: Comparator = Field(
        description="= exactly, ~ about, > more than, >= at least, < fewer than, <= up to, ~< nearly, "
        "~> just over, between (a range), vague ('thousands')."
    )
    unit: str | None = Field(
        description="ISO 4217 code, '%', or a singular English name ('kilometre', 'year', 'percentage point'; "
        "'times' of a multiple)."
    )
    of: Span | None = Field(description="What is counted.")
    iso: str | None = Field(
        description="Dates, times and durations in ISO 8601, resolved against document.published: 2026, 2026-03, "
        "2026-03-11, 2026-W11, 199X (decade), 19XX (century), 2026-03-11T14:30, 2026-03-14/2026-03-15, P2Y, PT3H; "
        "null if not resolvable."
    )
    converts: NumberId | None = Field(description="Id of the number this one restates in another unit.")
    quote: QuoteId | None = Field(description="Id of the quote the number stands in.")
    speaker: SpeakerRef | None = Field(description="Whose number it is; null is the article's own.")


class Hedge(Span, Item):
    """A word or phrase that weakens a statement."""

    id: HedgeId = Field(description="'h1', 'h2', … in text order.")
    type: HedgeType = Field(
        description="What sort of hedge it is: modal ('may'), verb ('believe'), adjadv ('probably'), appearance "
        "('seems'), conditional ('if true'), approximator ('about 300'), shield ('reportedly'), verification ('could "
        "not be verified'), rumor ('unconfirmed reports'), expectation ('is expected to')."
    )
    target: Span | None = Field(description="The statement that is weakened.")
    quote: QuoteId | None = Field(description="Id of the quote the hedge stands in, or whose cue it is.")
    speaker: SpeakerRef | None = Field(description="Whose doubt it is; null is the article's own.")


class Claim(Span, Item):
    """One assertion that a checker could take up."""

    id: ClaimId = Field(description="'c1', 'c2', … in text order.")
    sentence: int = Field(ge=0, description="Index of its sentence in document.sentences.")
    quote: QuoteId | None = Field(description="Id of the quote that makes the claim.")
    speaker: SpeakerRef | None = Field(description="Who makes the claim; null is the article itself.")
    certainty: Certainty = Field(
        description="How sure the claimant is, on FactBank's scale; underspecified: the claimant does not vouch "
        "for it ('allegedly', 'plans to')."
    )
    polarity: Polarity = Field(description="Whether the claim is asserted or negated.")
    verification: Verification | None = Field(
        description="What the article says of its truth: unverified, denied, confirmed; null when it says nothing."
    )
    denied_by: QuoteId | None = Field(description="Id of the quote that denies it.")
    conflicts_with: tuple[ClaimId, ...] = Field(
        description="Ids of claims by other speakers with other figures for the same thing."
    )
    numbers: tuple[NumberId, ...] = Field(description="Ids of the numbers in it.")
    hedges: tuple[HedgeId, ...] = Field(description="Ids of the hedges on it.")
    when: When | None = Field(description="The time it is about.")
    checkable: bool = Field(description="Whether it can be checked; the signals say why.")
    signals: tuple[Signal, ...] = Field(description="What speaks for and against checking it: docs/signals.md.")


class Notice(Model):
    """Trouble inside the article that was mended locally."""

    code: str = Field(
        description="What happened, as a fixed word: unbalanced_quote, guessed_encoding, holds_html, not_english."
    )
    message: str = Field(description="What happened, as a sentence.")
    start: Offset | None = Field(description="Where it begins; null when it has no place.")
    end: Offset | None = Field(description="Where it ends; null when it has no place.")


class Document(Model):
    """Who said what in one article, with the numbers and hedges in it, each tied to its place in the text."""

    schema_version: SchemaVersion = Field(description="Version of this contract.")
    generator: Generator = Field(description="What wrote this document.")
    document: ArticleInfo = Field(description="The article that was read.")
    speakers: tuple[Speaker, ...] = Field(description="Everybody something is attributed to.")
    quotes: tuple[Quote, ...] = Field(description="Attributions: source, cue and content.")
    numbers: tuple[Number, ...] = Field(description="Numbers, amounts, dates and times.")
    hedges: tuple[Hedge, ...] = Field(description="Expressions of doubt.")
    claims: tuple[Claim, ...] = Field(description="Assertions that a checker could take up.")
    warnings: tuple[Notice, ...] = Field(description="Trouble in the text that was mended locally.")


def json_schema() -> dict[str, Any]:
    """The contract as JSON Schema, draft 2020-12."""
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        **Document.model_json_schema(mode="serialization"),
    }


def misplaced_spans(document: Document) -> list[tuple[str, Span]]:
    """The spans whose text is not what stands at their offsets, each with its path ('quotes[0].cue').

    Without the text (``--no-text``) nothing can be checked and the list is empty.
    """
    text = document.document.text
    if text is None:
        return []
    return [(path, span) for path, span in _spans(document, "") if text[span.start : span.end] != span.text]


def _spans(value: object, path: str) -> Iterator[tuple[str, Span]]:
    if isinstance(value, Span):
        yield path, value
    if isinstance(value, tuple):
        for index, item in enumerate(value):
            yield from _spans(item, f"{path}[{index}]")
    elif isinstance(value, Model):
        for name in type(value).model_fields:
            yield from _spans(getattr(value, name), f"{path}.{name}".lstrip("."))
