"""``claimx_claims``: what a checker could take up, into ``doc._.claimx_claims``.

Reads ``doc.sents``, heads and tags where they are there, and the attributions, resolved sources, speakers,
numbers and hedges. "Ruiz said the strike may idle 1,500 workers." holds one claim, Ruiz's, "the strike may
idle 1,500 workers", which is possible, and checkable by its number; "When will it end?" holds none. The rules are in
:mod:`claimx.assertions`.
"""

from spacy.language import Language
from spacy.tokens import Doc

from claimx.assertions.conflicts import find_conflicts
from claimx.assertions.extents import Assertion, find_assertions
from claimx.assertions.factuality import certainty_of, claim_hedges, polarity_of
from claimx.assertions.signals import find_signals, find_when, is_checkable
from claimx.assertions.verdicts import find_denials, find_unverified, verification_of
from claimx.assertions.view import View
from claimx.pipeline import records
from claimx.pipeline.records import ClaimRecord


def find_claims(doc: Doc) -> list[ClaimRecord]:
    """Return the claims of the text in their order."""
    view = View(doc)
    assertions = find_assertions(view)
    speakers = [_speaker(doc, assertion) for assertion in assertions]
    numbers = [view.numbers_in(assertion.span) for assertion in assertions]
    unverified = find_unverified(view, assertions)
    denied = find_denials(view, assertions, speakers)
    conflicts = find_conflicts(view, assertions, speakers, numbers)
    claims: list[ClaimRecord] = []
    for index, assertion in enumerate(assertions):
        hedges = claim_hedges(view, assertion)
        signals = find_signals(view, assertion, numbers[index], hedges, speakers[index])
        claims.append(
            {
                "span": assertion.span,
                "sentence": assertion.sentence,
                "quote": assertion.quote,
                "certainty": certainty_of(view, assertion, hedges),
                "polarity": polarity_of(view, assertion, hedges),
                "verification": verification_of(view, index, assertion, unverified, denied),
                "denied_by": denied.get(index),
                "conflicts_with": conflicts[index],
                "numbers": numbers[index],
                "hedges": hedges,
                "when": find_when(view, assertion, numbers[index]),
                "checkable": is_checkable(signals),
                "signals": signals,
            }
        )
    return claims


def _speaker(doc: Doc, assertion: Assertion) -> int | None:
    """The speaker whose claim it is; ``None`` is the article, or nobody found."""
    resolved = doc._.claimx_resolved
    if assertion.quote is None or assertion.quote >= len(resolved):
        return None
    speaker: int | None = resolved[assertion.quote]["speaker"]
    return speaker


class ClaimFinder:
    """The component: writes ``doc._.claimx_claims``."""

    def __call__(self, doc: Doc) -> Doc:
        """Find the claims of one text."""
        doc._.claimx_claims = find_claims(doc)
        return doc


records.register()


@Language.factory(
    "claimx_claims",
    requires=["doc._.claimx_attributions", "doc._.claimx_numbers", "doc._.claimx_hedges"],
    assigns=["doc._.claimx_claims"],
)
def create(nlp: Language, name: str) -> ClaimFinder:
    """Make the component for ``nlp.add_pipe("claimx_claims")``."""
    return ClaimFinder()
