"""What an input may not exceed: the one error that says so, and which setting allows more."""

from claimx.errors import InputError
from claimx.settings import FILE


def too_large(source: str, what: str, key: str) -> InputError:
    """The error of an input that exceeds what the setting ``key`` allows."""
    return InputError(source, "too_large", what, f"if it is to be trusted, raise {key} in {FILE}")
