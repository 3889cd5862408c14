"""Numbers as they are written, and how far a rounded one may be off (docs/formulas.md, "Numbers and rounding")."""

from fractions import Fraction
from typing import Iterable, NamedTuple

HUNDRED = Fraction(100)


class Written(NamedTuple):
    """A number with the decimals that it was written with: 5.20 is not 5.2 to whoever asks how it was rounded."""

    value: Fraction
    decimals: int

    def __str__(self) -> str:
        digits = str(abs(self.value.numerator) * 10**self.decimals // self.value.denominator).rjust(self.decimals + 1, '0')
        sign = '-' if self.value < 0 else ''
        return sign + (f'{digits[: -self.decimals]}.{digits[-self.decimals :]}' if self.decimals else digits)


def written(units: int, decimals: int = 0) -> Written:
    return Written(Fraction(units, 10**decimals), decimals)


class End(NamedTuple):
    """One end of what a number may be; an open end is not a value that it can have."""

    value: Fraction
    open: bool


def ends(number: Written | None, exact: Fraction) -> list[End]:
    """Half a unit of the last printed decimal to each side, ties away from zero; a whole number is exact."""
    if number is None or number.decimals == 0:
        return [End(exact, False)]
    half = Fraction(1, 2 * 10**number.decimals)
    low_open, high_open = (False, True) if exact > 0 else (True, False) if exact < 0 else (True, True)
    return [End(exact - half, low_open), End(exact + half, high_open)]


class Interval(NamedTuple):
    low: Fraction
    low_open: bool
    high: Fraction
    high_open: bool


def hull(corners: Iterable[End]) -> Interval | None:
    """The interval between the outermost corners of something that rises or falls throughout in each of its numbers."""
    corners = list(corners)
    low, high = min(c.value for c in corners), max(c.value for c in corners)
    if low == high:
        return None
    return Interval(
        low, all(c.open for c in corners if c.value == low), high, all(c.open for c in corners if c.value == high)
    )


def in_json(value: Fraction, percentage: bool = False) -> Fraction:
    """The value as JSON has it: exact where it ends, else 12 decimals or as many more as keep it apart from 0 and 100%."""
    rest = value.denominator
    for factor in (2, 5):
        while rest % factor == 0:
            rest //= factor
    if rest == 1:
        return value
    places = 12
    while True:
        scaled = abs(value) * 10**places
        rounded = Fraction((2 * scaled.numerator + scaled.denominator) // (2 * scaled.denominator), 10**places)
        if rounded != 0 and not (percentage and rounded == HUNDRED and value > 0):
            return rounded if value > 0 else -rounded
        places += 1
