import type { Exact } from '../../model/exact.ts'
import { cellOf, type Language } from '../../model/figure.ts'
import {
  type Baseline,
  formulaNames,
  type Indicator,
  indicatorTypes,
  isChangeTarget,
  type PeriodTarget,
  variationOf,
} from '../../model/indicator.ts'
import { observationStatuses } from '../../model/observation.ts'
import { formatDay, grains, type Period } from '../../model/period.ts'
import type { Area, Breakdown, Section } from '../../model/plan.ts'
import { measurementKeys } from '../../model/poverty-rate.ts'
import type { Problem } from '../../model/problem.ts'
import * as model from '../../model/report.ts'
import { type CompletionLine, type Input, undefinedReasons, verdicts } from '../../model/report.ts'
import { periodTargetsAround } from '../../model/target.ts'
import { dayOf } from '../figure/format.ts'
import { machineNumber } from '../figure/machine-number.ts'
import type { Long, Pieces } from '../figure/pieces.ts'
import { revisionInForce } from '../figure/revision.ts'
import { sourceText } from '../figure/source-text.ts'
import { basisOf } from '../view/report/time-cells.ts'
import { expectationBases } from '../words/time-en.ts'
import { change, changeColumns, movementColumns, movements, mpi, series } from './change.ts'
import {
  interval,
  type JsonContext,
  jsonDocument,
  leftOut,
  measurement,
  name,
  partial,
  percentage,
  place,
  sheetAndCell,
  target,
  targetTerms,
} from './common.ts'
import {
  apart,
  day,
  inJson,
  type Kind,
  list,
  number,
  numberOr,
  percent,
  position,
  tally,
  text,
  word,
  words,
  yesOrNo,
} from './kinds.ts'
import { column, csvLines, field, group, inside, named, record } from './record.ts'

const baseline = record<Baseline>('', [
  field('period?', text, 'What the baseline was measured in, as written.', ({ period }) => period?.text),
  field('value?', number, 'The figure itself, where it is stated.', ({ value }) => value?.value),
  field('poor?', number, 'Poor households or persons.', ({ poor }) => poor?.value),
  field('households?', number, 'All households or persons.', ({ households }) => households?.value),
  measurement,
  'What a multidimensional index is the product of; null: not stated.',
  field('mpi?', mpi, ({ mpi: parts }) =>
    parts ? { headcount: parts.headcount.value, intensity: parts.intensity.value } : null,
  ),
])

const input = record<Input & { readonly lang: Language }>('One value that the row was calculated from.', [
  field('field', word(model.inputFields), 'What the value is to the calculation.'),
  inside(({ at }) => at, [place('The column, from 1.'), sheetAndCell]),
  'The id of the area that the value is of: a sum over areas has those of each. null: of the whole.',
  field('area?', text),
  field('written', text, 'As written; of a sum of rows of a table, that sum.', (each) => each.text),
  field('rows?', tally, 'How many rows of a table it is the sum of; null: it stands there as it is.'),
  'Where it was published; null: not stated.',
  field('source?', text, ({ source, lang }) => source && sourceText(source, lang)),
  field('note?', name, 'What was said of it where it was reported.'),
])

/** Beside the figure that it is compared with. */
const comparison = record<model.Comparison & { readonly figure: Exact | null }>('', [
  field('plan', text, 'The id of the plan that the other figure was reported for.'),
  field('period', text, 'What the other figure covers.', ({ period }) => period.text),
  field('value', number, 'The other figure.', ({ value, figure }) => apart(value, [figure])),
  field('partial?', partial, 'Of how many areas or periods it is made; null: of all.'),
  field('differsIn?', word(measurementKeys), 'In what the two differ, so that they are not subtracted.'),
  field('absolute?', number, 'This figure less the other: percentage points for rates, else the unit.'),
  'The same in per cent of the other; null for growth, where that is 0 or below, or not comparable.',
  field('relative?', percent),
  'Whether the other figure is so small that `relative` says little.',
  field('tinyBase', inJson(yesOrNo), ({ tinyBase = false }) => tinyBase),
])
const beside = (other: model.Comparison | null, figure: Exact | null) => other && { ...other, figure }

const periodText = ({ period }: { readonly period: Period }) => period.text
const periodFigure = record<model.PeriodFigure>('', [
  'The reporting period.',
  named('', field('period', text, periodText)),
  field('value', number, 'What was reached in it alone.'),
  field('status', word(observationStatuses), 'How settled that is.'),
  field('partial?', partial, 'Of how many areas or periods it is made; null: of all.'),
  'Beside the same months one year before.',
  field('lastYear?', comparison, (each) => beside(each.lastYear, each.value)),
  'Beside the period of the same length right before.',
  field('previous?', comparison, (each) => beside(each.previous, each.value)),
])

const required = record<model.RequiredRate>('', [
  named('', field('value', number, 'How much each of them has to bring, in the unit.')),
  field('per', word(grains), 'What the time left is counted in.'),
  field('left', tally, 'How many of them are left.'),
])

const revision = record<{ readonly date: number; readonly decision: string | null }>('', [
  field('date', day, 'The day from which the target holds.'),
  field('decision?', text, 'The decision that set it.'),
])

const periodTarget = record<PeriodTarget>('', [
  field('period', text, 'The part of the plan.', periodText),
  field('target', target, 'What is to be reached by its end.', (stated) => stated),
])

const original = record<model.OtherJudgement>('', [
  field('target?', target, 'The first target.'),
  field('variance?', number, 'As of the row, against the first target.'),
  field('favourable?', yesOrNo, 'Whether that is to the good.'),
  field('formula?', word(formulaNames), 'The formula behind that achievement.'),
  field('achievement?', percent, `The completion of the first target. ${percentage}`),
  field('undefined?', word(undefinedReasons), 'Why there is no such achievement.', (each) => each.undefinedReason),
  field('verdict?', word(verdicts), 'What the comparison with the first target comes to.'),
])

const increment = record<model.Increment>('', [
  field('period', text, 'What the step covers.', ({ period }) => period.text),
  field('value?', number, 'What it brought; null: not reported.'),
])
/** In one cell: `2018-01=1200 2018-02= 2018-03=1450`; nothing behind the sign: not reported. */
const increments: Kind<readonly model.Increment[]> = {
  ...list(increment),
  columns: [''],
  cells: (steps) => steps.map(({ period, value }) => `${period.text}=${value ? machineNumber(value) : ''}`).join(' '),
}

const rank = record<model.Rank>('', [
  named('', field('place', position, 'Its place by achievement, 1 the best.')),
  field('of', tally, 'Among how many.'),
])

type Published = NonNullable<CompletionLine['published']>
const figureOf = ({ figure }: Published) => figure.value
const published = record<Published>('', [
  `The completion that was printed about the actual. ${percentage}`,
  named('', field('value', number, figureOf)),
  field('agrees?', yesOrNo, 'Whether it is the calculated one as printed; null: cannot be told.'),
])

/** How settled an actual is, and how much of it there is. */
export const settled = group<CompletionLine>([
  field('actualPeriod?', text, 'What the actual covers.', ({ actualPeriod }) => actualPeriod?.text),
  field('status?', word(observationStatuses), 'How settled the actual is.'),
  field('partial?', partial, 'Of how many areas or periods the actual is made; null: of all.'),
])

type GivenBy = model.OtherProvider & { readonly lang: Language }
const lineOfOther = ({ line }: GivenBy) => line
const otherProvider = record<GivenBy>('', [
  field('id', text, 'The id of the provider.', ({ provider }) => provider.id),
  field('name', name, 'What the plan calls it.', ({ provider }) => provider.name),
  field('actual?', number, 'What was reached by its figures.', ({ line }) => line.actual),
  inside(lineOfOther, [settled, field('standardError?', number, 'The standard error of that, in percentage points.')]),
  'In what the two differ, so that they are not subtracted; null: in nothing.',
  field('differsIn?', word(measurementKeys), ({ beside: other }) => other?.differsIn),
  'This figure less the one that is judged, of the same time: percentage points for rates, else the unit.',
  field('difference?', number, ({ beside: other }) => other?.absolute),
  'The same in per cent of the one that is judged.',
  field('relative?', percent, ({ beside: other }) => other?.relative),
  inside(lineOfOther, [
    field('achievement?', percent, `The completion by its figures. ${percentage}`),
    field('verdict?', word(verdicts), 'What the comparison would come to by its figures.'),
  ]),
  'Every value that they were calculated from.',
  field('inputs', list(input), ({ line, lang }) => line.inputs.map((each) => ({ ...each, lang }))),
])
/** In one cell each: `survey=3.7 census=3.9`. */
const otherProviders: Kind<readonly GivenBy[]> = {
  ...list(otherProvider),
  columns: ['', 'difference', 'verdict'],
  cells: (all) =>
    [
      ({ line }: GivenBy) => (line.actual ? machineNumber(line.actual) : ''),
      ({ beside: other }: GivenBy) => (other?.absolute ? machineNumber(other.absolute) : ''),
      ({ line }: GivenBy) => line.verdict ?? '',
    ]
      .map((of) => all.map((each) => `${each.provider.id}=${of(each)}`).join(' '))
      .join(','),
}

/** One indicator of a plan, in the whole or in one area. */
interface Row {
  /** null: a problem kept it out; CSV has a row of it that says why. */
  readonly line: CompletionLine | null
  readonly id: string
  readonly report: model.PlanReport
  readonly lang: Language
}

export const actual = numberOr(words)
export const actualText =
  "What was reached, a task's state (`done`, `in-progress`, `not-started`, or one of the plan's own, in English), a text or a date; null: not reported, which is not 0."
/** The state of a task, a text, or the day of a date; null: it is a number. */
export const wordOf = ({ indicator, state, actual: reached }: CompletionLine): string | null => {
  if (indicator.type === 'date' && reached) return formatDay(dayOf(reached))
  return typeof state === 'object' ? (state?.en ?? null) : state
}
export const formulaText = 'The formula behind `achievement`; docs/formulas.md explains each.'
export const undefinedText = 'Why there is no achievement although there is an actual and a target.'

const lineOf = ({ line }: Row) => line
const indicatorOf = ({ line }: Row) => line?.indicator
const newestOf = ({ line }: Row) => line && newestResult(line)
const achievementInterval = (line: CompletionLine) => line.achievementInterval

/** A figure more is one entry at the end: its key comes last in JSON, its columns in CSV, where scripts expect them. */
const row = record<Row>('One indicator in the whole, or in one area. A total stands before its areas.', [
  column('plan', text, ({ report }) => report.plan.id),
  column('period', text, ({ report }) => report.plan.period.text),
  column('as_of', day, ({ report }) => report.asOf),
  field('id', text, 'The id of the indicator.'),
  inside(indicatorOf, [
    field('no?', text, "The number in the plan's own table."),
    field('section?', text, 'The id of the section that it stands in.'),
    field('parent?', text, 'The id of the whole that it is a part of.'),
  ]),
  column('area', text, ({ line }) => line?.area?.id),
  inside(indicatorOf, [
    field('type', word(indicatorTypes), 'What sort of figure it is.'),
    field('name', name, 'The name of the indicator.'),
    field('unit?', name, 'What it is counted in.'),
  ]),
  field(
    'area?',
    inJson(text),
    'The id of the area that the row is of, or of the group, `sex=f`; null: the total.',
    ({ line }) => line?.area?.id,
  ),
  inside(indicatorOf, [measurement]),
  inside(lineOf, [
    field('target?', target, 'The target in force; null: followed without one.'),
    inside((line) => line.target?.target, [targetTerms]),
    field('originalTarget?', inJson(target), 'The first target, where a revision replaced it.'),
    column('original_target', text, ({ originalTarget }) => originalTarget?.text),
    field('baseline?', inJson(baseline), 'Where it started from.', baselineOf),
    field('actual?', actual, actualText, (line) => wordOf(line) ?? apart(line.actual, comparedNumbers(line))),
    settled,
    'Actual less target, in percentage points for rates; for planned changes the change less the planned one.',
    field('variance?', number),
    field('favourable?', yesOrNo, 'Whether the variance is to the good; null where there is none.'),
    field('formula?', word(formulaNames), formulaText),
    field('achievement?', percent, `The completion. ${percentage} null: see \`undefined\` and \`verdict\`.`),
    'What the achievement may be, given that printed rates are rounded; null: it is exact.',
    named('achievement', field('interval?', interval(percent), achievementInterval)),
    field('undefined?', word(undefinedReasons), undefinedText, (line) => line.undefinedReason),
    `Of a ceiling that a running total may still pass: how much of it is used up. ${percentage}`,
    field('used?', inJson(percent)),
    `Beside another formula, the share of the way from the baseline to a threshold, or to the other side of zero. ${percentage}`,
    field('progress?', inJson(percent)),
    field('verdict?', word(verdicts), 'What the comparison comes to; null: followed without a target.'),
    'On which side of its target the newest figure is, whatever the pace; null: a count has still to get there, or there is nothing to compare.',
    field('standing?', inJson(word(model.targetSides))),
    field('expected?', number, 'What the phasing expects to date.', (line) => apart(line.expected, [line.actual])),
    field('pace?', percent, `Actual by expected. ${percentage}`),
    'What the end of the plan comes to at the pace so far.',
    field('forecast?', number, (line) => apart(line.forecast, comparedNumbers(line))),
    field('change?', inJson(change), 'From the baseline to the actual; null without one of them.'),
    inside((line) => line.change, [changeColumns]),
    column('plan_file', text, ({ indicator }) => indicator.at.file),
    column('plan_line', position, ({ indicator }) => indicator.at.line),
    inside(newestResult, [
      column('file', text, ({ at }) => at.file),
      column('line', position, ({ at }) => at.line),
      column('source', name, ({ source }) => source && inBoth((lang) => sourceText(source, lang))),
    ]),
  ]),
  'Every value that the row was calculated from.',
  field('inputs', list(input), ({ line, lang }) => (line?.inputs ?? []).map((each) => ({ ...each, lang }))),
  column('reporting_period', text, ({ line, report }) => line && report.period?.text),
  column('targets', text, ({ line, report }) => line && report.targets),
  'What is still to be reached, spread evenly over the time left; null: nothing, or it does not add up.',
  field('required?', required, ({ line }) => line?.required),
  'The revision that set the target in force; null: it is the first one.',
  field('revision?', revision, (each) => each.line && revisionInForce(each.line, each.report.asOf)),
  inside(lineOf, [
    field('original?', original, 'What the row would be under the first target, where a revision replaced it.'),
    'What was reached in the reporting period alone; null where it would repeat the actual or is not known.',
    field('inPeriod?', periodFigure),
    'The actual beside the same figure one year before.',
    field('lastYear?', comparison, (line) => beside(line.lastYear, line.actual)),
    'Of what does not add up: the actual beside the last figure of a period as long.',
    field('previous?', comparison, (line) => beside(line.previous, line.actual)),
    "The steps of the running total from the plan's start; empty where they are not known.",
    field('increments', increments),
    field('rank?', rank, 'The place of an area among its like; null for totals and without an achievement.'),
    `Of an area: its share of what is missing in all areas that fall short. ${percentage}`,
    field('shortfallShare?', percent),
    field('published?', published, 'What was printed about the actual; null: nothing.'),
  ]),
  column('section', name, ({ line, report }) => sectionOf(line?.indicator, report)?.name),
  column('area', name, ({ line }) => line?.area?.name),
  inside(indicatorOf, [
    field('responsible?', name, 'Who answers for it.'),
    field('note?', name, 'What the plan says of it.'),
  ]),
  inside(lineOf, [
    column('result_note', name, (line) => inBoth((lang) => resultNotes(line, lang))),
    column('used', percent, (line) => line.used),
    column('progress', percent, (line) => line.progress),
    column('standing', text, (line) => line.standing),
  ]),
  column('left_out', text, ({ line, id, report }) => (line ? null : (report.leftOutBecause.get(id)?.code ?? 'true'))),
  inside(newestOf, [column('sheet', text, ({ at }) => at.sheet), column('cell', text, ({ at }) => cellOf(at))]),
  inside(lineOf, [
    'The part of the plan that the target is of, by whose end it is to be reached; null: all of it.',
    field('targetPeriod?', text, ({ target: stated }) => stated?.period?.text),
    'The targets of all parts of the plan, the last one that of the whole; running totals of what adds up over it.',
    field('targetsByPeriod', list(periodTarget), (line) => periodTargetsAround(line.indicator, line.target)),
  ]),
  inside(lineOf, [
    column('change_z', number, (line) => line.change?.significance?.z),
    column('change_significant', yesOrNo, (line) => line.change?.significance?.isSignificant),
    'Of a sum over only some areas: what the targets of just these come to; null: not known.',
    field('partialTarget?', number),
    field('hidden', yesOrNo, 'Tables leave it out.', ({ indicator: { hidden } }) => hidden === true),
    'How the expectation came about: evenly by days, as stated (`linear`) or not; by stated shares; as last year; by targets of periods.',
    field('expectedBy?', word(expectationBases), (line) => (line.expected ? basisOf(line) : null)),
    'The standard error of the actual, where a survey gave it, in percentage points; null: none is stated.',
    field('standardError?', number),
    "The states of the plan's own that a task may have, the first one furthest from its end; empty: it has none.",
    field('states', list(name), ({ indicator: { states } }) => states ?? []),
    inside((line) => line.movements, [movementColumns]),
    'How the poor moved where no rate is known at both ends; with one it stands in `change`. null: nothing is known of it.',
    field('movements?', inJson(movements), (line) => (line.change ? null : line.movements)),
    'The id of the provider whose figures are judged; null: the plan names none.',
    field('provider?', text, ({ indicator: { providers } }) => providers?.judge.id),
  ]),
  'What the other providers of the indicator give; CSV has `survey=3.7`.',
  field('otherProviders', otherProviders, ({ line, lang }) =>
    (line?.otherProviders ?? []).map((each) => ({ ...each, lang })),
  ),
  inside(lineOf, [
    'The standard error in per cent of the actual, the coefficient of variation: above 20 tables mark the figure. null: none is stated.',
    field('variation?', percent, (line) => variationOf(line.actual, line.standardError)),
  ]),
])

const sectionOf = (of: Indicator | undefined, { plan }: model.PlanReport) =>
  plan.sections.find(({ id }) => id === of?.section)

function baselineOf({ indicator, area: of }: CompletionLine): Baseline | null {
  return of ? (indicator.baselinesByArea.get(of.id) ?? null) : indicator.baseline
}

/** The numbers that an actual is compared with, from which its rounding must keep it apart. */
function comparedNumbers({ target: stated, change: since }: CompletionLine): readonly Exact[] {
  const from = since ? [since.from.value] : []
  if (!stated || stated.target.kind === 'done' || stated.target.kind === 'by' || isChangeTarget(stated.target))
    return from
  return stated.target.kind === 'between'
    ? [stated.target.range.low, stated.target.range.high, ...from]
    : [stated.target.value, ...from]
}

/** The newest figure itself; where only counts were reported, the last of them. */
function newestResult({ inputs }: CompletionLine): Input | undefined {
  const isActual = (each: Input) => each.field === 'actual' || each.field === 'cumulative'
  return inputs.findLast(isActual) ?? inputs.findLast((each) => !model.noResults.has(each.field))
}

const inBoth = (of: (lang: Language) => string) => ({ vi: of('vi'), en: of('en') })

/** What was said of the results that count, each once. */
function resultNotes({ inputs }: CompletionLine, lang: Language): string {
  const notes = inputs.flatMap(({ note, field: of }) => (note && of !== 'superseded' ? [note[lang]] : []))
  return [...new Set(notes)].join('; ')
}

const section = record<Section>('', [
  field('id', text, 'The id of the section.'),
  field('name', name, 'The name of the section.'),
  field('parent?', text, 'The id of the section that it lies in.', ({ above }) => above?.at(-1)?.id),
])

const planArea = record<Area>('', [
  field('id', text, 'The id of the area.'),
  field('name', name, 'The name of the area.'),
  field('parent?', text, 'The id of the area that it lies in; null: in none.'),
])

const planBreakdown = record<Breakdown>('', [
  field('id', text, 'The id of the breakdown.'),
  field('groups', list(planArea), 'Its groups, whose ids are those of lines: `sex=f`.'),
])

const summary = record<Readonly<Record<model.Verdict, number>>>(
  'How many totals have each verdict.',
  verdicts.map((verdict) => field(verdict, tally, `How many are ${verdict}.`)),
)

type ReportOf = model.PlanReport & { readonly lang: Language }
const planOf = ({ plan }: ReportOf) => plan

const planReport = record<ReportOf>('One plan held against its results.', [
  inside(planOf, [
    field('id', text, 'The id of the plan.'),
    field('title', name, 'The title of the plan.'),
    field('period', text, 'What the plan covers, as written.', periodText),
  ]),
  field('asOf?', day, 'The day as of which it was calculated; null: nothing was reported.'),
  'The id of the indicator whose figure is the newest, which set that day; null: it was asked for.',
  field('asOfFrom?', text),
  field('indicators', list(row), "Every indicator, in the plan's order.", rowsOf),
  field('summary', summary, 'How many totals have each verdict.'),
  leftOut,
  field('targets', word(model.targetChoices), 'The targets that the report is held against.'),
  'The period that was asked for; null: what the newest figures cover.',
  field('reportingPeriod?', text, ({ period }) => period?.text),
  inside(planOf, [
    field('note?', name, 'What the plan says of itself.'),
    field('sections', list(section), "The sections of the plan, in the plan's order."),
    field('areas', list(planArea), 'The areas of the plan.'),
  ]),
  field('series', list(series), 'Its poverty rates from year to year, with those of the plans that it follows.'),
  inside(planOf, [field('breakdowns', list(planBreakdown), 'The breakdowns of the plan.')]),
])

function rowsOf({ lang, ...report }: ReportOf): readonly Row[] {
  return report.lines.map((line) => ({ line, id: line.indicator.id, report, lang }))
}

/** Plans held against their results. */
export const { json: renderReportJson, schema: reportSchema } = jsonDocument<model.Report>(
  'report',
  'What `pva report --format json` writes. Every row has every key; what is not known is null, never 0.',
  [
    field('complete', yesOrNo, 'false: an error kept something out; `problems` says what.'),
    'Every plan that could be read.',
    field('plans', list(planReport), ({ plans, lang }) => plans.map((report) => ({ ...report, lang }))),
  ],
)

const { json: problemsJson, schema: problemsSchema } = jsonDocument<object>(
  'problems',
  'What `pva validate --format json` writes: every problem of the input files.',
  [],
)

export { problemsSchema }

/** Problems alone, in the form they have in a report. */
export function renderProblemsJson(problems: readonly Problem[], run: Pick<JsonContext, 'inputs' | 'lang'>): Long {
  return problemsJson({}, { ...run, problems, complete: true })
}

/**
 * The report as CSV (RFC 4180, but with LF line ends): a header, then one row an indicator and area, and last one for
 * each indicator that a problem kept out. An empty cell is not known or does not apply; it is never 0.
 */
export function renderReportCsv({ plans }: model.Report): Pieces {
  // Its columns hold both languages.
  const lang = 'en'
  const lines = plans.flatMap((report) => rowsOf({ ...report, lang }))
  const out = plans.flatMap((report) => report.leftOut.map((id) => ({ line: null, id, report, lang }) as const))
  return csvLines(row, [...lines, ...out])
}
