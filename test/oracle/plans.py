"""Plans and results as docs/files.md has them, and the files that say the same."""

from dataclasses import dataclass, field, replace
from datetime import date
from fractions import Fraction
from typing import Any

from exact import Written
from periods import Span

ADDS_UP = {'count', 'stock'}
RATES = {'rate', 'poverty-rate'}
IN_POINTS = RATES | {'growth'}
LESS_IS_BETTER = {'at_most', 'below', 'reduce_by'}
CHANGES = {'reduce_by', 'increase_by'}
STATUSES = ['final', 'provisional', 'estimate']


@dataclass(frozen=True)
class Target:
    kind: str
    low: Written | None = None
    high: Written | None = None
    """The upper end; None where the target is no range."""
    direction: str | None = None
    per_year: bool = False
    of_baseline: bool = False
    by: date | None = None

    def document(self, kind: str) -> Any:
        if self.kind == 'done':
            return 'done'
        if self.kind == 'by':
            return {'by': self.by}
        mark = '%' if self.of_baseline else ''
        value = f'{self.low}{mark}' if self.high is None else [f'{self.low}{mark}', f'{self.high}{mark}']
        return {
            self.kind: value,
            **({'per': 'year'} if self.per_year else {}),
            **({'direction': self.direction} if self.direction else {}),
        }


@dataclass(frozen=True)
class Measure:
    """What rates have to agree in to be compared."""

    standard: str | None = None
    measured: str | None = None
    method: str | None = None


def over(own: Measure, given: Measure) -> Measure:
    return Measure(own.standard or given.standard, own.measured or given.measured, own.method or given.method)


@dataclass(frozen=True)
class Baseline:
    period: Span | None = None
    value: Written | None = None
    poor: Written | None = None
    households: Written | None = None
    measure: Measure = Measure()
    areas: dict[str, 'Baseline'] = field(default_factory=dict)


@dataclass(frozen=True)
class Area:
    id: str
    parent: str | None = None
    first: date | None = None
    last: date | None = None
    was: tuple[str, ...] = ()


@dataclass(frozen=True)
class Revision:
    date: date
    target: Target


@dataclass(frozen=True)
class Indicator:
    id: str
    type: str = 'count'
    target: Target | None = None
    targets_by_area: dict[str, Target] = field(default_factory=dict)
    baseline: Baseline | None = None
    formula: str | None = None
    phasing: Any = None
    """None, 'linear', 'none', or a list of (span, share)."""
    tolerance: Fraction | None = None
    can_fall: bool = False
    by_period: tuple[tuple[Span, Written], ...] = ()
    """Targets of parts of the plan, as they are written."""
    measure: Measure = Measure()
    revisions: tuple[Revision, ...] = ()
    parts: tuple['Indicator', ...] = ()
    exhaustive: bool = False
    numerator: str | None = None
    denominator: str | None = None
    same_base_as: str | None = None


@dataclass(frozen=True)
class Plan:
    id: str
    period: Span
    indicators: tuple[Indicator, ...]
    areas: tuple[Area, ...] = ()
    tolerance: Fraction = Fraction(1)
    follows: str | None = None


@dataclass(frozen=True)
class Result:
    indicator: str
    period: Span
    area: str | None = None
    value: Written | str | date | None = None
    cumulative: Written | None = None
    basis: str | None = None
    status: str = 'final'
    poor: Written | None = None
    households: Written | None = None
    poor_change: Written | None = None
    movements: tuple[tuple[str, Written], ...] = ()
    measure: Measure = Measure()


@dataclass(frozen=True)
class Case:
    """Plans that follow one another, and their results; what a report has to say of all of them is one case."""

    plans: tuple[Plan, ...]
    results: dict[str, tuple[Result, ...]]


def inherit(part: Indicator, whole: Indicator) -> Indicator:
    """A part takes the phasing, tolerance and whether it can fall of its whole, unless it states its own."""
    return replace(
        part,
        can_fall=part.can_fall or whole.can_fall,
        phasing=whole.phasing if part.phasing is None else part.phasing,
        tolerance=whole.tolerance if part.tolerance is None else part.tolerance,
    )


def with_parts(indicators: tuple[Indicator, ...], parent: Indicator | None = None) -> list[tuple[Indicator, Indicator | None]]:
    """Every indicator in the order of the report, with the whole that it is a part of."""
    lines = []
    for indicator in indicators:
        own = inherit(indicator, parent) if parent else indicator
        lines += [(own, parent), *with_parts(own.parts, own)]
    return lines


def percent(share: Fraction) -> str:
    value = share * 100
    decimals = 0
    while (value * 10**decimals).denominator != 1:
        decimals += 1
    return f'{Written(value, decimals)}%'


def files(case: Case) -> str:
    """One file with a document for each plan and for its results."""
    documents = []
    for plan in case.plans:
        documents.append(plan_document(plan))
        documents.append({
            'kind': 'actuals',
            'plan': plan.id,
            'numbers': 'plain',
            'observations': [result_document(result) for result in case.results[plan.id]],
        })
    return '---\n'.join(block(document) for document in documents)


def plan_document(plan: Plan) -> dict[str, Any]:
    return stated(
        kind='plan',
        id=plan.id,
        title=plan.id,
        period=str(plan.period),
        numbers='plain',
        follows=plan.follows,
        tolerance=percent(plan.tolerance) if plan.tolerance != 1 else None,
        areas=[area_document(area) for area in plan.areas],
        indicators=[indicator_document(indicator) for indicator in plan.indicators],
    )


def area_document(area: Area) -> dict[str, Any]:
    return {
        'id': area.id,
        'name': area.id,
        **stated(parent=area.parent, until=area.last, was=list(area.was)),
        **({'from': area.first} if area.first else {}),
    }


def indicator_document(indicator: Indicator) -> dict[str, Any]:
    phasing = indicator.phasing
    if isinstance(phasing, list):
        phasing = {str(span): percent(share) for span, share in phasing}
    return stated(
        id=indicator.id,
        name=indicator.id,
        type=indicator.type if indicator.type != 'count' else None,
        **stated_measure(indicator.measure),
        baseline=baseline_document(indicator.baseline) if indicator.baseline else None,
        target=target_document(indicator.target, indicator.type),
        targets_by_area={area: t.document(indicator.type) for area, t in indicator.targets_by_area.items()},
        targets_by_period={str(span): number for span, number in indicator.by_period},
        formula=indicator.formula,
        phasing=phasing,
        tolerance=percent(indicator.tolerance) if indicator.tolerance is not None else None,
        can_fall='true' if indicator.can_fall else None,
        revisions=[
            {'date': r.date, 'target': r.target.document(indicator.type)} for r in indicator.revisions
        ],
        exhaustive='true' if indicator.exhaustive else None,
        rate_of=stated(numerator=indicator.numerator, denominator=indicator.denominator),
        same_base_as=indicator.same_base_as,
        of_which=[indicator_document(part) for part in indicator.parts],
    )


def target_document(target: Target | None, kind: str) -> Any:
    return 'none' if target is None else target.document(kind)


def baseline_document(baseline: Baseline) -> dict[str, Any]:
    return stated(
        period=baseline.period,
        value=baseline.value,
        poor=baseline.poor,
        households=baseline.households,
        **stated_measure(baseline.measure),
        areas={area: baseline_document(own) for area, own in baseline.areas.items()},
    )


def result_document(result: Result) -> dict[str, Any]:
    return stated(
        indicator=result.indicator,
        period=str(result.period),
        area=result.area,
        value=result.value,
        cumulative=result.cumulative,
        basis=result.basis,
        status=result.status if result.status != 'final' else None,
        poor=result.poor,
        households=result.households,
        poor_change=result.poor_change,
        **dict(result.movements),
        **stated_measure(result.measure),
    )


def stated_measure(measure: Measure) -> dict[str, str]:
    return stated(standard=measure.standard, measured=measure.measured, method=measure.method)


def stated(**keys: Any) -> dict[str, Any]:
    return {key: value for key, value in keys.items() if value not in (None, [], {}, ())}


def block(document: dict[str, Any]) -> str:
    lines = []
    for key, value in document.items():
        if isinstance(value, list) and value:
            lines += [f'{key}:', *(f'  - {flow(item)}' for item in value)]
        else:
            lines.append(f'{key}: {flow(value)}')
    return '\n'.join(lines) + '\n'


def flow(value: Any) -> str:
    if isinstance(value, dict):
        return '{ ' + ', '.join(f'{key}: {flow(item)}' for key, item in value.items()) + ' }'
    if isinstance(value, list):
        return '[' + ', '.join(flow(item) for item in value) + ']'
    return str(value)
