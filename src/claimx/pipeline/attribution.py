"""``claimx_attribution``: who says what, as spans of source, cue and content.

Reads the encoder's scores, ``doc.tensor`` and the syntax; writes ``doc._.claimx_attributions`` in text order,
and warnings about quotation marks. Source, cue and content are used as in PARC (Pareti, LREC 2012) and PolNeAR
(Newell, Margolin, Ruths, LREC 2018).

``"It is over," said Ruiz`` is one; the ``"Titanic" sank`` is none.
"""

from dataclasses import replace
from functools import cache
from typing import cast, get_args

from spacy.language import Language
from spacy.tokens import Doc

from claimx.lexicons import load
from claimx.models.card import load_card
from claimx.models.decoder import Decoder, Halves
from claimx.people.implied import implied_source, was_asked
from claimx.people.layouts import in_reach, told_by_layout
from claimx.people.text import Text, read
from claimx.pipeline import records
from claimx.pipeline.confidence import Calibration
from claimx.pipeline.linking import Group, Places, find_groups
from claimx.pipeline.marks import MARKS
from claimx.pipeline.quotation import Quotations, find_quotations
from claimx.pipeline.records import Attribution, Span
from claimx.pipeline.snapping import snap
from claimx.pipeline.statements import apart, drop_unfounded, part
from claimx.pipeline.titles import drop_names, is_label
from claimx.pipeline.turns import is_turn_or_post, uncued, with_missed, without_label
from claimx.schema import Act, QuoteType

records.register()

# Of the words of a content, how many stand between marks of its own when it is direct: all but a stray one.
DIRECT = 0.95


@cache
def acts() -> dict[str, Act]:
    """The act of each listed cue lemma."""
    lexicon = load("cues")
    return {lemma: act for act in get_args(Act) if act in lexicon for lemma in lexicon[act]["lemmas"]}


def cue_lemma(doc: Doc, cue: Span) -> str:
    """The lemma of the main verb of a cue, or of its first word when it has none; "according" is no verb here."""
    tokens = [token for token in doc[cue[0] : cue[1]] if token.is_alpha] or list(doc[cue[0] : cue[1]])
    verbs = [token for token in tokens if token.pos_ == "VERB" and token.dep_ != "case"]
    # In "refused to say" the first verb tells the act; in "said at a" it is the only one.
    main = verbs[0] if verbs else next((t for t in tokens if t.pos_ in ("AUX", "NOUN")), tokens[0])
    return main.lower_ if main.dep_ == "case" else main.lemma_.lower()


def quote_type(doc: Doc, content: list[Span], quotations: Quotations) -> QuoteType:
    """Direct, indirect or mixed, by the marks that open inside the content; names in marks do not count."""
    quoted = words = 0
    for start, end in content:
        regions = [r for r in quotations.opened_in((start, end)) if not is_label(doc, (r.start, r.end))]
        reach = {r.start: r.end for r in reversed(regions)}
        behind = start  # where the quotations that opened inside end
        for i in range(start, end):
            behind = max(behind, reach.get(i, 0))
            if doc[i].text not in MARKS and not doc[i].is_punct and not doc[i].is_space:
                words += 1
                quoted += i < behind
    if not quoted:
        return "indirect"
    return "direct" if quoted >= DIRECT * words else "mixed"


def in_tokens(at: Places, group: Group) -> Group:
    """A group that counts in words as one that counts in tokens."""
    source, cue = ([] if span is None else at.tokens([span]) for span in (group.source, group.cue))
    return replace(
        group,
        source=source[0] if source else None,
        cue=cue[0] if cue else None,
        content=at.tokens(group.content),
    )


def refine(doc: Doc, text: Text, groups: list[Group], quotations: Quotations) -> list[Group]:
    """What the marks, the syntax and the layout say against the encoder's groups."""
    groups = [replace(group, content=content) for group in groups if (content := worded(doc, group.content))]
    groups = [without_label(text, uncued(text, one)) for group in groups for one in apart(text, group)]
    groups = drop_unfounded(doc, snap(doc, groups, quotations))
    groups = drop_names(doc, groups, quotations)
    return with_missed(text, part(doc, groups, quotations))


def worded(doc: Doc, content: list[Span]) -> list[Span]:
    """The pieces that are more than a stray mark."""
    return [piece for piece in content if any(t.is_alpha or t.like_num for t in doc[piece[0] : piece[1]])]


def with_source(text: Text, group: Group, quoted: bool) -> Group:
    """The group with the source that the layout shows, else its own, else the one that its sentence implies.

    Beside the source of a cue the layout may show another thing: in "DELHI: It rained, a panel said" a place.
    """
    own = own_source(text, group, quoted)
    if group.cue is None or own is None:
        own = told_by_layout(text, group.content) or own
    return replace(group, source=own or implied_source(text, group.cue, group.content, quoted))


def own_source(text: Text, group: Group, quoted: bool) -> Span | None:
    """The encoder's source, unless it is out of reach, or was asked and has not spoken."""
    if group.cue is None:
        return in_reach(text, group.source, group.content) if quoted else group.source
    asked = group.source is not None and group.source[0] < group.cue[0] and was_asked(text, group.cue)
    return None if asked else group.source


def attribution(doc: Doc, text: Text, group: Group, quotations: Quotations) -> Attribution | None:
    """One attribution; None for a content that nothing marks as somebody's words.

    Its confidence is the group's score, not calibrated yet.
    """
    kind = quote_type(doc, group.content, quotations)
    group = with_source(text, group, kind != "indirect")
    if is_turn_or_post(text, group):
        kind = "direct"
    if group.cue is None and group.source is None and kind == "indirect":
        return None
    lemma = cue_lemma(doc, group.cue) if group.cue else None
    return {
        "type": kind,
        "act": acts().get(lemma or "", "speech"),
        "source": group.source,
        "cue": group.cue,
        "cue_lemma": lemma,
        "content": group.content,
        "confidence": group.score,
    }


class AttributionComponent:
    """Decodes roles and links."""

    def __init__(self, decoder: Decoder, calibration: Calibration) -> None:
        self.decoder = decoder
        self.calibration = calibration

    def __call__(self, doc: Doc) -> Doc:
        """Annotate one document."""
        quotations = find_quotations(doc)
        doc._.claimx_warnings = [*doc._.claimx_warnings, *quotations.warnings]
        scores = doc._.claimx_scores
        if scores is None:
            return doc
        at = Places(cast(Halves, doc.tensor), scores["words"].tolist())
        groups = find_groups(self.decoder, at, scores["roles"])
        text = read(doc)
        groups = refine(doc, text, [in_tokens(at, group) for group in groups], quotations)
        found = [attribution(doc, text, group, quotations) for group in groups]
        doc._.claimx_attributions = [{**a, "confidence": self.calibration(a)} for a in found if a is not None]
        doc._.claimx_scores = None  # nobody reads them after this
        return doc


@Language.factory(
    "claimx_attribution",
    requires=["doc._.claimx_scores", "doc.tensor", "token.lemma", "token.pos"],
    assigns=["doc._.claimx_attributions", "doc._.claimx_warnings"],
)
def create(nlp: Language, name: str) -> AttributionComponent:
    """The component with the shipped weights."""
    return AttributionComponent(Decoder.load(), Calibration(**load_card()["calibration"]))
