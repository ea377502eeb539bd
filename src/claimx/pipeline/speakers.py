"""``claimx_speakers``: who each attribution belongs to.

Reads ``doc.ents``, ``doc._.claimx_attributions`` and, where there is one, the parse. Writes ``doc._.claimx_speakers``,
everybody who speaks at least once, and ``doc._.claimx_resolved``, one entry per attribution. In "Ana Ruiz spoke
first. She said no." the speaker is Ana Ruiz; in "It said no." after the same sentence there is none.
"""

from typing import NamedTuple

from spacy.language import Language
from spacy.tokens import Doc

from claimx.people.antecedents import PRONOUNS, Timeline
from claimx.people.cast import Cast, Figure
from claimx.people.chunks import mend
from claimx.people.continued import Previous, continues
from claimx.people.headlines import settle, title_case
from claimx.people.names import Name, spellings
from claimx.people.phrases import NameMap, Phrase, read_phrase, unseen_name
from claimx.people.scene import NOBODY, Answer, Case, Scene, ask
from claimx.people.steps import STEPS
from claimx.people.text import Text, read
from claimx.people.words import WORDS
from claimx.pipeline.records import Attribution, ResolvedSource, SpeakerRecord, register

register()
_LABELS = frozenset({"PERSON", "ORG", "LOC", "MISC"})


class _Source(NamedTuple):
    """An attribution with its phrase, and the attribution whose content it stands in."""

    index: int
    attribution: Attribution
    phrase: Phrase | None
    outer: int | None
    at: int


def _names(doc: Doc, text: Text, attributions: list[Attribution]) -> list[Name]:
    """Names of the entity recogniser, and those that head a source and were missed."""
    entities = [(ent.start, ent.end, ent.label_) for ent in doc.ents if ent.label_ in _LABELS]
    titled = title_case(text)
    names = settle(text, mend(text, entities, titled), titled)
    known, spelt = NameMap(names), spellings(names)
    for attribution in attributions:
        span = attribution["source"]
        missed = unseen_name(text, known, span, spelt) if span is not None else None
        if missed is not None:
            known.put(missed)
            names.append(missed)
    return sorted(names)


def _anchor(attribution: Attribution) -> int:
    """The token that tells where the attribution stands."""
    span = attribution["cue"] or attribution["source"]
    return span[0] if span is not None else attribution["content"][0][0] if attribution["content"] else 0


def _outers(attributions: list[Attribution]) -> list[int | None]:
    """For each attribution the innermost other one whose content it stands in."""
    pieces = sorted((s, -e, i) for i, a in enumerate(attributions) for s, e in a["content"])
    order = sorted(range(len(attributions)), key=lambda i: _anchor(attributions[i]))
    outers: list[int | None] = [None] * len(attributions)
    stack: list[tuple[int, int]] = []
    k = 0
    for i in order:
        anchor = _anchor(attributions[i])
        while k < len(pieces) and pieces[k][0] <= anchor:
            stack.append((-pieces[k][1], pieces[k][2]))
            k += 1
        while stack and stack[-1][0] <= anchor:
            stack.pop()
        inside = (j for end, j in reversed(stack) if end > anchor and j != i)
        outers[i] = next(inside, None)
    return outers


def _sources(text: Text, names: NameMap, attributions: list[Attribution]) -> list[_Source]:
    outers = _outers(attributions)
    sources = []
    for i, attribution in enumerate(attributions):
        span = attribution["source"]
        phrase = read_phrase(text, names, span) if span is not None else None
        sources.append(
            _Source(i, attribution, phrase, outers[i], phrase.head if phrase is not None else _anchor(attribution))
        )
    return sources


class _Sweep:
    """One walk over the article in text order: names, pronouns and attributions as they come."""

    def __init__(self, text: Text, scene: Scene, sources: list[_Source]) -> None:
        self.text, self.scene, self.sources = text, scene, sources
        self.answers: list[Answer] = [NOBODY] * len(sources)
        self.previous = Previous()
        self._heads = {s.at for s in sources if s.phrase is not None}
        self._naming = {n.start for s in sources if s.phrase is not None for n in s.phrase.names}

    def run(self) -> list[Answer]:
        events: list[tuple[int, int, Name | _Source | None]] = []
        events += [(name.start, 0, name) for name, _ in self.scene.cast.named_at]
        events += [(source.at, 2, source) for source in self.sources]
        lows = self.text.lows
        events += [(i, 1, None) for i, low in enumerate(lows) if low in PRONOUNS and i not in self._heads]
        for token, _, event in sorted(events, key=lambda e: (e[0], e[1])):
            if isinstance(event, Name):
                self._name(event)
            elif event is None:
                self._pronoun(token)
            else:
                self._attribution(event)
        self._inner()
        return self.answers

    def _name(self, name: Name) -> None:
        figure = self.scene.cast.of(name)
        if figure is not None:
            text = self.text
            owner = name.end < len(text) and text.lows[name.end] in ("'s", "’s")
            subject = True if name.start in self._naming else any(text.subject[name.start : name.end])
            self.scene.timeline.add(name.start, figure, owner, subject)

    def _pronoun(self, token: int) -> None:
        """A pronoun that is no source keeps the one it means in view."""
        wanted = PRONOUNS[self.text.lows[token]]
        if wanted in ("he", "she") and not self.text.quoted[token]:
            figure, close = self.scene.timeline.best(token, wanted)
            if figure is not None and not close:
                self.scene.timeline.add(token, figure)
                if figure.sex is None:
                    figure.sex = "m" if wanted == "he" else "f"

    def _attribution(self, source: _Source) -> None:
        timeline = self.scene.timeline
        if source.phrase is None:
            if source.outer is None and (figures := continues(self.text, source.attribution, self.previous)):
                self.answers[source.index] = Answer(figures, "continued")
                self.previous.note(source.attribution, figures)
            return
        outer = self._speaker(source.outer)
        answer = ask(Case(source.phrase, source.outer is not None, outer), self.scene, STEPS)
        self.answers[source.index] = answer
        if len(answer.figures) > 1:
            timeline.pair = (source.at, answer.figures)
        if answer.figures and not source.phrase.names:
            timeline.add(source.at, answer.figures[0], subject=True)
            self._learn(source, answer.figures[0])
        if source.outer is None:
            self.previous.note(source.attribution, answer.figures)
            timeline.speaker = answer.figures[0] if answer.figures else timeline.speaker

    def _learn(self, source: _Source, figure: Figure) -> None:
        wanted = PRONOUNS.get(self.text.lows[source.at])
        if figure.sex is None and wanted in ("he", "she") and figure.kind in ("person", "unnamed"):
            figure.sex = "m" if wanted == "he" else "f"

    def _speaker(self, index: int | None) -> Figure | None:
        if index is None:
            return None
        figures = self.answers[index].figures
        if figures:
            return figures[0]
        phrase = self.sources[index].phrase
        return self.scene.cast.of(phrase.names[0]) if phrase is not None and phrase.names else None

    def _inner(self) -> None:
        """"I" inside a quotation whose source came after it."""
        for source in self.sources:
            if source.phrase is None or source.outer is None or self.answers[source.index].figures:
                continue
            if self.text.lows[source.phrase.head] in WORDS.author:
                figure = self._speaker(source.outer)
                self.answers[source.index] = Answer((figure,), "pronoun") if figure else NOBODY


def _records(
    answers: list[Answer], sources: list[_Source]
) -> tuple[list[SpeakerRecord], list[ResolvedSource]]:
    for source, answer in zip(sources, answers, strict=True):
        span = source.attribution["source"]
        if answer.figures and span is not None:
            figure = answer.figures[0]
            if len(answer.figures) == 1:
                figure.mentions = [m for m in figure.mentions if m[1] <= span[0] or m[0] >= span[1]]
                figure.mentions.append(span)
    speaking = {id(figure): figure for answer in answers for figure in answer.figures}
    for figure in speaking.values():
        figure.mentions = sorted(set(figure.mentions))
    ordered = sorted(speaking.values(), key=lambda figure: figure.mentions[:1] or [(1 << 30, 0)])
    rank = {id(figure): i for i, figure in enumerate(ordered)}
    speakers: list[SpeakerRecord] = [
        {
            "name": f.name,
            "label": f.label,
            "kind": f.kind,
            "role": f.role,
            "affiliation": f.affiliation,
            "mentions": f.mentions,
        }
        for f in ordered
    ]
    resolved: list[ResolvedSource] = []
    for answer in answers:
        ranks = [rank[id(figure)] for figure in answer.figures]
        resolved.append(
            {
                "speaker": ranks[0] if ranks else None,
                "co_speakers": ranks[1:],
                "resolution": answer.resolution,
            }
        )
    return speakers, resolved


def find_speakers(doc: Doc) -> tuple[list[SpeakerRecord], list[ResolvedSource]]:
    """Resolve the source of every attribution of ``doc``."""
    attributions: list[Attribution] = doc._.claimx_attributions
    if not attributions:
        return [], []
    text = read(doc)
    for attribution in attributions:
        if attribution["type"] == "direct":
            for start, end in attribution["content"]:
                text.quoted[start:end] = b"\x01" * (end - start)
    names = _names(doc, text, attributions)
    known = NameMap(names)
    sources = _sources(text, known, attributions)
    scene = Scene(text, known, Cast(text, names), Timeline(text))
    return _records(_Sweep(text, scene, sources).run(), sources)


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
