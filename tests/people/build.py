"""Builds the small documents that these tests speak about, without a model."""

import re

import spacy
from spacy.tokens import Doc, Span

from claimx.people.names import Name, NameMap, make
from claimx.people.text import Text, read
from claimx.pipeline import records
from claimx.pipeline.records import Attribution
from claimx.pipeline.speakers import find_speakers

_MARK = re.compile(r"\{(P|O|L|M|s|c|d) |\}")
_LABELS = {"P": "PERSON", "O": "ORG", "L": "LOC", "M": "MISC"}
Token = tuple[str, str, int, str]
NLP = spacy.blank("en")
records.register()


def marked(text: str) -> Doc:
    """A ``Doc`` from "{s {P Ana Ruiz}} said {c it was late}.".

    P, O, L and M are entities; s is a source, which belongs to the c (indirect) or d (direct) content that
    stands nearest behind it, else to the one before; a content without a source keeps none.
    """
    plain, last = "", 0
    spans: list[tuple[int, int, str]] = []
    stack: list[tuple[str, int]] = []
    for match in _MARK.finditer(text):
        plain += text[last : match.start()]
        last = match.end()
        if match[1]:
            stack.append((match[1], len(plain)))
        else:
            kind, start = stack.pop()
            spans.append((start, len(plain), kind))
    doc = NLP(plain + text[last:])
    expanded = ((kind, doc.char_span(s, e, alignment_mode="expand")) for s, e, kind in sorted(spans))
    tokens = [(kind, span) for kind, span in expanded if span is not None]
    doc.ents = [Span(doc, t.start, t.end, label=_LABELS[kind]) for kind, t in tokens if kind in _LABELS]
    sources = [(t.start, t.end) for kind, t in tokens if kind == "s"]
    contents = [(t.start, t.end, kind) for kind, t in tokens if kind in "cd"]
    doc._.claimx_attributions = [_attribution(sources, content, contents) for content in contents]
    return doc


def _attribution(
    sources: list[tuple[int, int]], content: tuple[int, int, str], contents: list[tuple[int, int, str]]
) -> Attribution:
    start, end, kind = content
    before = [s for s in sources if s[1] <= start and not any(s[1] <= c[0] < start for c in contents)]
    after = [s for s in sources if s[0] >= end and not any(end <= c[0] < s[0] for c in contents)]
    later = [s for s in after if not any(c[0] >= s[1] and c[0] - s[1] < 4 for c in contents)]
    return {
        "type": "direct" if kind == "d" else "indirect",
        "act": "speech",
        "source": before[-1] if before else later[0] if later else None,
        "cue": None,
        "cue_lemma": None,
        "content": [(start, end)],
        "confidence": 1.0,
    }


def parsed(rows: str) -> Doc:
    """A document from "word/TAG/head/label", heads counted from 0, the root its own."""
    tokens: list[Token] = []
    for row in rows.split():
        word, tag, head, label = row.rsplit("/", 3)
        tokens.append((word, tag, int(head), label))
    return Doc(
        NLP.vocab,
        words=[t[0] for t in tokens],
        tags=[t[1] for t in tokens],
        heads=[t[2] for t in tokens],
        deps=[t[3] for t in tokens],
    )


def speaker(rows: str, labels: dict[str, str], quotation: int | None = None, width: int = 1) -> str | None:
    """The speaker whose source are the ``width`` words before the last, or of the ``quotation`` that begins there."""
    doc = parsed(rows)
    source = len(doc) - 1 - width
    doc.set_ents([Span(doc, t.i, t.i + 1, label=labels[t.text]) for t in doc if t.text in labels])
    said: Attribution = {
        "type": "indirect" if quotation is None else "direct",
        "act": "speech",
        "source": (source, source + width) if quotation is None else None,
        "cue": None,
        "cue_lemma": None,
        "content": [(source + width if quotation is None else quotation, len(doc))],
        "confidence": 1.0,
    }
    doc._.claimx_attributions = [said]
    speakers, resolved = find_speakers(doc)
    one = resolved[0]["speaker"]
    return None if one is None else speakers[one]["name"]


def names_in(text: str) -> tuple[Text, list[Name]]:
    """The text and the names of its marked entities."""
    doc = marked(text)
    flat = read(doc)
    found = [make(flat, ent.start, ent.end, ent.label_) for ent in doc.ents]
    return flat, [name for name in found if name is not None]


def map_of(text: str) -> tuple[Text, NameMap, list[Name]]:
    """The text, where its names stand, and the names."""
    flat, names = names_in(text)
    return flat, NameMap(names), names
