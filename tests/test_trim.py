"""What is left of a document without its unsure quotes, or without its text."""

from claimx.trim import without_text, without_unsure
from tests.sample import document


def test_unsure_quotes_go_with_their_claims_and_the_rest_stays() -> None:
    left = without_unsure(document(), 0.5)
    assert [quote.id for quote in left.quotes] == ["q1"]
    assert [claim.id for claim in left.claims] == ["c1", "c3"]
    assert [(number.id, number.quote) for number in left.numbers] == [("n1", "q1"), ("n2", None)]
    assert [(hedge.id, hedge.quote) for hedge in left.hedges] == [("h1", "q1")]
    assert left.speakers == document().speakers
    # c2 is gone, so c1 conflicts with nothing; q2 is gone, so it denies nothing
    assert left.claims[0].conflicts_with == ()
    assert left.claims[1].denied_by is None


def test_nothing_changes_when_all_are_sure() -> None:
    # a quote exactly at the bound stays
    assert without_unsure(document(), 0.4) == document()


def test_without_text_only_the_text_goes() -> None:
    left = without_text(document())
    assert left.document.text is None
    assert left.document.characters == document().document.characters
    assert left.quotes == document().quotes
