import { wholeYears } from '../../../model/period.ts'
import type { PlanReport } from '../../../model/report.ts'
import { explanationSheet } from '../../explain/explain.ts'
import { type Format, targetText } from '../../figure/format.ts'
import { machinePercentage } from '../../figure/machine-number.ts'
import { periodText } from '../../figure/period-text.ts'
import { safeText } from '../../figure/safe-text.ts'
import { expectedMark, targetMark } from '../../figure/signs.ts'
import { htmlWordsOf, timeWordsOf, xlsxWordsOf } from '../../words/words.ts'
import { type Column, columnsOf, type Figure, type Layout, rowsIn, stacked, type Table } from '../document.ts'
import { type CompletionColumns, completionColumns } from './completion-columns.ts'
import type { CompletionRow, RowOptions } from './completion-rows.ts'
import { type CompletionView, completionView } from './completion-rows.ts'
import { hasEarlier, saysInPeriod } from './earlier.ts'
import { courseOf } from './wide-tables.ts'

/** The completion table of a plan. */
export function completionTable(
  report: PlanReport,
  options: RowOptions,
  view: CompletionView = completionView(report, options),
): Table<CompletionRow> {
  const { format, notes } = options
  const { has } = view
  const say = htmlWordsOf(format.words.lang)
  const columns = completionColumns(view, format)
  const explained = { lang: format.words.lang, unicode: true, decimals: options.decimals }
  // Where earlier periods have a table of their own, the small charts stand there.
  const hasSteps = has('steps') && !hasEarlier(report, options)
  return {
    key: 'completion',
    name: say.completion,
    sheetName: xlsxWordsOf(format.words.lang).sheets.completion,
    lines: view.lines,
    columns: apart(columns, view, hasSteps),
    layouts: completionLayouts(view, format, { hasSteps, saysInPeriod: saysInPeriod(report, options) }),
    page: onPage(columns, view, say.chart),
    sheet: [
      ...apart(columns, view, false).map((column) => (column === columns.name ? columns.nameInSheet : column)),
      ...inSheet(columns, report, format),
    ],
    lead: columns.name,
    remarks: view.remarks,
    notes,
    ...(has('bar') && { chartKey: ['actual', 'target', ...(has('expected') ? ['expected'] : [])] }),
    isLesser: ({ isArea }) => isArea,
    details: ({ line }) => [
      { title: say.derivation, blocks: [explanationSheet({ plan: report.plan, line }, explained)] },
      ...courseOf(line, format),
    ],
    ...(has('lastYear') && {
      without: {
        column: 'lastYear',
        table: () => completionTable(report, { ...options, omitsLastYear: true, notes: notes.anew() }),
      },
    }),
  }
}

type Columns = readonly Column<CompletionRow>[]

const { left, right } = columnsOf<CompletionRow>()

/** Each figure by itself; what nothing is known of is left out, but for what every table has. */
function apart(columns: CompletionColumns, { has }: CompletionView, hasSteps: boolean): Columns {
  const { no, name, unit, responsible, baseline, originalTarget, target, inPeriod, actual, lastYear, variance } =
    columns
  const { expected, pace, completion, progress, originalCompletion, published, rank, shortfallShare, steps, verdict } =
    columns
  const first = [no, name, unit, responsible, baseline, originalTarget, target, inPeriod, actual, lastYear, variance]
  const others = [expected, pace, completion, progress, originalCompletion, published, rank, shortfallShare]
  const always: Columns = [no, unit, variance]
  const shown = [...first, ...others].filter((column) => always.includes(column) || has(column.key))
  return [...shown, ...(hasSteps ? [steps] : []), verdict]
}

/** Figures that belong to one another share a column, the lesser one in small below. */
function onPage(columns: CompletionColumns, { has }: CompletionView, chart: string): Columns {
  const below = { how: 'named' } as const
  const { completion, originalCompletion, published } = columns
  const shown: (Column<CompletionRow> | false)[] = [
    has('no') && columns.no,
    stacked(columns.nameWithUnit, columns.responsible, { how: 'plain' }),
    has('baseline') && columns.baseline,
    stacked(columns.target, columns.originalTarget, below),
    has('inPeriod') && columns.inPeriod,
    columns.actual,
    has('lastYear') && columns.lastYear,
    has('variance') && columns.variance,
    has('expected') && stacked(columns.expected, columns.pace, below),
    stacked(stacked(completion, originalCompletion, below), published, below),
    has('progress') && columns.progress,
    has('rank') && columns.rank,
    has('shortfallShare') && columns.shortfallShare,
    has('bar') && { ...columns.bar, head: chart },
    columns.verdict,
  ]
  return shown.filter((column) => column !== false)
}

type NamedColumn = 'targetAsStated' | 'formula' | 'figuresOf' | 'status' | 'completionExact'

/** What a workbook has beside what is printed: where the figures come from. */
function inSheet({ completion }: CompletionColumns, { plan }: PlanReport, format: Format): Columns {
  const { words } = format
  const say = xlsxWordsOf(words.lang)
  const named = (key: NamedColumn, comfortable: number, of: (row: CompletionRow) => string | null | undefined) =>
    left(key, say[key], comfortable, (row) => safeText(of(row) ?? ''))
  const quotient = (row: CompletionRow): Figure | null => {
    const figure = isQuotient(row) && format.mode === 'half-up' ? completion.figure?.(row) : null
    return figure ? { ...figure, quotientOf: ['actual', 'target'] } : null
  }
  return [
    named('targetAsStated', 18, ({ line }) =>
      line.target
        ? targetText(line.target.target, line.indicator.type, format, wholeYears(plan.period))
        : words.noTarget,
    ),
    right('completionFormula', say.completionFormula, completion.comfortable, () => '', { figure: quotient }),
    named('formula', 26, ({ line }) => line.formula && words.formulas[line.formula]),
    named('figuresOf', 18, ({ line }) => line.actualPeriod && periodText(line.actualPeriod, words)),
    named('status', 14, ({ line }) => line.status && words.statuses[line.status]),
    named('completionExact', 18, ({ line }) => line.achievement && machinePercentage(line.achievement)),
  ]
}

/** Whether the completion is the actual divided by the target: all else a formula would repeat badly. */
function isQuotient({ line }: CompletionRow): boolean {
  const target = line.target?.target
  if (line.formula === 'ratio') return true
  return (
    line.formula === 'attainment' && (target?.kind === 'at_least' || target?.kind === 'above') && target.value.sign > 0
  )
}

/** How the figures of a completion table are put into columns: each choice gives something up. */
interface Choice {
  /** The small chart of the year. */
  readonly steps: boolean
  readonly bar: boolean
  /** The comparison with the year before, which has a table of its own too. */
  readonly lastYear: boolean
  /** A column of its own for who answers, else below the name. */
  readonly responsible: boolean
  readonly unit: boolean
  readonly pace: boolean
  readonly variance: boolean
  /** What was reached in the period alone, where a table of earlier periods has it too. */
  readonly inPeriod: boolean
  readonly no: boolean
  /** Columns of their own for the first target and its completion, for what was published, and for the share of the shortfall. */
  readonly apart: boolean
  readonly verdict: 'own' | 'wide' | 'below'
  readonly tightTarget: boolean
  /** A word of a head on each line, however many that makes. */
  readonly tightHeads: boolean
  readonly least: number
  readonly squeezed: boolean
  readonly from?: number | undefined
}

/** From this width on a table has bars, whatever else stands below its figures for them. */
const WITH_BARS = 100

const FULL: Choice = {
  steps: true,
  bar: true,
  lastYear: true,
  responsible: true,
  unit: true,
  pace: true,
  variance: true,
  inPeriod: true,
  no: true,
  apart: true,
  verdict: 'own',
  tightTarget: false,
  tightHeads: false,
  least: 30,
  squeezed: false,
}

/**
 * What gives way first, each on top of those before it. Bars and small charts repeat what the figures say; the unit
 * and the variance can stand with what they belong to; the verdict goes below the percentage last.
 */
const CHOICES = choices([
  { verdict: 'wide', squeezed: true, least: 26 },
  { steps: false, verdict: 'own', squeezed: false, least: 30 },
  { verdict: 'wide', squeezed: true, least: 26 },
  { verdict: 'own', unit: false, from: WITH_BARS },
  { responsible: false },
  { apart: false },
  { lastYear: false, least: 24 },
  { variance: false, least: 18 },
  { ...FULL, steps: false, bar: false, least: 26, from: undefined },
  { unit: false, least: 24 },
  { squeezed: true, least: 20 },
  { responsible: false },
  { apart: false },
  { lastYear: false },
  { variance: false, least: 18 },
  { no: false, tightTarget: true, least: 14 },
  { verdict: 'below' },
  { tightHeads: true },
])

/** While a plan runs the bar shows what no figure does at a glance, where it should be by now: there it goes later. */
const CHOICES_WHILE_RUNNING = choices([
  { verdict: 'wide', squeezed: true, least: 26 },
  { steps: false, verdict: 'own', squeezed: false, least: 30 },
  { verdict: 'wide', squeezed: true, least: 26 },
  { unit: false },
  { responsible: false },
  { apart: false },
  { lastYear: false, least: 24 },
  { pace: false },
  { variance: false, least: 22 },
  { inPeriod: false, least: 18, from: WITH_BARS },
  {
    ...{ bar: false, verdict: 'own', lastYear: true, pace: true, variance: true, inPeriod: true },
    ...{ least: 24, from: undefined },
  },
  { lastYear: false, least: 20 },
  { pace: false },
  { variance: false, least: 18 },
  { no: false, tightTarget: true, least: 14 },
  { tightHeads: true },
  { verdict: 'below', tightHeads: false },
  { tightHeads: true },
])

function choices(changes: readonly Partial<Choice>[]): Choice[] {
  const all = [FULL]
  for (const change of changes) all.push({ ...(all.at(-1) ?? FULL), ...change })
  return all
}

/** The ways to lay a completion table out, best first. */
function completionLayouts(
  view: CompletionView,
  format: Format,
  { hasSteps, saysInPeriod }: { readonly hasSteps: boolean; readonly saysInPeriod: boolean },
): Layout<CompletionRow>[] {
  const rows = rowsIn(view.lines)
  // Of a few rows a footnote says it.
  const isOftenRevised = 3 * rows.filter(({ line }) => line.originalTarget).length >= rows.length
  const has: Has = (column) => view.has(column) && (isOftenRevised || !column.startsWith('original'))
  const { words, notation } = format
  const columns = completionColumns({ ...view, has }, format)
  const possible = (has('expected') ? CHOICES_WHILE_RUNNING : CHOICES).filter(
    ({ steps, bar, inPeriod }) => (hasSteps || !steps) && (has('bar') || !bar) && (inPeriod || saysInPeriod),
  )
  const legend = timeWordsOf(words.lang).barLegend(expectedMark(notation.unicode), targetMark(notation.unicode))
  return possible.map((choice) => ({
    ...layoutOf(choice, has, columns),
    ...(choice.bar && has('expected') ? { legend } : {}),
  }))
}

function layoutOf(choice: Choice, has: Has, columns: CompletionColumns): Layout<CompletionRow> {
  const named = choice.unit
    ? columns.name
    : choice.responsible || !has('responsible')
      ? columns.nameWithUnit
      : columns.nameWithAll
  const name = choice.no ? named : numbered(named)
  const chosen: (Column<CompletionRow> | false)[] = [
    choice.no && has('no') && columns.no,
    name,
    choice.unit && has('unit') && columns.unit,
    choice.responsible && has('responsible') && columns.responsible,
    ...targetColumns(choice, has, columns),
    choice.inPeriod && has('inPeriod') && columns.inPeriod,
    choice.variance ? columns.actual : columns.actualWithVariance,
    choice.lastYear && has('lastYear') && columns.lastYear,
    choice.variance && has('variance') && columns.variance,
    has('expected') && (choice.pace || !has('pace') ? columns.expected : columns.expectedWithPace),
    choice.pace && has('pace') && columns.pace,
    ...completionColumnsOf(choice, has, columns),
    has('progress') && columns.progress,
    ...rankColumns(choice, has, columns),
    choice.bar && columns.bar,
    choice.steps && columns.steps,
    choice.verdict === 'own' && columns.verdict,
    choice.verdict === 'wide' && columns.wideVerdict,
  ]
  return {
    columns: chosen
      .filter((column) => column !== false)
      .map((column) => (choice.tightHeads && column !== columns.verdict ? tight(column) : column)),
    growing: name,
    least: choice.least,
    squeezed: choice.squeezed,
    ...(choice.from !== undefined && { from: choice.from }),
  }
}

/** Where numbers have no column of their own, each stands before its name. */
function numbered(name: Column<CompletionRow>): Column<CompletionRow> {
  const cell = (row: CompletionRow) => {
    const named = name.cell(row)
    const { text: no } = row.cells.no
    return no === '' ? named : { ...named, text: `${no}. ${named.text}` }
  }
  return { ...name, cell }
}

/** A column that may be as narrow as its longest word. */
function tight(column: Column<CompletionRow>): Column<CompletionRow> {
  const { narrowest, ...rest } = column
  return narrowest === undefined ? column : rest
}

type Has = CompletionView['has']

function targetColumns({ apart, tightTarget }: Choice, has: Has, columns: CompletionColumns) {
  const target = tightTarget ? columns.tightTarget : columns.target
  if (!has('originalTarget') && has('baseline'))
    return apart ? [columns.baseline, target] : [columns.targetWithBaseline]
  if (!has('originalTarget')) return [target]
  if (has('baseline')) return [columns.baseline, columns.bothTargets]
  return apart ? [columns.originalTarget, target] : [columns.bothTargets]
}

function completionColumnsOf({ apart, verdict }: Choice, has: Has, columns: CompletionColumns) {
  if (verdict === 'below') {
    return [has('originalCompletion') && has('published') && columns.published, columns.completionWithVerdict]
  }
  if (apart) {
    return [
      columns.completion,
      has('originalCompletion') && columns.originalCompletion,
      has('published') && columns.published,
    ]
  }
  if (has('originalCompletion')) return [columns.bothCompletions, has('published') && columns.published]
  return [has('published') ? columns.completionWithPublished : columns.completion]
}

function rankColumns({ apart }: Choice, has: Has, columns: CompletionColumns) {
  if (!has('rank')) return [has('shortfallShare') && columns.shortfallShare]
  if (!has('shortfallShare')) return [columns.rank]
  return apart ? [columns.rank, columns.shortfallShare] : [columns.rankWithShare]
}
