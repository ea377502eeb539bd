"""Regular forms of English verbs, so that word lists can name a verb once."""

from collections.abc import Iterable, Iterator, Mapping


def forms(verbs: Iterable[str], irregular: Mapping[str, list[str]] | None = None) -> Iterator[str]:
    """Yield every form of the verbs: "believe", "believes", "believing", "believed".

    ``irregular`` gives the forms beside the base, the third person and the "-ing" form where they are not
    regular: ``{"think": ["thought"]}``.
    """
    for verb in verbs:
        stem = verb.removesuffix("e")
        past = f"{verb[:-1]}ied" if verb.endswith("y") else f"{stem}ed"
        third = f"{verb[:-1]}ies" if verb.endswith("y") else f"{verb}s"
        yield from (verb, third, f"{stem}ing", *(irregular or {}).get(verb, [past]))
