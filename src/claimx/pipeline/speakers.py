"""``claimx_speakers``: who each attribution belongs to.

Reads ``doc.ents``, ``doc._.claimx_attributions`` and, where there is one, the parse. Writes
``doc._.claimx_speakers``, everybody who speaks at least once, and ``doc._.claimx_resolved``, one entry per
attribution. In "Ana Ruiz spoke first. She said no." the speaker is Ana Ruiz; in "It said no." after the same
sentence there is none. The work is done in :mod:`claimx.people`.
"""

from spacy.language import Language
from spacy.tokens import Doc

from claimx.people.antecedents import Timeline
from claimx.people.cast import Cast, Figure
from claimx.people.chunks import mend
from claimx.people.headlines import settle, title_case, written_small
from claimx.people.labels import relabelled
from claimx.people.names import Name, NameMap
from claimx.people.scene import Answer, Scene
from claimx.people.sources import sources_of, with_unseen
from claimx.people.sweep import Sweep
from claimx.people.text import Text, read
from claimx.people.titled import with_titles
from claimx.pipeline.records import Attribution, ResolvedSource, Span, SpeakerRecord, register

register()
_LABELS = frozenset({"PERSON", "ORG", "LOC", "MISC"})
_LATE = 1 << 30


def _names(doc: Doc, text: Text, small: frozenset[str]) -> list[Name]:
    """The names of the entity recogniser, mended."""
    entities = [(ent.start, ent.end, ent.label_) for ent in doc.ents if ent.label_ in _LABELS]
    titled = title_case(text)
    settled = settle(text, mend(text, entities, titled), titled, small)
    return with_titles(text, relabelled(text, settled, small))


def _mark_quoted(text: Text, attributions: list[Attribution]) -> None:
    for attribution in attributions:
        if attribution["type"] == "direct":
            for start, end in attribution["content"]:
                text.quoted[start:end] = b"\x01" * (end - start)


def _note_mentions(answers: list[Answer], spans: list[Span | None]) -> None:
    """A source span replaces the name in it, so that "Port director Ana Ruiz" is one mention."""
    wider: dict[int, list[Span]] = {}
    for answer, span in zip(answers, spans, strict=True):
        for figure in answer.figures:
            wider.setdefault(id(figure), [])
            if span is not None and len(answer.figures) == 1:
                wider[id(figure)].append(span)
    for figure in {id(f): f for answer in answers for f in answer.figures}.values():
        covered = {i for start, end in wider[id(figure)] for i in range(start, end)}
        own = [mention for mention in figure.mentions if mention[0] not in covered]
        figure.mentions = sorted({*own, *wider[id(figure)]})


def _speaking(answers: list[Answer]) -> list[Figure]:
    """Everybody who speaks, by first mention."""
    figures = {id(figure): figure for answer in answers for figure in answer.figures}
    return sorted(figures.values(), key=lambda figure: figure.mentions[:1] or [(_LATE, 0)])


def _record(figure: Figure) -> SpeakerRecord:
    return {
        "name": figure.name,
        "label": figure.label,
        "kind": figure.kind,
        "role": figure.role,
        "affiliation": figure.affiliation,
        "mentions": figure.mentions,
    }


def _resolved(answer: Answer, rank: dict[int, int]) -> ResolvedSource:
    ranks = [rank[id(figure)] for figure in answer.figures]
    return {
        "speaker": ranks[0] if ranks else None,
        "co_speakers": ranks[1:],
        "resolution": answer.resolution,
    }


def find_speakers(doc: Doc) -> tuple[list[SpeakerRecord], list[ResolvedSource]]:
    """Resolve the source of every attribution of ``doc``."""
    attributions: list[Attribution] = doc._.claimx_attributions
    if not attributions:
        return [], []
    text = read(doc)
    _mark_quoted(text, attributions)
    spans = [attribution["source"] for attribution in attributions]
    small = written_small(text)
    names = with_unseen(text, _names(doc, text, small), spans)
    known = NameMap(names)
    scene = Scene(text, known, Cast(text, names), Timeline(text), small, [])
    answers = Sweep(scene, sources_of(text, known, attributions, spans)).run()
    _note_mentions(answers, spans)
    figures = _speaking(answers)
    rank = {id(figure): i for i, figure in enumerate(figures)}
    return [_record(figure) for figure in figures], [_resolved(answer, rank) for answer in answers]


class Speakers:
    """The component."""

    def __call__(self, doc: Doc) -> Doc:
        """Write speakers and resolved sources."""
        doc._.claimx_speakers, doc._.claimx_resolved = find_speakers(doc)
        return doc


@Language.factory(
    "claimx_speakers",
    requires=["doc.ents", "doc._.claimx_attributions"],
    assigns=["doc._.claimx_speakers", "doc._.claimx_resolved"],
)
def create(nlp: Language, name: str) -> Speakers:
    """Build the component."""
    return Speakers()
