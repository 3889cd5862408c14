import type { Claim } from '../model/claim.ts'
import type { Observation, PlanReference } from '../model/observation.ts'
import type { Plan } from '../model/plan.ts'
import { firstError, type Problem, problem } from '../model/problem.ts'
import { closest } from '../model/suggestion.ts'
import { claimsFrom } from './claims/claims.ts'
import { textAt } from './document/fields.ts'
import { placeOfByte } from './document/position.ts'
import { ListNode, MapNode, type Node, Scalar, writtenOf } from './document/tree.ts'
import { decodedText } from './document/utf8.ts'
import { readYaml, type SourceDocument } from './document/yaml-source.ts'
import { planFrom, type ReadPlan } from './plan/plan.ts'
import { type PlanTable, planTableFrom } from './plan/plan-table.ts'
import { actualsFrom, type UnreadResult } from './results/actuals.ts'
import type { TableRequest } from './table/mapping.ts'

export type { UnreadResult } from './results/actuals.ts'

/** One file to read, as the command line found it. */
export interface FileToRead {
  /** As shown to users. */
  readonly path: string
  readonly bytes: Uint8Array
  /** Given explicitly, not found in a folder. */
  readonly named: boolean
}

/** What one file holds. */
export interface ReadFile {
  readonly plans: readonly Plan[]
  /** Ids of plans that are there but could not be read: every one has a problem. */
  readonly unreadPlans: readonly string[]
  readonly observations: readonly Observation[]
  readonly unreadResults: readonly UnreadResult[]
  /** The plans that the file's results speak of. */
  readonly references: readonly PlanReference[]
  readonly claims: readonly Claim[]
  /** How many claims are there but could not be read: every one has a problem. */
  readonly unreadClaims: number
  /** How many documents of claims there are, with a claim in them or without. */
  readonly claimDocuments: number
  /** Tables that the file's results take in. */
  readonly tables: readonly TableRequest[]
  /** Plans whose indicators stand in tables. */
  readonly planTables: readonly PlanTable[]
  /** Found in a folder and of no kind of ours: not read, only counted. */
  readonly skipped: boolean
  readonly problems: readonly Problem[]
}

/** Reads every plan and every result of a file, with all of its problems. */
export function readInput({ path, bytes, named }: FileToRead): ReadFile {
  const decoded = decodedText(bytes)
  if ('badByte' in decoded) {
    const at = placeOfByte(path, bytes, decoded.badByte)
    const bad = problem('not-utf8', at, { byte: decoded.badByte })
    return unreadFile(bad, named || namesOurKind(asciiOf(bytes)))
  }
  const { text } = decoded
  const { documents, problems } = readYaml(path, text, /\.json$/i.test(path))
  const [whole] = problems
  if (whole) return unreadFile(whole, named || namesOurKind(text))

  const written = documents.filter(({ root, problems: own }) => root || own.length > 0)
  if (written.length === 0) return { ...nothing, problems: [problem('empty-file', startOf(path), {})] }
  const isOurs =
    named || written.some((document) => kindOf(document) !== null) || (written.some(isBroken) && namesOurKind(text))
  if (!isOurs) return { ...nothing, skipped: true }
  const mayBeOpen = /['"]\?['"]/.test(text)
  return joined(written.map((document) => readDocument(document, path, mayBeOpen)))
}

const kinds = ['plan', 'actuals', 'claims'] as const
type Kind = (typeof kinds)[number]

/** A file that holds none of it. */
export const nothing: ReadFile = {
  plans: [],
  unreadPlans: [],
  observations: [],
  unreadResults: [],
  references: [],
  claims: [],
  unreadClaims: 0,
  claimDocuments: 0,
  tables: [],
  planTables: [],
  skipped: false,
  problems: [],
}

function readDocument(document: SourceDocument, file: string, mayBeOpen: boolean): ReadFile {
  const { root, problems } = document
  const kind = kindOf(document)
  if (!(root instanceof MapNode) || !kind) {
    return { ...nothing, problems: problems.length > 0 ? problems : [unknownKind(document, file)] }
  }
  const read = readers[kind](root, file)
  const open = mayBeOpen ? leftOpen(root, null) : []
  if (open.length > 0) return { ...withoutFigures(read, open), problems: [...open, ...elsewhere(read.problems, open)] }
  // Half a document is not calculated with, but what it speaks of is not unknown either.
  return isBroken(document) ? withoutFigures(read, problems) : read
}

/** Where a draft leaves something to a person: `?` in quotes. In `table` it is what the cells of a table say. */
function leftOpen(node: Node, key: string | null): readonly Problem[] {
  if (node instanceof Scalar) return node.text === '?' ? [problem('left-open', node.at, { key: key ?? '?' })] : []
  if (node instanceof ListNode) return node.items.flatMap((item) => leftOpen(item, key))
  if (!(node instanceof MapNode)) return []
  return [...node.entries].flatMap(([name, { value }]) => (name === 'table' ? [] : leftOpen(value, name)))
}

/** Whatever else is wrong with what is still open goes with it. */
function elsewhere(problems: readonly Problem[], open: readonly Problem[]): readonly Problem[] {
  const places = new Set(open.map(({ at }) => `${at?.line}:${at?.column}`))
  return problems.filter(({ at }) => !places.has(`${at?.line}:${at?.column}`))
}

const readers: Readonly<Record<Kind, (root: MapNode, file: string) => ReadFile>> = {
  plan: readPlan,
  actuals: readActuals,
  claims: readClaims,
}

function readPlan(root: MapNode, file: string): ReadFile {
  if (!root.entries.has('table')) return { ...nothing, ...plansOf(planFrom(root, file)) }
  const found = planTableFrom(root, file)
  return 'planWith' in found
    ? { ...nothing, planTables: [found] }
    : { ...nothing, ...plansOf({ plan: null, id: textAt(root, 'id'), problems: found }) }
}

/** What a file holds that holds this plan. */
export function plansOf({ plan, id, problems }: ReadPlan): Pick<ReadFile, 'plans' | 'unreadPlans' | 'problems'> {
  return { plans: plan ? [plan] : [], unreadPlans: plan || id === null ? [] : [id], problems }
}

function readActuals(root: MapNode, file: string): ReadFile {
  return { ...nothing, ...actualsFrom(root, file) }
}

function readClaims(root: MapNode, file: string): ReadFile {
  return { ...nothing, claimDocuments: 1, ...claimsFrom(root, file) }
}

function withoutFigures(read: ReadFile, problems: readonly Problem[]): ReadFile {
  return {
    ...nothing,
    unreadPlans: [...read.unreadPlans, ...[...read.plans, ...read.planTables].flatMap(({ id }) => id ?? [])],
    unreadResults: [
      ...read.unreadResults,
      ...read.observations.map(({ plans, indicator }) => ({ plans, indicator, because: firstError(problems) })),
    ],
    references: read.references,
    unreadClaims: read.unreadClaims + read.claims.length,
    claimDocuments: read.claimDocuments,
    problems,
  }
}

function kindOf({ root }: SourceDocument): Kind | null {
  const text = root instanceof MapNode ? textAt(root, 'kind') : null
  return kinds.find((kind) => kind === text) ?? null
}

function isBroken({ problems }: SourceDocument): boolean {
  return problems.length > 0
}

function unknownKind({ root }: SourceDocument, file: string): Problem {
  if (!(root instanceof MapNode)) {
    const written = root ? writtenOf(root) : ''
    return problem('bad-value', root?.at ?? startOf(file), { written, expected: 'map', suggestion: null })
  }
  const kind = root.get('kind')
  if (!kind) return problem('missing-key', { ...root.at, length: 1 }, { key: 'kind', of: 'document' })
  const written = writtenOf(kind)
  return problem('bad-value', kind.at, { written, expected: kinds, suggestion: closest(written, kinds) })
}

/** Whether a file that cannot be read was meant for us: one found in a folder may be anything. */
export function namesOurKind(text: string): boolean {
  // Bounded blanks: without a bound, a file full of them would be gone through from each of them.
  return /(?:^|[\n\r{,])[ \t]{0,64}["']?kind["']?\s{0,64}:\s{0,64}["']?(?:plan|actuals|claims)\b/.test(text)
}

function asciiOf(bytes: Uint8Array): string {
  const zeroless = bytes.subarray(0, 4096).filter((byte) => byte !== 0)
  return new TextDecoder('latin1').decode(zeroless)
}

function unreadFile(why: Problem, counts: boolean): ReadFile {
  return counts ? { ...nothing, problems: [why] } : { ...nothing, skipped: true }
}

function startOf(file: string) {
  return { file, line: 1, column: 1, length: 1 }
}

function joined(parts: readonly ReadFile[]): ReadFile {
  return {
    plans: parts.flatMap(({ plans }) => plans),
    unreadPlans: parts.flatMap(({ unreadPlans }) => unreadPlans),
    observations: parts.flatMap(({ observations }) => observations),
    unreadResults: parts.flatMap(({ unreadResults }) => unreadResults),
    references: parts.flatMap(({ references }) => references),
    claims: parts.flatMap(({ claims }) => claims),
    unreadClaims: parts.reduce((sum, { unreadClaims }) => sum + unreadClaims, 0),
    claimDocuments: parts.reduce((sum, { claimDocuments }) => sum + claimDocuments, 0),
    tables: parts.flatMap(({ tables }) => tables),
    planTables: parts.flatMap(({ planTables }) => planTables),
    skipped: false,
    problems: parts.flatMap(({ problems }) => problems),
  }
}
