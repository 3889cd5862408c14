import type { Exact } from '../../model/exact.ts'
import type { MpiParts } from '../../model/indicator.ts'
import {
  type Change,
  type ChangeEnd,
  type Estimate,
  type ImpliedShares,
  type Movements,
  measurementKeys,
  type SharedBase,
  type Significance,
  type Split,
} from '../../model/poverty-rate.ts'
import type { PlanReport, Report } from '../../model/report.ts'
import type { PovertySeries, SeriesChange, SeriesPoint } from '../../model/series.ts'
import { interval, measurement, partial, percentage } from './common.ts'
import { apart, inJson, type Kind, list, number, oneOrEnds, percent, tally, text, word, yesOrNo } from './kinds.ts'
import { column, csvText, field, group, inside, named, record } from './record.ts'

/* How a figure changed: from the baseline of a plan, and from year to year. */

export const mpi = record<MpiParts>('', [
  field('headcount', number, 'The share of the poor, in per cent.'),
  field('intensity', number, 'The mean share of deprivations among the poor, in per cent.'),
])

/** `beside`: the values that it is compared with, from which its rounding must keep it apart. */
interface End {
  readonly end: ChangeEnd
  readonly beside: readonly Exact[]
}

const endOf = ({ end }: End) => end
const endParts = (value: string) =>
  group<End>([
    inside(endOf, [
      field('period?', text, 'When, as written.', ({ period }) => period?.text),
      column('standard', text, ({ standard }) => standard),
      column('measured', text, ({ measured }) => measured),
      column('method', text, ({ method }) => method),
    ]),
    named(
      'rate',
      field('value', number, value, ({ end, beside }) => apart(end.value, beside)),
    ),
    inside(endOf, [
      field('poor?', number, 'Poor households or persons.'),
      field('households?', number, 'All households or persons.'),
      inJson(measurement),
      'What a multidimensional index is the product of, in per cent; null: not stated.',
      field('mpi?', inJson(mpi)),
      'The standard error of the rate of a survey, in percentage points; null: none is stated.',
      field('standardError?', inJson(number)),
    ]),
  ])

const changeEnd = record<End>('', [endParts('The rate or number.')])

const mpiSplit = record<SplitOf<'mpi'>>('', [
  field('headcountEffect', number, 'The change that comes of the share of the poor, in the unit.'),
  field('intensityEffect', number, 'The change that comes of how deprived they are, in the unit.'),
])
export const movements = record<Movements>('', [
  field('start?', number, 'Poor at the start.'),
  field('escaped?', number, 'Escaped poverty.'),
  field('relapsed?', number, 'Fell back into poverty.'),
  field('new?', number, 'Became poor for the first time.', ({ newlyPoor }) => newlyPoor),
  field('other?', number, 'Other changes, with their sign.'),
  field('end?', number, 'Poor at the end.'),
  field('gap?', number, 'The end less what the movements come to: 0 where they balance.'),
])

type SplitOf<Kind extends Split['kind']> = Extract<Split, { kind: Kind }>
const splitOf = <Kind extends Split['kind']>(splits: readonly Split[], kind: Kind) =>
  splits.find((split): split is SplitOf<Kind> => split.kind === kind)

const countSplit = record<SplitOf<'counts'>>('', [
  field('countEffect', number, 'The change that comes of the number of the poor, in percentage points.'),
  field('baseEffect', number, 'The change that comes of the number of all, in percentage points.'),
])
const areaSplit = record<SplitOf<'areas'>>('', [
  field('within', number, 'The change inside the areas, in percentage points.'),
  field('shift', number, 'The change that comes of households moving between areas, in percentage points.'),
])
const ravallionHuppi = record<SplitOf<'ravallion-huppi'>>('', [
  field('within', number, 'The change inside the areas at the shares of the start, in percentage points.'),
  'The change that comes of households moving, at the rates of the start, in percentage points.',
  field('shift', number),
  field('interaction', number, 'The change that comes of both together, in percentage points.'),
])
const splits = record<readonly Split[]>('', [
  field('counts?', countSplit, 'By the counts behind both ends; null: not known.', (all) => splitOf(all, 'counts')),
  field('areas?', areaSplit, 'By the areas; null: not known.', (all) => splitOf(all, 'areas')),
  'Of a multidimensional index by headcount and intensity; null: it is none.',
  field('mpi?', mpiSplit, (all) => splitOf(all, 'mpi')),
  'By the areas as Ravallion and Huppi do; null: not known.',
  field('ravallionHuppi?', ravallionHuppi, (all) => splitOf(all, 'ravallion-huppi')),
])

const estimate = (bound: Kind<Exact>, value: string, range: string) =>
  record<Estimate>('', [field('value', bound, value), field('interval?', interval(bound), range)])
const share = (bound: Kind<Exact>) =>
  estimate(bound, 'What follows from the rates as printed.', 'What it may be, given that the rates are rounded.')
const impliedBase = estimate(
  number,
  'How many households the two changes imply, were their number unchanged.',
  'What that may be, given that the rates are rounded.',
)
const impliedShares = record<ImpliedShares>('', [
  field('area', text, 'The id of the area with the higher rate.', ({ area }) => area.id),
  field('from', share(percent), 'Its share of all households at the start, in per cent.'),
  field('to', share(percent), 'Its share at the end, in per cent.'),
  field('within', share(number), 'The change inside the areas, in percentage points.'),
  field('shift', share(number), 'The change that comes of households moving between areas, in percentage points.'),
])
const sharedBase = record<SharedBase>('', [
  field('with', text, 'The id of the poverty rate of the same households.', ({ indicator }) => indicator.id),
  field('rate?', number, 'Both actuals together, in per cent; null where they are not of one time and kind.'),
  field('poor?', number, 'The households or persons of both together.'),
  'How many there are in all, so that both rates are possible; null: not known.',
  field('households?', interval(number)),
])

const poorChange = ({ poor, reportedPoorChange }: Change) => poor ?? reportedPoorChange?.value

export const significance = record<Significance>('', [
  field('z', number, 'The change by √(se₀² + se₁²).'),
  field('significant', yesOrNo, 'Whether it is significant at 95%.', ({ isSignificant }) => isSignificant),
])

export const change = record<Change>('', [
  field('from', changeEnd, 'The baseline.', ({ from, to }) => ({ end: from, beside: [to.value] })),
  field('to', changeEnd, 'The actual.', ({ from, to }) => ({ end: to, beside: [from.value] })),
  'In what the ends differ, so that they are not subtracted; null: comparable.',
  field('differsIn?', word(measurementKeys)),
  '`to` less `from`: percentage points for rates, else the unit.',
  field('absolute?', number, (each) => apart(each.absolute, each.planned ?? [])),
  'The change in per cent of `from`; null for growth, where that is 0 or below, or the ends are not comparable.',
  field('relative?', number),
  'The planned change with its sign; the two ends of a range. null: no change was planned.',
  field('planned?', oneOrEnds),
  field('poor?', number, 'The change in the number of the poor.', poorChange),
  'The change taken apart into effects that sum to it; null: not known.',
  field('split?', splits, (each) => (each.splits.length > 0 ? each.splits : null)),
  field('movements?', movements, 'From the poor at the start to the poor at the end; null: not reported.'),
  'The households that the change in points and in poor households imply; null: cannot be told.',
  field('impliedBase?', impliedBase),
  'Whether `from` is so small that `relative` says little.',
  field('tinyBase', inJson(yesOrNo), ({ tinyBase = false }) => tinyBase),
  'What the rates of exactly two areas and of the whole imply where nobody counted; null: nothing.',
  field('impliedShares?', impliedShares),
  'The rate beside the poverty rate of the same households; null: none is said to be.',
  field('sharedBase?', sharedBase),
  'How the change stands to the standard errors of both surveys; null: an end has none.',
  field('significance?', significance),
])

/** In CSV both ends stand beside each other. */
export const changeColumns = group<Change>([
  column('change_from_period', text, ({ from }) => from.period?.text),
  column('change_from', number, ({ from }) => from.value),
  column('change_to_period', text, ({ to }) => to.period?.text),
  column('change_to', number, ({ to }) => to.value),
  column('change_absolute', number, ({ absolute }) => absolute),
  column('change_relative', number, ({ relative }) => relative),
  column('change_planned', oneOrEnds, ({ planned }) => planned),
  column('change_differs_in', text, ({ differsIn }) => differsIn),
  column('poor_from', number, ({ from }) => from.poor),
  column('poor_to', number, ({ to }) => to.poor),
  column('poor_change', number, poorChange),
  column('households_from', number, ({ from }) => from.households),
  column('households_to', number, ({ to }) => to.households),
])

/** The same in CSV. */
export const movementColumns = group<Movements>([
  column('movements_start', number, ({ start }) => start),
  column('movements_escaped', number, ({ escaped }) => escaped),
  column('movements_relapsed', number, ({ relapsed }) => relapsed),
  column('movements_new', number, ({ newlyPoor }) => newlyPoor),
  column('movements_other', number, ({ other }) => other),
  column('movements_end', number, ({ end }) => end),
  column('movements_gap', number, ({ gap }) => gap),
])

const seriesChange = record<SeriesChange>('', [
  'The change in percentage points.',
  named(
    '',
    field('absolute', number, (each) => apart(each.absolute, each.planned ?? [])),
  ),
  field('relative?', number, 'The change in per cent of the earlier rate; null where that is 0.'),
  field('years?', tally, 'How many whole years lie between; null where they are none.'),
  field('perYear?', number, 'The change in percentage points a year over these years.'),
  field('poor?', number, 'The change in the number of the poor.'),
  'What was planned up to here, with its sign; the two ends of a range. null: nothing is said of this time.',
  field('planned?', oneOrEnds),
  named('completion', field('achievement?', percent, `The change of the planned one. ${percentage}`)),
])

interface Point extends End {
  readonly point: SeriesPoint
  readonly of: PovertySeries
  readonly inPlan: string
}

/** One point of a poverty rate from year to year; in CSV one a row. */
const point = record<Point>('', [
  column('plan', text, ({ inPlan }) => inPlan),
  column('id', text, ({ of }) => of.indicator.id),
  column('area', text, ({ of }) => of.area?.id),
  'The plan that it is a result of, or a baseline.',
  named(
    'of_plan',
    field('plan', text, (each) => each.point.plan),
  ),
  endParts('The poverty rate in per cent.'),
  inside<Point, SeriesPoint>(
    (each) => each.point,
    [
      field('partial?', partial, 'What is missing of the figure; null: nothing.'),
      'What an earlier plan reported for the same day, where that was another rate.',
      field('restated?', number, ({ restated, end }) => apart(restated, [end.value])),
      'In what it differs from the points before it, so that a new stretch begins; null: in nothing.',
      field('differsIn?', word(measurementKeys)),
      named('change', field('sinceLast?', seriesChange, 'From the point before it; null at the start of a stretch.')),
      field('sinceFirst?', seriesChange, 'From the first point of its stretch; null at its start.'),
    ],
  ),
])

const pointsOf = (of: PovertySeries, inPlan: string): readonly Point[] =>
  of.points.map((each, index) => {
    const beside = [of.points[index - 1], of.points[index + 1]].flatMap((other) => other?.end.value ?? [])
    return { point: each, end: each.end, beside, of, inPlan }
  })

export const series = record<PovertySeries>('', [
  field('id', text, 'The id of the indicator.', ({ indicator }) => indicator.id),
  field('area?', text, 'The id of the area; null: the whole.', ({ area }) => area?.id),
  field('points', list(point), 'In order of time.', (each) => pointsOf(each, '')),
])

/** Poverty rates from year to year, one point a row. */
export function renderSeriesCsv({ plans }: Report): string {
  const rows = plans.flatMap(({ plan, series: all }: PlanReport) => all.flatMap((each) => pointsOf(each, plan.id)))
  return csvText(point, rows)
}
