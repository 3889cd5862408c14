import { Exact } from '../../model/exact.ts'
import { type ChangeTarget, isChangeTarget, type Target } from '../../model/indicator.ts'
import type { CompletionLine } from '../../model/report.ts'
import { endOf, isUpwards } from '../figure/target-end.ts'
import { exactText, type Sheet, term } from './explanation.ts'

/** A formula as it is called, then with this indicator's numbers, then with its differences worked out. */
export interface Derivation {
  readonly symbols: string
  readonly substitutions: readonly string[]
}

/** The terms of a formula; see CALCULATION §3. */
interface Terms {
  readonly actual: Exact
  readonly baseline: Exact | null
  /** Planned change, above zero, in the unit; both ends of a range. */
  readonly planned: readonly Exact[]
}

/** How the achievement of a line is calculated; null where it has none. */
export function derivationOf(line: CompletionLine, sheet: Sheet): Derivation | null {
  const target = line.target?.target
  if (!line.achievement || !line.formula || !line.actual || !target || target.kind === 'done') return null
  const terms: Terms = {
    actual: line.actual,
    baseline: line.change?.from.value ?? null,
    planned: (line.change?.planned ?? []).map((planned) => planned.abs()),
  }
  if (line.formula === 'range') return rangeDerivation(target, terms, sheet)
  if (line.formula === 'change') return isChangeTarget(target) ? changeDerivation(target, terms, sheet) : null
  const end = endOf(target, terms)
  if (!end) return null
  const { symbols } = sheet.say
  const { actual, baseline } = terms
  switch (line.formula) {
    case 'attainment':
      return attainmentDerivation(actual, end, isUpwards(target), symbols.target, sheet)
    case 'progress':
      return baseline && progressDerivation(actual, end, baseline, sheet)
    case 'level':
      return {
        symbols: `(100 + ${symbols.actual}) ÷ (100 + ${symbols.target})`,
        substitutions: [
          `(100 + ${term(actual, sheet)}) ÷ (100 + ${term(end, sheet)})`,
          division(Exact.HUNDRED.plus(actual), Exact.HUNDRED.plus(end), sheet),
        ],
      }
    case 'ratio':
      return {
        symbols: `${symbols.actual} ÷ ${symbols.target}`,
        substitutions: [division(actual, end, sheet)],
      }
    case 'inverse':
      return {
        symbols: `${symbols.target} ÷ ${symbols.actual}`,
        substitutions: [division(end, actual, sheet)],
      }
  }
}

function attainmentDerivation(
  actual: Exact,
  target: Exact,
  upwards: boolean,
  targetName: string,
  sheet: Sheet,
): Derivation {
  const name = sheet.say.symbols.actual
  const [a, t] = [term(actual, sheet), term(target, sheet)]
  if (target.sign > 0 && upwards) {
    return { symbols: `${name} ÷ ${targetName}`, substitutions: [`${a} ÷ ${t}`] }
  }
  if (target.sign > 0) {
    return {
      symbols: `1 + (${targetName} − ${name}) ÷ ${targetName}`,
      substitutions: [`1 + (${t} − ${a}) ÷ ${t}`, `1 + ${division(target.minus(actual), target, sheet)}`],
    }
  }
  const sign = upwards ? '+' : '−'
  return {
    symbols: `1 ${sign} (${name} − ${targetName}) ÷ |${targetName}|`,
    substitutions: [
      `1 ${sign} (${a} − ${t}) ÷ |${exactText(target, sheet)}|`,
      `1 ${sign} ${division(actual.minus(target), target.abs(), sheet)}`,
    ],
  }
}

function progressDerivation(actual: Exact, target: Exact, baseline: Exact, sheet: Sheet): Derivation {
  const { symbols } = sheet.say
  const [a, t, b] = [term(actual, sheet), term(target, sheet), term(baseline, sheet)]
  return {
    symbols: `(${symbols.actual} − ${symbols.baseline}) ÷ (${symbols.target} − ${symbols.baseline})`,
    substitutions: [`(${a} − ${b}) ÷ (${t} − ${b})`, division(actual.minus(baseline), target.minus(baseline), sheet)],
  }
}

function changeDerivation(target: ChangeTarget, { actual, baseline, planned }: Terms, sheet: Sheet): Derivation | null {
  const [by] = planned
  if (!baseline || !by) return null
  const { symbols } = sheet.say
  const [a, b, d] = [term(actual, sheet), term(baseline, sheet), term(by, sheet)]
  return target.kind === 'reduce_by'
    ? {
        symbols: `(${symbols.baseline} − ${symbols.actual}) ÷ ${symbols.plannedReduction}`,
        substitutions: [`(${b} − ${a}) ÷ ${d}`, division(baseline.minus(actual), by, sheet)],
      }
    : {
        symbols: `(${symbols.actual} − ${symbols.baseline}) ÷ ${symbols.plannedIncrease}`,
        substitutions: [`(${a} − ${b}) ÷ ${d}`, division(actual.minus(baseline), by, sheet)],
      }
}

function rangeDerivation(target: Target, terms: Terms, sheet: Sheet): Derivation | null {
  const { symbols, insideRange } = sheet.say
  if (target.kind === 'between') {
    const { low, high } = target.range
    const { actual } = terms
    if (actual.isBelow(low)) {
      return attainmentDerivation(actual, low, target.direction !== 'down', symbols.lowEnd, sheet)
    }
    if (actual.isAbove(high)) {
      return attainmentDerivation(actual, high, target.direction === 'up', symbols.highEnd, sheet)
    }
    return { symbols: insideRange, substitutions: [] }
  }
  const [low, high] = terms.planned
  if (!isChangeTarget(target) || !terms.baseline || !low || !high) return null
  const change = changeTowards(target, terms.baseline, terms.actual)
  if (!change.isBelow(low) && !change.isAbove(high)) return { symbols: insideRange, substitutions: [] }
  const [end, name] = change.isBelow(low) ? [low, symbols.lowEnd] : [high, symbols.highEnd]
  return { symbols: `${symbols.change} ÷ ${name}`, substitutions: [division(change, end, sheet)] }
}

/** The change towards a change target: above zero is the planned way. */
export function changeTowards(target: ChangeTarget, baseline: Exact, actual: Exact): Exact {
  return target.kind === 'reduce_by' ? baseline.minus(actual) : actual.minus(baseline)
}

function division(dividend: Exact, divisor: Exact, sheet: Sheet): string {
  return `${term(dividend, sheet)} ÷ ${term(divisor, sheet)}`
}
