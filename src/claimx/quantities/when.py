"""What a time expression says, before it is resolved: :class:`When`, and :class:`Moment`, where it stands."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class When:
    """The parts of a time expression that the text states; all of them may be missing.

    ``shift`` is -1, 0 or 1 for "last", "this" and "next"; ``part`` names what it shifts, or a feast. ``ago``
    counts back (or on) in units of ``part``. ``fixed`` is an ISO string that the text determines by itself.
    """

    year: int | None = None
    month: int | None = None
    day: int | None = None
    weekday: int | None = None
    part: str = ""
    shift: int | None = None
    ago: float | None = None
    clock: str | None = None  # "04:20"
    until_clock: str | None = None  # the 11:00 of "9-11 a.m."
    zone: str = ""
    until_day: int | None = None  # the 18 of "Sept. 14 to 18"
    fixed: str | None = None
    anchored: bool = False  # "the same day": of the day mentioned last


@dataclass(frozen=True, slots=True)
class Moment:
    """A time expression: its lexemes ``[first, stop)`` and what it says."""

    first: int
    stop: int
    when: When
