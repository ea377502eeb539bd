"""Which names are the same: "Ana Ruiz", "Ms. Ruiz" and "Ruiz"; "Meridian Space Agency" and "the MSA".

"Quint" is "Ana Ferrer-Quint" where nobody is called Quint alone. "Callum Pellow" is not "Gareth Pellow", and the town
of Norvane is not Norvane Semi.
"""

import difflib
from collections import Counter

from claimx.people.names import Key, Name
from claimx.people.words import WORDS

_LONG = 5  # letters; shorter surnames are too easily somebody else's
_HALF = 4  # letters; the "al" of "al-Assad" is nobody's name
_CROWD = 600  # short forms of names, of some 300 people; a list that long is compared with no misspelling
_ALIKE = 0.85  # difflib ratio: one letter in seven


def _vote(names: list[Name]) -> list[Name]:
    """Give every spelling the label most of its mentions have; a known surname is a person's.

    "Quorvex" is a body if there is a "Quorvex NV" and nobody called Quorvex; a "Mr. Halloran" makes Halloran a
    person though there be a Halloran Custom Homes.
    """
    votes: dict[Key, Counter[str]] = {}
    surnames: Counter[Key] = Counter()
    firms: set[Key] = set()
    for name in names:
        votes.setdefault(name.key, Counter())[name.label] += 1
        if name.label == "PERSON" and (len(name.key) > 1 or name.title):
            surnames[name.key[-1:]] += 1
        elif name.label == "ORG":
            firms |= {name.key[:i] for i in range(1, len(name.key))}
    label = {key: counts.most_common(1)[0][0] for key, counts in votes.items()}
    label |= {key: "ORG" for key in firms if key in label and label[key] == "PERSON"}
    for key in surnames:
        if key in label and votes[key]["PERSON"] + surnames[key] >= votes[key]["LOC"]:
            label[key] = "PERSON"
    return [name._replace(label=label[name.key]) for name in names]


class Cluster:
    """The names of one person or body, in text order, and the label they share."""

    __slots__ = ("label", "last_seen", "names", "sex")

    def __init__(self, label: str) -> None:
        self.label = label
        self.names: list[Name] = []
        self.sex: str | None = None
        self.last_seen = -1

    def add(self, name: Name) -> None:
        """Take a name in; titles and first names tell "he" or "she"."""
        self.names.append(name)
        if self.label != "PERSON" or self.names[0].key[0] != name.key[0] or len(name.key) > 1:
            self.last_seen = name.start
        if self.label == "PERSON" and self.sex is None:
            self.sex = WORDS.titles.get(name.title) or (
                WORDS.first_names.get(name.key[0]) if len(name.key) > 1 else None
            )


def _sex_clash(name: Name, cluster: Cluster) -> bool:
    sex = WORDS.titles.get(name.title)
    return sex is not None and cluster.sex is not None and sex != cluster.sex


class _Index:
    """Finds the clusters that a shorter or other spelling can mean."""

    def __init__(self) -> None:
        self.exact: dict[Key, Cluster] = {}
        self.short: dict[Key, list[Cluster]] = {}
        self.first: dict[Key, list[Cluster]] = {}
        self.half: dict[Key, list[Cluster]] = {}

    def register(self, key: Key, cluster: Cluster, shorts: set[Key]) -> None:
        self.exact[key] = cluster
        for short in shorts:
            bucket = self.short.setdefault(short, [])
            if cluster not in bucket:
                bucket.append(cluster)

    def misspelt(self, name: Name) -> list[Cluster]:
        """The only person whose surname differs by a letter or two: "Bornsten" is "Harold Bornstein"."""
        if name.label != "PERSON" or len(name.key) > 1 or len(name.key[0]) < _LONG or len(self.short) > _CROWD:
            return []
        surnames = [key[0] for key in self.short if len(key) == 1]
        close = difflib.get_close_matches(name.key[0], surnames, n=2, cutoff=_ALIKE)
        return self.short[(close[0],)] if len(close) == 1 else []


def _initials(key: Key) -> str:
    small = {"of", "the", "and", "for", "to", "in"}
    return "".join(part[0] for part in key if part not in small)


def _person_shorts(key: Key) -> set[Key]:
    shorts = {key[i:] for i in range(1, len(key))}
    if len(key) > 2:
        shorts |= {(key[0], key[-1])}
    return shorts | {(key[0][0], key[-1])}


def _halves(key: Key) -> set[Key]:
    """The halves of a double surname."""
    halves = key[-1].split("-")
    return {(half,) for half in halves if len(half) >= _HALF} if len(halves) > 1 and len(key) > 1 else set()


def _body_shorts(key: Key) -> set[Key]:
    bare = key[:-1] if len(key) > 1 and key[-1] in WORDS.body_suffixes else key
    shorts = {bare} | {bare[:i] for i in range(1, len(bare))} | {bare[i:] for i in range(1, len(bare))}
    if len(bare) > 2:
        shorts.add((_initials(bare),))
    return shorts - {key}


def _shorts(key: Key, label: str) -> set[Key]:
    if label == "PERSON":
        return _person_shorts(key)
    return _body_shorts(key) if label == "ORG" else {(_initials(key),)} if len(key) > 1 else set()


def _index(names: list[Name], person: bool, short_for: dict[Key, Key]) -> _Index:
    """Register every full spelling, longest first, so that shorter ones find it."""
    index = _Index()
    spellings = dict.fromkeys((n.key, n.label) for n in names if len(n.key) > 1 or not person)
    for key, label in sorted(spellings, key=lambda spelling: -len(spelling[0])):
        found = [c for c in index.short.get(key, []) if c.label == label]
        if len(found) == 1:
            index.exact[key] = found[0]
            continue
        cluster = Cluster(label)
        index.register(key, cluster, _shorts(key, label))
        if person:
            index.first.setdefault(key[:1], []).append(cluster)
            for half in _halves(key):
                index.half.setdefault(half, []).append(cluster)
    for short, full in short_for.items():
        if full in index.exact:
            index.exact[short] = index.exact[full]
    return index


def _choose(index: _Index, owners: dict[Key, Cluster], name: Name) -> Cluster:
    """The cluster of one name in text order: its own, the owner of the short form, or the one last seen."""
    if name.key in index.exact and not (len(name.key) == 1 and _sex_clash(name, index.exact[name.key])):
        return index.exact[name.key]
    owner = owners.get(name.key)
    if owner is not None and not _sex_clash(name, owner):
        return owner
    near = (index.short, index.first, index.half)
    found = next((table[name.key] for table in near if name.key in table), None) or index.misspelt(name)
    found = [cluster for cluster in found if not _sex_clash(name, cluster)]
    best = max(found, key=lambda c: c.last_seen) if found else None
    if best is None:
        best = Cluster(name.label)
        index.exact.setdefault(name.key, best)
    if not name.title:
        owners[name.key] = best
    return best


def _sort_in(names: list[Name], person: bool, short_for: dict[Key, Key]) -> list[Cluster]:
    index, owners = _index(names, person, short_for), dict[Key, Cluster]()
    clusters: dict[int, Cluster] = {}
    for name in names:
        cluster = _choose(index, owners, name)
        cluster.add(name)
        clusters[id(cluster)] = cluster
    return list(clusters.values())


def cluster(names: list[Name], short_for: dict[Key, Key]) -> list[Cluster]:
    """Sort names, in text order, into the people and bodies they name; ``short_for`` are acronyms and handles."""
    voted = _vote(names)
    people = _sort_in([name for name in voted if name.label == "PERSON"], True, short_for)
    for person in people:
        if person.sex is None and all(len(name.key) == 1 for name in person.names):  # "Kevin", known by no other name
            person.sex = WORDS.first_names.get(person.names[0].key[0])
    return people + _sort_in([name for name in voted if name.label != "PERSON"], False, short_for)


def fullest(cluster: Cluster) -> Name:
    """The longest spelling; of several one with "Lord" or "Duke" before it, then the first."""
    return max(cluster.names, key=lambda n: (len(n.key), len("".join(n.key)), n.title in WORDS.kept_titles, -n.start))
