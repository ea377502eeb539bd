"""Signals as a terminal has them: a shell's background job ignores SIGINT, and so would everything started here."""

import signal

import pytest


@pytest.fixture(scope="session", autouse=True)
def interruptible() -> None:
    """Whatever is started from now on ends at SIGINT unless it says otherwise."""
    signal.signal(signal.SIGINT, signal.default_int_handler)
