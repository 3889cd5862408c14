import type { Place } from '../../model/figure.ts'
import type { Notation } from '../../model/notation.ts'
import {
  type ExpectedPhrase,
  type Problem,
  type ProblemArguments,
  type ProblemCode,
  problem,
} from '../../model/problem.ts'

/** One thing being read, an indicator or a result: what is wrong with it stops it alone. */
export interface Scope {
  readonly file: string
  /** null: the document declares none. */
  readonly notation: Notation | null
  readonly problems: Problem[]
}

export const scopeOf = (file: string, notation: Notation | null): Scope => ({ file, notation, problems: [] })

/** A scope of its own in the same document. */
export const innerScope = ({ file, notation }: Scope): Scope => scopeOf(file, notation)

export function report<Code extends ProblemCode>(
  scope: Scope,
  code: Code,
  at: Place,
  args: ProblemArguments[Code],
): void {
  scope.problems.push(problem(code, at, args))
}

export function hasErrors({ problems }: Pick<Scope, 'problems'>): boolean {
  return problems.some(({ severity }) => severity === 'error')
}

/** More ids than these nobody reads in one message. */
export const MOST_LISTED = 20

/** What a message says that an id may be: the ids there are, or in words what they are of. */
export function listedOr(phrase: ExpectedPhrase, ids: ReadonlySet<string>): ExpectedPhrase | readonly string[] {
  return ids.size === 0 || ids.size > MOST_LISTED ? phrase : [...ids]
}
