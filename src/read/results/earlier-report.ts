import type { EarlierLine } from '../../model/check.ts'
import { Exact } from '../../model/exact.ts'
import { parsePeriod } from '../../model/period.ts'
import { type Problem, problem } from '../../model/problem.ts'
import { type Verdict, verdicts } from '../../model/report.ts'
import { decodedText } from '../document/utf8.ts'
import type { FileToRead } from '../input.ts'
import { jsonNumberFrom } from '../number/number-text.ts'

/** The one format that is read: within it keys are only ever added, and keys that are not needed are passed over. */
const FORMAT = 'pva.report/1'

/** Reads the rows of an earlier `report --format json`, or says why it is none. */
export function readEarlierReport({ path, bytes }: FileToRead): readonly EarlierLine[] | Problem {
  const at = { file: path, line: 1, column: 1, length: 1 }
  const decoded = decodedText(bytes)
  if ('badByte' in decoded) return problem('not-utf8', at, { byte: decoded.badByte })
  let root: unknown
  try {
    root = JSON.parse(withNumbersAsText(decoded.text))
  } catch (error) {
    return problem('not-a-report', at, { found: null, detail: (error as SyntaxError).message, expected: FORMAT })
  }
  const report = objectOf(root)
  if (report['format'] !== FORMAT) {
    const found = typeof report['format'] === 'string' ? report['format'] : null
    return problem('not-a-report', at, { found, detail: null, expected: FORMAT })
  }
  return listOf(report['plans']).flatMap((plan) => linesOf(objectOf(plan)))
}

/** JSON.parse would make floats of them: 9007199254740993 would come out as …992. */
function withNumbersAsText(json: string): string {
  // A string that is not closed runs to the end: it must not be looked for anew from each quote in it.
  return json.replace(/"[^"\\]*(?:\\.[^"\\]*)*"?|-?\d[\d.eE+-]*/gs, (token) =>
    token.startsWith('"') ? token : `"${token}"`,
  )
}

function linesOf(plan: Fields): readonly EarlierLine[] {
  return listOf(plan['indicators']).map((row) => {
    const fields = objectOf(row)
    const achievement = numberOf(fields['achievement'])
    return {
      plan: textOf(plan['id']) ?? '',
      indicator: textOf(fields['id']) ?? '',
      area: textOf(fields['area']),
      verdict: verdictOf(fields['verdict']),
      achievement: achievement?.dividedBy(Exact.HUNDRED) ?? null,
      actual: numberOf(fields['actual']),
      actualPeriod: parsePeriod(textOf(fields['actualPeriod']) ?? '') ?? null,
    }
  })
}

type Fields = Readonly<Record<string, unknown>>

function objectOf(value: unknown): Fields {
  return typeof value === 'object' && value !== null ? (value as Fields) : {}
}

function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : []
}

function textOf(value: unknown): string | null {
  return typeof value === 'string' ? value : null
}

/** The actual of a task is a word, not a number. */
function numberOf(value: unknown): Exact | null {
  const text = textOf(value)
  if (text === null || !/^-?\d/.test(text)) return null
  const read = jsonNumberFrom(text)
  return 'value' in read ? read.value : null
}

function verdictOf(value: unknown): Verdict | null {
  return verdicts.find((verdict) => verdict === value) ?? null
}
