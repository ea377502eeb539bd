"""The cast of an article: everybody who is named, with role and affiliation, and who speaks without a name.

"Port director Ana Ruiz", "Ruiz" and "she" are one figure; "a spokeswoman" is a figure without a name.
"""

from dataclasses import dataclass, field

from claimx.people import roles
from claimx.people.clusters import Cluster, cluster, fullest
from claimx.people.names import DOCUMENT, Name, NameMap, introduced, key_of
from claimx.people.text import Text
from claimx.people.words import WORDS
from claimx.schema import SpeakerKind

Span = tuple[int, int]
_KINDS: dict[str, SpeakerKind] = {"PERSON": "person", DOCUMENT: "document"}


@dataclass(slots=True, eq=False)
class Figure:
    """Somebody or something that may speak."""

    kind: SpeakerKind
    label: str
    name: str | None = None
    head: str = ""
    plural: bool = False
    sex: str | None = None
    age: str | None = None
    role: str | None = None
    affiliation: str | None = None
    sort: str = "ORG"  # what the name is to the entity recogniser
    traits: set[str] = field(default_factory=set)
    mentions: list[Span] = field(default_factory=list)


def _spelt(text: Text, name: Name) -> str:
    start = name.start - 1 if len(name.key) == 1 and name.title in WORDS.kept_titles else name.start
    return text.chars(start, name.end)


def _kind(text: Text, group: Cluster) -> tuple[SpeakerKind, bool]:
    if group.label in _KINDS:
        return _KINDS[group.label], False
    last = group.names[0].end - 1
    plural = text.tags[last] == "NNPS" or text.lows[last] in WORDS.groups
    if plural and (group.label == "MISC" or len(group.names[0].key) == 1):
        return "group", True
    return "organization", plural


def _describe(text: Text, names: NameMap, figure: Figure, name: Name) -> None:
    """Take over what the article says of a person around one mention of the name."""
    ahead, behind = roles.before(text, names, name), roles.after(text, names, name)
    for role in (ahead, behind):
        if role is None:
            continue
        figure.traits |= roles.traits(text, role)
        figure.age = figure.age or role.age
        if role.span is not None and figure.role is None:
            figure.role = text.chars(*role.span)
            if role is ahead and role.span[1] == name.start:
                figure.label = text.chars(role.span[0], name.end)
        if role.affiliation is not None and figure.affiliation is None:
            figure.affiliation = text.chars(role.affiliation.start, role.affiliation.end)
    figure.traits |= WORDS.related.get(name.title, frozenset()) | ({name.title} if name.title else set())
    if figure.sex is None:
        figure.sex = next((WORDS.sex[word] for word in figure.traits if word in WORDS.sex), None)


class Cast:
    """All figures, and which of them stands on a token or answers to a spelling."""

    def __init__(self, text: Text, names: list[Name]) -> None:
        self.figures: list[Figure] = []
        self.named_at: list[tuple[Name, Figure]] = []
        self._by_start: dict[int, Figure] = {}
        self._by_label: dict[str, Figure] = {}
        self._by_word: dict[str, list[Figure]] = {}
        self._by_trait: dict[str, list[Figure]] = {}
        names_at = NameMap(names)
        for group in cluster(names, introduced(text, names)):
            self._enter(text, names_at, group)
        self.named_at.sort(key=lambda pair: pair[0].start)
        self.nations = {name.key[0] for name in names if name.label == "MISC" and len(name.key) == 1}

    def _enter(self, text: Text, names: NameMap, group: Cluster) -> None:
        kind, plural = _kind(text, group)
        spelling = _spelt(text, fullest(group))
        figure = Figure(kind, spelling, spelling, plural=plural, sex=group.sex, sort=group.label)
        for name in group.names:
            if kind == "person":
                _describe(text, names, figure, name)
            figure.mentions.append((name.start, name.end))
            self._by_start[name.start] = figure
            self.named_at.append((name, figure))
        if kind != "person":
            words = {word for name in group.names for word in name.key}
            if group.label != "LOC":
                words.update(*(roles.called(text, names, name) for name in group.names))
            for word in words:
                self._by_word.setdefault(word, []).append(figure)
        self.figures.append(figure)
        for trait in figure.traits:
            self._by_trait.setdefault(trait, []).append(figure)

    def of(self, name: Name) -> Figure | None:
        """The figure that a name mention names."""
        return self._by_start.get(name.start)

    def bodies_with(self, word: str) -> list[Figure]:
        """Bodies that carry the word in their name: "ministry" finds "Defence Ministry"."""
        return self._by_word.get(word, [])

    def people_with(self, trait: str) -> list[Figure]:
        """People that bear the role."""
        return self._by_trait.get(trait, [])

    def called(self, label: str) -> Figure | None:
        """The figure that was added on the way with this label."""
        return self._by_label.get(label.lower())

    def add(self, figure: Figure) -> Figure:
        """Take in a figure without a proper name."""
        self.figures.append(figure)
        self._by_label.setdefault(figure.label.lower(), figure)
        for trait in figure.traits:
            self._by_trait.setdefault(trait, []).append(figure)
        return figure


def is_full(figure: Figure, name: Name) -> bool:
    """Whether the mention is the fullest spelling; if not, it is an alias."""
    return (
        figure.name is not None
        and key_of(figure.name)[-len(name.key) :] == name.key
        and (len(key_of(figure.name)) == len(name.key))
    )
