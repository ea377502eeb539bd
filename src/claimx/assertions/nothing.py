"""Clauses that look like statements and say nothing that could be so or not.

Greetings and orders, duty ("the council should resign"), bare attitudes ("we love this city", "I am sorry"),
who was accused or urged, and the making of the article ("a spokesman declined to comment").
"""

from spacy.tokens import Token

from claimx.assertions.lexicon import words
from claimx.assertions.view import View
from claimx.pipeline.clauses import SUBJECTS, has_subject
from claimx.pipeline.records import Span


def says_nothing(view: View, head: Token) -> bool:
    """Say whether a finite clause, known by its predicate, is no assertion."""
    return (
        _greets(view, head)
        or _orders(head)
        or _obliges(view, head)
        or _is_attitude(view, head)
        or _only_reports(view, head)
        or _is_open(view, head)
    )


def is_about_reporting(view: View, span: Span) -> bool:
    """Say whether the words are about the making of the article."""
    said = " ".join(view.lows[span[0] : span[1]])
    return any(phrase in said for phrase in words("unsaid", "phrases"))


def _greets(view: View, head: Token) -> bool:
    return view.lows[head.i] in words("words", "greeting") and not has_subject(head)


def _orders(head: Token) -> bool:
    """Say whether a verb that looks finite is an order: it stands first and has no subject."""
    return head.tag_ in ("VB", "VBP") and not has_subject(head) and head.left_edge.i == head.i


def _obliges(view: View, head: Token) -> bool:
    """Say whether the clause is about duty; a "must" that is a hedge is about likelihood."""
    return any(
        view.lows[child.i] in words("words", "duty") and not view.hedges_in((child.i, child.i + 1))
        for child in head.lefts
        if child.dep_ == "aux"
    )


def _is_attitude(view: View, head: Token) -> bool:
    """Say whether somebody only tells what he likes or feels."""
    feels = head.lemma_.lower() in words("words", "attitude") or view.lows[head.i] in words("words", "attitude")
    return feels and any(
        child.dep_ in SUBJECTS and view.lows[child.i] in words("words", "first_person") for child in head.lefts
    )


def _only_reports(view: View, head: Token) -> bool:
    """Say whether the clause tells whom somebody accused or urged, and no more."""
    return head.pos_ == "VERB" and head.lemma_.lower() in words("words", "addressing") and has_subject(head)


def _is_open(view: View, head: Token) -> bool:
    """Say whether the clause asks without a question mark: "Who says what:", "whether it fell is not known"."""
    first = head.left_edge
    if view.lows[first.i] == "whether":
        return True
    return first.tag_ in ("WP", "WRB") and first.head.i == head.i and first.dep_ in SUBJECTS
