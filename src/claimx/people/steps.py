"""The steps that turn a source phrase into its speaker, most certain first.

Each is a function of a case and the scene that answers, or passes with ``None``. An answer without figures
refuses: "ambiguous" when two fit, "none" when a reader could not know.
"""

from claimx.people.antecedents import PRONOUNS, agrees
from claimx.people.cast import Figure, is_full
from claimx.people.names import key_of
from claimx.people.nominals import CHOOSING, aged, body, described, elegant, late, latest, owned_body, pair, role
from claimx.people.papers import paper
from claimx.people.phrases import Phrase, read_phrase
from claimx.people.scene import AMBIGUOUS, NOBODY, Answer, Case, Scene, Step, ask
from claimx.people.text import Text
from claimx.people.words import WORDS

_RELATIVES = frozenset({"who", "which", "that", "whose"})
_AUTHOR = "the author"


def named(case: Case, scene: Scene) -> Answer | None:
    """As in "Port director Ana Ruiz", "Ruiz", "Oyelade and Ruiz"; not "the Spaniard", who has a name.

    "The younger Ruiz" is the Ruiz who was mentioned last.
    """
    phrase = case.phrase
    pairs = [(name, scene.cast.of(name)) for name in phrase.names]
    figures = list(dict.fromkeys(figure for _, figure in pairs if figure is not None))
    if not figures or (len(figures) == 1 and _is_demonym(phrase, figures[0], scene)):
        return None
    if not CHOOSING.isdisjoint(scene.text.lows[phrase.start : phrase.names[0].start]):
        namesakes = [figure for figure in scene.cast.figures if _is_namesake(figure, phrase)]
        figures = [latest(scene, phrase.head, namesakes) or figures[0]] if len(namesakes) > 1 else figures
    full = all(figure is None or is_full(figure, name) for name, figure in pairs)
    return Answer(tuple(figures), "named" if full else "alias")


def _is_namesake(figure: Figure, phrase: Phrase) -> bool:
    key = phrase.names[0].key
    return len(phrase.names) == len(key) == 1 and figure.kind == "person" and key_of(figure.name or "")[-1:] == key


def _is_demonym(phrase: Phrase, figure: Figure, scene: Scene) -> bool:
    name = phrase.names[0]
    single = name.label == "MISC" and name.end - name.start == 1 and scene.text.tags[name.start] != "NNPS"
    return single and phrase.determiner in ("the", "a", "an", "one", "another") and figure.kind != "group"


def first_person(case: Case, scene: Scene) -> Answer | None:
    """As in "I" and "we": whoever is being quoted, else the author."""
    if scene.text.lows[case.phrase.head] not in WORDS.author:
        return None
    if case.nested or scene.text.quoted[case.phrase.head]:
        return Answer((case.outer,), "pronoun") if case.outer is not None else NOBODY
    known = scene.cast.called(_AUTHOR)
    return Answer((known or scene.cast.add(Figure("author", _AUTHOR)),), "pronoun")


def turn(case: Case, scene: Scene) -> Answer | None:
    """As in "Q:" and "A:" in an interview: who asks may give a name first, who answers stays the same."""
    low, timeline = scene.text.lows[case.phrase.head], scene.timeline
    if low not in ("q", "a") or case.phrase.end - case.phrase.start > 2 or case.nested:
        return None
    if low == "q":
        name = scene.names.at(case.content)
        figure = scene.cast.of(name) if name is not None and name.label == "PERSON" else None
        gives = figure is not None and name is not None and scene.text.lows[name.end : name.end + 1] == [","]
        return Answer((figure,), "named") if figure is not None and gives else NOBODY
    if timeline.answering is None:
        timeline.answering, _ = timeline.best(case.phrase.head, "person", (timeline.asking,))
    return Answer((timeline.answering,), "continued") if timeline.answering is not None else NOBODY


def pronoun(case: Case, scene: Scene) -> Answer | None:
    """As in "she", "they", "his"."""
    head = case.phrase.head
    low = scene.text.lows[head]
    if low in WORDS.eyes and case.phrase.owner is not None:
        head = case.phrase.owner[0]
        low = scene.text.lows[head]
    wanted = PRONOUNS.get(low)
    if wanted is None or case.phrase.counted:  # "one of them" is nobody by name
        return None
    if wanted == "they" and (several := scene.timeline.pair_before(head)):
        return Answer(several, "pronoun")
    figure, close = scene.timeline.best(head, wanted, (case.outer,) if scene.text.quoted[head] else ())
    if figure is None and wanted == "they":
        figure, close = scene.timeline.best(head, "person")
    if figure is None or close:
        return AMBIGUOUS if close else NOBODY
    return Answer((figure,), "pronoun")


def voiced(case: Case, scene: Scene) -> Answer | None:
    """As in "Ruiz's account" and "the Briton's summary": whoever gives it."""
    owner = case.phrase.owner
    if owner is None or scene.text.lows[case.phrase.head] not in WORDS.eyes:
        return None
    giver = case._replace(phrase=read_phrase(scene.text, scene.names, owner))
    return ask(giver, scene, (named, body, role, elegant, described))


def relative(case: Case, scene: Scene) -> Answer | None:
    """As in "Ana Ruiz, 41, who said": the noun the clause hangs on, else the nearest mention that fits."""
    head, text = case.phrase.head, scene.text
    if text.lows[head] not in _RELATIVES:
        return None
    noun = _clause_noun(text, head)
    name = scene.names.at(noun) if noun >= 0 else None
    figure = scene.cast.of(name) if name is not None else _mentioned(scene, head, noun)
    if figure is not None:
        return Answer((figure,), "pronoun")
    if not 0 <= noun < head:
        return NOBODY
    phrase = read_phrase(text, scene.names, (_phrase_start(text, noun), noun + 1))
    return ask(case._replace(phrase=phrase), scene, (owned_body, named, paper, role, described))


def _clause_noun(text: Text, head: int) -> int:
    """The noun that the parse hangs the relative clause on, or -1; for an apposition what it explains.

    "Which" means a body that stands right before it: "members of the government, which has denied it".
    """
    nearest = head - 1 - (text.words[head - 1] == ",")
    if text.lows[head] == "which" and nearest > 0 and text.lows[nearest] in WORDS.bodies:
        return nearest
    verb = text.heads[head]
    if text.deps[verb] != "acl:relcl" or not text.heads[verb] < head:
        return -1
    noun = text.heads[verb]
    while text.deps[noun] == "appos" and text.heads[noun] < noun:
        noun = text.heads[noun]
    return noun


def _mentioned(scene: Scene, head: int, noun: int) -> Figure | None:
    """The nearest fitting mention, unless a noun that is nobody's role stands between."""
    text, person = scene.text, scene.text.lows[head] == "who"
    for mention in reversed(scene.timeline.mentions[-8:]):
        figure = mention.figure
        if mention.token >= head or text.sentence[mention.token] != text.sentence[head]:
            continue
        if person and not (agrees(figure, "person") or figure.kind in ("group", "unnamed")):
            continue
        common = noun > mention.token and text.tags[noun] in ("NN", "NNS")
        return None if common and text.lows[noun] not in figure.traits else figure
    return None


def _phrase_start(text: Text, noun: int) -> int:
    start = noun
    while start > 0 and text.heads[start - 1] == noun and text.deps[start - 1] not in ("punct", "case", "cc"):
        start -= 1
    return start


STEPS: tuple[Step, ...] = (
    turn, first_person, owned_body, named, relative, voiced, paper, pronoun, pair, late, body, aged, role, elegant,
    described,
)  # fmt: skip
