import type { Problem } from '../../src/model/problem.ts'
import { readInput } from '../../src/read/input.ts'
import { readPolicy } from '../../src/read/plan/policy.ts'
import { periodPattern } from '../../src/read/schema/leaf.ts'
import { readSources } from '../../src/read/sources.ts'
import { jsonSchemas } from './schemas.ts'

/** Policies and sources are named by whoever runs a command; all else may be found. */
export function readerOf(text: string) {
  const [, kind] = /^kind: (\w+)$/m.exec(text) ?? []
  return kind === 'policy' ? readPolicy : kind === 'sources' ? readSources : readInput
}

/** What the reader says of one document: its problems, and which of them are of its structure. */
export function readerOn(text: string, path = 'input.yaml') {
  const read = readerOf(text)
  const { problems } = read({ path, bytes: Buffer.from(text), named: true })
  const errors = problems.filter(({ severity }) => severity === 'error')
  return {
    errors,
    structure: errors.filter(isStructure),
    isYaml: !errors.some(({ code }) => beforeStructure.has(code)),
  }
}

/** Found before there is a structure to look at, or because YAML sees another one than was meant. */
const beforeStructure: ReadonlySet<Problem['code']> = new Set([
  'not-utf8',
  'yaml-syntax',
  'yaml-refused',
  'too-deep',
  'alias-bomb',
  'empty-file',
  'comma-in-braces',
])

/**
 * Whether a schema has to refuse what a problem tells: which keys there are and must be, and what sort of value each
 * holds. Not what numbers say, in which notation; nor what has to agree with something that stands elsewhere.
 */
function isStructure(problem: Problem): boolean {
  switch (problem.code) {
    case 'unknown-key':
    case 'percent-or-ratio':
    case 'left-open':
      return true
    case 'missing-key':
      // It may stand at the top or in each row.
      return problem.args.key !== 'period'
    case 'bad-period':
      // That February ends is known to the calendar alone.
      return !periodPattern.test(problem.args.written)
    case 'bad-target':
      return ['two-kinds', 'no-kind', 'range-ends'].includes(problem.args.why)
    case 'bad-phasing':
      return problem.args.why === 'sign'
    case 'bad-value':
      return isWrongSort(problem.args)
    default:
      return false
  }
}

type BadValue = Extract<Problem, { code: 'bad-value' }>['args']

function isWrongSort({ expected, written }: BadValue): boolean {
  if (expected === 'date') return !/^\d{4}-\d{2}-\d{2}$/.test(written)
  if (expected === 'url') return !/^https?:\/\/[^\s/]/i.test(written)
  if (typeof expected === 'string') return !ofMeaning.has(expected)
  // Other lists are of ids, or of the formulas that fit one target.
  return wordLists.has(JSON.stringify(expected))
}

/** Every list of words that the schema of an input names. */
const wordLists: ReadonlySet<string> = new Set(
  enumsIn([jsonSchemas.plan, jsonSchemas.actuals, jsonSchemas.claims, jsonSchemas.policy]),
)

function enumsIn(schema: unknown): readonly string[] {
  if (typeof schema !== 'object' || schema === null) return []
  return Object.entries(schema).flatMap(([key, value]) =>
    key === 'enum' && Array.isArray(value) ? [JSON.stringify(value)] : enumsIn(value),
  )
}

const ofMeaning: ReadonlySet<string> = new Set([
  'not-negative',
  'rate-0-100',
  'above-zero',
  'rising-range',
  'at-most-households',
  'area-outside',
  'area-of-plan',
  'section-of-plan',
  'section-before',
  'countable-indicator',
  'task-state',
])
