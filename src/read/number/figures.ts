import { Exact } from '../../model/exact.ts'
import type { Figure, Source } from '../../model/figure.ts'
import { type boundsOf, liesIn, type MpiParts } from '../../model/indicator.ts'
import { confidenceLevels } from '../../model/observation.ts'
import { report, type Scope } from '../document/scope.ts'
import { MapNode, type Node, Scalar } from '../document/tree.ts'
import { isFault, mayBeRatio, numberFrom, storedNumberFrom } from './number-text.ts'

/** What a number counts, which the mark behind it must not contradict; null: to be checked where the type is known. */
export type Expected =
  | 'number'
  | 'percent'
  | 'points'
  /** Per cent, with its sign. */
  | 'percentage'
  /** Per cent, whose sign may be left out where no ratio is that large. */
  | 'completion'
  | null

/** The number that stands in `node`; null when it is none, which is then reported. */
export function figureFrom(node: Node, expected: Expected, source: Source | null, scope: Scope): Figure | null {
  // What is no text has been reported with the shape of the document.
  if (!(node instanceof Scalar)) return null
  const { text, at } = node
  const read = node.jsonNumber ? storedNumberFrom(text) : numberFrom(text, scope.notation)
  if (isFault(read)) {
    scope.problems.push({ ...read, severity: 'error', at })
    return null
  }
  const figure = { ...read, text, at, source }
  return marksFit(figure, expected, scope) ? figure : null
}

function marksFit({ mark, text, value, at }: Figure, expected: Expected, scope: Scope): boolean {
  if (expected === null) return true
  if (expected === 'percentage' || expected === 'completion') {
    if (mark === 'points') report(scope, 'unit-mismatch', at, { written: text, found: 'points', expected: 'percent' })
    if (mark !== 'none') return mark === 'percent'
    if (mayBeRatio(value)) {
      const percent = value.times(Exact.HUNDRED).toDecimal()
      report(scope, 'percent-or-ratio', at, { written: text, percent: text.includes(',') ? inVi(percent) : percent })
      return false
    }
    // Nothing is asked for with 0: that is said in full.
    if (expected === 'completion' && !value.isZero) return true
    report(scope, 'bad-value', at, { written: text, expected: 'percentage', suggestion: null })
    return false
  }
  if (mark === 'none' || mark === expected) return true
  if (expected === 'points' && mark === 'percent') {
    report(scope, 'percent-or-points', at, { written: text, number: value.abs().toDecimal() })
  } else {
    report(scope, 'unit-mismatch', at, { written: text, found: mark, expected })
  }
  return false
}

const inVi = (plain: string): string => plain.replace('.', ',')

export function figureAt(
  map: MapNode,
  key: string,
  expected: Expected,
  source: Source | null,
  scope: Scope,
): Figure | null {
  const node = map.get(key)
  return node ? figureFrom(node, expected, source, scope) : null
}

/** `tolerance: 95%` is 0.95; null when it is not above zero. */
export function toleranceFrom(node: Node, scope: Scope): Exact | null {
  const figure = figureFrom(node, 'percentage', null, scope)
  if (!figure) return null
  const { value, text, at } = figure
  if (value.sign <= 0) {
    report(scope, 'bad-value', at, { written: text, expected: 'above-zero', suggestion: null })
    return null
  }
  if (value.isBelow(LEAST_LIKELY_TOLERANCE)) {
    report(scope, 'low-tolerance', at, { written: text, slack: Exact.HUNDRED.minus(value).toDecimal() })
  }
  return value.dividedBy(Exact.HUNDRED)
}

/** In per cent of what is expected; less reads like what may be missing of it. */
const LEAST_LIKELY_TOLERANCE = Exact.of(50n)

/** The completion that is asked for, `min: 95%` is 0.95; null when absent, or below zero. */
export function minAt(map: MapNode, scope: Scope): Exact | null {
  const figure = figureAt(map, 'min', 'completion', null, scope)
  reportNegative(figure, scope)
  return figure && figure.value.sign >= 0 ? figure.value.dividedBy(Exact.HUNDRED) : null
}

/** So many standard errors a confidence interval reaches to either side (quantiles of the normal distribution). */
export const REACH = { '90%': Exact.parse('1.644854'), '95%': Exact.parse('1.959964'), '99%': Exact.parse('2.575829') }

/** The standard error of a survey, stated or by a confidence interval; null: none. */
export function standardErrorAt(map: MapNode, scope: Scope): Exact | null {
  const [stated, interval] = [map.entries.get('se'), map.entries.get('ci')]
  if (stated && interval) report(scope, 'duplicate-key', interval.keyAt, { key: 'ci', first: stated.keyAt })
  if (stated) {
    const figure = figureFrom(stated.value, 'points', null, scope)
    if (!figure || figure.value.sign > 0) return figure?.value ?? null
    report(scope, 'bad-value', figure.at, { written: figure.text, expected: 'above-zero', suggestion: null })
    return null
  }
  if (!(interval?.value instanceof MapNode)) return null
  const [low, high] = ['from', 'to'].map((key) => figureAt(interval.value as MapNode, key, 'percent', null, scope))
  const level = interval.value.get('level')
  const reach = level instanceof Scalar ? confidenceLevels.find((each) => each === level.text) : undefined
  if (!low || !high || !reach) return null
  if (low.value.isBelow(high.value)) return high.value.minus(low.value).dividedBy(REACH[reach].plus(REACH[reach]))
  report(scope, 'bad-value', low.at, { written: low.text, expected: 'rising-range', suggestion: null })
  return null
}

/** Headcount and intensity of a multidimensional index; null: not both are stated. */
export function mpiAt(map: MapNode, source: Source | null, scope: Scope): MpiParts<Figure> | null {
  const mpi = map.get('mpi')
  if (!(mpi instanceof MapNode)) return null
  const [headcount, intensity] = ['headcount', 'intensity'].map((key) => figureAt(mpi, key, 'percent', source, scope))
  for (const figure of [headcount, intensity]) reportOutOf('rate-0-100', figure ?? null, scope)
  return headcount && intensity ? { headcount, intensity } : null
}

/** Reports what is below zero where nothing can be. */
export function reportNegative(figure: Figure | null, scope: Scope): void {
  if (figure && figure.value.sign < 0) {
    report(scope, 'bad-value', figure.at, { written: figure.text, expected: 'not-negative', suggestion: null })
  }
}

/** Reports a rate or an index that cannot be one. */
export function reportOutOf(bounds: ReturnType<typeof boundsOf>, figure: Figure | null, scope: Scope): void {
  if (bounds && figure && !liesIn(bounds, figure)) {
    report(scope, 'bad-value', figure.at, { written: figure.text, expected: bounds, suggestion: null })
  }
}

/** Reports more poor households than there are households. */
export function reportMorePoorThanAll(poor: Figure | null, households: Figure | null, scope: Scope): void {
  if (poor && households && poor.value.isAbove(households.value)) {
    report(scope, 'bad-value', poor.at, { written: poor.text, expected: 'at-most-households', suggestion: null })
  }
}
