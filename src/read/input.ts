import type { Claim } from '../model/claim.ts'
import type { Observation, PlanReference } from '../model/observation.ts'
import type { Plan } from '../model/plan.ts'
import { firstError, type Problem, problem } from '../model/problem.ts'
import { closest } from '../model/suggestion.ts'
import { claimsFrom } from './claims/claims.ts'
import { scalarAt, textAt } from './document/fields.ts'
import { placeOfByte } from './document/position.ts'
import { hasErrors, report, scopeOf } from './document/scope.ts'
import { reportShape } from './document/shape.ts'
import { type Entry, ListNode, MapNode, type Node, Scalar, writtenOf } from './document/tree.ts'
import { decodedText } from './document/utf8.ts'
import { readYaml, type SourceDocument } from './document/yaml-source.ts'
import { planFrom, type ReadPlan } from './plan/plan.ts'
import { type PlanTable, planTableFrom } from './plan/plan-table.ts'
import { actualsFrom, type UnreadResult } from './results/actuals.ts'
import { mappingSchema } from './schema/table.ts'
import { type TableRequest, textsIn } from './table/mapping.ts'
import { unreadResultsOf } from './table/results.ts'

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
  /** Tables that documents name which are left out for what is wrong with them. */
  readonly lostTables: readonly Pick<TableRequest, 'file' | 'paths'>[]
  /** What tables of any file may share, by its id. */
  readonly mappings: readonly Mapping[]
  /** Documents that can be read once it is known what others share. */
  readonly waiting: readonly ((mappings: ReadonlyMap<string, Mapping>) => ReadFile)[]
  /** Found in a folder and of no kind of ours: not read, only counted. */
  readonly skipped: boolean
  readonly problems: readonly Problem[]
}

/** A document of `kind: mapping`. */
export interface Mapping {
  readonly id: Scalar
  readonly root: MapNode
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

const kinds = ['plan', 'actuals', 'claims', 'mapping'] as const
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
  lostTables: [],
  mappings: [],
  waiting: [],
  skipped: false,
  problems: [],
}

function readDocument(document: SourceDocument, file: string, mayBeOpen: boolean): ReadFile {
  const { root, problems } = document
  const kind = kindOf(document)
  if (!(root instanceof MapNode) || !kind) {
    return { ...nothing, problems: problems.length > 0 ? problems : [unknownKind(document, file)] }
  }
  if (sharedKeysIn(root).length > 0) {
    const known = { document, root, kind, file, mayBeOpen }
    return { ...nothing, waiting: [(mappings) => readShared(known, mappings)] }
  }
  return readRoot({ document, root, kind, file, mayBeOpen })
}

interface KnownDocument {
  readonly document: SourceDocument
  readonly root: MapNode
  readonly kind: Kind
  readonly file: string
  readonly mayBeOpen: boolean
}

function readRoot(known: KnownDocument): ReadFile {
  const read = readAlone(known)
  const table = known.root.get('table')
  const paths = table instanceof MapNode && known.kind !== 'claims' ? textsIn(table.get('path')) : []
  const isTakenIn = read.tables.length + read.planTables.length > 0
  return paths.length === 0 || isTakenIn ? read : { ...read, lostTables: [{ file: known.file, paths }] }
}

function readAlone({ document, root, kind, file, mayBeOpen }: KnownDocument): ReadFile {
  const read = readers[kind](root, file)
  const open = mayBeOpen ? leftOpen(root, null) : []
  if (open.length > 0) return { ...withoutFigures(read, open), problems: [...open, ...elsewhere(read.problems, open)] }
  // Half a document is not calculated with, but what it speaks of is not unknown either.
  return isBroken(document) ? withoutFigures(read, document.problems) : read
}

/** What a table takes from a document of `kind: mapping`: these keys hold its id. */
function sharedKeysIn(root: MapNode): readonly { readonly key: 'codes' | 'areas'; readonly id: Scalar }[] {
  const table = root.get('table')
  if (!(table instanceof MapNode)) return []
  return (['codes', 'areas'] as const).flatMap((key) => {
    const id = table.get(key)
    return id instanceof Scalar && !id.isNull ? [{ key, id }] : []
  })
}

/** The document with what others share put in its place, where it stands there. */
function readShared(known: KnownDocument, mappings: ReadonlyMap<string, Mapping>): ReadFile {
  const { root } = known
  const entries = new Map((root.get('table') as MapNode).entries)
  const problems: Problem[] = []
  for (const { key, id } of sharedKeysIn(root)) {
    const mapping = mappings.get(id.text)
    const value = mapping?.root.get(key)
    if (value) entries.set(key, { keyAt: id.at, value })
    else if (mapping) problems.push(problem('missing-key', mapping.id.at, { key, of: 'mapping' }))
    else {
      const ids = [...mappings.keys()]
      const expected = ids.length > 0 ? ids : 'mapping'
      problems.push(problem('bad-value', id.at, { written: id.text, expected, suggestion: closest(id.text, ids) }))
    }
  }
  const table = new MapNode((root.get('table') as MapNode).at, entries, (root.get('table') as MapNode).problems)
  const whole = new Map(root.entries).set('table', { ...(root.entries.get('table') as Entry), value: table })
  const read = readRoot({ ...known, root: new MapNode(root.at, whole, root.problems) })
  if (problems.length === 0) return read
  const lostTables = [...read.lostTables, ...read.tables, ...read.planTables.map(({ request }) => request)]
  return { ...withoutFigures(read, [...problems, ...read.problems]), lostTables }
}

/** The parts of what was read with all that waited for what others share. */
export function withShared<Part extends ReadFile>(parts: readonly Part[]): readonly Part[] {
  const mappings = new Map<string, Mapping>()
  const twice: Problem[] = []
  for (const mapping of parts.flatMap((part) => part.mappings)) {
    const { text: id, at } = mapping.id
    const first = mappings.get(id)
    if (first) twice.push(problem('duplicate-id', at, { id, what: 'mapping', first: first.id.at }))
    else mappings.set(id, mapping)
  }
  const resolved = parts.map((part) =>
    part.waiting.length === 0
      ? part
      : {
          ...part,
          ...joined([{ ...part, waiting: [] }, ...part.waiting.map((read) => read(mappings))]),
          skipped: part.skipped,
        },
  )
  const [first, ...others] = resolved
  return first && twice.length > 0 ? [{ ...first, problems: [...first.problems, ...twice] }, ...others] : resolved
}

function readMapping(root: MapNode, file: string): ReadFile {
  const scope = scopeOf(file, null)
  reportShape(root, mappingSchema, scope)
  if (!['codes', 'areas'].some((key) => root.entries.has(key))) {
    report(scope, 'missing-key', { ...root.at, length: 1 }, { key: 'codes', of: 'mapping' })
  }
  const id = scalarAt(root, 'id')
  return { ...nothing, mappings: id && !hasErrors(scope) ? [{ id, root }] : [], problems: scope.problems }
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
  mapping: readMapping,
}

function readPlan(root: MapNode, file: string): ReadFile {
  if (!root.entries.has('table')) return { ...nothing, ...plansOf(planFrom(root, file)) }
  const found = planTableFrom(root, file)
  return 'planWith' in found
    ? { ...nothing, planTables: [found] }
    : { ...nothing, ...plansOf({ plan: null, id: textAt(root, 'id'), problems: found }) }
}

/** What a file holds whose plan stands in a table, with the results that stand there too. */
export function fileOfTable({ results, ...read }: ReturnType<PlanTable['planWith']>, file: string): ReadFile {
  const found = plansOf(read)
  if (!results) return { ...nothing, ...found }
  const actuals = actualsFrom(results, file)
  return { ...nothing, ...found, ...actuals, problems: [...found.problems, ...actuals.problems] }
}

/** What a file holds that holds this plan. */
function plansOf({ plan, id, problems }: ReadPlan): Pick<ReadFile, 'plans' | 'unreadPlans' | 'problems'> {
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
      ...[...read.observations, ...read.tables.flatMap(({ mapping }) => unreadResultsOf(mapping))].map(
        ({ plans, indicator }) => ({ plans, indicator, because: firstError(problems) }),
      ),
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
  return /(?:^|[\n\r{,])[ \t]{0,64}["']?kind["']?\s{0,64}:\s{0,64}["']?(?:plan|actuals|claims|mapping)\b/.test(text)
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

/** What several files, or pieces of one, hold together. */
export function joined(parts: readonly ReadFile[]): ReadFile {
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
    lostTables: parts.flatMap(({ lostTables }) => lostTables),
    mappings: parts.flatMap(({ mappings }) => mappings),
    waiting: parts.flatMap(({ waiting }) => waiting),
    skipped: false,
    problems: parts.flatMap(({ problems }) => problems),
  }
}
