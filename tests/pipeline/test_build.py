"""The pipeline as a whole: order, factories, serialisation, and what spaCy says about it."""

from importlib.metadata import entry_points

import pytest
from spacy.language import Language
from spacy.tokens import Doc

from claimx.pipeline.build import ORDER
from claimx.pipeline.records import EXTENSIONS

TEXT = 'Ada Lund said: "About 30 boats may sink." The harbour was quiet.'


def test_order(nlp: Language) -> None:
    assert tuple(nlp.pipe_names) == ORDER


def test_every_component_is_an_entry_point() -> None:
    assert set(ORDER) <= {point.name for point in entry_points(group="spacy_factories")}


def test_every_component_finds_what_it_requires(nlp: Language) -> None:
    analysis = nlp.analyze_pipes()
    assert analysis is not None
    assert analysis["problems"] == {name: [] for name in ORDER}


def test_serialisation_keeps_the_annotations(nlp: Language) -> None:
    doc = nlp(TEXT)
    again = Doc(nlp.vocab).from_bytes(doc.to_bytes())
    assert [t.dep_ for t in again] == [t.dep_ for t in doc]
    for name in EXTENSIONS:
        assert getattr(again._, name) is None or len(getattr(again._, name)) == len(getattr(doc._, name))
    assert len(again._.claimx_attributions) == 1


def test_documents_do_not_share_their_lists(nlp: Language) -> None:
    first, second = nlp(TEXT), nlp("Nothing here.")
    assert first._.claimx_attributions
    assert second._.claimx_attributions == []


@pytest.mark.parametrize("batch", [1, 3])
def test_pipe_gives_what_single_calls_give(nlp: Language, batch: int) -> None:
    texts = [TEXT, "", "Nothing here."]
    piped = [doc._.claimx_attributions for doc in nlp.pipe(texts, batch_size=batch)]
    assert piped == [nlp(text)._.claimx_attributions for text in texts]


def test_components_work_without_the_encoder() -> None:
    """In a pipeline that is not ours there are no scores; nothing may raise."""
    import spacy

    other = spacy.blank("en")
    for name in ORDER[1:]:
        other.add_pipe(name)
    assert other(TEXT).text == TEXT
