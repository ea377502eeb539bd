"""Letters, posts and notes: whoever wrote them speaks in them.

In 'He kept a diary. It says: "Rain."' the words are his, in "the post puts the loss at 2 million" those of whoever
posted; "a notice on the gate" is nobody's.
"""

from itertools import takewhile

from claimx.people.antecedents import PRONOUNS
from claimx.people.cast import Figure
from claimx.people.implied import from_whom, subject_of
from claimx.people.scene import DEFINITE, Answer, Case, Scene
from claimx.people.text import SUBJECTS
from claimx.people.words import WORDS

_RELATIVE = frozenset({"acl", "acl:relcl"})
_SENT = frozenset({"post", "tweet", "thread", "letter", "email", "e-mail", "message", "note"})
_SOON = 2  # sentences
_NEAR = 8  # tokens from the noun to what tells of its author


def _figure_at(scene: Scene, token: int) -> Figure | None:
    """Whom a name or pronoun means."""
    name = scene.names.at(token)
    if name is not None:
        return scene.cast.of(name)
    wanted = PRONOUNS.get(scene.text.lows[token])
    return scene.timeline.best(token, wanted)[0] if wanted is not None else None


def _opens_clause(scene: Scene, noun: int) -> bool:
    """As in "In a letter to the board, Ruiz said no"."""
    text = scene.text
    case = (i for i in range(max(0, noun - _NEAR), noun) if text.heads[i] == noun and text.deps[i] == "case")
    return text.deps[noun] == "obl" and any(text.lows[i] == "in" for i in case)


def _made_by(scene: Scene, noun: int) -> Figure | None:
    """As in "Ruiz sent a letter", "a notebook he kept" and "a text sent by Ruiz"."""
    text = scene.text
    behind = range(noun + 1, min(noun + _NEAR, len(text)))
    verbs = [i for i in behind if text.heads[i] == noun and text.deps[i] in _RELATIVE]
    verbs += [text.heads[noun]] if text.deps[noun] == "obj" else []
    verbs = [verb for verb in verbs if text.lows[verb] in WORDS.made]
    verbs += [text.heads[noun]] if _opens_clause(scene, noun) else []
    for verb in verbs:
        agent = from_whom(text, verb)
        token = agent if agent is not None else subject_of(text, verb)
        if token is not None:
            return _figure_at(scene, token)
    return None


def _right_behind(scene: Scene, noun: int) -> int | None:
    """The name in "a letter from landlord Ana Ruiz", whatever the parse hangs it on."""
    text = scene.text
    if text.lows[noun + 1 : noun + 2] not in (["from"], ["by"]):
        return None
    for i in range(noun + 2, min(noun + _NEAR, len(text))):
        if scene.names.at(i) is not None or text.lows[i] in PRONOUNS:
            return i
        if text.tags[i][:2] not in ("NN", "JJ", "DT"):
            break
    return None


def _sender(scene: Scene, noun: int) -> int | None:
    """Whom it is from, came from or was written by."""
    text = scene.text
    sender = from_whom(text, noun)
    if sender is None and text.deps[noun] in SUBJECTS:
        sender = from_whom(text, text.heads[noun])
    return sender if sender is not None else _right_behind(scene, noun)


def author_of(scene: Scene, noun: int) -> Figure | None:
    """Who wrote what the noun speaks of: its owner, whom it is from, or who made it; of "the post" who posted last."""
    text = scene.text
    around = [i for i in range(max(0, noun - _NEAR), noun) if text.heads[i] == noun]
    owner = next((i for i in around if text.deps[i] == "nmod:poss"), None)
    sender = owner if owner is not None else _sender(scene, noun)
    author = _figure_at(scene, sender) if sender is not None else None
    author = author or (_made_by(scene, noun) if owner is None else None)
    if author is None and any(text.lows[i] in DEFINITE for i in around):
        earlier = (paper for paper in reversed(scene.papers) if paper.token < noun)
        known = next((paper for paper in earlier if text.lows[paper.token] == text.lows[noun]), None)
        last = scene.timeline.writer if text.lows[noun] in _SENT else None
        author = known.author if known is not None else last
    return author


def _taken_up(case: Case, scene: Scene) -> Figure | None:
    """As in "it" right after a paper, where no body has come in between."""
    text, head = scene.text, case.phrase.head
    paper = next((p for p in reversed(scene.papers) if p.token < head), None)
    if paper is None or not 0 <= text.sentence[head] - text.sentence[paper.token] <= _SOON:
        return None
    later = takewhile(lambda mention: mention.token > paper.token, reversed(scene.timeline.mentions))
    return None if any(mention.figure.kind == "organization" for mention in later) else paper.author


def _one_of(case: Case, scene: Scene) -> Figure | None:
    """As in "one" and "another" in the paragraph that speaks of letters: "He wrote letters. One says no."."""
    text, head = scene.text, case.phrase.head
    papers = [paper for paper in scene.papers if text.paragraph[paper.token] == text.paragraph[head]]
    several = [paper for paper in papers if paper.token < head and text.tags[paper.token] == "NNS"]
    return several[-1].author if several and "of" not in text.lows[case.phrase.start : case.phrase.end] else None


def paper(case: Case, scene: Scene) -> Answer | None:
    """As in "Ruiz's letter", "the post", "it" after one and "another" after several."""
    phrase, low = case.phrase, scene.text.lows[case.phrase.head]
    if low in ("it", "one", "another"):
        author = _taken_up(case, scene) if low == "it" else _one_of(case, scene)
        return Answer((author,), "pronoun") if author is not None else None
    if low not in WORDS.personal:
        return None
    author = author_of(scene, phrase.head)
    return Answer((author,), "nominal") if author is not None else None
