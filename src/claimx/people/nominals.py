"""Steps for sources that are described: "the ministry", "the 54-year-old", "two officials", "his office".

"The minister" is whoever was introduced as one; "a minister" is somebody new without a name.
"""

import re

from claimx.people.antecedents import Wanted
from claimx.people.cast import Figure
from claimx.people.phrases import OWNING
from claimx.people.scene import AMBIGUOUS, DEFINITE, NOBODY, Answer, Case, Scene
from claimx.people.words import WORDS
from claimx.schema import SpeakerKind

_AGE = re.compile(r"([0-9]+)[- ‑]years?[- ‑]old")
_LINKS = frozenset({"of", "for", "who", "in", "at", "from", "with", "whose"})
_HUMAN = re.compile(r"(?:[bdglmnprstvk]er|tor|sor|ist|ian|man|woman|eer|ant|yst)$")


def _latest(scene: Scene, token: int, figures: list[Figure]) -> Figure | None:
    """Of several, the one mentioned last before ``token``; a single one also when it comes later."""
    near = {id(figure) for figure in figures}
    for mention in reversed(scene.timeline.mentions[-400:]):
        if id(mention.figure) in near and mention.token < token:
            return mention.figure
    return figures[0] if len(near) == 1 else None


def _modifiers(case: Case, scene: Scene) -> set[str]:
    return set(scene.text.lows[case.phrase.start : case.phrase.head]) - DEFINITE


def owned_body(case: Case, scene: Scene) -> Answer | None:
    """As in "the Obama administration", "the Trump campaign": a body of somebody's that is called so."""
    phrase, text = case.phrase, scene.text
    name = scene.names.at(phrase.head - 1) if phrase.head > phrase.start else None
    if text.lows[phrase.head] not in WORDS.called or name is None:
        return None
    label = text.chars(name.start, phrase.head + 1)
    known = scene.cast.called(label)
    return Answer(
        (known or scene.cast.add(Figure("organization", label, label, head=text.lows[phrase.head])),), "named"
    )


def pair(case: Case, scene: Scene) -> Answer | None:
    """As in "both", "the pair", "the two companies": those who last spoke together."""
    phrase = case.phrase
    if scene.text.lows[phrase.head] not in WORDS.pairs or phrase.owner is not None or phrase.counted:
        return None
    figures = scene.timeline.pair_before(phrase.head)
    return Answer(figures, "nominal") if figures else None


def body(case: Case, scene: Scene) -> Answer | None:
    """As in "the ministry", "the company", "the Harnova government"."""
    phrase, low = case.phrase, scene.text.lows[case.phrase.head]
    if low not in WORDS.bodies or phrase.owner is not None or phrase.determiner not in (*DEFINITE, ""):
        return None
    bearers = [figure for figure in scene.cast.bodies_with(low) if figure.kind == "organization"]
    figure = _latest(scene, phrase.head, bearers) if bearers else None
    if figure is None and phrase.determiner and low in WORDS.companies | WORDS.places:
        figure, close = scene.timeline.best(phrase.head, "place" if low in WORDS.places else "company")
        figure = None if close else figure
    return Answer((figure,), "nominal") if figure is not None else None


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


def role(case: Case, scene: Scene) -> Answer | None:
    """As in "the minister", "the Vermont senator", "Pagliano's lawyer"."""
    phrase, low = case.phrase, scene.text.lows[case.phrase.head]
    if low in WORDS.bodies or (phrase.determiner not in DEFINITE and phrase.owner is None and phrase.determiner):
        return None
    bearers = [f for f in scene.cast.people_with(low) if f.kind in ("person", "unnamed", "document")]
    if not bearers:
        return None
    words = _modifiers(case, scene)
    most = max(len(words & figure.traits) for figure in bearers)
    figure = _latest(scene, phrase.head, [f for f in bearers if len(words & f.traits) == most])
    return Answer((figure,), "nominal") if figure is not None else AMBIGUOUS


def elegant(case: Case, scene: Scene) -> Answer | None:
    """As in "the chef" where nobody was called a chef: the person in view, if nobody else is near."""
    phrase, text = case.phrase, scene.text
    low = text.lows[phrase.head]
    if phrase.determiner not in DEFINITE or phrase.owner is not None or low in WORDS.bodies | WORDS.documents:
        return None
    human = low in WORDS.people or _HUMAN.search(low) or scene.names.at(phrase.head) is not None
    if not human or low in WORDS.hidden or any(low in _LINKS for low in text.lows[phrase.head : phrase.end]):
        return None
    sexes: dict[str, Wanted] = {"f": "she", "m": "he"}
    wanted = sexes.get(WORDS.sex.get(low, ""), "person")
    figure, close = scene.timeline.best(phrase.head, wanted, before=phrase.start)
    return Answer((figure,), "nominal") if figure is not None and not close else None


def _kind(case: Case, scene: Scene) -> tuple[SpeakerKind, bool]:
    """Kind of a source without a name, and whether it is several."""
    phrase, text = case.phrase, scene.text
    low = text.lows[phrase.head]
    whole = " ".join(text.lows[phrase.start : phrase.end])
    plural = low in WORDS.groups or low in WORDS.group_pronouns or text.tags[phrase.head] == "NNS"
    if low in WORDS.documents and low not in WORDS.people:
        return "document", plural
    if low in WORDS.hidden or any(words in whole for words in WORDS.hidden_phrases):
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
    label = text.chars(phrase.start, phrase.end)
    known = scene.cast.called(label) if kind == "group" else None
    if known is not None:
        return Answer((known,), "nominal")
    traits = {w for w in text.lows[phrase.start : phrase.head + 1] if w.isalpha() and w not in OWNING} - DEFINITE
    figure = Figure(kind, label, head=low, plural=plural, sex=WORDS.sex.get(low), traits=traits)
    return Answer((scene.cast.add(figure),), "nominal")
