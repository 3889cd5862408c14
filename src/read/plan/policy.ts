import { failingVerdicts, type PolicyFile, type StatedRule } from '../../model/check.ts'
import type { Severity } from '../../model/indicator.ts'
import type { Policy } from '../../model/plan.ts'
import type { Problem } from '../../model/problem.ts'
import { notationAt, wholeNumberAt, wordAt } from '../document/fields.ts'
import { onlyDocument } from '../document/only-document.ts'
import { hasErrors, type Scope, scopeOf } from '../document/scope.ts'
import { reportShape } from '../document/shape.ts'
import { ListNode, MapNode, Scalar } from '../document/tree.ts'
import type { FileToRead } from '../input.ts'
import { minAt } from '../number/figures.ts'
import { policySchema } from '../schema/policy.ts'

/** Reads a policy file; null with its problems when anything in it cannot be read: half a gate is none. */
export function readPolicy(file: FileToRead): {
  readonly policy: PolicyFile | null
  readonly problems: readonly Problem[]
} {
  const found = onlyDocument(file, 'policies')
  if ('problems' in found) return { policy: null, problems: found.problems }
  const notation = notationAt(found.root)
  const scope = scopeOf(file.path, notation)
  reportShape(found.root, policySchema, scope)
  const policy = { ...policyAt(found.root, scope), indicators: rulesAt(found.root, scope) }
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
