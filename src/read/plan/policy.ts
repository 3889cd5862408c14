import { failingVerdicts, type PolicyFile, type StatedRule } from '../../model/check.ts'
import type { Severity } from '../../model/indicator.ts'
import type { Policy } from '../../model/plan.ts'
import { type Problem, problem } from '../../model/problem.ts'
import { wholeNumberAt, wordAt } from '../document/fields.ts'
import { hasErrors, type Scope, scopeOf } from '../document/scope.ts'
import { reportShape } from '../document/shape.ts'
import { ListNode, MapNode, Scalar, writtenOf } from '../document/tree.ts'
import { decodedText } from '../document/utf8.ts'
import { readYaml } from '../document/yaml-source.ts'
import type { FileToRead } from '../input.ts'
import { minAt } from '../number/figures.ts'
import { type Notation, notations } from '../number/number-text.ts'
import { policySchema } from '../schema/policy.ts'

/** Reads a policy file; null with its problems when anything in it cannot be read: half a gate is none. */
export function readPolicy({ path, bytes }: FileToRead): {
  readonly policy: PolicyFile | null
  readonly problems: readonly Problem[]
} {
  const start = { file: path, line: 1, column: 1, length: 1 }
  const decoded = decodedText(bytes)
  if ('badByte' in decoded) return { policy: null, problems: [problem('not-utf8', start, { byte: decoded.badByte })] }
  const { documents, problems } = readYaml(path, decoded.text, /\.json$/i.test(path))
  const [document, second] = documents
  const found = [...problems, ...documents.flatMap((each) => each.problems)]
  if (found.length > 0) return { policy: null, problems: found }
  if (!document?.root) return { policy: null, problems: [problem('empty-file', start, {})] }
  // Half a policy is none.
  if (second)
    return { policy: null, problems: [problem('too-many', second.root?.at ?? start, { why: 'policies', limit: 1 })] }
  const { root } = document
  if (!(root instanceof MapNode)) {
    const written = writtenOf(root)
    return { policy: null, problems: [problem('bad-value', root.at, { written, expected: 'map', suggestion: null })] }
  }
  const notation: Notation | null = wordAt(root, 'numbers', notations)
  const scope = scopeOf(path, notation)
  reportShape(root, policySchema, scope)
  const policy = { ...policyAt(root, scope), indicators: rulesAt(root, scope) }
  return { policy: hasErrors(scope) ? null : policy, problems: scope.problems }
}

/** The keys that a plan's `policy` and a policy file have in common. */
export function policyAt(map: MapNode, scope: Scope): Policy {
  const min = minAt(map, scope)
  const verdicts = map.get('fail-on')
  const maxWarnings = wholeNumberAt(map, 'max-warnings')
  return {
    ...(min && { min }),
    ...(verdicts instanceof ListNode && { failOn: failingVerdicts.filter((verdict) => isIn(verdicts, verdict)) }),
    ...(maxWarnings !== null && { maxWarnings }),
  }
}

function rulesAt(root: MapNode, scope: Scope): ReadonlyMap<string, StatedRule> {
  const rules = new Map<string, StatedRule>()
  const node = root.get('indicators')
  if (!(node instanceof MapNode)) return rules
  for (const [id, { keyAt, value }] of node.entries) {
    if (!(value instanceof MapNode)) continue
    const severity = wordAt<Severity>(value, 'severity', ['off', 'warn', 'error'])
    rules.set(id, { severity, min: minAt(value, scope), at: keyAt })
  }
  return rules
}

function isIn({ items }: ListNode, word: string): boolean {
  return items.some((item) => item instanceof Scalar && item.text === word)
}
