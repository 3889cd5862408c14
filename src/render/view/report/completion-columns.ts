import { Exact } from '../../../model/exact.ts'
import { isChangeTarget, isRange, type Target, unitOf } from '../../../model/indicator.ts'
import type { CompletionLine } from '../../../model/report.ts'
import { type Format, GLUE, plainAmount } from '../../figure/format.ts'
import { plainNumber, roundedApart } from '../../figure/number.ts'
import { toneOf } from '../../figure/verdict-text.ts'
import { htmlWordsOf, timeWordsOf } from '../../words/words.ts'
import { type Bullet, type Cell, type Column, columnsOf, type Figure, stacked } from '../document.ts'
import { plainActual } from './actual.ts'
import type { CompletionColumn, CompletionRow, CompletionView } from './completion-rows.ts'
import { hasSteps, plainLikeActual } from './time-cells.ts'

export type CompletionColumns = ReturnType<typeof completionColumns>

const { left, right } = columnsOf<CompletionRow>()

/** Every column that a completion table may have, each said once, and those that hold two figures below each other. */
export function completionColumns({ heads, has }: CompletionView, format: Format) {
  const { words } = format
  const { folded, completionAndPublished } = timeWordsOf(words.lang)
  type More = Partial<Column<CompletionRow>>
  const text = (key: CompletionColumn, comfortable: number, more: More = {}) =>
    left(key, heads[key], comfortable, ({ cells }) => cells[key], more)
  const figures = (key: CompletionColumn, comfortable: number, figure: More['figure'] | null, more: More = {}) =>
    right(key, heads[key], comfortable, ({ cells }) => cells[key], { ...(figure && { figure }), ...more })
  const named = (comfortable: number, as: (row: CompletionRow) => Partial<Cell>) =>
    left('name', heads.name, comfortable, (row) => ({ ...row.cells.name, ...as(row) }))

  const originalTarget = figures('originalTarget', 16, null, { narrowest: 10 })
  const tightTarget = figures('target', 16, targetFigure)
  const baseline = figures('baseline', 12, ({ line }) => value(line, line.change?.from.value), { narrowest: 8 })
  const actual = figures('actual', 14, actualFigure)
  const variance = figures('variance', 14, ({ line }) => difference(line, line.variance, format))
  const expected = figures('expected', 12, expectedFigure, { narrowest: 9 })
  const pace = figures('pace', 10, (row) => share(row, row.line.pace))
  // Of a ceiling that may still be passed, the share that is used up stands there in words.
  const completionFigure = (row: CompletionRow) => (row.line.used ? null : share(row, row.line.achievement))
  const completion = figures('completion', 12, completionFigure, { isProminent: true })
  const originalCompletion = figures('originalCompletion', 12, null, { narrowest: 11 })
  const published = figures('published', 10, publishedFigure)
  const rank = figures('rank', 8, null)
  const shortfallShare = figures('shortfallShare', 12, (row) => share(row, row.line.shortfallShare), { narrowest: 10 })
  const verdict = text('verdict', 18, { narrowest: 8, inTwoLines: true })
  // What was printed is a figure of its own where there is a first target too.
  const inLine = ({ cells }: CompletionRow) => ({ text: cells.published.text.replace('\n', ' ') })
  const second = has('originalCompletion') ? originalCompletion : has('published') && { ...published, cell: inLine }
  const completionAndSecond = has('published') ? completionAndPublished : heads.completion
  const judged = stacked(stacked(completion, second), verdict, {
    how: 'plain',
    head: has('originalCompletion') ? folded.completion : completionAndSecond,
    comfortable: 14,
    inTwoLines: true,
  })
  return {
    no: text('no', 6),
    name: named(64, () => ({})),
    nameInSheet: named(42, () => ({})),
    nameWithUnit: named(64, (row) => ({ text: withUnit(row) })),
    /** Who answers for it stands below its name. */
    nameWithAll: named(64, (row) => {
      const { name, responsible } = row.cells
      if (responsible.text === '') return { text: withUnit(row) }
      return { text: `${withUnit(row)}${name.marks && GLUE + name.marks}\n– ${responsible.text}`, marks: '' }
    }),
    unit: text('unit', 14, { narrowest: 10 }),
    responsible: text('responsible', 20, { narrowest: 14 }),
    // "reduce by" is not parted; its number may stand below.
    target: { ...tightTarget, narrowest: words.target.reduceBy('').trim().length },
    tightTarget,
    originalTarget,
    baseline,
    targetWithBaseline: stacked(tightTarget, baseline, { head: folded.baseline, narrowest: 10 }),
    progress: figures('progress', 10, (row) => share(row, has('progress') ? row.line.progress : null)),
    bothTargets: stacked(tightTarget, originalTarget, { head: folded.target, narrowest: 10 }),
    inPeriod: figures('inPeriod', 12, ({ line }) => value(line, line.inPeriod?.value), { narrowest: 9 }),
    // "Year to date" is longer than "Actual": a word a line would make a tower of it.
    actual: { ...actual, narrowest: has('inPeriod') ? 8 : 0 },
    actualWithVariance: stacked(actual, variance, { narrowest: has('inPeriod') ? 8 : 0 }),
    lastYear: figures('lastYear', 12, onLastYear, { narrowest: 9 }),
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
    bar: left('bar', '', 0, () => '', { drawing: (row) => progressOf(row, format) }),
    steps: left('steps', heads.steps, 12, () => '', {
      drawing: ({ line }) =>
        hasSteps(line) ? { kind: 'steps', steps: line.increments.map((each) => each.value) } : null,
    }),
    completionWithPublished: stacked(completion, second, { head: completionAndSecond, narrowest: 11 }),
    completionWithVerdict: {
      ...judged,
      cell: (row: CompletionRow) => ({ ...judged.cell(row), tone: row.cells.verdict.tone }),
    },
    verdict,
    wideVerdict: { ...verdict, narrowest: 15 },
  }

  function targetFigure({ line }: CompletionRow): Figure | null {
    const stated = line.target?.target
    if (!stated || stated.kind === 'done' || stated.kind === 'by' || stated.kind === 'between') return null
    if (!isChangeTarget(stated)) return value(line, stated.value)
    if (isRange(stated.by) || stated.perYear) return null
    return difference(line, line.change?.planned?.[0].abs() ?? (stated.ofBaseline ? null : stated.by), format)
  }

  function actualFigure({ line }: CompletionRow): Figure | null {
    if (line.state || line.indicator.type === 'date') return null
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
    return percentage(ratio, decimals, [Exact.ZERO, Exact.HUNDRED])
  }

  function percentage(ratio: Exact | null | undefined, decimals: number, apartFrom: readonly Exact[]): Figure {
    const printed = (percent: Exact) => roundedApart(percent, { decimals, mode: format.mode }, apartFrom)
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

const markOf = ({ indicator }: CompletionLine) => (unitOf(indicator.type) === 'percent' ? '%' : undefined)

/** The unit of a percentage stands behind the figures already. */
function withUnit({ cells: { name, unit } }: CompletionRow): string {
  return unit.text === '' || unit.text === '%' ? name.text : `${name.text} (${unit.text})`
}

function progressOf({ line, cells, expectedAchievement }: CompletionRow, { notation, words }: Format) {
  const { achievement } = line
  const drawn = bulletOf(line)
  if (!drawn && achievement === null) return null
  const expected = expectedAchievement === null ? null : cells.expected.text
  return {
    kind: 'progress' as const,
    achievement,
    expected: expectedAchievement,
    // Without its mark in the bar of the table there is none here either.
    bullet: drawn && expectedAchievement === null ? { ...drawn, expected: null } : drawn,
    tone: toneOf(line.verdict),
    notation,
    label: htmlWordsOf(words.lang).bullet(cells.actual.text, cells.target.text, expected, cells.completion.text),
  }
}

/**
 * The figures of a line that can be drawn against each other; null where one is missing, or where all are zero. For
 * planned changes, the changes.
 */
function bulletOf(line: CompletionLine): Bullet | null {
  const bullet = bulletFigures(line)
  return bullet && [bullet.actual, ...bullet.target].some(({ isZero }) => !isZero) ? bullet : null
}

function bulletFigures(line: CompletionLine): Bullet | null {
  const target = line.target?.target
  if (!target || target.kind === 'done' || target.kind === 'by' || !line.actual) return null
  if (isChangeTarget(target)) return changeBullet(line, target)
  const marks = target.kind === 'between' ? ([target.range.low, target.range.high] as const) : ([target.value] as const)
  return { actual: line.actual, target: marks, expected: line.expected }
}

/** A planned change points to the right, whichever way it goes. */
function changeBullet({ change, expected }: CompletionLine, { kind }: Target): Bullet | null {
  if (!change?.absolute || !change.planned) return null
  const towards = (value: Exact) => (kind === 'reduce_by' ? value.negated() : value)
  const [low = Exact.ZERO, high] = change.planned.map(towards).sort((a, b) => a.compare(b))
  return {
    actual: towards(change.absolute),
    target: high ? [low, high] : [low],
    expected: expected && towards(expected.minus(change.from.value)),
  }
}
