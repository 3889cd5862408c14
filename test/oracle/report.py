"""What a report has to say of a plan: a line for every indicator in the whole and in each area."""

from dataclasses import replace
from copy import copy
from datetime import date
from fractions import Fraction
from typing import Any, NamedTuple

import areas as by_area
import pace
import poverty
import series
from exact import HUNDRED
from periods import DAY, Span, before, moved, whole_months
from plans import ADDS_UP, CHANGES, IN_POINTS, RATES, Area, Indicator, Measure, Plan, Result, Target, over, with_parts
from poverty import Point
from targets import (
    FINAL, Aim, Stage, aim_of, compare, final_at_once, percentage, progress_beside, reach, stage_on, used_up, usual_formula, variance,
)
from totals import Account, Figure, newest, steps

Line = dict[str, Any]


class Options(NamedTuple):
    as_of: date | None = None
    original: bool = False
    command: str = 'report'
    period: Span | None = None
    """The reporting period that is asked for, as whose end the report is made."""


class Report:
    def __init__(self, plan: Plan, results: tuple[Result, ...], options: Options):
        self.plan, self.options = plan, options
        self.day = options.period.last if options.period else options.as_of or max((r.period.last for r in results if reported(r)), default=None)
        self.results = by_area.renamed(plan, [r for r in results if self.day and r.period.last <= self.day])
        self.told_of_areas = {r.indicator for r in results if r.area and reported(r)}
        self.areas = {area.id: area for area in plan.areas}
        self.indicators = with_parts(plan.indicators)
        self.by_id = {indicator.id: indicator for indicator, _ in self.indicators}
        self.accounts: dict[tuple, Account] = {}
        self.figures: dict[tuple, Figure | None] = {}
        self.years = plan.period.last.year - plan.period.first.year + (plan.period.first.month == 1)

    def lines(self) -> list[Line]:
        lines = []
        for indicator, parent in self.indicators:
            if self.options.command == 'poverty' and not self.is_of_poverty(indicator):
                continue
            areas = self.plan.areas if self.tells_of_areas(indicator) else ()
            own = [self.line(indicator, None), *(self.line(indicator, area) for area in areas)]
            self.stand_beside_each_other(indicator, own[1:])
            for line in own:
                line['parent'] = parent.id if parent else None
            lines += own
        return lines

    def is_of_poverty(self, indicator: Indicator) -> bool:
        return indicator.type == 'poverty-rate' or indicator.same_base_as is not None

    def tells_of_areas(self, indicator: Indicator) -> bool:
        """An indicator has lines of areas where a target, a baseline or a result of one stands."""
        stated = indicator.targets_by_area or (indicator.baseline and indicator.baseline.areas)
        behind = [self.by_id[id] for id in (indicator.numerator, indicator.denominator) if id]
        return bool(stated) or indicator.id in self.told_of_areas or any(map(self.tells_of_areas, behind))

    # Figures

    def own_results(self, indicator: str, area: str | None) -> list[Result]:
        return [r for r in self.results if r.indicator == indicator and r.area == area and reported(r)]

    def existence(self, area: str | None) -> Span:
        return by_area.existence(self.plan, self.areas.get(area))

    def while_it_exists(self, area: str, span: Span) -> Span:
        exists = self.existence(area)
        return Span(max(span.first, exists.first), min(span.last, exists.last))

    def account(self, indicator: Indicator, area: str | None) -> Account:
        key = indicator.id, area
        if key not in self.accounts:
            self.accounts[key] = Account(self.existence(area).first, self.own_results(*key))
        return self.accounts[key]

    def figure(self, indicator: Indicator, area: str | None) -> Figure | None:
        key = indicator.id, area
        if key not in self.figures:
            self.figures[key] = self.find_figure(indicator, area)
        return self.figures[key]

    def find_figure(self, indicator: Indicator, area: str | None) -> Figure | None:
        own = self.reported_figure(indicator, area)
        parts = [self.figure(indicator, child.id) for child in by_area.children(self.plan, area)]
        found = [part for part in parts if part]
        if not found or indicator.type not in ADDS_UP | {'poverty-rate'}:
            return own
        last = max(part.span.last for part in found)
        first = self.plan.period.first if indicator.type == 'count' else last
        there = by_area.existing(self.plan, area, Span(first, last))
        parts = [(self.existence(child.id).last, self.figure(indicator, child.id)) for child in there]
        if indicator.type in ADDS_UP:
            return by_area.whole(own, by_area.summed(parts, last, indicator.type == 'count'))
        return by_area.whole(own, self.summed_rates(parts, last, found[0].measure))

    def reported_figure(self, indicator: Indicator, area: str | None) -> Figure | None:
        if indicator.type == 'count':
            return self.account(indicator, area).running()
        if indicator.numerator and (indicator.denominator or indicator.same_base_as):
            calculated = self.rate_of(indicator, area)
            if calculated:
                return calculated
        result = newest(self.own_results(indicator.id, area))
        if result is None:
            return None
        measure = over(result.measure, indicator.measure)
        if isinstance(result.value, (str, date)):
            return Figure(result.value, result.period, result.status, result=result)
        at = poverty.point(result.value, result.poor, result.households, measure)
        if at is None:
            return None
        return Figure(at.value, result.period, result.status, None, at.written, at.poor, at.households, measure, result)

    def rate_of(self, indicator: Indicator, area: str | None) -> Figure | None:
        """Calculated where both were reported for the same date."""
        above = self.figure(self.by_id[indicator.numerator], area)
        if indicator.denominator:
            base = self.figure(self.by_id[indicator.denominator], area)
            below = base and base.value
        else:
            base = self.figure(self.by_id[indicator.same_base_as], area)
            below = base and base.households
        if not above or not base or not below or above.span.last != base.span.last:
            return None
        return Figure(
            poverty.rate(above.value, below), above.span, max(above.status, base.status), above.partial or base.partial,
            poor=above.value, households=below, measure=indicator.measure,
        )

    def summed_rates(self, parts: list[tuple[date, Figure | None]], last: date, measure: Measure) -> Figure | None:
        counted = [(end, part if part and part.poor is not None and part.households else None) for end, part in parts]
        poor = by_area.summed([(end, part and replace(part, value=part.poor)) for end, part in counted], last)
        households = by_area.summed([(end, part and replace(part, value=part.households)) for end, part in counted], last)
        if not poor or not households.value:
            return None
        return replace(
            poor, value=poverty.rate(poor.value, households.value), poor=poor.value, households=households.value, measure=measure
        )

    def baseline(self, indicator: Indicator, area: str | None) -> Point | None:
        whole = indicator.baseline
        if whole is None or (area and area not in whole.areas):
            return None
        # Those of areas are of the time and measure of the whole.
        stated = replace(whole.areas[area], measure=whole.measure) if area else whole
        day_before = self.plan.period.first - DAY
        return poverty.of_baseline(stated, whole.period or Span(day_before, day_before), indicator.measure)

    # Rates over the years

    def rates_over_the_years(self) -> list[Line]:
        found = []
        for indicator, _ in self.indicators:
            if self.is_of_poverty(indicator):
                for area in (None, *(area.id for area in self.plan.areas)):
                    points = series.points(self.moments(indicator, area), self.planned(indicator, area))
                    target = indicator.targets_by_area.get(area) if area else indicator.target
                    if (target and target.high) or any(point['differsIn'] for point in points):
                        without_plans(points)
                    if len(points) > 1:
                        found.append({'id': indicator.id, 'area': area, 'points': points})
        return found

    def moments(self, indicator: Indicator, area: str | None) -> list[series.Moment]:
        """The baseline, and the newest figure of each year."""
        baseline, start = indicator.baseline, self.baseline(indicator, area)
        moments = [series.Moment(baseline.period, start)] if start else []
        for year in range(self.plan.period.first.year, self.plan.period.last.year + 1):
            of_year = [r for r in self.results if r.period.last.year == year]
            figure = self.only(of_year).figure(indicator, area)
            if figure:
                moments.append(series.Moment(figure.span, as_point(figure)))
        return moments

    def only(self, results: list[Result]) -> 'Report':
        own = copy(self)
        own.results, own.accounts, own.figures = results, {}, {}
        return own

    def planned(self, indicator: Indicator, area: str | None) -> dict[date, Fraction]:
        """The change that was planned up to the end of each point, from the baseline."""
        start = self.baseline(indicator, area)
        target = indicator.targets_by_area.get(area) if area else self.target(indicator)
        aim = self.aim(target, start)
        if start is None or aim is None or aim.d_low is None or aim.is_range:
            return {}
        planned = {}
        for moment in self.moments(indicator, area):
            share = self.share_planned(indicator, target, moment.period.last)
            if share is not None:
                planned[moment.period.last] = (aim.low - start.value) * share
        return planned

    def share_planned(self, indicator: Indicator, target: Target, day: date) -> Fraction | None:
        if day < self.plan.period.first:
            return Fraction(0)
        if day >= self.plan.period.last:
            return Fraction(1)
        if indicator.phasing:
            return pace.share(indicator.phasing, self.plan.period, self.plan.period, day)
        years = series.whole_years(self.plan.period.first - DAY, day)
        return Fraction(years, self.years) if target.per_year and years else None

    # Lines

    def line(self, indicator: Indicator, area: Area | None) -> Line:
        where = area.id if area else None
        figure, start = self.figure(indicator, where), self.baseline(indicator, where)
        first = indicator.targets_by_area.get(where) if area else indicator.target
        revision = None if area else self.revision(indicator)
        stage = self.stage(indicator, area, start)
        target = revision.target if revision else stage.target if stage else first
        line: Line = {
            'id': indicator.id, 'area': where, 'type': indicator.type,
            'target': target_line(target), 'originalTarget': target_line(first) if revision else None,
            'actual': figure and figure.value, 'actualPeriod': figure and figure.span,
            'status': figure and figure.status, 'partial': figure and figure.partial,
            **self.judge(indicator, area, target, figure, start),
            **self.outlook(indicator, area, target, figure, start),
            'change': self.change(indicator, where, target, figure, start),
            'rank': None, 'shortfallShare': None, 'original': None,
            'revision': {'date': revision.date} if revision else None,
        }
        if indicator.type == 'count':
            line['increments'] = self.increments(indicator, where, figure)
            line['inPeriod'] = self.in_period(indicator, where, figure)
        else:
            line['inPeriod'] = None
            if indicator.type in {'stock', 'level', 'rate', 'growth', 'poverty-rate'} and not (indicator.numerator or indicator.same_base_as):
                line |= self.other_times(indicator, where, figure)
        if revision:
            judged = self.judge(indicator, area, first, figure, start)
            line['original'] = {'target': target_line(first), **{k: v for k, v in judged.items() if k not in {'interval', 'used', 'progress'}}}
        return line

    def revision(self, indicator: Indicator):
        """The newest one up to the day of the report, unless that is held against the first targets."""
        if self.options.original:
            return None
        return max((r for r in indicator.revisions if self.day and r.date <= self.day), key=lambda r: r.date, default=None)

    def target(self, indicator: Indicator) -> Target | None:
        revision = self.revision(indicator)
        return revision.target if revision else indicator.target

    def aim(self, target: Target | None, start: Point | None) -> Aim | None:
        return aim_of(target, start and start.value, self.years) if target else None

    def judge(self, indicator: Indicator, area: Area | None, target: Target | None, figure: Figure | None, start: Point | None) -> Line:
        judged: Line = dict.fromkeys(('variance', 'favourable', 'formula', 'achievement', 'undefined', 'interval', 'verdict', 'used', 'progress'))
        if target is None:
            return judged
        judged['verdict'] = self.verdict(indicator, area, target, figure, start)
        if target.kind == 'by' and figure:
            late = (figure.value - target.by).days
            return judged | {'variance': Fraction(late), 'favourable': late < 0 if late else None, 'undefined': 'no-number'}
        aim = self.aim(target, start)
        if figure is None or aim is None:
            return judged
        if judged['verdict'] == 'not-comparable':
            return judged | {'undefined': 'not-comparable'}
        judged['variance'], judged['favourable'] = variance(aim, figure.value)
        formula = judged['formula'] = indicator.formula or usual_formula(target)
        if indicator.type == 'count' and aim.is_ceiling and judged['verdict'] not in FINAL:
            return judged | {'undefined': 'running-ceiling', 'used': used_up(aim, figure.value)}
        if self.cannot_subtract(start, figure):
            if formula == 'progress':
                return judged | {'undefined': 'not-comparable'}
            start = None
        b = start and start.value
        judged['achievement'], judged['undefined'] = percentage(formula, aim, figure.value, b)
        if judged['achievement'] is None:
            return judged
        judged['progress'] = progress_beside(formula, aim, figure.value, b)
        if indicator.type in IN_POINTS:
            judged['interval'] = reach(formula, aim, self.years, figure.value, figure.written, b, start and start.written)
        return judged

    def stage(self, indicator: Indicator, area: Area | None, start: Point | None) -> Stage | None:
        """The part of the plan whose target is in force; areas have none."""
        return stage_on(self.day, indicator, self.plan.period, start and start.value) if self.day and not area else None

    def last_day(self, indicator: Indicator, area: Area | None) -> date:
        stage = self.stage(indicator, area, None)
        return stage.span.last if stage else by_area.existence(self.plan, area).last

    def is_over(self, indicator: Indicator, area: Area | None) -> bool:
        return self.day is not None and self.day >= self.last_day(indicator, area)

    def cannot_subtract(self, start: Point | None, figure: Figure | None) -> bool:
        return bool(start and figure and poverty.differs_between(start.measure, figure.measure))

    def is_comparable(self, indicator: Indicator, target: Target, figure: Figure, start: Point | None) -> bool:
        """A figure has to be measured as its indicator is, and the change to it from a baseline that is measured alike."""
        if poverty.differs_in(indicator.measure, figure.measure):
            return False
        return target.kind not in CHANGES or not self.cannot_subtract(start, figure)

    def verdict(self, indicator: Indicator, area: Area | None, target: Target, figure: Figure | None, start: Point | None) -> str:
        if figure is None:
            return 'not-reported'
        over = self.is_over(indicator, area)
        whole = figure.span.last >= self.last_day(indicator, area) and figure.partial is None
        if target.kind == 'by':
            return 'met' if figure.value <= target.by else 'missed'
        if target.kind == 'done':
            return 'met' if figure.value == 'done' else 'missed' if whole else 'not-reported' if over else 'open'
        if not self.is_comparable(indicator, target, figure, start):
            return 'not-comparable'
        aim = self.aim(target, start)
        if whole:
            return compare(aim, figure.value)
        can_fall = indicator.can_fall or self.has_fallen(indicator, area.id if area else None)
        at_once = final_at_once(aim, figure.value) if indicator.type == 'count' and not can_fall else None
        if at_once:
            return at_once
        if over:
            return 'not-reported'
        due = self.expectation(indicator, area, target, figure, start)
        return 'open' if due is None else 'on-track' if due.on_track else 'behind'

    def has_fallen(self, indicator: Indicator, area: str | None) -> bool:
        """Whether a count was seen to fall, there or in an area below."""
        below = by_area.children(self.plan, area)
        return self.account(indicator, area).has_fallen or any(self.has_fallen(indicator, child.id) for child in below)

    def phasing(self, indicator: Indicator) -> Any:
        return indicator.phasing or ('linear' if indicator.type == 'count' else None)

    def expectation(self, indicator: Indicator, area: Area | None, target: Target | None, figure: Figure | None, start: Point | None):
        aim = self.aim(target, start)
        counts = indicator.type == 'count'
        stage = self.stage(indicator, area, start)
        if not counts and (start is None or self.cannot_subtract(start, figure)) and not (stage and stage.before is not None):
            return None
        if figure is None or aim is None or aim.is_range:
            return None
        if self.is_over(indicator, area) and indicator.phasing in (None, 'none'):
            return None
        if stage:
            expected = pace.between(stage, aim.low, self.day)
            return pace.against(expected, aim, figure.value, self.tolerance(indicator))
        s = pace.share(self.phasing(indicator), self.plan.period, by_area.existence(self.plan, area), self.day)
        if s is None:
            return None
        return pace.expectation(counts, aim, s, figure.value, start and start.value, self.tolerance(indicator))

    def tolerance(self, indicator: Indicator) -> Fraction:
        return self.plan.tolerance if indicator.tolerance is None else indicator.tolerance

    def outlook(self, indicator: Indicator, area: Area | None, target: Target | None, figure: Figure | None, start: Point | None) -> Line:
        outlook: Line = {'expected': None, 'pace': None, 'forecast': None, 'required': None}
        if figure and target and not self.is_comparable(indicator, target, figure, start):
            return outlook
        due = self.expectation(indicator, area, target, figure, start)
        if due:
            outlook |= {'expected': due.expected, 'pace': due.pace and due.pace * HUNDRED}
        if not due or indicator.type != 'count' or figure.partial or self.is_over(indicator, area):
            return outlook
        aim, stage, exists = self.aim(target, start), self.stage(indicator, area, start), by_area.existence(self.plan, area)
        if stage and figure.span.last < stage.span.first:
            s = None
        elif stage:
            s = pace.between(stage, aim.low, figure.span.last) / aim.low if aim.low else None
        else:
            s = pace.share(self.phasing(indicator), self.plan.period, exists, figure.span.last)
        outlook['forecast'] = figure.value / s if s else None
        outlook['required'] = pace.required(aim, figure.value, self.day, self.last_day(indicator, area))
        return outlook

    def change(self, indicator: Indicator, area: str | None, target: Target | None, figure: Figure | None, start: Point | None) -> Line | None:
        if start is None or figure is None or isinstance(figure.value, (str, date)):
            return None
        end = Point(figure.value, figure.written, figure.poor, figure.households, figure.measure)
        differs = poverty.differs_between(start.measure, end.measure)
        aim = self.aim(target, start)
        planned = aim and aim.d_low is not None and [aim.sign * d for d in (aim.d_low, aim.d_high)]
        line: Line = {
            'differsIn': differs, 'absolute': None, 'relative': None, 'poor': None, 'split': None, 'movements': None,
            'planned': (planned if aim.is_range else planned[0]) if planned else None, 'impliedBase': None, 'impliedShares': None,
        }
        result = figure.result
        moved = {key: number.value for key, number in result.movements} if result else {}
        told = result.poor_change.value if result and result.poor_change else None
        if differs:
            return line | {'movements': poverty.movements(None, None, moved), 'poor': told}
        line['absolute'] = end.value - start.value
        if start.value > 0 and indicator.type != 'growth':
            line['relative'] = line['absolute'] / start.value * HUNDRED
        if indicator.same_base_as:
            line['sharedBase'] = self.shared_base(indicator, area, figure)
        if indicator.type != 'poverty-rate':
            return line
        both = start.poor is not None and end.poor is not None
        line['poor'] = told if told is not None else end.poor - start.poor if both else None
        line['movements'] = poverty.movements(start.poor, end.poor, moved)
        line['impliedBase'] = poverty.implied_base(start, end, line['poor'])
        line |= self.splits(indicator, area, start, end)
        return line

    def shared_base(self, indicator: Indicator, area: str | None, near: Figure) -> Line:
        """Two rates of the same households may be added."""
        poor = self.figure(self.by_id[indicator.same_base_as], area)
        if poor is None or poor.span.last != near.span.last:
            return {'with': indicator.same_base_as, 'rate': None}
        both = poor.poor is not None and near.poor is not None
        return {
            'with': indicator.same_base_as, 'rate': poor.value + near.value, 'poor': poor.poor + near.poor if both else None,
        }

    def splits(self, indicator: Indicator, area: str | None, start: Point, end: Point) -> Line:
        ends = {
            child.id: (self.baseline(indicator, child.id), as_point(self.figure(indicator, child.id)))
            for child in by_area.children(self.plan, area)
        }
        counts = poverty.by_counts(start, end) if start.counted and end.counted else None
        areas = poverty.by_areas(start, end, list(ends.values()))
        split = {'counts': counts, 'areas': areas and areas[0], 'ravallionHuppi': areas and areas[1]}
        return {
            'split': split if any(split.values()) else None,
            'impliedShares': poverty.implied_shares(start, end, ends),
        }

    def increments(self, indicator: Indicator, area: str | None, figure: Figure | None) -> list[Line]:
        if figure is None:
            return []

        def known(span: Span) -> Fraction | None:
            alone = self.alone(indicator, area, span)
            return alone.value if alone and not alone.partial else None

        found = steps(known, figure.span)
        return [{'period': span, 'value': value} for span, value in found]

    def in_period(self, indicator: Indicator, area: str | None, figure: Figure | None) -> Line | None:
        """The period asked for alone, else that with which the total ends, of several the longest; not where it is all since the start."""
        told = self.own_results(indicator.id, area)
        if not told or figure != self.reported_figure(indicator, area):
            told = [r for r in self.results if r.indicator == indicator.id and reported(r)]
        span = self.options.period or min((r.period for r in told if figure and r.period.last == figure.span.last), default=None)
        if figure is None or span is None or not self.existence(area).meets(span) or span.first <= figure.span.first:
            return None
        alone = self.alone(indicator, area, span if area is None else self.while_it_exists(area, span))
        return alone and {
            'period': span, 'value': alone.value, 'status': alone.status, 'partial': alone.partial,
            'lastYear': self.beside(alone, indicator, area, moved(span, -12)),
            'previous': self.beside(alone, indicator, area, before(span)),
        }

    def beside(self, own: Figure, indicator: Indicator, area: str | None, span: Span | None) -> Line | None:
        """A figure of a period alone beside that of another one of the plan."""
        if span is None or not self.plan.period.holds(span) or not self.existence(area).meets(span):
            return None
        there = span if area is None else self.while_it_exists(area, span)
        other = self.alone(indicator, area, there)
        is_like = other and whole_months(own.span) == whole_months(other.span)
        return other and {
            'plan': self.plan.id, 'period': other.span, 'value': other.value, 'partial': other.partial, 'differsIn': None,
            'absolute': own.value - other.value if is_like else None,
            'relative': (own.value - other.value) / other.value * HUNDRED if is_like and other.value > 0 else None,
        }

    def other_times(self, indicator: Indicator, area: str | None, figure: Figure | None) -> Line:
        """What does not add up, beside the same date or period of last year and the last one before that is as long."""
        times: Line = {'lastYear': None, 'previous': None}
        if figure is None:
            return times
        year_before = moved(figure.span, -12)
        told = [r.period for r in self.results if r.indicator == indicator.id and reported(r)]
        earlier = [p for p in told if p.last < figure.span.first and whole_months(p) == whole_months(figure.span)]
        times['lastYear'] = self.standing_beside(figure, indicator, area, year_before)
        before = max(earlier, key=lambda p: p.last, default=None)
        if before and not (times['lastYear'] and before == times['lastYear']['period']):
            times['previous'] = self.standing_beside(figure, indicator, area, before)
        return times

    def standing_beside(self, own: Figure, indicator: Indicator, area: str | None, span: Span) -> Line | None:
        if not self.plan.period.holds(span):
            return None
        at_a_moment = indicator.type in {'stock', 'poverty-rate'}
        then = [r for r in self.results if (r.period.last == span.last if at_a_moment else r.period == span)]
        other = self.only(then).figure(indicator, area)
        if other is None:
            return None
        differs = poverty.differs_between(own.measure, other.measure)
        change = None if differs else own.value - other.value
        relative = change / other.value * HUNDRED if change is not None and other.value > 0 and indicator.type != 'growth' else None
        return {
            'plan': self.plan.id, 'period': other.span, 'value': other.value, 'partial': other.partial, 'differsIn': differs,
            'absolute': change, 'relative': relative,
        }

    def alone(self, indicator: Indicator, area: str | None, span: Span) -> Figure | None:
        """What was reached in a period alone; areas are added up as they are for the total."""
        own = self.account(indicator, area).alone(span)
        there = by_area.existing(self.plan, area, span)
        parts = [(self.existence(child.id).last, self.alone(indicator, child.id, self.while_it_exists(child.id, span))) for child in there]
        return own or by_area.summed(parts, span.last, True)

    def stand_beside_each_other(self, indicator: Indicator, lines: list[Line]) -> None:
        """Place and share of the shortfall, among the areas that lie in one area or in the whole."""
        for parent in {area.parent for area in self.plan.areas}:
            beside = [line for line in lines if self.areas[line['area']].parent == parent]
            places = by_area.places({l['area']: l['achievement'] for l in beside if l['achievement'] is not None})
            shares = self.shortfall_shares(indicator, beside)
            for line in beside:
                place = places.get(line['area'])
                line['rank'] = place and {'place': place[0], 'of': place[1]}
                line['shortfallShare'] = shares.get(line['area'])

    def shortfall_shares(self, indicator: Indicator, beside: list[Line]) -> dict[str, Fraction]:
        if indicator.type not in ADDS_UP | RATES:
            return {}
        lacks, households = {}, {}
        for line in beside:
            area = line['area']
            aim = self.aim(indicator.targets_by_area.get(area), self.baseline(indicator, area))
            if aim and line['variance'] is not None:
                lacks[area] = by_area.lack(aim, line['actual'])
                households[area] = self.figure(indicator, area).households
        return by_area.shortfall_shares(lacks, households if indicator.type in RATES else None)


def without_plans(points: list[Line]) -> None:
    """What a range plans, and what is planned under another standard than the baseline's, is not compared."""
    for change in (point[key] for point in points for key in ('sinceLast', 'sinceFirst') if point[key]):
        del change['planned'], change['achievement']


def reported(result: Result) -> bool:
    return any(v is not None for v in (result.value, result.cumulative, result.poor, result.households))


def as_point(figure: Figure | None) -> Point | None:
    return figure and Point(figure.value, figure.written, figure.poor, figure.households, figure.measure)


def target_line(target: Target | None) -> Line | None:
    if target is None:
        return None
    if target.kind == 'done':
        return {'kind': 'done'}
    if target.kind == 'by':
        return {'kind': 'by', 'value': str(target.by)}
    value = target.low.value if target.high is None else [target.low.value, target.high.value]
    return {'kind': target.kind, 'value': value}


def report(plan: Plan, results: tuple[Result, ...], options: Options) -> Line:
    made = Report(plan, results, options)
    lines = made.lines()
    verdicts = [line['verdict'] for line in lines if line['area'] is None and line['verdict']]
    kinds = ('exceeded', 'met', 'missed', 'on-track', 'behind', 'open', 'not-reported', 'not-comparable')
    return {
        'id': plan.id, 'asOf': made.day and str(made.day), 'indicators': lines,
        'series': made.rates_over_the_years(),
        'summary': {kind: verdicts.count(kind) for kind in kinds},
    }
