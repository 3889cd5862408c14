"""Random plans with results. A case depends on its seed and number alone, and not on other cases."""

from dataclasses import replace
from fractions import Fraction
from random import Random
from typing import Callable

from exact import Written, written
from periods import DAY, Span, month, month_number, parse, split, whole_months
from plans import (
    CHANGES, STATUSES, Area, Baseline, Case, Indicator, Measure, Plan, Result, Revision, Target,
)

PERIODS = ['2018'] * 6 + ['2016/2018', '2016/2020', '2018/2019', '2018-04/2019-03', '2018-H2', '2018-02/2018-11']
Made = tuple[list[Indicator], list[Result]]


class Maker:
    def __init__(self, seed: int, number: int):
        self.random = Random(f'{seed}/{number}')
        self.number = number
        self.period = parse(self.one(PERIODS))
        self.whole_years = split(self.period, 'years') is not None
        self.areas: list[Area] = []
        self.reported_until = self.period.last
        self.ids = 0

    def chance(self, share: float) -> bool:
        return self.random.random() < share

    def one(self, choices):
        return self.random.choice(choices)

    def id(self) -> str:
        self.ids += 1
        return f'i{self.ids}'

    def around(self, value: Fraction, decimals: int, least: int = 0) -> Written:
        """A number near another, and now and then just that."""
        units = value * 10**decimals
        if units.denominator == 1 and self.chance(0.15):
            return written(units.numerator, decimals)
        return written(max(least, round(units * self.random.randint(60, 140) / 100)), decimals)

    # Plans

    def case(self) -> Case:
        if self.chance(0.55):
            self.areas = self.some_areas()
        makers: list[Callable[[], Made]] = [
            self.count, self.count, self.figure, self.figure, self.task, self.date, self.staged, self.poverty, self.poverty,
            self.two_areas, self.derived, self.near_poor, self.parts,
        ]
        if self.chance(0.3):
            months = whole_months(self.period)
            self.reported_until = month(0, month_number(self.period.first) + 1, self.random.randint(1, months)).last
        indicators, results = [], []
        for make in self.random.sample(makers, self.random.randint(1, 4)):
            made = make()
            indicators += made[0]
            results += made[1]
        plan = Plan(
            f'p{self.number}', self.period, tuple(indicators), tuple(self.areas),
            self.one([Fraction(1), Fraction(1), Fraction(95, 100), Fraction(805, 1000)]),
        )
        return Case((plan,), {plan.id: tuple(results)})

    def some_areas(self) -> list[Area]:
        areas = [Area(f'a{i}') for i in range(1, self.random.randint(2, 4) + 1)]
        kind = self.one(['flat', 'flat', 'nested', 'new', 'merged', 'renamed'])
        middle = month(0, month_number(self.period.first) + 1 + whole_months(self.period) // 2).first
        if kind == 'nested':
            areas += [Area('a1x', parent='a1'), Area('a1y', parent='a1')]
        elif kind == 'new':
            areas[0] = self.one([Area('a1', first=middle), Area('a1', last=middle - DAY)])
        elif kind == 'merged':
            areas[0] = Area('a1', first=middle, was=('old1', 'old2'))
        elif kind == 'renamed':
            areas[0] = Area('a1', was=('old1',))
        return areas

    def reporting(self) -> list[str | None]:
        """What figures are reported of: the whole, or the areas, or both."""
        if not self.areas or self.chance(0.3):
            return [None]
        leaves = [a.id for a in self.areas if not any(b.parent == a.id for b in self.areas)]
        if self.chance(0.25):
            leaves.remove(self.one(leaves))
        return leaves + ([None] if self.chance(0.2) else [])

    def exists(self, area: str | None, span: Span) -> bool:
        found = next((a for a in self.areas if a.id == area), None)
        return not found or ((not found.first or span.first >= found.first) and (not found.last or span.last <= found.last))

    def reporters(self, area: str | None, span: Span) -> list[str | None]:
        """The ids under which an area reports a period: before a merger its former ones."""
        found = next((a for a in self.areas if a.id == area and a.was), None)
        if found and (found.first is None or span.first < found.first):
            return list(found.was) if not found.first or span.last < found.first else []
        return [area] if self.exists(area, span) else []

    # Targets

    def target(self, kind: str, near: Fraction, decimals: int, baseline: Written | None) -> Target:
        kinds = ['at_least', 'at_least', 'above', 'at_most', 'below', 'between']
        if baseline is not None:
            kinds += ['reduce_by', 'increase_by']
        chosen = self.one(kinds)
        if chosen in CHANGES:
            return self.planned_change(chosen, kind, near, decimals, baseline)
        low = self.around(near, decimals)
        if chosen == 'between':
            high = written(int(low.value * 10**decimals) + self.random.randint(1, 9 * 10**decimals), decimals)
            return Target(chosen, low, high, direction=self.one(['up', 'down', None]))
        return Target(chosen, low)

    def planned_change(self, chosen: str, kind: str, near: Fraction, decimals: int, baseline: Written) -> Target:
        of_baseline = kind in {'count', 'stock', 'level'} and self.chance(0.3)
        size = max(abs(near - baseline.value), Fraction(1, 10**decimals))
        if of_baseline:
            decimals, size = 1, Fraction(5)
        low = self.around(size, decimals, 1)
        high = written(int(low.value * 10**decimals) + self.random.randint(1, 20), decimals) if self.chance(0.25) else None
        per_year = self.whole_years and self.chance(0.3)
        return Target(chosen, low, high, per_year=per_year, of_baseline=of_baseline)

    def formula(self, kind: str, target: Target, baseline: Written | None) -> str | None:
        if target.high is not None or self.chance(0.6):
            return None
        formulas = ['attainment', 'ratio', 'inverse']
        formulas += ['change'] if target.kind in CHANGES else []
        formulas += ['progress'] if baseline else []
        formulas += ['level'] if kind == 'growth' else []
        return self.one(formulas)

    def phasing(self):
        unit = self.one(['quarters', 'months', 'halves', 'years'])
        parts = split(self.period, unit)
        choice = self.random.random()
        if choice < 0.5 or not parts:
            return self.one(['linear', 'linear', 'none', None])
        cuts = sorted(self.random.choices(range(0, 101), k=len(parts) - 1)) + [100]
        if choice < 0.75:
            return [(part, Fraction(cut, 100)) for part, cut in zip(parts, cuts)]
        own = [Fraction(b - a, 100) for a, b in zip([0, *cuts], cuts)]
        return list(zip(parts, own))

    def tolerance(self) -> Fraction | None:
        return self.one([None, None, None, Fraction(9, 10), Fraction(975, 1000)])

    def revisions(self, target: Target, kind: str, near: Fraction, decimals: int) -> tuple[Revision, ...]:
        if target.high or target.kind in CHANGES or self.chance(0.8):
            return ()
        days = sorted(self.random.sample(range(self.period.days), self.random.randint(1, 2)))
        return tuple(Revision(self.period.first + d * DAY, replace(target, low=self.around(near, decimals, 1))) for d in days)

    # Counts

    def timeline(self) -> list[Span]:
        """Months, quarters, halves or years one after another, until reporting stops."""
        spans, first = [], month_number(self.period.first)
        sizes = self.one([[1], [3], [3, 1], [6, 3, 1], [12, 6], [12]])
        while first <= month_number(self.period.last):
            fitting = [n for n in sizes if first % n == 0 and month(0, first + 1, n).last <= self.period.last] or [1]
            spans.append(month(0, first + 1, self.one(fitting)))
            first = month_number(spans[-1].last) + 1
        return [span for span in spans if span.last <= self.reported_until] or spans[:1]

    def count(self) -> Made:
        spans = self.timeline()
        results: list[Result] = []
        id = self.id()
        style = self.one(['increment', 'cumulative', 'both', 'mixed'])
        totals: dict[str | None, Fraction] = {}
        decimals = self.one([0, 0, 0, 1])
        for area in self.reporting():
            results += self.account(id, area, spans, style, decimals, totals)
        near = sum(totals.values(), Fraction(0)) * len(split(self.period, 'months')) / max(1, whole_months(Span(spans[0].first, spans[-1].last)))
        baseline = self.around(near, decimals, 1) if self.chance(0.4) else None
        target = self.target('count', near, decimals, baseline) if self.chance(0.93) else None
        indicator = Indicator(
            id, target=target, phasing=self.phasing(), tolerance=self.tolerance(),
            can_fall=self.chance(0.1),
            baseline=Baseline(value=baseline) if baseline else None,
            formula=self.formula('count', target, baseline) if target else None,
            targets_by_area={
                area.id: self.target('count', totals.get(area.id, Fraction(10)), decimals, None)
                for area in self.areas if self.chance(0.8)
            },
            revisions=self.revisions(target, 'count', near, decimals) if target else (),
        )
        if indicator.formula:
            plain = {a: t for a, t in indicator.targets_by_area.items() if t.high is None}
            usable = plain if indicator.formula in {'attainment', 'ratio', 'inverse'} else {}
            indicator = replace(indicator, targets_by_area=usable)
        return [indicator], results

    def account(
        self, id: str, area: str | None, spans: list[Span], style: str, decimals: int, totals: dict[str | None, Fraction]
    ) -> list[Result]:
        results: list[Result] = []
        dropped = self.one(spans) if self.chance(0.15) else None
        for span in spans:
            for who in self.reporters(area, span):
                least = -100 if self.chance(0.05) else 0
                amount = self.random.randint(least, 300 * whole_months(span))
                number = written(amount, decimals)
                totals[who] = totals.get(who, Fraction(0)) + number.value
                if span == dropped:
                    continue
                former = who != area and len(self.areas[0].was) > 1
                results += self.reports(id, who, span, number, totals[who], 'increment' if former or area and self.areas[0].first else style)
        return results

    def reports(self, id: str, area: str | None, span: Span, number: Written, total: Fraction, style: str) -> list[Result]:
        if style == 'mixed':
            style = self.one(['increment', 'cumulative', 'both'])
        running = number._replace(value=total)
        first = span.first == self.period.first
        status = self.one(['final'] * 8 + STATUSES)
        told = {
            'increment': Result(id, span, area, number, None, None if first else 'increment', status),
            'cumulative': Result(id, span, area, running, None, None if first else 'cumulative', status),
            'both': Result(id, span, area, number, running, None, status),
        }[style]
        found = [told]
        if status == 'final' and self.chance(0.05):
            other = number._replace(value=number.value + 7)
            found.append(replace(told, value=other, cumulative=None, status='estimate') if style != 'both' else replace(told, status='estimate'))
        return found

    # Figures of which the newest counts

    def figure(self) -> Made:
        kind = self.one(['stock', 'level', 'rate', 'growth', 'rate'])
        decimals = {'stock': self.one([0, 0, 1]), 'level': self.one([0, 1, 2])}.get(kind, self.one([0, 1, 2]))
        scale = 10**decimals
        id, results = self.id(), []
        spans = self.timeline()[-self.random.randint(1, 3) :]

        def number() -> Written:
            low = -5 * scale if kind == 'growth' else 0
            return written(self.random.randint(low, 90 * scale), decimals)

        last: dict[str | None, Written] = {}
        for area in self.reporting():
            for span in spans:
                if len(self.reporters(area, span)) == 1:
                    last[area] = number()
                    results.append(Result(id, span, self.reporters(area, span)[0], last[area], status=self.one(['final'] * 5 + STATUSES)))
        baseline = number() if self.chance(0.6) else None
        near = last[None].value if None in last else sum((n.value for n in last.values()), Fraction(0)) if kind == 'stock' else Fraction(45)
        target = self.target(kind, near, decimals, baseline) if self.chance(0.93) else None
        formula = self.formula(kind, target, baseline) if target else None
        usual = formula in {None, 'attainment', 'ratio', 'inverse'}
        targets = {
            area.id: self.target(kind, last[area.id].value if area.id in last else Fraction(45), decimals, None)
            for area in self.areas if usual and self.chance(0.7)
        }
        if formula:
            targets = {area: t for area, t in targets.items() if t.high is None}
        return [Indicator(
            id, kind, target, targets, Baseline(value=baseline) if baseline else None, formula,
            phasing=self.phasing(), tolerance=self.tolerance(),
            revisions=self.revisions(target, kind, near, decimals) if target else (),
        )], results

    def task(self) -> Made:
        id = self.id()
        states = ['not-started', 'in-progress', 'done']
        spans = self.timeline()[-2:]
        results = [Result(id, span, value=self.one(states)) for span in spans if self.chance(0.8)]
        return [Indicator(id, 'task', Target('done'))], results

    def date(self) -> Made:
        id = self.id()
        due, done = (self.period.first + self.random.randrange(self.period.days) * DAY for _ in range(2))
        results = [Result(id, span, value=done) for span in self.timeline()[-1:] if span.last >= done and self.chance(0.8)]
        return [Indicator(id, 'date', Target('by', by=due))], results

    def staged(self) -> Made:
        """A figure with targets of parts of the plan, running or, of a count, of each part."""
        (made,), results = self.one([self.count, self.figure])()
        parts = split(self.period, self.one(['years', 'halves', 'quarters']))
        if not made.target or made.target.high or made.target.kind in CHANGES or not parts or len(parts) < 2:
            return [made], results
        low = made.target.low
        cuts = sorted(self.random.choices(range(0, 101), k=len(parts) - 1))
        running = [low._replace(value=Fraction(round(low.value * cut), 100)) for cut in cuts] + [low]
        running = [written(round(n.value * 10**n.decimals), n.decimals) for n in running]
        if made.type == 'count' and self.chance(0.4):
            ends = [Fraction(0), *(n.value for n in running)]
            running = [low._replace(value=b - a) for a, b in zip(ends, ends[1:])]
        elif made.type != 'count' and self.chance(0.3):
            running = running[: self.random.randint(1, len(running))]
        return [replace(made, by_period=tuple(zip(parts, running)), phasing=None, revisions=(), targets_by_area={})], results

    # Poverty

    def poverty(self) -> Made:
        """Rates with or without the counts behind them, of areas and of the whole, at both ends."""
        id, results = self.id(), []
        counted = self.chance(0.7)
        spans = self.timeline()[-4:] if self.chance(0.5) else [self.one(self.timeline()[-2:])]
        measure = Measure(self.one([None, None, '2016-2020', '2016-2020', '2021-2025']), self.one([None, 'households']), None)
        ids = [a.id for a in self.areas if a.parent is None and not a.was and not a.first and not a.last]
        by_area = len(ids) == len(self.areas) > 0 and self.chance(0.7)
        start = {a: self.counts(counted) for a in (ids if by_area else [])}
        end = {a: self.counts(counted) for a in start}
        whole_start = total(start) if start and counted and self.chance(0.8) else self.counts(counted)
        whole_end = total(end) if end and counted and self.chance(0.8) else self.counts(counted and self.chance(0.9))
        own = self.change_of(whole_start, whole_end)
        under = Measure(self.one(['2011-2015', '2016-2020'])) if self.chance(0.1) else Measure()
        baseline = Baseline(self.before(), *whole_start, under, {a: Baseline(None, *side) for a, side in start.items()})
        of_whole = not (end and counted and self.chance(0.5))
        for span in spans[:-1]:
            if of_whole:
                results.append(Result(id, span, None, *self.value(self.counts(counted))))
            results += [Result(id, span, area, *self.value(self.counts(counted))) for area in end]
        for area, side in end.items():
            if self.chance(0.95):
                results.append(Result(id, spans[-1], area, *self.value(side)))
        if of_whole:
            results.append(replace(Result(id, spans[-1], None, *self.value(whole_end)), **own))
        if self.chance(0.15):
            other = {'measured': 'persons'} if measure.measured else {'standard': '2021-2025'}
            results = [replace(r, measure=Measure(**other)) for r in results]
        target = self.target('poverty-rate', rate_of(whole_end), 2, written(round(rate_of(whole_start) * 100), 2))
        targets = {a: self.target('poverty-rate', rate_of(end[a]), 2, written(round(rate_of(start[a]) * 100), 2)) for a in start if self.chance(0.7)}
        formula = self.formula('poverty-rate', target, written(1))
        if formula:
            formula, targets = formula, {}
        return [Indicator(
            id, 'poverty-rate', target, targets, baseline, formula, phasing=self.phasing(), tolerance=self.tolerance(), measure=measure,
        )], results

    def counts(self, counted: bool) -> tuple[Written | None, Written | None, Written | None]:
        """A printed rate, the poor, and all households."""
        households = self.random.randint(2000, 40000)
        poor = self.random.randint(1, households // 4)
        printed = written((2 * 10000 * poor + households) // (2 * households), 2)
        if counted:
            return (printed if self.chance(0.2) else None, written(poor), written(households))
        return (printed, written(poor) if self.chance(0.3) else None, None)

    def value(self, side: tuple) -> tuple:
        """The fields of a result from value to households."""
        rate, poor, households = side
        return (rate, None, None, 'final', poor, households)

    def change_of(self, start: tuple, end: tuple) -> dict:
        fields: dict = {}
        if start[1] and end[1] and self.chance(0.5):
            moved = [('escaped', self.random.randint(0, 900)), ('relapsed', self.random.randint(0, 90)), ('new', self.random.randint(0, 500))]
            if self.chance(0.5):
                moved.append(('other', self.random.randint(-50, 50)))
            fields['movements'] = tuple((key, written(n)) for key, n in moved)
        if not (start[1] and end[1]) and self.chance(0.6):
            sign = 1 if rate_of(end) > rate_of(start) else -1
            fields['poor_change'] = written(sign * self.random.randint(1, 3000))
        return fields

    def before(self) -> Span:
        return month(self.period.first.year - 1, 1, 12)

    def two_areas(self) -> Made:
        """Rates of exactly two areas and of the whole, where nobody counted."""
        if [a for a in self.areas if a.was or a.first or a.last or a.parent] or len(self.areas) != 2:
            return self.poverty()
        id, span = self.id(), self.timeline()[-1]

        def rates() -> list[Written]:
            low = self.random.randint(100, 900)
            high = low + self.random.randint(200, 2000)
            return [written(n, 2) for n in (low, high, self.random.randint(low + 20, high - 20))]

        start, end = rates(), rates()
        a, b = self.areas[0].id, self.areas[1].id
        baseline = Baseline(self.before(), start[2], areas={a: Baseline(None, start[0]), b: Baseline(None, start[1])})
        results = [Result(id, span, area, n) for area, n in ((a, end[0]), (b, end[1]), (None, end[2]))]
        target = Target('reduce_by', written(self.random.randint(1, 300), 2))
        return [Indicator(id, 'poverty-rate', target, {}, baseline)], results

    def derived(self) -> Made:
        """A rate from two other indicators."""
        spans = self.timeline()[-1:]
        above, below, id = self.id(), self.id(), self.id()
        results = []
        for area in self.reporting():
            for span in spans:
                if self.reporters(area, span) == [area]:
                    all_of = self.random.randint(100, 5000)
                    results += [
                        Result(above, span, area, written(self.random.randint(0, all_of))),
                        Result(below, span, area, written(all_of)),
                    ]
        return [
            Indicator(above, 'stock'), Indicator(below, 'stock'),
            Indicator(id, 'rate', Target(self.one(['at_least', 'at_most']), written(self.random.randint(200, 800), 1)), numerator=above, denominator=below),
        ], results

    def near_poor(self) -> Made:
        """A rate of the same households as the poverty rate."""
        poor, near, id = self.id(), self.id(), self.id()
        span = self.timeline()[-1]
        households, a, b = self.random.randint(5000, 40000), self.random.randint(100, 1000), self.random.randint(100, 1000)
        results = [
            Result(poor, span, None, *self.value((None, written(a), written(households)))),
            Result(near, span, None, written(b)),
        ]
        before = Baseline(self.before(), written(self.random.randint(100, 2000), 2))
        return [
            Indicator(poor, 'poverty-rate', Target('reduce_by', written(self.random.randint(1, 300), 2)), {}, before),
            Indicator(near, 'stock'),
            Indicator(id, 'rate', baseline=before, numerator=near, same_base_as=poor),
        ], results

    def parts(self) -> Made:
        """A count with two parts."""
        (whole,), results = self.count()
        parts = []
        for _ in range(2):
            (part,), own = self.count()
            parts.append(part)
            results += own
        return [replace(whole, parts=tuple(parts), exhaustive=self.chance(0.3))], results


def total(sides: dict[str, tuple]) -> tuple:
    return None, *(Written(sum((side[i].value for side in sides.values()), Fraction(0)), 0) for i in (1, 2))


def rate_of(side: tuple) -> Fraction:
    rate, poor, households = side
    return poor.value / households.value * 100 if households else rate.value


def case(seed: int, number: int) -> Case:
    return Maker(seed, number).case()
