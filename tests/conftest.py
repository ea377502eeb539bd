"""What all tests share: the pipeline, loaded once."""

import pytest
from spacy.language import Language

from claimx.api import load


@pytest.fixture(scope="session")
def nlp() -> Language:
    """The shipped pipeline."""
    return load()
