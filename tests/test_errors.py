"""Errors say what, where and what to do; a failure is a line of ``--errors``."""

import pickle
import re

import pytest

from claimx import errors


def test_the_tree_is_the_one_drawn() -> None:
    drawn = set(re.findall(r"(\w+Error)  +\w", errors.__doc__ or ""))
    defined = {name for name, value in vars(errors).items() if isinstance(value, type) and issubclass(value, Exception)}
    assert drawn == defined
    assert all(issubclass(getattr(errors, name), errors.ClaimxError) for name in defined)


@pytest.mark.parametrize(
    ("error", "message"),
    [
        (errors.ClaimxError("it broke", "mend it"), "it broke; mend it"),
        (errors.InputError("a.txt", "missing", "no such file", "check it"), "a.txt: no such file; check it"),
        (
            errors.SettingsError("threads", "claimx.toml", "too few", "take 1"),
            "claimx.toml: threads: too few; take 1",
        ),
    ],
)
def test_message_and_pickle(error: errors.ClaimxError, message: str) -> None:
    assert str(error) == message
    # Workers send their errors through a pickle.
    assert str(pickle.loads(pickle.dumps(error))) == message


def test_failure_of_an_input() -> None:
    failure = errors.Failure.of(errors.InputError("a.txt", "empty", "no text", "write some"))
    assert list(failure.row().items()) == [
        ("source", "a.txt"),
        ("id", "a.txt"),
        ("reason", "empty"),
        ("error", "no text; write some"),
        ("skipped", False),
    ]


def test_failure_of_claimx_keeps_its_cause() -> None:
    cause = ZeroDivisionError("by zero")
    failure = errors.Failure.crash("a.jsonl#2", "x", cause)
    assert failure.cause is cause
    assert failure.reason == "internal"
    assert "ZeroDivisionError: by zero" in failure.error
