import { Exact } from '../../../model/exact.ts'
import { isChangeTarget, isRange, type Target, unitOf } from '../../../model/indicator.ts'
import type { CompletionLine } from '../../../model/report.ts'
import { type Format, GLUE, plainAmount } from '../../figure/format.ts'
import { plainNumber, roundedApart } from '../../figure/number.ts'
import { htmlWordsOf, timeWordsOf } from '../../words/words.ts'
import { type Bullet, type Cell, type Column, type Figure, stacked } from '../document.ts'
import type { CompletionView } from './completion-rows.ts'
import { type CompletionRow, type Noted, plainActual } from './completion-rows.ts'
import { plainLikeActual } from './time-cells.ts'

export type CompletionColumns = ReturnType<typeof completionColumns>

/** Every column that a completion table may have, each said once, and those that hold two figures below each other. */
export function completionColumns({ heads, has }: CompletionView, format: Format) {
  const { words } = format
  const { folded, completionAndPublished } = timeWordsOf(words.lang)
  // "Year to date" is longer than "Actual": a word a line would make a tower of it.
  const longHead = has('inPeriod') ? { narrowest: 8 } : {}
  const no = text('no', heads.no, 6, (row) => ({ text: row.no }))
  const name = text('name', heads.name, 64, (row) => named(row, row.name.text))
  const unit = { ...text('unit', heads.unit, 14, (row) => ({ text: row.unit })), narrowest: 10 }
  const responsible = {
    ...text('responsible', heads.responsible, 20, (row) => ({ text: row.responsible })),
    narrowest: 14,
  }
  const originalTarget = {
    ...figures('originalTarget', heads.originalTarget, 16, (row) => row.originalTarget),
    narrowest: 10,
  }
  const tightTarget = figures('target', heads.target, 16, (row) => row.target, targetFigure)
  // "reduce by" is not parted; its number may stand below.
  const target = { ...tightTarget, narrowest: words.target.reduceBy('').trim().length }
  const inPeriod = {
    ...figures(
      'inPeriod',
      heads.inPeriod,
      12,
      (row) => row.inPeriod,
      ({ line }) => value(line, line.inPeriod?.value),
    ),
    narrowest: 9,
  }
  const actual = { ...figures('actual', heads.actual, 14, (row) => row.actual, actualFigure), ...longHead }
  const lastYear = { ...figures('lastYear', heads.lastYear, 12, (row) => row.lastYear, onLastYear), narrowest: 9 }
  const variance = figures(
    'variance',
    heads.variance,
    14,
    (row) => row.variance,
    ({ line }) => difference(line, line.variance, format),
  )
  const expected = { ...figures('expected', heads.expected, 12, (row) => row.expected, expectedFigure), narrowest: 9 }
  const pace = figures(
    'pace',
    heads.pace,
    10,
    (row) => row.pace,
    (row) => share(row, row.line.pace),
  )
  const completion = {
    ...figures(
      'completion',
      heads.completion,
      12,
      (row) => row.completion,
      // Of a ceiling that may still be passed, the share that is used up stands there in words.
      (row) => (row.line.used ? null : share(row, row.achievement)),
    ),
    isProminent: true,
  }
  const originalCompletion = {
    ...figures('originalCompletion', heads.originalCompletion, 12, (row) => row.originalCompletion),
    narrowest: 11,
  }
  const published = figures('published', heads.published, 10, (row) => row.published, publishedFigure)
  const rank = figures('rank', heads.rank, 8, (row) => row.rank)
  const shortfallShare = {
    ...figures(
      'shortfallShare',
      heads.shortfallShare,
      12,
      (row) => row.shortfallShare,
      (row) => share(row, row.line.shortfallShare),
    ),
    narrowest: 10,
  }
  const bar: Column<CompletionRow> = {
    ...text('bar', '', 0, () => ({ text: '' })),
    drawing: (row) => progressOf(row, format),
  }
  const steps: Column<CompletionRow> = {
    ...text('steps', heads.steps, 12, () => ({ text: '' })),
    drawing: ({ steps: figuresOfYear }) =>
      figuresOfYear.filter((step) => step !== null).length > 1 ? { kind: 'steps', steps: figuresOfYear } : null,
  }
  const verdict = text('verdict', heads.verdict, 18, (row) => ({ text: row.verdict, tone: row.tone }))
  // What was printed is a figure of its own where there is a first target too.
  const publishedInLine = { ...published, cell: (row: CompletionRow) => ({ text: row.published.replace('\n', ' ') }) }
  const second = has('originalCompletion') ? originalCompletion : has('published') && publishedInLine
  const completionAndSecond = has('published') ? completionAndPublished : heads.completion
  return {
    no,
    name,
    nameInSheet: text('name', heads.name, 42, (row) => named(row, row.name.text)),
    nameWithUnit: text('name', heads.name, 64, (row) => named(row, withUnit(row))),
    /** Who answers for it stands below its name. */
    nameWithAll: text('name', heads.name, 64, (row) => {
      if (row.responsible === '') return named(row, withUnit(row))
      const mark = row.name.marks === '' ? '' : GLUE + row.name.marks
      return { ...named(row, `${withUnit(row)}${mark}\n– ${row.responsible}`), marks: '' }
    }),
    unit,
    responsible,
    target,
    tightTarget,
    originalTarget,
    bothTargets: stacked(tightTarget, originalTarget, { head: folded.target, narrowest: 10 }),
    inPeriod,
    actual,
    actualWithVariance: stacked(actual, variance),
    lastYear,
    variance,
    expected,
    expectedWithPace: stacked(expected, pace, { head: folded.expected, narrowest: 10 }),
    pace,
    completion,
    originalCompletion,
    bothCompletions: stacked(completion, originalCompletion, { head: folded.completion, narrowest: 13 }),
    published,
    rank,
    shortfallShare,
    rankWithShare: stacked(rank, shortfallShare, { head: folded.rank, comfortable: 12, narrowest: 10 }),
    bar,
    steps,
    completionWithPublished: stacked(completion, second, { head: completionAndSecond, narrowest: 11 }),
    completionWithVerdict: withTone(
      stacked(stacked(completion, second), verdict, {
        how: 'plain',
        head: has('originalCompletion') ? folded.completion : completionAndSecond,
        comfortable: 14,
      }),
    ),
    verdict: { ...verdict, narrowest: 8 },
    wideVerdict: { ...verdict, narrowest: 15 },
  }

  function targetFigure({ line }: CompletionRow): Figure | null {
    const stated = line.target?.target
    if (!stated || stated.kind === 'done' || stated.kind === 'between') return null
    if (!isChangeTarget(stated)) return value(line, stated.value)
    if (isRange(stated.by) || stated.perYear) return null
    return difference(line, line.change?.planned?.[0].abs() ?? (stated.ofBaseline ? null : stated.by), format)
  }

  function actualFigure({ line }: CompletionRow): Figure | null {
    if (line.state) return null
    const printed = (each: Exact) => plainActual(line, format.mode) ?? plainNumber(each, format.mode)
    return { value: line.actual, printed, mark: markOf(line) }
  }

  /** With the decimals of the actual: people are whole, unless that would make it the actual. */
  function expectedFigure({ line }: CompletionRow): Figure {
    const apartFrom = line.actual ? [line.actual] : []
    const printed = (each: Exact) => plainLikeActual(each, line, format.mode, apartFrom)
    return { value: line.expected, printed, mark: markOf(line) }
  }

  /** Relative for numbers, in points for rates and in the unit for what was nothing. */
  function onLastYear({ line, decimals }: CompletionRow): Figure {
    const { absolute, relative } = line.lastYear ?? {}
    if (unitOf(line.indicator.type) === 'percent' || !relative) return difference(line, absolute, format)
    return percentage(relative, decimals, [Exact.ZERO])
  }

  /** As it was printed. */
  function publishedFigure({ line }: CompletionRow): Figure {
    const figure = line.published?.figure
    const decimals = (each: Exact) => Math.max(figure?.decimals ?? 0, each.decimals ?? 0)
    return { value: figure?.value, printed: (each) => each.toFixed(decimals(each)), mark: '%' }
  }

  function share({ decimals }: CompletionRow, ratio: Exact | null | undefined): Figure {
    return percentage(ratio, decimals, [Exact.ZERO, Exact.ONE])
  }

  function percentage(ratio: Exact | null | undefined, decimals: number, apartFrom: readonly Exact[]): Figure {
    const apart = apartFrom.map((each) => each.times(Exact.HUNDRED))
    const printed = (percent: Exact) => roundedApart(percent, { decimals, mode: format.mode }, apart)
    return { value: ratio?.times(Exact.HUNDRED), printed, mark: '%' }
  }

  function value(line: CompletionLine, of: Exact | null | undefined): Figure {
    return { value: of, printed: (each) => plainNumber(each, format.mode), mark: markOf(line) }
  }
}

/** Percentage points are a number with their sign: 0.96 pp is no 96%. */
export function difference(
  { indicator }: Pick<CompletionLine, 'indicator'>,
  value: Exact | null | undefined,
  { mode, words }: Format,
  decimals = 0,
): Figure {
  const printed = (each: Exact) => plainAmount(each, mode, decimals)
  return unitOf(indicator.type) === 'percent' ? { value, printed, mark: `" ${words.points}"` } : { value, printed }
}

function markOf({ indicator }: CompletionLine): '%' | undefined {
  return unitOf(indicator.type) === 'percent' ? '%' : undefined
}

function text(
  key: string,
  head: string,
  comfortable: number,
  cell: (row: CompletionRow) => Cell,
): Column<CompletionRow> {
  return { key, head, align: 'left', comfortable, cell }
}

function figures(
  key: string,
  head: string,
  comfortable: number,
  of: (row: CompletionRow) => string | Noted,
  figure?: (row: CompletionRow) => Figure | null,
): Column<CompletionRow> {
  const cell = (row: CompletionRow) => {
    const shown = of(row)
    return typeof shown === 'string' ? { text: shown } : shown
  }
  return { key, head, align: 'right', comfortable, cell, ...(figure && { figure }) }
}

function named(row: CompletionRow, shown: string): Cell {
  return { text: shown, marks: row.name.marks, depth: row.depth, tone: row.isArea ? 'quiet' : undefined }
}

/** The unit of a percentage stands behind the figures already. */
function withUnit({ name, unit }: CompletionRow): string {
  return unit === '' || unit === '%' ? name.text : `${name.text} (${unit})`
}

function withTone(column: Column<CompletionRow>): Column<CompletionRow> {
  return { ...column, cell: (row) => ({ ...column.cell(row), tone: row.tone }) }
}

function progressOf(row: CompletionRow, { notation, words }: Format) {
  const drawn = bulletOf(row.line)
  if (!drawn && row.achievement === null) return null
  const expected = row.expectedAchievement === null ? null : row.expected.text
  return {
    kind: 'progress' as const,
    achievement: row.achievement,
    expected: row.expectedAchievement,
    // Without its mark in the bar of the table there is none here either.
    bullet: drawn && row.expectedAchievement === null ? { ...drawn, expected: null } : drawn,
    tone: row.tone,
    notation,
    label: htmlWordsOf(words.lang).bullet(row.actual.text, row.target.text, expected, row.completion.text),
  }
}

/**
 * The figures of a line that can be drawn against each other; null where one is missing, or where all are zero. For
 * planned changes, the changes.
 */
function bulletOf(line: CompletionLine): Bullet | null {
  const bullet = figuresOf(line)
  return bullet && [bullet.actual, ...bullet.target].some(({ isZero }) => !isZero) ? bullet : null
}

function figuresOf(line: CompletionLine): Bullet | null {
  const target = line.target?.target
  if (!target || target.kind === 'done' || !line.actual) return null
  if (isChangeTarget(target)) return changeBullet(line, target)
  const marks = target.kind === 'between' ? ([target.range.low, target.range.high] as const) : ([target.value] as const)
  return { actual: line.actual, target: marks, expected: line.expected }
}

/** A planned change points to the right, whichever way it goes. */
function changeBullet({ change, expected }: CompletionLine, { kind }: Target): Bullet | null {
  if (!change?.absolute || !change.planned) return null
  const towards = (value: Exact) => (kind === 'reduce_by' ? value.negated() : value)
  const [first, second] = change.planned
  const ends = [first, ...(second ? [second] : [])].map(towards).sort((a, b) => a.compare(b))
  const [low = Exact.ZERO, high] = ends
  return {
    actual: towards(change.absolute),
    target: high ? [low, high] : [low],
    expected: expected && towards(expected.minus(change.from.value)),
  }
}
