"""Which language an article is in: a look at its small words, and py3langid where they do not settle it."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import cache
from typing import Any

from claimx.errors import Failure
from claimx.readers.article import Reading, Remark

WORDS = frozenset(
    {
        "the", "of", "and", "to", "in", "a", "is", "that", "for", "it", "was", "on", "with", "as", "he", "be", "by",
        "at", "from", "his", "said", "have", "had", "not", "are", "but", "they", "this",
    }
)  # fmt: skip
SURE = 0.15  # share of these words; in no other language of news do they make up so much
SAMPLE = 3000  # characters that are looked at
LETTERS = 60  # fewer cannot be told
PROBABLE = 0.95  # a guess less certain leaves the article English
LETTER = re.compile(r"[^\W\d_]")


def language_of(text: str) -> str:
    """ISO 639-1 code of the language of the text; ``en`` where it cannot be told."""
    sample = text[:SAMPLE]
    words = sample.lower().split()
    letters = LETTER.findall(sample)
    if sum(word in WORDS for word in words) >= SURE * len(words) or len(letters) < LETTERS:
        return "en"
    code, probability = _identifier().classify(sample)
    foreign = sum(map(str.isascii, letters)) < len(letters) / 2  # the script settles it
    return str(code) if foreign or probability >= PROBABLE else "en"


def in_english(readings: Iterable[Reading], force: bool) -> Iterator[Reading]:
    """The articles; one in another language is skipped, or marked where it is forced."""
    for reading in readings:
        if isinstance(reading, Failure) or (code := language_of(reading.text)) == "en":
            yield reading
        elif force:
            what = f"the article seems to be in another language ({code}); claimx reads English"
            yield replace(reading, language=code, remarks=(*reading.remarks, Remark("not_english", what)))
        else:
            what, todo = f"it seems to be in another language ({code})", "read it all the same with --force"
            yield Failure(reading.source, reading.id, "language", f"{what}; {todo}", skipped=True)


@cache
def _identifier() -> Any:
    from py3langid.langid import MODEL_FILE, LanguageIdentifier

    return LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
