"""A number that was read, :class:`Amount`, and what an article says about all it has, :class:`Setting`."""

from dataclasses import dataclass, field

from claimx.quantities.money import Purse
from claimx.schema import Comparator, NumberKind


@dataclass(frozen=True, slots=True)
class Amount:
    """A number with its lexemes ``[first, stop)``. ``value`` set means ``low`` and ``high`` are not."""

    first: int
    stop: int
    kind: NumberKind
    value: float | None
    unit: str | None = None
    low: float | None = None
    high: float | None = None
    comparator: Comparator = "="
    iso: str | None = None
    scale: float = 1.0  # the million of "4 million", for "2 to 4 million"
    factor: float = 1.0  # the 0.01 of "4 cents", for "2 to 4 cents"
    signed: bool = False  # the currency stands before the figure
    age: bool = False

    @property
    def bare(self) -> bool:
        """Whether nothing says what is measured."""
        return self.unit is None and self.kind in ("cardinal", "fraction")


@dataclass(frozen=True, slots=True)
class Setting:
    """What an article as a whole says about its amounts."""

    purse: Purse = field(default_factory=Purse)
    percents: bool = False  # it speaks of per cent, so that "six points" are percentage points
