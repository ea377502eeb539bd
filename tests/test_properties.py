"""Whatever the text, the document is valid, its offsets are right and its pointers lead somewhere."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from spacy.language import Language

from claimx.api import extract
from claimx.schema import Claim, Document, Hedge, Number, misplaced_spans

WORDS = st.sampled_from(
    [
        "Ada Lund", "said", "she", "the minister", "told reporters", ",", ".", '"', "“", "”", "‘", "’", "\n\n", "\r\n",
        "about", "1,500", "$1.5bn", "per cent", "one in five", "may", "reportedly", "on Monday", "May 2026", "denied",
        "\u200b", "\u00a0", "👩‍✈️", "e\u0301", "٣", "²", "½", "1" * 40, "-", "—", ":", "Q:", "A:", "@ada2026",
    ]
)  # fmt: skip
NEWS = st.lists(WORDS, max_size=30).map(" ".join)


def check(document: Document, text: str) -> None:
    assert document.document.text == text
    assert misplaced_spans(document) == []
    assert Document.model_validate_json(document.model_dump_json()) == document
    for records in (document.quotes, document.numbers, document.hedges, document.claims, document.speakers):
        assert [r.id[1:] for r in records] == [str(i + 1) for i in range(len(records))]
    speakers = {s.id: s.name for s in document.speakers}
    quotes = {q.id: q for q in document.quotes}
    for quote in document.quotes:
        for ref in (quote.speaker, *quote.co_speakers):
            assert ref is None or speakers[ref.id] == ref.name
    items: list[Number | Hedge | Claim] = [*document.numbers, *document.hedges, *document.claims]
    for item in items:
        if item.quote is None:
            assert item.speaker is None
        else:
            assert item.speaker == quotes[item.quote].speaker
    for number in document.numbers:
        assert number.value is None or (number.low is None and number.high is None)
    for claim in document.claims:
        assert claim.sentence < len(document.document.sentences)
        assert set(claim.numbers) <= {n.id for n in document.numbers}
        assert set(claim.hedges) <= {h.id for h in document.hedges}


@settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
@given(NEWS)
def test_nasty_news(nlp: Language, text: str) -> None:
    if text.strip():
        check(extract(text, published="2026-03-12", nlp=nlp), text)


@settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.text(min_size=1, max_size=120))
def test_any_text(nlp: Language, text: str) -> None:
    if text.strip():
        check(extract(text, nlp=nlp), text)


@pytest.mark.parametrize("sign", ["\r\n", "\n", "\u2028", "\u00a0", "\u200d"])
def test_odd_separators(nlp: Language, sign: str) -> None:
    text = sign.join(["Ada Lund said the ferry may sail.", "“Perhaps at 9,” she added 😀.", "Nobody was hurt."])
    check(extract(text, nlp=nlp), text)
