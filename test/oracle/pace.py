"""Expected to date, forecast and what is still required (docs/formulas.md, "Expected to date")."""

from datetime import date
from fractions import Fraction
from typing import Any, NamedTuple

from periods import DAY, Span, whole_months
from plans import LESS_IS_BETTER
from targets import Aim, Stage


def running_shares(plan: Span, phasing: list[tuple[Span, Fraction]]) -> list[tuple[date, Fraction]]:
    """The share at the end of each period; shares of periods are added up to running totals."""
    values = [share for _, share in phasing]
    running = values == sorted(values) and values[-1] == 1 and phasing[-1][0].last == plan.last
    if not running:
        values = [sum(values[: i + 1], Fraction(0)) for i in range(len(values))]
    return [(span.last, value) for (span, _), value in zip(phasing, values)]


def share(phasing: Any, plan: Span, exists: Span, day: date) -> Fraction | None:
    """s: how much of the target is expected by the end of a day; None where nothing is phased."""
    if phasing == 'none' or phasing is None:
        return None
    if phasing == 'linear':
        passed = Span(exists.first, min(day, exists.last))
        return Fraction(max(passed.days, 0), exists.days)
    if day >= plan.last:
        return Fraction(1)
    before, reached = plan.first - DAY, Fraction(0)
    for end, value in running_shares(plan, phasing):
        if day <= end:
            return reached + (value - reached) * max((day - before).days, 0) / (end - before).days
        before, reached = end, value
    return reached + (1 - reached) * (day - before).days / (plan.last - before).days


class Expectation(NamedTuple):
    expected: Fraction
    pace: Fraction | None
    on_track: bool


def expectation(counts: bool, aim: Aim, s: Fraction, a: Fraction, b: Fraction | None, tolerance: Fraction) -> Expectation:
    t = aim.low
    expected = t * s if counts else b + (t - b) * s
    if aim.d_low is not None and not counts:
        change, due = (a - b) * aim.sign, aim.d_low * s
        return Expectation(expected, change / due if due else None, change >= due * tolerance)
    return against(expected, aim, a, tolerance)


def against(expected: Fraction, aim: Aim, a: Fraction, tolerance: Fraction) -> Expectation:
    pace = a / expected if expected else None
    if aim.target.kind in LESS_IS_BETTER:
        return Expectation(expected, pace, a <= expected / tolerance)
    return Expectation(expected, pace, a >= expected * tolerance)


def between(stage: Stage, t: Fraction, day: date) -> Fraction:
    """What a part of the plan leads to by a day, from the target of the part before to its own."""
    return stage.before + (t - stage.before) * Fraction((day - stage.span.first).days + 1, stage.span.days)


class Required(NamedTuple):
    value: Fraction
    per: str
    left: int


def required(aim: Aim, a: Fraction, day: date, last: date) -> Required | None:
    """What is still needed of a floor, or left of a ceiling, spread over the months or days that are left."""
    left = Span(day + DAY, last)
    if left.days < 1 or aim.low <= a:
        return None
    months = whole_months(left)
    per, count = ('months', months) if months else ('days', left.days)
    return Required((aim.low - a) / count, per, count)
