import { claimFigureKeys } from '../model/claim.ts'
import type { Problem } from '../model/problem.ts'
import { wordAt } from './fields.ts'
import { isFault, jsonNumberFrom, notations, numberFrom } from './number-text.ts'
import { claimsSchema } from './schema/claims.ts'
import { type Scope, scopeOf } from './scope.ts'
import { reportShape } from './shape.ts'
import { ListNode, MapNode, type Node, Scalar } from './tree.ts'

/** What is wrong with a document of `kind: claims`: its keys, its words and its numbers. */
export function claimsProblems(root: MapNode, file: string): readonly Problem[] {
  const notation = wordAt(root, 'numbers', notations)
  const scope = scopeOf(file, notation)
  reportShape(root, claimsSchema, scope)
  const claims = root.get('claims')
  const notationIsClear = notation !== null || !root.entries.has('numbers')
  // In an unknown notation every number would be one more problem.
  if (!notationIsClear || !(claims instanceof ListNode)) return scope.problems
  for (const claim of claims.items) {
    if (claim instanceof MapNode) reportNumbers(claim, scope)
  }
  return scope.problems
}

function reportNumbers(claim: MapNode, scope: Scope): void {
  for (const key of claimFigureKeys) reportNumber(claim.get(key), numbersInClaim, scope)
  const parts = claim.get('parts')
  if (!(parts instanceof ListNode)) reportNumber(parts, (text) => partsIn(text).flatMap(numbersInClaim), scope)
  else for (const part of parts.items) reportNumber(part, numbersInClaim, scope)
}

/** One left empty was not printed. What is no text has been reported with the shape of the document. */
function reportNumber(node: Node | undefined, numbersIn: (text: string) => readonly string[], scope: Scope): void {
  if (!(node instanceof Scalar) || node.isNull) return
  const reads = node.jsonNumber
    ? [jsonNumberFrom(node.text)]
    : numbersIn(node.text).map((text) => numberFrom(text, scope.notation))
  const fault = reads.find(isFault)
  if (fault) scope.problems.push({ ...fault, severity: 'error', at: node.at })
}

/**
 * The numbers that a printed figure is made of: both ends of a range (`6.6-6.8`, `6.6..6.8`), what stands behind the
 * mark of a bound (`<7.6`, `trên 1.200`) or of a round number (`~4`, `khoảng 4`), else the text itself.
 */
function numbersInClaim(text: string): readonly string[] {
  const range = /^([-−+]?\d[^-–]*?)\s*(?:\.\.|[-–])\s*([-−+]?\d.*)$/su.exec(text.trim())
  if (range) return [range[1] ?? '', range[2] ?? '']
  return [text.trim().replace(/^(?:[<>~]|(?:trên|dưới|khoảng|over|under|about)\s)\s*/iu, '')]
}

/** With `+` between, else with spaces. */
function partsIn(text: string): readonly string[] {
  return text.includes('+') ? text.split('+') : text.trim().split(/\s+/)
}
