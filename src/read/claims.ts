import type { Claim } from '../model/claim.ts'
import type { Problem } from '../model/problem.ts'
import { claimFrom } from './claim.ts'
import { sourceAt, wordAt } from './fields.ts'
import { notations } from './number-text.ts'
import { claimsSchema } from './schema/claims.ts'
import { hasErrors, innerScope, report, type Scope, scopeOf } from './scope.ts'
import { reportShape } from './shape.ts'
import { ListNode, type MapNode, writtenOf } from './tree.ts'

export interface ReadClaims {
  readonly claims: readonly Claim[]
  /** How many are there but could not be read: every one has a problem. */
  readonly unreadClaims: number
  readonly problems: readonly Problem[]
}

/** Reads one document of `kind: claims`. */
export function claimsFrom(root: MapNode, file: string): ReadClaims {
  const scope = scopeOf(file, wordAt(root, 'numbers', notations))
  reportShape(root, claimsSchema, scope, new Set(['claims']))
  const list = root.get('claims')
  if (list && !(list instanceof ListNode)) {
    report(scope, 'bad-value', list.at, { written: writtenOf(list), expected: 'list', suggestion: null })
  }
  const items = list instanceof ListNode ? list.items : []
  // In an unknown notation every number would be one more problem.
  const notationIsClear = scope.notation !== null || !root.entries.has('numbers')
  const source = sourceAt(root, 'source')
  const scopes: Scope[] = []
  const read = items.flatMap((item) => {
    const inner = innerScope(scope)
    const claim = claimFrom(item, source, inner)
    scopes.push(notationIsClear ? inner : { ...inner, problems: inner.problems.filter((each) => !isOfNumber(each)) })
    return claim ?? []
  })
  // A misspelt key at the top may be the notation.
  const claims = hasErrors(scope) ? [] : read
  reportRepeatedIds(claims, scope)
  return {
    claims,
    unreadClaims: items.length - claims.length,
    problems: [...scope.problems, ...scopes.flatMap(({ problems }) => problems)],
  }
}

function isOfNumber({ code }: Problem): boolean {
  return code === 'ambiguous-number' || code === 'not-a-number'
}

/** One of two would stand for the other wherever ids are followed. */
function reportRepeatedIds(claims: readonly Claim[], scope: Scope): void {
  const first = new Map<string, Claim>()
  for (const claim of claims) {
    if (claim.id === null) continue
    const earlier = first.get(claim.id)
    if (earlier) report(scope, 'duplicate-id', claim.at, { id: claim.id, what: 'claim', first: earlier.at })
    else first.set(claim.id, claim)
  }
}
