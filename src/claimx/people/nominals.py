"""Steps for sources that are described: "the ministry", "the 54-year-old", "two officials", "his office".

"The minister" is whoever was introduced as one; "a minister" is somebody new without a name.
"""

import re
from itertools import takewhile

from claimx.people.antecedents import PRONOUNS, Wanted, agrees, leads
from claimx.people.cast import Figure
from claimx.people.names import OWNING, POSSESSIVE, key_of
from claimx.people.scene import AMBIGUOUS, DEFINITE, NOBODY, Answer, Case, Scene
from claimx.people.words import WORDS, is_person_noun
from claimx.schema import SpeakerKind

_AGE = re.compile(r"([0-9]+)[- ‑]years?[- ‑]old")
_TRADERS = frozenset({"companies", "firms"})
_TWO = frozenset({"both", "neither", "pair", "duo", "two"})
_OPENING = 2  # paragraphs, the headline's among them
_BELOW = 10
_CLAUSE = 8
_LEAD = 3
_LINKS = frozenset({"of", "for", "who", "in", "at", "from", "with", "whose"})
CHOOSING = frozenset({"younger", "elder", "older", "other", "latter", "former", "first", "second", "third", "next"})


def latest(scene: Scene, token: int, figures: list[Figure]) -> Figure | None:
    """Of several, the one mentioned last before ``token``; a single one also when it comes later."""
    near = {id(figure) for figure in figures}
    for mention in reversed(scene.timeline.mentions[-400:]):
        if id(mention.figure) in near and mention.token < token:
            return mention.figure
    return figures[0] if len(near) == 1 else None


def _owners(case: Case, scene: Scene) -> frozenset[str] | None:
    """Words of the person that the source belongs to, None when it is nobody's or a body's."""
    owner, text = case.phrase.owner, scene.text
    if owner is None:
        return None
    name = scene.names.at(owner[1] - 1)
    figure = scene.cast.of(name) if name is not None else None
    wanted = PRONOUNS.get(text.lows[owner[0]])
    if name is None and wanted is not None:
        figure, _ = scene.timeline.best(owner[0], wanted)
    if figure is None or figure.kind != "person":
        return None
    return frozenset(key_of(figure.name or ""))


def _modifiers(case: Case, scene: Scene) -> set[str]:
    return set(scene.text.lows[case.phrase.start : case.phrase.head]) - DEFINITE


def owned_body(case: Case, scene: Scene) -> Answer | None:
    """As in "the Obama administration", "Ruiz's campaign": a body of somebody's that is called so."""
    phrase, text = case.phrase, scene.text
    before = phrase.head - 1 - (text.lows[phrase.head - 1] in POSSESSIVE)
    name = scene.names.at(before) if before >= phrase.start else None
    if text.lows[phrase.head] not in WORDS.called or name is None:
        return None
    label = text.chars(name.start, phrase.head + 1)
    known = scene.cast.called(label)
    return Answer(
        (known or scene.cast.add(Figure("organization", label, label, head=text.lows[phrase.head])),), "named"
    )


def pair(case: Case, scene: Scene) -> Answer | None:
    """As in "both", "the pair", "the two companies": those who last spoke together, or the two of this paragraph."""
    phrase = case.phrase
    low = scene.text.lows[phrase.head]
    if low not in WORDS.pairs or phrase.owner is not None or phrase.counted:
        return None
    figures = scene.timeline.pair_before(phrase.head)
    if not figures and low in _TRADERS:
        figures = tuple(scene.timeline.candidates(phrase.head, "company", (), phrase.head))
        figures = figures[::-1] if len(figures) == 2 else ()
    if not figures and low in _TWO:
        figures = scene.timeline.people_here(phrase.head)
        figures = figures if len(figures) == 2 else ()
    return Answer(figures, "nominal") if figures else None


def body(case: Case, scene: Scene) -> Answer | None:
    """As in "the ministry", "the company", "the Harnova government", "the report" that has a title."""
    phrase, low = case.phrase, scene.text.lows[case.phrase.head]
    if low not in WORDS.bodies | WORDS.titled or phrase.owner is not None or phrase.determiner not in (*DEFINITE, ""):
        return None
    early = scene.text.paragraph[phrase.head] <= _OPENING
    known = [f for f in _bodies(scene, low) if f.kind != "document" or early or f.mentions[0][0] < phrase.head]
    figure = latest(scene, phrase.head, known)
    if figure is None and phrase.determiner and low in WORDS.companies | WORDS.places:
        figure, _ = scene.timeline.best(phrase.head, "place" if low in WORDS.places else "company")
    return Answer((figure,), "nominal") if figure is not None else None


def _bodies(scene: Scene, low: str) -> list[Figure]:
    """Bodies or titled documents with the noun in their name, or that are called so; else those with one like it."""
    kinds = ("organization", "document") if low in WORDS.titled else ("organization",)
    for words in ((low,), WORDS.kindred.get(low, ())):
        found = [f for word in words for f in scene.cast.bodies_with(word) if f.kind in kinds]
        if found:
            return found
    return []


def aged(case: Case, scene: Scene) -> Answer | None:
    """As in "the 54-year-old", "the 29-year-old dive guide": whoever is that old, else whoever is in view."""
    phrase = case.phrase
    found = _AGE.search(scene.text.chars(phrase.start, phrase.end))
    if found is None or phrase.determiner not in DEFINITE:
        return None
    bearers = [figure for figure in scene.cast.figures if figure.age == found[1]]
    if len(bearers) == 1:
        return Answer((bearers[0],), "nominal")
    figure, close = scene.timeline.best(phrase.head, "person", before=phrase.start)
    return Answer((figure,), "nominal") if figure and not close else AMBIGUOUS


def _foreigners(case: Case, scene: Scene) -> list[Figure]:
    """Whoever is of another nation than the phrase says: "the Ukrainian leader" is no Frenchman."""
    given = scene.cast.nations & _modifiers(case, scene)
    others = (figure for nation in scene.cast.nations - given for figure in scene.cast.people_with(nation))
    return [figure for figure in others if given.isdisjoint(figure.traits)] if given else []


def role(case: Case, scene: Scene) -> Answer | None:
    """As in "the minister", "the Vermont senator", "Pagliano's lawyer"."""
    phrase, low = case.phrase, scene.text.lows[case.phrase.head]
    if low in WORDS.bodies or (phrase.determiner not in DEFINITE and phrase.owner is None and phrase.determiner):
        return None
    bearers = [f for f in scene.cast.people_with(low) if f.kind in ("person", "unnamed", "document")]
    foreign = _foreigners(case, scene)
    bearers = [figure for figure in bearers if figure not in foreign]
    if not bearers:
        return None
    words = _modifiers(case, scene)
    owners = _owners(case, scene)
    if owners is not None:  # "Ruiz's lawyer" is "an attorney for Ruiz", not any lawyer
        bearers = [figure for figure in bearers if owners & figure.traits]
        if not bearers:
            return None
    most = max(len(words & figure.traits) for figure in bearers)
    figure = latest(scene, phrase.head, [f for f in bearers if len(words & f.traits) == most])
    return Answer((figure,), "nominal") if figure is not None else AMBIGUOUS


def _is_somebodys(case: Case, scene: Scene) -> bool:
    """Whether a person or body owns the source: "his lawyer", "Ruiz's lawyer", but not "pilots' union"."""
    owner = case.phrase.owner
    return owner is not None and (scene.text.lows[owner[0]] in OWNING or scene.names.at(owner[1] - 1) is not None)


def late(case: Case, scene: Scene) -> Answer | None:
    """As in "Lawmaker urges calm" and "a local teacher said": a headline or opening whose speaker is named below.

    Only one that the article calls by that noun, or the first of several in a headline.
    """
    phrase, text = case.phrase, scene.text
    low = text.lows[phrase.head]
    opening = text.paragraph[phrase.start] <= _OPENING and phrase.determiner in ("a", "an", "one", "")
    if not opening or _is_somebodys(case, scene) or phrase.counted or text.tags[phrase.head] not in ("NN", "NNP", ""):
        return None
    bearers = scene.cast.people_with(low) if low in WORDS.people else _bodies(scene, low)
    after = [f for f in bearers if f.name is not None and f.mentions and f.mentions[0][0] > phrase.head]
    near = [f for f in after if text.paragraph[f.mentions[0][0]] - text.paragraph[phrase.head] <= _BELOW]
    near = near or _only_firm(scene, low)
    words = _modifiers(case, scene)
    most = max((len(words & f.traits) for f in near), default=0)
    near = [f for f in near if len(words & f.traits) == most]
    if len(near) > 1 and text.paragraph[phrase.start]:
        return None
    return Answer((min(near, key=lambda f: f.mentions[0]),), "nominal") if near else None


def _only_firm(scene: Scene, low: str) -> list[Figure]:
    """The one firm of the first paragraphs, for a headline's "company", "operator" or "airline"."""
    if low not in WORDS.companies:
        return []
    figures = dict.fromkeys(figure for name, figure in scene.cast.named_at if scene.text.paragraph[name.start] <= _LEAD)
    firms = [f for f in figures if f.kind == "organization" and agrees(f, "company") and not _is_letter(f)]
    return firms if len(firms) == 1 else []


def _is_letter(figure: Figure) -> bool:
    """Whether the name is no more than a letter, as that of the network X at the end of a sentence."""
    return len((figure.name or "").rstrip(".")) == 1


def _is_hidden(case: Case, scene: Scene) -> bool:
    """Whether the phrase says that its bearer is not to be named."""
    text, end = scene.text, case.phrase.end
    end += _CLAUSE * (text.words[end : end + 1] == [","])  # "the boy", whose clause the source leaves out
    whole = " ".join(text.lows[case.phrase.start : end])
    return any(words in whole for words in WORDS.hidden_phrases)


def _is_human(case: Case, scene: Scene) -> bool:
    low = scene.text.lows[case.phrase.head]
    return is_person_noun(low) or scene.names.at(case.phrase.head) is not None


def _tells_which(case: Case, scene: Scene) -> bool:
    """Whether the phrase says which one: "the man whose contract ends", "the younger man"; or that it will not.

    "The Spaniard, whose contract ends," does not: there is but one in view.
    """
    behind = scene.text.lows[case.phrase.head : case.phrase.end]
    close = behind[: behind.index(",")] if "," in behind else behind
    if _is_hidden(case, scene):
        return True
    return not _LINKS.isdisjoint(close) or not CHOOSING.isdisjoint(_modifiers(case, scene))


def _beside(case: Case, scene: Scene, figure: Figure) -> bool:
    """Whether the sentence is about the figure already: "Ruiz wept as the foreman returned the verdict"."""
    text, head = scene.text, case.phrase.head
    here = takewhile(lambda m: text.sentence[m.token] == text.sentence[head], reversed(scene.timeline.mentions))
    before = [m for m in here if m.figure is figure and m.subject and not m.quoted and m.token < case.phrase.start]
    return any(leads(text, m.token) for m in before)


def elegant(case: Case, scene: Scene) -> Answer | None:
    """As in "the chef" where nobody was called a chef: the person in view, if nobody else is near."""
    phrase, text = case.phrase, scene.text
    low = text.lows[phrase.head]
    if phrase.determiner not in DEFINITE or phrase.owner is not None or low in WORDS.bodies | WORDS.documents:
        return None
    if not _is_human(case, scene) or low in WORDS.hidden or _tells_which(case, scene):
        return None
    sexes: dict[str, Wanted] = {"f": "she", "m": "he"}
    wanted = sexes.get(WORDS.sex.get(low, ""), "person")
    figure, close = scene.timeline.best(phrase.head, wanted, _foreigners(case, scene), phrase.start)
    if figure is None or close or _beside(case, scene, figure):
        return None
    return Answer((figure,), "nominal")


def _kind(case: Case, scene: Scene) -> tuple[SpeakerKind, bool]:
    """Kind of a source without a name, and whether it is several."""
    phrase, text = case.phrase, scene.text
    low = text.lows[phrase.head]
    plural = low in WORDS.groups or low in WORDS.group_pronouns or text.tags[phrase.head] == "NNS"
    if low in WORDS.documents and low not in WORDS.people:
        return "document", plural
    if low in WORDS.hidden or _is_hidden(case, scene):
        return "unnamed", plural
    if plural or phrase.counted:
        return ("unnamed" if phrase.determiner in WORDS.counts or phrase.determiner.isdigit() else "group"), True
    if low in WORDS.bodies or low in WORDS.belonging:
        return "organization", False
    return "unnamed", False


def described(case: Case, scene: Scene) -> Answer | None:
    """Somebody new without a name: "two officials", "a report", "his office"."""
    phrase, text = case.phrase, scene.text
    low = text.lows[phrase.head]
    if not low[:1].isalnum() or low in ("you", "q", "a"):
        return NOBODY
    kind, plural = _kind(case, scene)
    label = text.chars(phrase.start, phrase.end).rstrip(" ,")  # PolNeAR's sources keep the comma of an apposition
    known = scene.cast.called(label) if kind == "group" else None
    if known is not None:
        return Answer((known,), "nominal")
    traits = {w for w in text.lows[phrase.start : phrase.head + 1] if w.isalpha() and w not in OWNING} - DEFINITE
    name = _own_name(case, scene) if kind in ("group", "organization") else None
    if name is not None and (known := scene.cast.called(name)) is not None:
        return Answer((known,), "named")
    figure = Figure(kind, label, name, head=low, plural=plural, sex=WORDS.sex.get(low), traits=traits)
    return Answer((scene.cast.add(figure),), "named" if name is not None else "nominal")


def _own_name(case: Case, scene: Scene) -> str | None:
    """The proper name of many people or a body: "Democrats" in "fellow Democrats"; none in "Residents"."""
    text, head = scene.text, case.phrase.head
    word = text.words[head]
    if case.phrase.counted or not word[:1].isupper() or text.tags[head] not in ("NNPS", "NNS", "NNP"):
        return None
    low, first = word.lower(), head == 0 or text.sentence[head - 1] != text.sentence[head]
    common = low in WORDS.groups and low not in WORDS.parties
    if common or low in scene.small or word.isupper() or (first and text.tags[head] == "NNS"):
        return None
    start = head
    while start > case.phrase.start and text.words[start - 1][:1].isupper() and text.tags[start - 1][:3] == "NNP":
        start -= 1
    return text.chars(start, head + 1)
