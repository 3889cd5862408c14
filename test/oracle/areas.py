"""Sums over areas, their places and shares of a shortfall (docs/formulas.md, "Parts, areas and rates from counts")."""

from dataclasses import replace
from datetime import date
from fractions import Fraction
from typing import Iterable

from exact import HUNDRED
from periods import Span
from plans import Area, Plan, Result
from targets import Aim, variance
from totals import Figure, Partial, best, least_certain


def children(plan: Plan, parent: str | None) -> list[Area]:
    return [area for area in plan.areas if area.parent == parent]


def existence(plan: Plan, area: Area | None) -> Span:
    """The days of the plan in which an area exists; one that came of former areas goes on with their figures."""
    first = area.first if area and area.first and not area.was else plan.period.first
    last = area.last if area and area.last else plan.period.last
    return Span(max(first, plan.period.first), min(last, plan.period.last))


def existing(plan: Plan, parent: str | None, span: Span) -> list[Area]:
    """An area that does not exist is not missing."""
    return [area for area in children(plan, parent) if existence(plan, area).meets(span)]


def renamed(plan: Plan, results: Iterable[Result]) -> list[Result]:
    """Results under a former id are taken for the area that has it now; those of areas that became one are added up."""
    now = {old: area.id for area in plan.areas for old in area.was}
    sums: dict[tuple, list[Result]] = {}
    for result in best(results):
        area = now.get(result.area, result.area)
        sums.setdefault((result.indicator, area, result.period, result.basis), []).append(result)
    return [merged(found, key[1]) for key, found in sums.items()]


def merged(found: list[Result], area: str | None) -> Result:
    first = found[0]
    if len(found) == 1:
        return replace(first, area=area)

    def total(key: str):
        values = [getattr(result, key) for result in found]
        if any(value is None for value in values):
            return None
        return values[0]._replace(value=sum(value.value for value in values))

    status = least_certain(result.status for result in found)
    return replace(first, area=area, status=status, **{key: total(key) for key in ('value', 'cumulative', 'poor', 'households')})


def summed(parts: list[tuple[date, Figure | None]], last: date, adds_up: bool = False) -> Figure | None:
    """The sum of areas up to a day, each with the last day that it exists; partial while one has not reported all of it."""
    found = [part for _, part in parts if part]
    if not found:
        return None
    complete = sum(bool(part) and part.partial is None and part.span.last >= min(last, end) for end, part in parts)
    partial = Partial('areas', complete, len(parts)) if complete < len(parts) else None
    span = Span(min(part.span.first for part in found if adds_up or part.span.last == last), last)
    return Figure(sum((part.value for part in found), Fraction(0)), span, least_certain(p.status for p in found), partial)


def whole(own: Figure | None, sum_of_areas: Figure | None) -> Figure | None:
    """A reported total goes before the sum of its areas, but not before one of a later day that all areas are in."""
    if own is None or sum_of_areas is None:
        return own or sum_of_areas
    newer = sum_of_areas.span.last > own.span.last and sum_of_areas.partial is None
    return sum_of_areas if newer else own


def places(achievements: dict[str, Fraction]) -> dict[str, tuple[int, int]]:
    """1, 2, 2, 4: the place of each area by completion among those beside it, and among how many."""
    return {
        area: (1 + sum(other > value for other in achievements.values()), len(achievements))
        for area, value in achievements.items()
    }


def lack(aim: Aim, a: Fraction) -> Fraction:
    off, favourable = variance(aim, a)
    return Fraction(0) if favourable else abs(off)


def shortfall_shares(lacks: dict[str, Fraction], weights: dict[str, Fraction | None] | None) -> dict[str, Fraction]:
    """What each area lacks, as a share of what all lack that fall short; rates are weighed with their households."""
    short = {area: amount for area, amount in lacks.items() if amount > 0}
    if weights is not None:
        if any(weights[area] is None for area in short):
            return {}
        short = {area: amount * weights[area] for area, amount in short.items()}
    total = sum(short.values(), Fraction(0))
    return {area: amount / total * HUNDRED for area, amount in short.items()} if total else {}
