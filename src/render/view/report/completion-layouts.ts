import type { Format } from '../../figure/format.ts'
import { expectedMark, targetMark } from '../../figure/signs.ts'
import { timeWordsOf } from '../../words/words.ts'
import type { Column, Layout } from '../document.ts'
import type { CompletionColumns } from './completion-columns.ts'
import type { CompletionRow } from './completion-rows.ts'
import type { CompletionView } from './completion-view.ts'

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
  readonly no: boolean
  /** Columns of their own for the first target and its completion, for what was published, and for the share of the shortfall. */
  readonly apart: boolean
  readonly verdict: 'own' | 'wide' | 'below'
  readonly tightTarget: boolean
  /** A word of a head on each line, however many that makes. */
  readonly tightHeads: boolean
  readonly least: number
  readonly squeezed: boolean
}

const FULL: Choice = {
  steps: true,
  bar: true,
  lastYear: true,
  responsible: true,
  unit: true,
  pace: true,
  variance: true,
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
  { bar: false, verdict: 'own', squeezed: false, least: 26 },
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
  { bar: false, verdict: 'own', lastYear: true, pace: true, variance: true, least: 24 },
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
export function completionLayouts(
  { has }: CompletionView,
  columns: CompletionColumns,
  { words, notation }: Format,
  hasSteps: boolean,
): Layout<CompletionRow>[] {
  const possible = (has('expected') ? CHOICES_WHILE_RUNNING : CHOICES).filter(
    ({ steps, bar }) => (hasSteps || !steps) && (has('bar') || !bar),
  )
  const legend = timeWordsOf(words.lang).barLegend(expectedMark(notation.unicode), targetMark(notation.unicode))
  return possible.map((choice) => ({
    ...layoutOf(choice, has, columns),
    ...(choice.bar && has('expected') ? { legend } : {}),
  }))
}

function layoutOf(choice: Choice, has: Has, columns: CompletionColumns): Layout<CompletionRow> {
  const name = choice.unit
    ? columns.name
    : choice.responsible || !has('responsible')
      ? columns.nameWithUnit
      : columns.nameWithAll
  const chosen: (Column<CompletionRow> | false)[] = [
    choice.no && has('no') && columns.no,
    name,
    choice.unit && has('unit') && columns.unit,
    choice.responsible && has('responsible') && columns.responsible,
    ...targetColumns(choice, has, columns),
    has('inPeriod') && columns.inPeriod,
    choice.variance ? columns.actual : columns.actualWithVariance,
    choice.lastYear && has('lastYear') && columns.lastYear,
    choice.variance && has('variance') && columns.variance,
    has('expected') && (choice.pace || !has('pace') ? columns.expected : columns.expectedWithPace),
    choice.pace && has('pace') && columns.pace,
    ...completionColumnsOf(choice, has, columns),
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
  }
}

/** A column that may be as narrow as its longest word. */
function tight(column: Column<CompletionRow>): Column<CompletionRow> {
  const { narrowest, ...rest } = column
  return narrowest === undefined ? column : rest
}

type Has = CompletionView['has']

function targetColumns({ apart, tightTarget }: Choice, has: Has, columns: CompletionColumns) {
  const target = tightTarget ? columns.tightTarget : columns.target
  if (!has('originalTarget')) return [target]
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
