"""Poverty rates from year to year (docs/formulas.md, "Over the years"), of one plan and its baseline."""

from datetime import date
from fractions import Fraction
from typing import Any, NamedTuple

import poverty
from exact import HUNDRED
from periods import DAY, Span
from plans import over
from poverty import Point


class Moment(NamedTuple):
    period: Span
    point: Point


def whole_years(start: date, end: date) -> int | None:
    """How many whole years lie between the ends of two periods; None where they are none."""
    a, b = start + DAY, end + DAY
    return b.year - a.year if (a.month, a.day) == (b.month, b.day) and b.year > a.year else None


def since(earlier: Moment, later: Moment, planned: Fraction | None) -> dict[str, Any]:
    absolute = later.point.value - earlier.point.value
    years = whole_years(earlier.period.last, later.period.last)
    both = earlier.point.poor is not None and later.point.poor is not None
    return {
        'absolute': absolute,
        'relative': absolute / earlier.point.value * HUNDRED if earlier.point.value else None,
        'years': years,
        'perYear': absolute / years if years else None,
        'poor': later.point.poor - earlier.point.poor if both else None,
        'planned': planned,
        'achievement': absolute / planned * HUNDRED if planned else None,
    }


def points(moments: list[Moment], planned: dict[date, Fraction]) -> list[dict[str, Any]]:
    """
    Each point with its change since the one before it and since the start of its stretch; one that states no standard goes
    on with that of its stretch.
    """
    lines: list[dict[str, Any]] = []
    first = last = stretch = None
    for moment in moments:
        own = moment.point.measure
        differs = poverty.differs_in(stretch, own) if stretch else None
        stretch = over(own, stretch) if stretch and not differs else own
        if differs or last is None:
            first, line = moment, {'differsIn': differs, 'sinceLast': None, 'sinceFirst': None}
        else:
            line = {
                'differsIn': None,
                'sinceLast': since(last, moment, between(planned, last, moment)),
                'sinceFirst': since(first, moment, between(planned, first, moment)),
            }
        point = moment.point
        lines.append({'period': moment.period, 'value': point.value, 'poor': point.poor, 'households': point.households,
                      'standard': own.standard, **line})
        last = moment
    return lines


def between(planned: dict[date, Fraction], earlier: Moment, later: Moment) -> Fraction | None:
    a, b = planned.get(earlier.period.last), planned.get(later.period.last)
    return None if a is None or b is None else b - a
