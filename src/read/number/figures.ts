import { Exact } from '../../model/exact.ts'
import type { Figure, Source } from '../../model/figure.ts'
import { report, type Scope } from '../document/scope.ts'
import { type MapNode, type Node, Scalar } from '../document/tree.ts'
import { isFault, jsonNumberFrom, numberFrom } from './number-text.ts'

/** What a number counts, which the mark behind it must not contradict; null: to be checked where the type is known. */
export type Expected = 'number' | 'percent' | 'points' | 'percentage' | null

/** The number that stands in `node`; null when it is none, which is then reported. */
export function figureFrom(node: Node, expected: Expected, source: Source | null, scope: Scope): Figure | null {
  // What is no text has been reported with the shape of the document.
  if (!(node instanceof Scalar)) return null
  const { text, at } = node
  const read = node.jsonNumber ? jsonNumberFrom(text) : numberFrom(text, scope.notation)
  if (isFault(read)) {
    scope.problems.push({ ...read, severity: 'error', at })
    return null
  }
  const figure = { ...read, text, at, source }
  return marksFit(figure, expected, scope) ? figure : null
}

function marksFit({ mark, text, value, at }: Figure, expected: Expected, scope: Scope): boolean {
  if (expected === null) return true
  if (expected === 'percentage') {
    if (mark === 'none') report(scope, 'bad-value', at, { written: text, expected: 'percentage', suggestion: null })
    if (mark === 'points') report(scope, 'unit-mismatch', at, { written: text, found: 'points', expected: 'percent' })
    return mark === 'percent'
  }
  if (mark === 'none' || mark === expected) return true
  if (expected === 'points' && mark === 'percent') {
    report(scope, 'percent-or-points', at, { written: text, number: value.abs().toDecimal() })
  } else {
    report(scope, 'unit-mismatch', at, { written: text, found: mark, expected })
  }
  return false
}

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

/** A share written as a percentage, `95%` is 0.95; null when absent, or less than `least` lets it be. */
export function shareAt(map: MapNode, key: string, least: 'above-zero' | 'not-negative', scope: Scope): Exact | null {
  const node = map.get(key)
  return node ? shareFrom(node, least, scope) : null
}

/** The same of the node that it stands in. */
export function shareFrom(node: Node, least: 'above-zero' | 'not-negative', scope: Scope): Exact | null {
  const figure = figureFrom(node, 'percentage', null, scope)
  if (!figure) return null
  const { value, text, at } = figure
  if (value.sign > 0 || (value.isZero && least === 'not-negative')) return value.dividedBy(Exact.HUNDRED)
  report(scope, 'bad-value', at, { written: text, expected: least, suggestion: null })
  return null
}

/** Reports what is below zero where nothing can be. */
export function reportNegative(figure: Figure | null, scope: Scope): void {
  if (figure && figure.value.sign < 0) {
    report(scope, 'bad-value', figure.at, { written: figure.text, expected: 'not-negative', suggestion: null })
  }
}

/** Reports a rate of households or persons that cannot be one. */
export function reportImpossibleRate(figure: Figure | null, scope: Scope): void {
  if (figure && (figure.value.sign < 0 || figure.value.isAbove(Exact.HUNDRED))) {
    report(scope, 'bad-value', figure.at, { written: figure.text, expected: 'rate-0-100', suggestion: null })
  }
}

/** Reports more poor households than there are households. */
export function reportMorePoorThanAll(poor: Figure | null, households: Figure | null, scope: Scope): void {
  if (poor && households && poor.value.isAbove(households.value)) {
    report(scope, 'bad-value', poor.at, { written: poor.text, expected: 'at-most-households', suggestion: null })
  }
}
