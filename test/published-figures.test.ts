import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { achievement } from '../src/calc/target/achievement.ts'
import { type Standing, verdictOf } from '../src/calc/target/judgement.ts'
import { Exact } from '../src/model/exact.ts'
import type { FormulaName, Target } from '../src/model/indicator.ts'

/*
 * Figures that others published, recomputed twice: with whole-number arithmetic written out here, which knows
 * nothing of ours, and with ours. Sources and columns: test/data/README.md.
 */

interface Row {
  readonly source: string
  readonly indicator: string
  readonly baseline: string
  readonly target: string
  readonly actual: string
  readonly denominator: string
  readonly published: string
  readonly classes: readonly string[]
  readonly impliedTarget: string
}

/** Printed figures that do not follow from what was printed with them, and what they should have been. */
const publishedErrors: Readonly<Record<string, string>> = {
  'Persentase penyelesaian pengaduan masyarakat: 92 of 80-90, printed 113%': '102',
  'Poverty rate: 63379 poor of 412204 households: printed 15.40%': '15.38',
  'Poverty rate: 44541 poor of 423400 households: printed 10.44%': '10.52',
}

/** Verdicts in words that the printed figures do not bear out, and the verdict that they do. */
const publishedWordErrors: Readonly<Record<string, string>> = {
  // 1.1 lies inside the range, it does not exceed it.
  'Multidimensional poverty rate reduction: 1.1 of 1-1.5, printed Vượt': 'met',
  // The plans of 2020 to 2022 were printed as one range; the plan of 2022 itself may have been 1,000.
  'Hà Nam labour export 2022: 978 of 800-1000, printed không đạt': 'met',
}

const rows = readRows()
const isError = (row: Row) => row.classes.includes('published_error')
const withPercentage = rows.filter((row) => row.target && row.actual && percentageOf(row))
const withTarget = withPercentage.filter((row) => !row.classes.includes('zero_target'))

describe('percentages printed with their target and actual', () => {
  it('are there to be checked', () => {
    expect(withTarget).toHaveLength(18)
  })

  it.each(withTarget.filter((row) => !isError(row)).map(named))('follows from its inputs: %s', (_, row) => {
    expect(percentageByHand(row)).toBe(percentageOf(row))
  })

  it.each(withTarget.filter((row) => !isError(row)).map(named))('is what we calculate: %s', (_, row) => {
    expect(percentageByUs(row)).toBe(percentageOf(row))
  })

  it.each(withTarget.filter(isError).map(named))('is wrong as printed, and we do not follow it: %s', (name, row) => {
    expect(percentageByHand(row)).not.toBe(percentageOf(row))
    expect(percentageByHand(row)).toBe(publishedErrors[name])
    expect(percentageByUs(row)).toBe(publishedErrors[name])
  })
})

describe('a target of zero', () => {
  const zeroTargets = rows.filter((row) => row.classes.includes('zero_target'))

  it('is printed by some as 1 − actual, and by a spreadsheet as #DIV/0!', () => {
    expect(zeroTargets.map((row) => row.published)).toEqual(['100%', '0%', '200%', '300%', '-100%', '#DIV/0!'])
  })

  it.each(zeroTargets.map(named))('has no completion with us, and says why: %s', (_, row) => {
    const terms = { target: targetOf(row), actual: Exact.parse(row.actual), baseline: null, planned: null }
    expect(achievement('attainment', terms)).toBe('zero-target')
  })
})

describe('percentages printed without their target', () => {
  const implied = rows.filter((row) => row.impliedTarget && !row.classes.includes('poverty'))

  it.each(implied.map(named))('come back from the round target that they imply: %s', (_, row) => {
    const stated = { ...row, target: row.impliedTarget }
    expect(percentageByHand(stated)).toBe(percentageOf(row))
    expect(percentageByUs(stated)).toBe(percentageOf(row))
  })

  it.each([
    ['Hà Nam 2017: 4.24% to 3.28% of 0.8 points planned, printed 120%', '4.24', '3.28', '0.8', 0, '120'],
    ['Quảng Nam 2019: 5,887 households fewer of 5,005, printed 117.62%', '31537', '25650', '5005', 2, '117.62'],
  ])('come back from the planned reduction that they imply: %s', (_, from, to, by, decimals, printed) => {
    const reduction = scaled(from) - scaled(to)
    expect(roundedByHand(reduction * 100n, scaled(by), decimals)).toBe(printed)
    const target: Target = { kind: 'reduce_by', by: Exact.parse(by), ofBaseline: false, perYear: false }
    const terms = { target, actual: Exact.parse(to), baseline: Exact.parse(from), planned: [Exact.parse(by)] as const }
    expect(printedByUs('change', terms, decimals)).toBe(printed)
  })
})

describe('falls of rates printed with both rates', () => {
  const falls = rows.filter((row) => row.published.startsWith('giảm '))

  it.each(falls)('are percentage points, though printed as per cent: $indicator', ({ baseline, actual, published }) => {
    const printed = published.replace('giảm ', '').replace('%', '').replace(',', '.')
    expect(scaled(baseline) - scaled(actual)).toBe(scaled(printed))
    expect(Exact.parse(actual).minus(Exact.parse(baseline))).toEqual(Exact.parse(printed).negated())
  })
})

describe('a printed total of printed parts', () => {
  const [row] = rows.filter(({ classes }) => classes.includes('transposition'))

  it('is wrong for the districts of Quảng Bình: 5,374 printed, 5,347 added up, two digits swapped', () => {
    const parts = (/\d+(\+\d+)+/.exec(row?.indicator ?? '')?.[0] ?? '').split('+')
    expect(row?.target).toBe('5374-6013')
    expect(parts.reduce((sum, part) => sum + BigInt(part), 0n)).toBe(5347n)
    expect(Exact.sum(parts.map(Exact.parse)).toDecimal()).toBe('5347')
  })
})

describe('rates printed with their counts', () => {
  const rates = rows.filter((row) => row.classes.includes('rate_of_counts'))
  const byUs = ({ actual, denominator }: Row) =>
    Exact.parse(actual).times(Exact.HUNDRED).dividedBy(Exact.parse(denominator)).toFixed(2)
  const byHand = ({ actual, denominator }: Row) => roundedByHand(BigInt(actual) * 100n, BigInt(denominator), 2)

  it.each(rates.filter((row) => !isError(row)))('is what we calculate: $indicator, printed $published', (row) => {
    expect(byHand(row)).toBe(percentageOf(row))
    expect(byUs(row)).toBe(percentageOf(row))
  })

  it.each(rates.filter(isError))('is wrong as printed: $indicator, printed $published', (row) => {
    const right = publishedErrors[`${row.indicator}: printed ${row.published}`]
    expect(percentageOf(row)).not.toBe(right)
    expect(byHand(row)).toBe(right)
    expect(byUs(row)).toBe(right)
  })
})

describe('verdicts printed in words', () => {
  const words = rows.filter((row) => row.classes.includes('verdict_only') && isNumber(row.actual) && row.target)
  const isWrong = (row: Row) => nameOf(row) in publishedWordErrors

  it.each(words.filter((row) => row.published && !isWrong(row)).map(named))('are ours: %s', (_, row) => {
    const verdict = verdictByUs(row)
    // "Đạt" says that the target was reached, and is true of one exceeded too.
    const meant: Readonly<Record<string, readonly string[]>> = {
      Vượt: ['exceeded'],
      Đạt: ['met', 'exceeded'],
      'không đạt': ['missed'],
    }
    expect(meant[row.published]).toContain(verdict)
  })

  it.each(words.filter(isWrong).map(named))('are not borne out by the figures: %s', (name, row) => {
    expect(verdictByUs(row)).toBe(publishedWordErrors[name])
  })
})

it('every published error that is listed stands in the table', () => {
  const names = rows.flatMap((row) => [nameOf(row), `${row.indicator}: printed ${row.published}`])
  expect(names).toEqual(expect.arrayContaining(Object.keys({ ...publishedErrors, ...publishedWordErrors })))
})

function readRows(): readonly Row[] {
  const text = readFileSync(new URL('./data/published-figures.tsv', import.meta.url), 'utf8')
  const [header = [], ...lines] = text
    .trimEnd()
    .split('\n')
    .map((line) => line.split('\t'))
  return lines.map((cells) => {
    const cell = (column: string) => cells[header.indexOf(column)] ?? ''
    return {
      source: cell('source'),
      indicator: cell('indicator'),
      baseline: cell('baseline'),
      target: cell('target'),
      actual: cell('actual'),
      denominator: cell('denominator'),
      published: cell('published'),
      classes: cell('class').split(','),
      impliedTarget: cell('implied_target'),
    }
  })
}

function nameOf({ indicator, actual, target, published }: Row): string {
  return `${indicator}: ${actual} of ${target || '(not printed)'}, printed ${published}`
}

function named(row: Row): [string, Row] {
  return [nameOf(row), row]
}

/** The percentage as printed, in plain notation: `87,5%` is `87.5`, `vượt 56% kế hoạch` is `156`; else undefined. */
function percentageOf({ published }: Row): string | undefined {
  const [, over, number] = /^(vượt )?(-?\d+(?:[.,]\d+)?)%/.exec(published) ?? []
  return over && number ? String(100 + Number(number)) : number?.replace(',', '.')
}

function decimalsOf(printed: string): number {
  return printed.split('.')[1]?.length ?? 0
}

function isNumber(text: string): boolean {
  return /^-?\d+(\.\d+)?$/.test(text)
}

// By hand: millionths as whole numbers, and one division at the end.

function scaled(text: string): bigint {
  const [whole = '', decimals = ''] = text.replace('-', '').split('.')
  const millionths = BigInt(whole + decimals.padEnd(6, '0'))
  return text.startsWith('-') ? -millionths : millionths
}

function percentageByHand(row: Row): string {
  const actual = row.classes.includes('growth_on_level') ? scaled(row.actual) + scaled('100') : scaled(row.actual)
  const bounds = row.target.split(/(?<=\d)-/).map(scaled)
  const low = bounds.at(0) ?? 0n
  const high = bounds.at(-1) ?? 0n
  const nearest = actual < low ? low : actual > high ? high : actual
  const bound = bounds.length === 2 ? nearest : low
  const target = row.classes.includes('growth_on_level') ? bound + scaled('100') : bound
  const size = target < 0n ? -target : target
  const better = row.classes.includes('lower_better') ? target - actual : actual - target
  return roundedByHand((size + better) * 100n, size, decimalsOf(percentageOf(row) ?? ''))
}

function roundedByHand(dividend: bigint, divisor: bigint, decimals: number): string {
  const size = (dividend < 0n ? -dividend : dividend) * 10n ** BigInt(decimals)
  const digits = ((2n * size + divisor) / (2n * divisor)).toString().padStart(decimals + 1, '0')
  const point = digits.length - decimals
  const text = decimals === 0 ? digits : `${digits.slice(0, point)}.${digits.slice(point)}`
  return dividend < 0n && /[1-9]/.test(digits) ? `-${text}` : text
}

// By us.

function targetOf(row: Row): Exclude<Target, { kind: 'done' }> {
  const lowerIsBetter = row.classes.includes('lower_better')
  const below = /^(?:<|dưới )(.+)$/.exec(row.target)?.[1]
  if (below) return { kind: 'below', value: Exact.parse(below) }
  const [low, high] = row.target.replace('khoảng ', '').split(/(?<=\d)-/)
  if (low === undefined) throw new Error(`no target: ${row.indicator}`)
  if (high === undefined) return { kind: lowerIsBetter ? 'at_most' : 'at_least', value: Exact.parse(low) }
  const range = { low: Exact.parse(low), high: Exact.parse(high) }
  return { kind: 'between', range, direction: lowerIsBetter ? 'down' : 'up' }
}

function percentageByUs(row: Row): string {
  const target = targetOf(row)
  const atLevel = row.classes.includes('growth_on_level')
  const formula = atLevel ? 'level' : target.kind === 'between' ? 'range' : 'attainment'
  const terms = { target, actual: Exact.parse(row.actual), baseline: null, planned: null }
  return printedByUs(formula, terms, decimalsOf(percentageOf(row) ?? ''))
}

function printedByUs(formula: FormulaName, terms: Parameters<typeof achievement>[1], decimals: number): string {
  const found = achievement(formula, terms)
  return typeof found === 'string' ? found : found.value.times(Exact.HUNDRED).toFixed(decimals)
}

function verdictByUs(row: Row): string {
  const standing: Standing = {
    type: 'level',
    canFall: false,
    target: targetOf(row),
    actual: Exact.parse(row.actual),
    baseline: null,
    planned: null,
    complete: true,
    over: true,
    onTrack: null,
  }
  return verdictOf(standing)
}
