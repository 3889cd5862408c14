"""Figures over time (docs/formulas.md): running totals, gaps, status, and what was reached in a period alone."""

from copy import copy
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from typing import Callable, Iterable, NamedTuple

from exact import Written
from periods import DAY, MONTHS_OF, Span, largest_unit, split, tiles
from plans import STATUSES, Measure, Result


class Partial(NamedTuple):
    of: str
    reported: int
    expected: int


@dataclass(frozen=True)
class Figure:
    value: Fraction | str
    span: Span
    status: str = 'final'
    partial: Partial | None = None
    written: Written | None = None
    """Of a rate that was printed and not calculated: how it was written."""
    poor: Fraction | None = None
    households: Fraction | None = None
    measure: Measure = Measure()
    result: Result | None = None


def least_certain(statuses: Iterable[str]) -> str:
    return max(statuses, key=STATUSES.index)


class Total(NamedTuple):
    end: date
    value: Fraction
    status: str


class Increment(NamedTuple):
    span: Span
    value: Fraction
    status: str


class Account:
    """What was reported of one count, in the order of time: totals since the plan began, and increments."""

    def __init__(self, start: date, results: Iterable[Result]):
        self.start = start
        self.take(settle(start, [r for r in results if r.value is not None or r.cumulative is not None]))

    def take(self, settled: Iterable[Result]) -> None:
        start = self.start
        self.totals: list[Total] = []
        self.increments: list[Increment] = []
        self.implied: list[Total] = []
        for r in settled:
            running = is_total(start, r)
            if r.cumulative is not None or running:
                number = r.cumulative or r.value
                self.totals.append(Total(r.period.last, number.value, r.status))
            if r.value is not None and (not running or r.period.first == start):
                self.increments.append(Increment(r.period, r.value.value, r.status))
            if r.value is not None and r.cumulative is not None and not running:
                self.implied.append(Total(r.period.first - DAY, r.cumulative.value - r.value.value, r.status))
        self.totals.sort()
        self.increments.sort()
        self.ends = sorted({*(t.end for t in self.totals), *(i.span.last for i in self.increments)})

    @property
    def has_fallen(self) -> bool:
        """A figure below zero, of a period, of a total or of the total before it, or a total below an earlier one."""
        falls = any(later.value < earlier.value for earlier, later in zip(self.totals, self.totals[1:]) if earlier.end < later.end)
        return falls or any(x.value < 0 for x in self.totals + self.increments + self.implied)

    def running(self, day: date | None = None) -> Figure | None:
        """The newest total up to a day, and the increments after it."""
        totals = [t for t in self.totals if day is None or t.end <= day]
        newest = totals[-1] if totals else None
        after = [
            i for i in self.increments
            if (newest is None or i.span.first > newest.end) and (day is None or i.span.last <= day)
        ]
        pieces = ([Span(self.start, newest.end)] if newest else []) + [i.span for i in after]
        if not pieces:
            return None
        span = Span(self.start, pieces[-1].last)
        value = (newest.value if newest else Fraction(0)) + sum(i.value for i in after)
        status = least_certain([i.status for i in after] + ([newest.status] if newest else []))
        return Figure(value, span, status, gaps(span, pieces))

    def total_at(self, day: date) -> Figure | None:
        """The running total at the end of a day, if figures give it exactly."""
        if day == self.start - DAY:
            return Figure(Fraction(0), Span(self.start, self.start))
        running = self.running(day)
        if running and running.span.last == day and running.partial is None:
            return running
        for later in (total for total in self.totals if total.end > day):
            between = self.tiled(Span(day + DAY, later.end))
            if between:
                status = least_certain([later.status, between.status])
                return Figure(later.value - between.value, Span(self.start, day), status)
        return None

    def tiled(self, span: Span) -> Figure | None:
        inside = [i for i in self.increments if span.holds(i.span)]
        if not inside or not tiles(span, [i.span for i in inside]):
            return None
        return Figure(sum((i.value for i in inside), Fraction(0)), span, least_certain(i.status for i in inside))

    def alone(self, span: Span) -> Figure | None:
        """What was reached in a period alone, by the most certain figures that give it."""
        return next(filter(None, (self.of_at_least(status).given(span) for status in STATUSES)), None)

    def of_at_least(self, status: str) -> 'Account':
        own = copy(self)
        enough = STATUSES[: STATUSES.index(status) + 1]
        own.totals = [total for total in self.totals if total.status in enough]
        own.increments = [i for i in self.increments if i.status in enough]
        return own

    def given(self, span: Span) -> Figure | None:
        """By its own figure, the difference of two totals, or increments that tile it."""
        for i in self.increments:
            if i.span == span:
                return Figure(i.value, span, i.status)
        added = self.tiled(span)
        # Of two totals without a stated one between them only the increments after the first are not in both.
        if added and not any(span.first <= total.end <= span.last for total in self.totals):
            return added
        before, after = self.total_at(span.first - DAY), self.total_at(span.last)
        if before and after:
            return Figure(after.value - before.value, span, least_certain([before.status, after.status]))
        return added


def is_total(start: date, result: Result) -> bool:
    return result.basis == 'cumulative' or (result.period.first == start and result.basis is None)


def spans(start: date, result: Result) -> list[Span]:
    """What a result tells of: its period, the time since the plan began, or both."""
    running = is_total(start, result)
    total = [Span(start, result.period.last)] if running or result.cumulative is not None else []
    return total + ([result.period] if result.value is not None and not running else [])


def settle(start: date, results: list[Result]) -> list[Result]:
    """Final goes before provisional and provisional before estimate, of one period or of periods that make up the same span."""
    kept = list(best(results))
    for doubtful in sorted(kept, key=lambda r: STATUSES.index(r.status)):
        better = Account(start, [])
        better.take(r for r in kept if STATUSES.index(r.status) < STATUSES.index(doubtful.status))
        if all(better.given(span) for span in spans(start, doubtful)):
            kept.remove(doubtful)
    return kept


def best(results: Iterable[Result]) -> Iterable[Result]:
    chosen: dict[tuple, Result] = {}
    for result in results:
        key = result.indicator, result.area, result.period, result.basis
        if key not in chosen or STATUSES.index(result.status) < STATUSES.index(chosen[key].status):
            chosen[key] = result
    return chosen.values()


def gaps(span: Span, pieces: list[Span]) -> Partial | None:
    """How much of what has passed a total holds, in the largest parts that fit all its periods; None for all of it."""
    if tiles(span, pieces):
        return None
    unit = largest_unit([span, *pieces])
    return Partial(unit, sum(len(split(piece, unit)) for piece in pieces), len(split(span, unit)))


def steps(known: Callable[[Span], Fraction | None], span: Span) -> list[tuple[Span, Fraction | None]]:
    """The running total in the finest steps that are all known, else in the finest of which at least two are."""
    candidates = []
    for unit in reversed(MONTHS_OF):
        parts = split(span, unit)
        if parts and len(parts) > 1:
            candidates.append([(part, known(part)) for part in parts])
    for enough in (all, lambda told: sum(told) >= 2):
        for candidate in candidates:
            if enough([value is not None for _, value in candidate]):
                return candidate
    return []


def newest(results: Iterable[Result]) -> Result | None:
    """Of what does not add up the newest figure counts."""
    return max(best(r for r in results), key=lambda r: r.period.last, default=None)
