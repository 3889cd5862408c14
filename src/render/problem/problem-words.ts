import type { Place } from '../../model/figure.ts'
import { boundIn } from '../../model/indicator.ts'
import { type Notation, signsOf } from '../../model/notation.ts'
import type { ColumnApart, ProblemArguments, ProblemCode, Reading } from '../../model/problem.ts'

/** What is the case, and what to write instead; one line of plain text each. */
export interface ProblemWords {
  readonly message: string
  readonly remedy: string
}

export type Row = readonly [message: string, remedy: string]

/** The rows of every code in one language: of one that has reasons, a row for each, `unreadable/missing`. */
export type ProblemDictionary = {
  readonly [Code in ProblemCode as RowKey<Code>]: Row | ((args: ProblemArguments[Code], say: Speaker) => Row)
}

type RowKey<Code extends ProblemCode> = ProblemArguments[Code] extends { readonly why: infer Why extends string }
  ? `${Code}/${Why}`
  : Code

/** Arguments as a message shows them. */
export interface Speaker {
  /** Plain decimal text, or a percentage, in the notation of the language; anything else as it stands. */
  readonly number: (plain: string | number) => string
  /** Text of the input, shortened when it is long. */
  readonly written: (text: string) => string
  readonly place: (place: Place) => string
}

/** Readings that differ, each with the first notation that gives it. */
export function distinctReadings(readings: readonly Reading[], order: readonly Reading['notation'][]): Reading[] {
  const sorted = [...readings].sort((a, b) => order.indexOf(a.notation) - order.indexOf(b.notation))
  return sorted.filter((reading, index) => sorted.findIndex(({ number }) => number === reading.number) === index)
}

/** A number in plain notation that no other notation reads differently: 3.125 needs another decimal, 3.1250. */
export const unmistakable = (plain: string): string => (/^-?[1-9]\d{0,2}\.\d{3}$/.test(plain) ? `${plain}0` : plain)

/** `a`, `b` or `c` */
export function listed(items: readonly string[], last: string): string {
  const head = items.slice(0, -1)
  const end = items.at(-1) ?? ''
  return head.length === 0 ? end : `${head.join(', ')} ${last} ${end}`
}

/** The first of a long list: the remedy names what was meant. */
export function brief(items: readonly string[]): string {
  const most = 12
  return items.length > most ? `${items.slice(0, most).join(', ')}, …` : items.join(', ')
}

/** Keys and words to write stand in backticks. */
export const code = (text: string): string => `\`${text}\``

/** As YAML takes it as one text. */
export const quoted = (text: string): string => (text.includes('"') ? `'${text.replaceAll("'", "''")}'` : `"${text}"`)

/** What reads a column that tells rows apart, as a mapping states it. */
export function takenAs({ column, text, takes }: ColumnApart, written: Speaker['written']): string {
  const name = plainOrQuoted(written(column))
  if (takes === 'where') return `where: [{ column: ${name}, equals: ${plainOrQuoted(written(text))} }]`
  return typeof takes === 'object' ? `breakdowns: { ${takes.breakdown}: ${name} }` : `columns: { ${takes}: ${name} }`
}

export const lowerFirst = (text: string): string => text.slice(0, 1).toLowerCase() + text.slice(1)

/** As it stands between braces. */
const plainOrQuoted = (text: string): string => (/^[\p{L}\d][\p{L}\p{M}\d ()_/-]*$/u.test(text) ? text : quoted(text))

/** The target that `≤ 3%` means, as a plan states it. */
export function boundTarget(text: string): string {
  const bound = boundIn(text)
  return bound ? `target: { ${bound.kind}: ${quoted(bound.number)} }` : text
}

/** What numbers look like in a notation. */
export function numberExamples(notation: Notation | null): readonly string[] {
  const {
    groups: [group = ''],
    decimals: [decimal],
    isIndian,
  } = signsOf(notation ?? 'plain')
  const digits = isIndian ? ['1', '62', '500'] : ['16', '250']
  return [digits.join(group === '_' ? '' : group), `0${decimal}96`]
}
