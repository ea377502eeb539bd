"""``docs/output.md``: every field of the output, from the JSON Schema of :mod:`claimx.schema`.

The examples are from the golden articles of the tests: for each field the first value that says something.
"""

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from claimx import schema
from claimx.render.columns import COLUMNS, types
from scripts.docs.markdown import NOTICE, code, table

GOLDEN = Path(__file__).parents[2] / "tests" / "golden"
ARTICLES = ("port-strike", "water-interview", "nasty-quotes")  # the first with an example gives it
LONGEST_EXAMPLE = 60
Property = dict[str, Any]

HEAD = """# The output, field by field

{rules}

`claimx schema` prints the same as JSON Schema; the file of this version is
[schema/claimx-1.0.schema.json](../schema/claimx-1.0.schema.json). What makes a claim checkable:
[signals.md](signals.md).
"""
ROWS = """
## Flat rows

`--records claims` (or quotes, numbers, hedges, speakers) gives a row per record instead; CSV, XLSX and Parquet hold
the same columns. Fields of the record keep their names; spans are their text, pointers to other records those' texts;
`start` and `end` of a quote reach from its first piece to its last; `context` is the sentences the record stands in.

"""


def page() -> str:
    """The page."""
    contract = schema.json_schema()
    models = {"Document": contract, **_in_reading_order(contract)}
    examples = _examples(models)
    sections = (_section(name, models, examples) for name in models)
    head = NOTICE.format(source="src/claimx/schema.py") + "\n" + HEAD.format(rules=_rules())
    return head + "".join(sections) + ROWS + _columns()


def _rules() -> str:
    """What the module says of all fields, without its title, as Markdown."""
    _, *paragraphs = (schema.__doc__ or "").strip().split("\n\n")
    text = re.sub(r":\w+:`([^`]*)`", r"`\1`", "\n\n".join(paragraphs))
    return text.replace("``", "`")


def _in_reading_order(contract: dict[str, Any]) -> dict[str, dict[str, Any]]:
    """The objects of the contract in the order in which they are first referred to."""
    order: list[str] = []

    def visit(model: dict[str, Any]) -> None:
        new = [name for prop in model["properties"].values() for name in _references(prop) if name not in order]
        order.extend(dict.fromkeys(new))
        for name in new:
            visit(contract["$defs"][name])

    visit(contract)
    return {name: contract["$defs"][name] for name in order}


def _references(prop: Property) -> Iterator[str]:
    """The objects that a property holds."""
    if "$ref" in prop:
        yield prop["$ref"].rpartition("/")[2]
    for inner in (*prop.get("anyOf", ()), *([prop["items"]] if "items" in prop else ())):
        yield from _references(inner)


def _section(name: str, models: dict[str, dict[str, Any]], examples: dict[tuple[str, str], str]) -> str:
    rows = [
        (code(field), type_of(prop), _meaning(prop, models), examples.get((name, field), ""))
        for field, prop in models[name]["properties"].items()
    ]
    return f"\n## {name}\n\n{models[name]['description']}\n\n" + table(("field", "type", "meaning", "example"), rows)


def _meaning(prop: Property, models: dict[str, dict[str, Any]]) -> str:
    """What the field is; pydantic leaves it to the object where both say the same."""
    return str(prop.get("description") or " ".join(models[name]["description"] for name in _references(prop)))


def type_of(prop: Property) -> str:
    """The type of a property in words: "text or null", "list of [Span](#span)"."""
    if "anyOf" in prop:
        return " or ".join(type_of(one) for one in prop["anyOf"])
    if "$ref" in prop:
        (name,) = _references(prop)
        return f"[{name}](#{name.lower()})"
    if prop.get("type") == "array":
        return f"list of {type_of(prop['items'])}"
    if "const" in prop:
        return code(json.dumps(prop["const"]))
    if "enum" in prop:
        return ", ".join(code(value) for value in prop["enum"])
    return _plain(prop)


def _plain(prop: Property) -> str:
    pattern = prop.get("pattern", "")
    if identifier := re.fullmatch(r"\^([a-z])\[1-9\]\[0-9\]\*\$", pattern):
        return f"id, {code(identifier[1] + '1')}"
    if pattern:
        return "date, `2026-03-12`"
    return {"string": "text", "boolean": "true or false"}.get(prop["type"]) or str(prop["type"])


def _examples(models: dict[str, dict[str, Any]]) -> dict[tuple[str, str], str]:
    """(object, field) → an example as JSON; none where the field holds objects, or nothing anywhere."""
    found: dict[tuple[str, str], str] = {}
    for article in ARTICLES:
        document = json.loads((GOLDEN / f"{article}.json").read_text(encoding="utf-8"))
        for name, value in _objects("Document", document, models):
            for field, example in value.items():
                shown = json.dumps(example, ensure_ascii=False)
                if example not in (None, [], "") and "{" not in shown and len(shown) <= LONGEST_EXAMPLE:
                    found.setdefault((name, field), code(shown))
    return found


def _objects(name: str, value: Any, models: dict[str, dict[str, Any]]) -> Iterator[tuple[str, dict[str, Any]]]:
    """An object of the output and all objects in it, each with the name of its model."""
    yield name, value
    for field, prop in models[name]["properties"].items():
        inner = value[field] if isinstance(value[field], list) else [value[field]]
        for model in _references(prop):
            for item in inner:
                if isinstance(item, dict):
                    yield from _objects(model, item, models)


def _columns() -> str:
    rows = [(f"`--records {kind}`", ", ".join(_column(name, holds) for name, holds in types(kind))) for kind in COLUMNS]
    return table(("rows", "columns, in order"), rows)


def _column(name: str, holds: str) -> str:
    lists = {"texts": "list of texts", "values": "list of objects"}
    return code(name) + (f" ({lists[holds]})" if holds in lists else "")
