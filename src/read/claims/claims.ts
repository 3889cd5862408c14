import type { Claim } from '../../model/claim.ts'
import type { Source } from '../../model/figure.ts'
import { type Problem, problem } from '../../model/problem.ts'
import { notationAt, sourceAt } from '../document/fields.ts'
import { hasErrors, innerScope, report, type Scope, scopeOf } from '../document/scope.ts'
import { reportShape } from '../document/shape.ts'
import { ListNode, type MapNode, type Node, writtenOf } from '../document/tree.ts'
import { claimsSchema } from '../schema/claims.ts'
import { claimFrom } from './claim.ts'

export interface ReadClaims {
  readonly claims: readonly Claim[]
  /** How many are there but could not be read: every one has a problem. */
  readonly unreadClaims: number
  readonly problems: readonly Problem[]
}

/** Reads one document of `kind: claims`. */
export function claimsFrom(root: MapNode, file: string): ReadClaims {
  const scope = scopeOf(file, notationAt(root))
  reportShape(root, claimsSchema, scope, new Set(['claims']))
  const list = root.get('claims')
  if (list && !(list instanceof ListNode)) {
    report(scope, 'bad-value', list.at, { written: writtenOf(list), expected: 'list', suggestion: null })
  }
  const read = claimsIn(list instanceof ListNode ? list.items : [], sourceAt(root, 'source'), scope)
  // In an unknown notation every number would be one more problem.
  const notationIsClear = scope.notation !== null || !root.entries.has('numbers')
  return notationIsClear ? read : { ...read, problems: read.problems.filter((each) => !isOfNumber(each)) }
}

/** Reads what may be claims; nothing where something is wrong around them, a misspelt key may be the notation. */
export function claimsIn(items: readonly Node[], source: Source | null, around: Scope): ReadClaims {
  const read = items.map((item) => {
    const scope = innerScope(around)
    return { claim: claimFrom(item, source, scope), problems: scope.problems }
  })
  const claims = hasErrors(around) ? [] : read.flatMap(({ claim }) => claim ?? [])
  return {
    claims,
    unreadClaims: items.length - claims.length,
    problems: [...around.problems, ...repeatedIds(claims), ...read.flatMap(({ problems }) => problems)],
  }
}

const isOfNumber = ({ code }: Problem): boolean => code === 'ambiguous-number' || code === 'not-a-number'

/** One of two would stand for the other wherever ids are followed. */
function repeatedIds(claims: readonly Claim[]): readonly Problem[] {
  const first = new Map<string, Claim>()
  return claims.flatMap((claim) => {
    if (claim.id === null) return []
    const earlier = first.get(claim.id)
    if (earlier) return [problem('duplicate-id', claim.at, { id: claim.id, what: 'claim', first: earlier.at })]
    first.set(claim.id, claim)
    return []
  })
}
