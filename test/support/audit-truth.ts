import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { audited } from '../../src/calc/audit/audit.ts'
import type { Judgement } from '../../src/model/claim.ts'
import { Exact } from '../../src/model/exact.ts'
import { readInput } from '../../src/read/input.ts'
import { ROOT } from './folder.ts'

/** One line of a list of what was found by hand (test/data/README.md). */
export interface Expected {
  readonly claim: string
  readonly what: string
  readonly verdict: string
  readonly figure: string
  readonly slip: string
  readonly wrong: string
  readonly reasoning: string
  readonly corrected: string
}

export type Judged = Judgement & { readonly claim: string }

/** How well "is this figure wrong?" was answered. */
export interface Measure {
  readonly judged: number
  readonly wrong: number
  readonly calledWrong: number
  readonly rightly: number
}

export function judgedIn(paths: readonly string[]): readonly Judged[] {
  return paths.flatMap((path) => judgedText(readFileSync(join(ROOT, path)), path))
}

export function judgedText(bytes: Uint8Array, path: string): readonly Judged[] {
  const { claims, problems } = readInput({ path, bytes, named: true })
  if (problems.some(({ severity }) => severity === 'error'))
    throw new Error(`${path} cannot be read: ${problems.map(({ code }) => code).join(', ')}`)
  return audited(claims).flatMap(({ claim, judgements }) =>
    judgements.map((judgement) => ({ ...judgement, claim: claim.id ?? '' })),
  )
}

export function expectedIn(name: string): readonly Expected[] {
  const text = readFileSync(join(ROOT, 'test/data', name), 'utf8')
  const [header = [], ...lines] = text
    .trimEnd()
    .split('\n')
    .map((line) => line.split('\t'))
  return lines.map((cells) => {
    const cell = (column: keyof Expected) => cells[header.indexOf(column)] ?? ''
    return {
      claim: cell('claim'),
      what: cell('what'),
      verdict: cell('verdict'),
      figure: cell('figure'),
      slip: cell('slip'),
      wrong: cell('wrong'),
      reasoning: cell('reasoning'),
      corrected: cell('corrected'),
    }
  })
}

export function nameOf({ claim, what }: Expected | Judged): string {
  return `${claim}: ${what}`
}

/** What was calculated, or the roundest target that fits, to four decimals. */
export function figureOf({ verdict, computed, impliedTarget }: Judged): string {
  const found = verdict === 'implied' ? impliedTarget?.roundest : computed
  return found instanceof Exact ? Exact.parse(found.toFixed(4)).toDecimal() : (found ?? 'none')
}

/** The verdicts that say that a figure, or the words around it, is wrong. */
export function isCalledWrong({ verdict }: { readonly verdict: string }): boolean {
  return verdict === 'inconsistent' || verdict === 'wording'
}

/** What cannot be decided is not wrong: calling it so costs precision. */
export function measured(judged: readonly Judged[], wrongOnes: ReadonlySet<string>): Measure {
  const called = judged.filter(isCalledWrong)
  const rightly = called.filter((each) => wrongOnes.has(nameOf(each)))
  return { judged: judged.length, wrong: wrongOnes.size, calledWrong: called.length, rightly: rightly.length }
}

/** A line of the table in docs/audit.md. */
export function measureLine(set: string, { judged, wrong, calledWrong, rightly }: Measure): string {
  const cells = [set, judged, wrong, calledWrong, rightly, percent(rightly, calledWrong), percent(rightly, wrong)]
  return `| ${cells.join(' | ')} |`
}

function percent(part: number, whole: number): string {
  return `${Exact.of(BigInt(part) * 100n, BigInt(whole)).toFixed(1)}%`
}
