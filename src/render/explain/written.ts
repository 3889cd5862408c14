import { Exact } from '../../model/exact.ts'
import { type IndicatorType, isRange, type Target, unitOf } from '../../model/indicator.ts'
import type { Plan } from '../../model/plan.ts'
import { differenceText, type Format, GLUE, stateText, valueText } from '../figure/format.ts'
import { inNotation, type Notation } from '../figure/number.ts'
import type { Tone } from '../figure/verdict-text.ts'
import type { ExplainWords } from '../words/explain-en.ts'

/** One value that a figure was calculated from, in words. */
export interface ExplainedInput {
  readonly label: string
  readonly written: string
  /** The value read, where it does not look like what was written. */
  readonly read: string | null
  /** Area, where it is another than the line's, period and status. */
  readonly of: string
  readonly place: string
  readonly source: string | null
  /** What was said of it. */
  readonly note: string | null
}

/** A step of the calculation; lines that follow the first continue it. */
export interface Step {
  readonly label: string
  readonly lines: readonly string[]
  readonly tone?: Tone
}

/** A step of these lines, without those that do not apply; nothing where none does. */
export function step(label: string, lines: readonly (string | false | null | undefined)[]): readonly Step[] {
  const said = lines.filter((line) => typeof line === 'string')
  return said.length > 0 ? [{ label, lines: said }] : []
}

/** What the parts of an explanation are written with. */
export interface Sheet extends Format {
  readonly say: ExplainWords
  readonly type: IndicatorType
  readonly plan: Plan
  /** Decimals of the printed percentage. */
  readonly decimals: number
}

/** Decimals that are written in full, and those of a number that never ends. */
const MOST_DECIMALS = 12
const DECIMALS_OF_ENDLESS = 6

/** A number in full, with `decimals` at least; one that goes on is cut off and marked: `2.316508…`. */
export function exactText(value: Exact, { notation }: Pick<Format, 'notation'>, decimals = 0): string {
  const full = value.decimals
  if (full !== undefined && full <= MOST_DECIMALS) return inNotation(value.toFixed(Math.max(full, decimals)), notation)
  return cutOff(value, full === undefined ? DECIMALS_OF_ENDLESS : MOST_DECIMALS, notation)
}

function cutOff(value: Exact, decimals: number, notation: Notation): string {
  return `${inNotation(value.toFixed(decimals, 'truncate'), notation)}…`
}

/** A number inside a formula: in parentheses when it is below zero. */
export function term(value: Exact, sheet: Sheet, decimals = 0): string {
  const text = exactText(value, sheet, decimals)
  return value.sign < 0 ? `(${text})` : text
}

/** A value of the indicator with its sign: `16,000`, `3.28%`. */
export function value(number: Exact, sheet: Sheet): string {
  if (sheet.type === 'date') return valueText(number, sheet.type, sheet)
  return exactText(number, sheet) + (unitOf(sheet.type) === 'percent' ? '%' : '')
}

/** An amount of change: `0.3 pp`, `2,527`. */
export function amount(number: Exact, sheet: Sheet): string {
  const text = exactText(number, sheet)
  return unitOf(sheet.type) === 'percent' ? text + GLUE + sheet.words.points.replace(' ', GLUE) : text
}

export function signedAmount(number: Exact, sheet: Sheet): string {
  if (sheet.type === 'date') return differenceText(number, sheet.type, sheet)
  return `${number.sign > 0 ? '+' : ''}${amount(number, sheet)}`
}

/** A ratio as a percentage in full, or to 12 decimals where it never ends. */
export function percentage(ratio: Exact, sheet: Sheet): string {
  const percent = ratio.times(Exact.HUNDRED)
  const isEndless = percent.decimals === undefined
  return `${isEndless ? cutOff(percent, MOST_DECIMALS, sheet.notation) : exactText(percent, sheet)}%`
}

/** A target in words: `at least 16,000`, `reduce by 0.3 pp a year`. */
export function targetWords(target: Target, sheet: Sheet): string {
  const { target: words, taskTarget } = sheet.words
  switch (target.kind) {
    case 'done':
      return target.state ? stateText(target.state, sheet) : taskTarget
    case 'at_least':
      return words.atLeast(value(target.value, sheet))
    case 'at_most':
      return words.atMost(value(target.value, sheet))
    case 'above':
      return words.above(value(target.value, sheet))
    case 'by':
      return words.by(value(target.value, sheet))
    case 'below':
      return words.below(value(target.value, sheet))
    case 'between':
      return sheet.say.range(exactText(target.range.low, sheet), value(target.range.high, sheet))
    default: {
      const size = (by: Exact) => (target.ofBaseline ? `${exactText(by, sheet)}%` : amount(by, sheet))
      const range = isRange(target.by)
        ? sheet.say.range(exactText(target.by.low, sheet), size(target.by.high))
        : size(target.by)
      const by = target.ofBaseline ? words.ofBaseline(range) : range
      const phrase = target.kind === 'reduce_by' ? words.reduceBy(by) : words.increaseBy(by)
      return target.perYear ? words.perYear(phrase) : phrase
    }
  }
}
