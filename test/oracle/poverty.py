"""Change of a poverty rate, its splits, and what rates imply (docs/formulas.md, "Change of a poverty rate")."""

import re
from dataclasses import replace
from fractions import Fraction
from itertools import product
from typing import NamedTuple

from exact import HUNDRED, End, Written, ends, hull
from periods import Span
from plans import Baseline, Measure, over


class Point(NamedTuple):
    """A rate with what stands behind it."""

    value: Fraction
    written: Written | None
    poor: Fraction | None = None
    households: Fraction | None = None
    measure: Measure = Measure()

    @property
    def counted(self) -> bool:
        return self.poor is not None and bool(self.households)


def rate(poor: Fraction, households: Fraction) -> Fraction:
    return poor / households * HUNDRED


def point(rated: Written | None, poor: Written | None, households: Written | None, measure: Measure) -> Point | None:
    """Counts win over a printed rate."""
    a, n = poor and poor.value, households and households.value
    if a is not None and n:
        return Point(rate(a, n), None, a, n, measure)
    return Point(rated.value, rated, a, n, measure) if rated else None


def of_baseline(baseline: Baseline, period: Span, measure: Measure) -> Point | None:
    given = replace(measure, standard=None) if is_older(period, measure.standard) else measure
    return point(baseline.value, baseline.poor, baseline.households, over(baseline.measure, given))


def is_older(period: Span, standard: str | None) -> bool:
    """A baseline of more than a year before the first year of a standard was not measured under it."""
    years = re.match(r'(\d{4})\D\d{4}$', standard or '')
    return bool(years) and period.last.year < int(years[1]) - 1


def measure_parts(measure: Measure) -> tuple:
    return measure.standard, measure.measured, measure.method


def differs_between(one: Measure, other: Measure) -> str | None:
    """Of two figures that are to be subtracted: a standard that only one of them names is not taken to be the same."""
    return differs_in(one, other) if bool(one.standard) == bool(other.standard) else 'standard'


def differs_in(one: Measure, other: Measure) -> str | None:
    """What one side does not state is taken to be the same."""
    for name, a, b in zip(('standard', 'measured', 'method'), measure_parts(one), measure_parts(other)):
        if a and b and a != b:
            return name
    return None


def by_counts(start: Point, end: Point) -> dict[str, Fraction]:
    """½ (1/N₀ + 1/N₁) (A₁ − A₀) and ½ (A₀ + A₁) (1/N₁ − 1/N₀)"""
    n0, n1 = 1 / start.households, 1 / end.households
    return {
        'countEffect': (n0 + n1) * (end.poor - start.poor) / 2 * HUNDRED,
        'baseEffect': (start.poor + end.poor) * (n1 - n0) / 2 * HUNDRED,
    }


def shares(areas: list[Point]) -> list[Fraction]:
    total = sum(area.households for area in areas)
    return [area.households / total for area in areas]


def kitagawa(s0: list[Fraction], s1: list[Fraction], p0: list[Fraction], p1: list[Fraction]) -> dict[str, Fraction]:
    """½ (s₀ + s₁) (P₁ − P₀) and ½ (P₀ + P₁ − P̄₀ − P̄₁) (s₁ − s₀), summed over the areas."""
    mean0, mean1 = (sum(s * p for s, p in zip(*pair)) for pair in ((s0, p0), (s1, p1)))
    lines = list(zip(s0, s1, p0, p1))
    return {
        'within': sum((a + b) * (q - p) / 2 for a, b, p, q in lines),
        'shift': sum((p + q - mean0 - mean1) * (b - a) / 2 for a, b, p, q in lines),
    }


def ravallion_huppi(s0: list[Fraction], s1: list[Fraction], p0: list[Fraction], p1: list[Fraction]) -> dict[str, Fraction]:
    lines = list(zip(s0, s1, p0, p1))
    return {
        'within': sum(a * (q - p) for a, b, p, q in lines),
        'shift': sum(p * (b - a) for a, b, p, q in lines),
        'interaction': sum((q - p) * (b - a) for a, b, p, q in lines),
    }


def by_areas(start: Point, end: Point, areas: list[tuple[Point | None, Point | None]]) -> tuple[dict, dict] | None:
    """Given where the counts of the areas sum to those of the whole at both ends."""
    for whole, side in ((start, [a for a, _ in areas]), (end, [b for _, b in areas])):
        if not side or not whole.counted or not all(p and p.counted for p in side):
            return None
        if sum(p.poor for p in side) != whole.poor or sum(p.households for p in side) != whole.households:
            return None
    before, after = [a for a, _ in areas], [b for _, b in areas]
    given = shares(before), shares(after), [p.value for p in before], [p.value for p in after]
    return kitagawa(*given), ravallion_huppi(*given)


def implied_base(start: Point, end: Point, poor_change: Fraction | None) -> dict | None:
    """The households that a change in points and one in the poor imply, were their number the same at both ends."""
    counted = start.households is not None or end.households is not None
    if counted or (start.poor is not None and end.poor is not None) or not poor_change:
        return None
    points = end.value - start.value
    if points * poor_change <= 0:
        return None
    corners = [End(b.value - a.value, a.open or b.open) for a, b in product(sides(start), sides(end))]
    between = hull(corners)
    if between and between.low <= 0 <= between.high:
        return None
    interval = hull([End(poor_change / c.value * HUNDRED, c.open) for c in corners]) if between else None
    return {'value': poor_change / points * HUNDRED, 'interval': interval}


def sides(p: Point) -> list[End]:
    return ends(p.written, p.value)


def implied_shares(start: Point, end: Point, areas: dict[str, tuple[Point | None, Point | None]]) -> dict | None:
    """What the rates of exactly two areas and of the whole imply: (P − L) / (M − L) is the share of the area with M."""
    pairs = list(areas.values())
    if len(pairs) != 2 or not all(p for pair in pairs for p in pair):
        return None
    if any(p.households is not None for pair in pairs for p in pair):
        return None
    higher = max(areas, key=lambda area: areas[area][0].value)
    (m0, m1), (l0, l1) = areas[higher], next(pair for area, pair in areas.items() if area != higher)
    six = [start, m0, l0, end, m1, l1]
    if not all(l.value < p.value < m.value for at in (six[:3], six[3:]) for p, m, l in product(*map(sides, at))):
        return None
    exact = implied([p.value for p in six])
    corners = [(implied([e.value for e in corner]), any(e.open for e in corner)) for corner in product(*map(sides, six))]

    def told(key: str) -> dict:
        return {'value': exact[key], 'interval': hull([End(values[key], is_open) for values, is_open in corners])}

    return {'area': higher, **{key: told(key) for key in exact}}


def implied(rates: list[Fraction]) -> dict[str, Fraction]:
    p0, m0, l0, p1, m1, l1 = rates
    s0, s1 = (p0 - l0) / (m0 - l0), (p1 - l1) / (m1 - l1)
    parts = kitagawa([s0, 1 - s0], [s1, 1 - s1], [m0, l0], [m1, l1])
    return {'from': s0 * HUNDRED, 'to': s1 * HUNDRED, **parts}


MOVEMENTS = ('escaped', 'relapsed', 'new', 'other')
SIGNS = {'escaped': -1, 'relapsed': 1, 'new': 1, 'other': 1}


def movements(start: Fraction | None, end: Fraction | None, moved: dict[str, Fraction]) -> dict | None:
    """Poor at the start − escaped + relapsed + newly poor + other are the poor at the end, up to a gap."""
    if not moved:
        return None
    gap = None
    if start is not None and end is not None:
        gap = end - (start + sum(SIGNS[key] * value for key, value in moved.items()))
    return {'start': start, **{key: moved.get(key) for key in MOVEMENTS}, 'end': end, 'gap': gap}
