"""The word classes of ``speakers.toml``, as sets; :data:`WORDS` is the only copy."""

import re
from dataclasses import dataclass
from typing import Any

from claimx.lexicons import load


@dataclass(frozen=True, slots=True)
class Words:
    """What a lower-cased word can tell about a source."""

    titles: dict[str, str | None]
    courtesy: frozenset[str]
    kept_titles: frozenset[str]
    name_suffixes: frozenset[str]
    related: dict[str, frozenset[str]]
    people: frozenset[str]
    groups: frozenset[str]
    group_pronouns: frozenset[str]
    bodies: frozenset[str]
    kindred: dict[str, tuple[str, ...]]
    companies: frozenset[str]
    places: frozenset[str]
    belonging: frozenset[str]
    body_suffixes: frozenset[str]
    metonyms: frozenset[str]
    documents: frozenset[str]
    titled: frozenset[str]
    personal: frozenset[str]
    made: frozenset[str]
    seen: frozenset[str]
    hidden: frozenset[str]
    hidden_phrases: tuple[str, ...]
    quantities: frozenset[str]
    author: frozenset[str]
    sex: dict[str, str]
    first_names: dict[str, str]
    calendar: frozenset[str]
    pronouns: frozenset[str]
    particles: frozenset[str]
    offices: frozenset[str]
    before_months: frozenset[str]
    qualifiers: frozenset[str]
    breaks: frozenset[str]
    determiners: frozenset[str]
    called: frozenset[str]
    counts: frozenset[str]
    pairs: frozenset[str]
    eyes: frozenset[str]
    streets: frozenset[str]
    parties: frozenset[str]


def _set(words: str) -> frozenset[str]:
    return frozenset(words.split())


def _titles(table: dict[str, str]) -> dict[str, str | None]:
    sexes = (("f", "female"), ("m", "male"), (None, "neutral"))
    return {form: sex for sex, key in sexes for word in table[key].split() for form in (word, word + ".")}


def _plural(noun: str) -> str:
    if noun.endswith("man"):
        return noun[:-3] + "men"
    if noun.endswith("y") and noun[-2] not in "aeiou":
        return noun[:-1] + "ies"
    return noun + ("es" if noun.endswith(("s", "x", "ch", "sh")) else "s")


def build(table: dict[str, Any]) -> Words:
    """Turn the tables of the lexicon into sets."""
    people = _set(table["people"]["nouns"])
    grammar = {key: _set(words) for key, words in table["grammar"].items() if key != "example"}
    return Words(
        titles=_titles(table["titles"]),
        courtesy=frozenset(f for w in table["titles"]["courtesy"].split() for f in (w, w + ".")),
        kept_titles=_set(table["titles"]["kept"]),
        name_suffixes=_set(table["titles"]["suffixes"]),
        related={k: _set(v) for k, v in table["title_words"].items() if k != "example"},
        people=people,
        groups=_set(table["groups"]["nouns"]) | {_plural(noun) for noun in people},
        group_pronouns=_set(table["groups"]["pronouns"]),
        bodies=_set(table["organizations"]["nouns"]),
        kindred={k: tuple(v.split()) for k, v in table["kindred"].items() if k != "example"},
        companies=_set(table["organizations"]["company"]),
        places=_set(table["organizations"]["place"]),
        belonging=_set(table["organizations"]["belonging"]),
        body_suffixes=_set(table["organizations"]["suffixes"]),
        metonyms=_set(table["organizations"]["metonyms"]),
        documents=_set(table["documents"]["nouns"]),
        titled=_set(table["documents"]["titled"]),
        personal=_set(table["documents"]["personal"]),
        made=_set(table["documents"]["made"]),
        seen=_set(table["documents"]["seen"]),
        hidden=_set(table["unnamed"]["nouns"]),
        hidden_phrases=tuple(table["unnamed"]["phrases"]),
        quantities=_set(table["quantity_heads"]["nouns"]),
        author=_set(table["author"]["words"]),
        sex={w: s for s, key in (("f", "female"), ("m", "male")) for w in table["people"][key].split()},
        first_names={w: s for s, key in (("f", "female"), ("m", "male")) for w in table["first_names"][key].split()},
        **grammar,
    )


WORDS = build(load("speakers"))
_TAILS = tuple(noun for noun in WORDS.people if len(noun) > 4)  # of "schoolteacher"
_ENDINGS = re.compile(r"(?:[bdglmnprstvk]er|tor|sor|ist|ian|man|woman|eer|ant|yst)$")


def is_person_noun(low: str) -> bool:
    """Whether a noun means one person: "minister", and by its ending "schoolteacher" and "paediatrician"."""
    return low in WORDS.people or low.endswith(_TAILS) or _ENDINGS.search(low) is not None
