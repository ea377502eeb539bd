"""One walk over the article in text order: names, pronouns and attributions as they come."""

from collections.abc import Callable
from functools import partial
from operator import itemgetter

from claimx.people.antecedents import PRONOUNS
from claimx.people.cast import Figure
from claimx.people.continued import Previous, Said, continues, is_marked, resumes, stands_alone, taken_from, words_of
from claimx.people.implied import subject_of
from claimx.people.layouts import back
from claimx.people.names import POSSESSIVE, Name
from claimx.people.papers import author_of
from claimx.people.phrases import Phrase
from claimx.people.scene import DEFINITE, NOBODY, Answer, Case, Paper, Scene, ask
from claimx.people.sources import Source, first_said
from claimx.people.steps import STEPS
from claimx.people.words import WORDS

_HEADLINES = 2  # paragraphs, counted from 0
_LEAD = 1  # the last paragraph that may be the lead, below a headline
_OPENING = 200  # tokens; in a text without line breaks everything stands in its first paragraph
_SOON = 3  # sentences until somebody described is named
_WRITING = frozenset({"write", "post", "tweet", "text", "e-mail", "email", "blog"})
_OBJECTS = frozenset({"obj", "iobj", "obl"})
_SEXES = {"he": "m", "she": "f"}


class Sweep:
    """Resolves the sources of one article; :meth:`run` once."""

    def __init__(self, scene: Scene, sources: list[Source]) -> None:
        self.scene, self.text, self.sources = scene, scene.text, sources
        self.answers: list[Answer] = [NOBODY] * len(sources)
        self.previous = Previous()
        self._known: dict[tuple[int, int], Answer] = {}
        self._heads = {s.at for s in sources if s.phrase is not None}
        self._naming = {n.start for s in sources if s.phrase is not None for n in s.phrase.names}

    def run(self) -> list[Answer]:
        """Return one answer per source."""
        lows = list(enumerate(self.text.lows))
        events: list[tuple[int, Callable[[], None]]] = []  # at one token the first comes first
        events += [(name.start, partial(self._name, name)) for name, _ in self.scene.cast.named_at]
        events += [(i, partial(self._pronoun, i)) for i, low in lows if low in PRONOUNS and i not in self._heads]
        events += [(source.at, partial(self._attribution, source)) for source in self.sources]
        events += [(i, partial(self._paper, i)) for i, low in lows if low in WORDS.personal]
        for _, happens in sorted(events, key=itemgetter(0)):
            happens()
        self._delayed()
        self._inner()
        self._headline()
        return self.answers

    def _name(self, name: Name) -> None:
        figure, text = self.scene.cast.of(name), self.text
        if figure is not None:
            owner = name.end < len(text) and text.lows[name.end] in POSSESSIVE
            alone = text.deps[name.start] == "ROOT"  # "And Ruiz?"
            subject = name.start in self._naming or alone or any(text.subject[name.start : name.end])
            self.scene.timeline.add(name.start, figure, owner, subject)

    def _pronoun(self, token: int) -> None:
        """A pronoun that is no source keeps the person it means in view."""
        wanted = PRONOUNS[self.text.lows[token]]
        if wanted in _SEXES and not self.text.quoted[token]:
            figure, close = self.scene.timeline.best(token, wanted, (self._subject_over(token),))
            if figure is not None and not close:
                self.scene.timeline.add(token, figure)
                figure.sex = figure.sex or _SEXES[wanted]

    def _subject_over(self, token: int) -> Figure | None:
        """Whom an object cannot mean: in "Ruiz sat beside her" she is not Ruiz (Chomsky's principle B)."""
        text = self.text
        if text.deps[token] not in _OBJECTS or text.lows[token].endswith("self"):
            return None
        subject = subject_of(text, text.heads[token])
        if subject is None:
            return None
        apposed = (i for i in range(subject, token) if text.heads[i] == subject and text.deps[i] == "appos")
        names = (self.scene.names.at(i) for i in (subject, *apposed))
        return next((self.scene.cast.of(name) for name in names if name is not None), None)

    def _paper(self, token: int) -> None:
        """A letter or post comes up."""
        if not self.text.quoted[token]:
            self.scene.papers.append(Paper(token, author_of(self.scene, token)))

    def _attribution(self, source: Source) -> None:
        resumed = resumes(self.text, source.attribution, self.previous) if source.outer is None else ()
        if resumed or source.phrase is None:
            figures = resumed or (self._sourceless(source) if source.outer is None else ())
            answer = Answer(figures, "continued") if figures else NOBODY
        else:
            answer = self._resolve(source, source.phrase)
            self._note(source, answer)
        self.answers[source.number] = answer
        if source.outer is None and (answer.figures or source.phrase is not None):
            self.previous.note(self.text, source.attribution, answer.figures)

    def _sourceless(self, source: Source) -> tuple[Figure, ...]:
        """Whom the sentence before speaks of, or whose words go on; the latter first where a paragraph opens."""
        attribution = source.attribution
        introduced = self._introduced(first_said(attribution)) if is_marked(self.text, attribution) else ()
        alone = stands_alone(self.text, attribution)
        return (() if alone else introduced) or continues(self.text, attribution, self.previous) or introduced

    def _introduced(self, start: int) -> tuple[Figure, ...]:
        """The one person who is a subject in the sentence right before, if nothing has been quoted since it began."""
        before, sentences = back(self.text, start), self.text.sentence
        if before < 0 or (self.previous.end > 0 and sentences[self.previous.end - 1] == sentences[before]):
            return ()
        people = self.scene.timeline.subjects(sentences[before])
        return people if len(people) == 1 else ()

    def _resolve(self, source: Source, phrase: Phrase) -> Answer:
        """Ask the steps; a source of two attributions ("his office denied … and said …") is one figure."""
        span = (phrase.start, phrase.end)
        if span not in self._known:
            outer, said = self._speaker(source.outer), first_said(source.attribution)
            answer = ask(Case(phrase, source.outer is not None, outer, said), self.scene, STEPS)
            if not answer.figures:
                return answer
            self._known[span] = answer
        return self._known[span]

    def _note(self, source: Source, answer: Answer) -> None:
        """Let the answer bear on what follows."""
        timeline = self.scene.timeline
        if not answer.figures or source.phrase is None:
            return
        if len(answer.figures) > 1:
            timeline.pair = (source.at, answer.figures)
        figure = answer.figures[0]
        if self.text.lows[source.phrase.start] == "q":
            timeline.asking = figure
        if not source.phrase.names:
            timeline.add(source.at, figure, subject=True)
            wanted = PRONOUNS.get(self.text.lows[source.at], "person")
            if wanted in _SEXES and figure.sex is None and figure.kind in ("person", "unnamed"):
                figure.sex = _SEXES[wanted]
        if source.outer is None:
            timeline.speaker = figure
            if source.attribution["cue_lemma"] in _WRITING:
                timeline.writer = figure

    def _speaker(self, index: int | None) -> Figure | None:
        """Who speaks the attribution; known ahead of its turn where its source is a name."""
        if index is None:
            return None
        if self.answers[index].figures:
            return self.answers[index].figures[0]
        phrase = self.sources[index].phrase
        return self.scene.cast.of(phrase.names[0]) if phrase is not None and phrase.names else None

    def _delayed(self) -> None:
        """As in 'Its coordinator expects more. "We have fuel," Senna Valk said.': the name comes a sentence later."""
        pairs = zip(self.sources, self.sources[1:], strict=False)
        for source, following in pairs:
            figures, named = self.answers[source.number].figures, self.answers[following.number].figures
            if len(figures) == len(named) == 1 and self._introduced_by(source, following, figures[0], named[0]):
                self.answers[source.number] = Answer(named, "nominal")

    def _introduced_by(self, source: Source, following: Source, described: Figure, named: Figure) -> bool:
        """Whether somebody described is named in the next attribution, for the first time.

        Described with "the" or an owner; "a local teacher" when the same paragraph, or the one below the lead, gives
        name and age.
        """
        phrase, other = source.phrase, following.phrase
        if phrase is None or other is None or described.kind != "unnamed" or described.plural or not other.names:
            return False
        known = phrase.owner is not None or phrase.determiner in DEFINITE or self._is_lead(phrase, other, named)
        first = named.kind == "person" and named.mentions[0][0] == other.names[0].start and named.role is None
        return known and first and 0 <= self.text.sentence[other.head] - self.text.sentence[phrase.head] <= _SOON

    def _is_lead(self, phrase: Phrase, other: Phrase, named: Figure) -> bool:
        """Whether "a local teacher" may be Ana Ruiz, 41; a spokeswoman's age is nobody's business."""
        first, second = self.text.paragraph[phrase.head], self.text.paragraph[other.head]
        low = self.text.lows[phrase.head]
        private = phrase.determiner in ("a", "an") and low not in WORDS.hidden and not low.startswith("spokes")
        return private and named.age is not None and (first == second or first <= _LEAD)

    def _inner(self) -> None:
        """As in "I" inside a quotation whose source came after it."""
        for source in self.sources:
            if source.phrase is None or source.outer is None or self.answers[source.number].figures:
                continue
            if self.text.lows[source.phrase.head] in WORDS.author:
                figure = self._speaker(source.outer)
                self.answers[source.number] = Answer((figure,), "pronoun") if figure else NOBODY

    def _headline(self) -> None:
        """A headline's quotation belongs to whoever says the same words further down.

        What a headline puts beside it is often no source ("'He tuned the room': a town buries its bassist").
        """
        pairs = zip(self.sources, self.answers, strict=True)
        named = [(source.attribution, answer.figures) for source, answer in pairs if _has_name(answer)]
        said = [Said(attribution, words_of(self.text, attribution), figures) for attribution, figures in named]
        for source in self.sources:
            early = source.at < _OPENING and self.text.paragraph[source.at] <= _HEADLINES
            if early and not _has_name(self.answers[source.number]):
                figures = taken_from(self.text, source.attribution, said)
                if figures:
                    self.answers[source.number] = Answer(figures, "continued")


def _has_name(answer: Answer) -> bool:
    return any(figure.name for figure in answer.figures)
