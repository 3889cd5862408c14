"""Verdict, completion and variance of one figure against one target (docs/formulas.md, "Targets and verdicts" to "Variance")."""

from dataclasses import replace
from datetime import date
from fractions import Fraction
from itertools import product
from typing import NamedTuple

from exact import HUNDRED, End, Interval, Written, ends, hull
from periods import DAY, Span
from plans import CHANGES, LESS_IS_BETTER, Indicator, Target


class Undefined(Exception):
    """Why there is no completion."""


class Aim(NamedTuple):
    """A target in figures: the ends that the actual is to reach, and of a change how much is planned, above zero."""

    target: Target
    low: Fraction
    high: Fraction
    """Of `reduce_by` a range the end of the smaller change stands in `low`, so that it is above `high`."""
    d_low: Fraction | None = None
    d_high: Fraction | None = None

    @property
    def sign(self) -> int:
        return -1 if self.target.kind == 'reduce_by' else 1

    @property
    def is_range(self) -> bool:
        return self.target.high is not None

    @property
    def is_ceiling(self) -> bool:
        return self.less_is_better or self.target.direction == 'down'

    @property
    def less_is_better(self) -> bool:
        return self.target.kind in LESS_IS_BETTER


def aim_of(target: Target, baseline: Fraction | None, years: int) -> Aim | None:
    if target.low is None:
        return None
    low, high = target.low.value, (target.high or target.low).value
    if target.kind not in CHANGES:
        return Aim(target, low, high)
    if baseline is None:
        return None
    times = (years if target.per_year else 1) * (abs(baseline) / 100 if target.of_baseline else 1)
    sign = -1 if target.kind == 'reduce_by' else 1
    return Aim(target, baseline + sign * low * times, baseline + sign * high * times, low * times, high * times)


class Stage(NamedTuple):
    """A part of a plan, as if it were the plan: its days, and what leads to its target."""

    span: Span
    before: Fraction | None
    target: Target


def stage_on(day: date, indicator: Indicator, plan: Span, baseline: Fraction | None) -> Stage | None:
    """The first part that ends on the day or later, after the last one the rest of the plan."""
    if not indicator.by_period:
        return None
    values = [number.value for _, number in indicator.by_period]
    whole, counts = indicator.target, indicator.type == 'count'
    if counts and sum(values) == whole.low.value != values[-1]:
        values = [sum(values[: i + 1]) for i in range(len(values))]
    first, before = plan.first, Fraction(0) if counts else baseline
    for (span, number), value in zip(indicator.by_period, values):
        if day <= span.last:
            return Stage(Span(first, span.last), before, replace(whole, low=number._replace(value=value)))
        first, before = span.last + DAY, value
    return Stage(Span(min(first, plan.last), plan.last), before, whole)


def compare(aim: Aim, a: Fraction) -> str:
    """Exceeded, met or missed, by the exact numbers alone."""
    kind = aim.target.kind
    if kind == 'between':
        if aim.low <= a <= aim.high:
            return 'met'
        beyond = {'up': a > aim.high, 'down': a < aim.low, None: False}[aim.target.direction]
        return 'exceeded' if beyond else 'missed'
    better = (aim.low - a, aim.high - a) if aim.less_is_better else (a - aim.low, a - aim.high)
    if better[1] > 0:
        return 'exceeded'
    return 'met' if better[0] >= 0 and kind not in {'above', 'below'} else 'missed'


def variance(aim: Aim, a: Fraction) -> tuple[Fraction, bool | None]:
    """The actual less the target, of a range from its nearer end; and whether that is to the good."""
    lower, upper = sorted((aim.low, aim.high))
    v = a - upper if a > upper else a - lower if a < lower else Fraction(0)
    if v == 0:
        return v, None
    if aim.target.kind == 'between':
        return v, compare(aim, a) == 'exceeded'
    return v, (v < 0) == aim.less_is_better


def usual_formula(target: Target) -> str | None:
    if target.kind == 'done':
        return None
    if target.high is not None:
        return 'range'
    return 'change' if target.kind in CHANGES else 'attainment'


def divide(a: Fraction, b: Fraction, reason: str) -> Fraction:
    if b == 0:
        raise Undefined(reason)
    return a / b


def attainment(a: Fraction, t: Fraction, less: bool) -> Fraction:
    off = divide(a - t, abs(t), 'zero-target')
    return 1 - off if less else 1 + off


def completion(formula: str, aim: Aim, a: Fraction, b: Fraction | None) -> Fraction:
    """The share of the target that was reached, 1 for all of it."""
    t = aim.low
    if formula == 'attainment':
        return attainment(a, t, aim.less_is_better)
    if formula == 'change':
        return divide((a - b) * aim.sign, aim.d_low, 'target-equals-baseline')
    if formula == 'range':
        return in_range(aim, a, b)
    if formula == 'progress':
        if b is None:
            raise Undefined('no-baseline')
        return divide(a - b, t - b, 'target-equals-baseline')
    if formula == 'level':
        return divide(100 + a, 100 + t, 'zero-target')
    if formula == 'ratio':
        return divide(a, t, 'zero-target')
    return divide(t, a, 'zero-actual')


def in_range(aim: Aim, a: Fraction, b: Fraction | None) -> Fraction:
    lower, upper = sorted((aim.low, aim.high))
    if lower <= a <= upper:
        return Fraction(1)
    if aim.d_low is not None:
        change = (a - b) * aim.sign
        return divide(change, aim.d_low if change < aim.d_low else aim.d_high, 'target-equals-baseline')
    less = aim.target.direction == 'down' or (aim.target.direction is None and a > upper)
    return attainment(a, upper if a > upper else lower, less)


def percentage(formula: str, aim: Aim, a: Fraction, b: Fraction | None) -> tuple[Fraction | None, str | None]:
    try:
        return completion(formula, aim, a, b) * HUNDRED, None
    except Undefined as reason:
        return None, str(reason)


def reach(
    formula: str, aim: Aim, years: int, a: Fraction, a_written: Written | None, b: Fraction | None, b_written: Written | None
) -> Interval | None:
    """What the completion may be, since printed rates are rounded."""
    exact, _ = percentage(formula, aim, a, b)
    corners = [End(exact, False)]
    for a_end, b_end in product(ends(a_written, a), ends(b_written, b) if b is not None else [None]):
        own = aim_of(aim.target, b_end and b_end.value, years)
        value, _ = percentage(formula, own, a_end.value, b_end and b_end.value)
        if value is None:
            return None
        corners.append(End(value, a_end.open or bool(b_end and b_end.open)))
    return hull(corners)


def progress_beside(formula: str, aim: Aim, a: Fraction, b: Fraction | None) -> Fraction | None:
    """Beside another formula the way from the baseline to a threshold, or to the other side of zero."""
    if formula in {'progress', 'change', 'range'} or aim.is_range or b is None:
        return None
    if aim.target.kind in CHANGES and b * aim.low >= 0:
        return None
    return percentage('progress', aim, a, b)[0]


FINAL = {'exceeded', 'met', 'missed'}


def used_up(aim: Aim, a: Fraction) -> Fraction | None:
    """How much of a ceiling that may still be passed is used up."""
    ceiling = aim.high if aim.target.kind == 'between' else aim.low
    return a / ceiling * HUNDRED if ceiling > 0 else None


def final_at_once(aim: Aim, a: Fraction) -> str | None:
    """What a count that cannot fall has settled before the end: a floor reached is reached, a ceiling broken is broken."""
    verdict, kind = compare(aim, a), aim.target.kind
    if kind in {'at_least', 'above', 'increase_by'} or (kind == 'between' and aim.target.direction == 'up'):
        return verdict if verdict != 'missed' else None
    if kind == 'between':
        return 'missed' if a > aim.high else None
    return 'missed' if verdict == 'missed' else None
