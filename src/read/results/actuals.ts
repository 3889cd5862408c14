import { Exact } from '../../model/exact.ts'
import type { Figure, Place, Source } from '../../model/figure.ts'
import {
  bases,
  type Observation,
  observationStatuses,
  type PlanReference,
  type PovertyCount,
  povertyCounts,
  type StatedProvider,
} from '../../model/observation.ts'
import { parseDay } from '../../model/period.ts'
import { cellId } from '../../model/plan.ts'
import { firstError, type Problem, problem } from '../../model/problem.ts'
import { nameAt, notationAt, periodAt, scalarAt, sourceAt, textAt, wordAt } from '../document/fields.ts'
import { hasErrors, innerScope, report, type Scope, scopeOf } from '../document/scope.ts'
import { reportShape } from '../document/shape.ts'
import { ListNode, MapNode, type Node, Scalar, writtenOf } from '../document/tree.ts'
import {
  type Expected,
  figureFrom,
  mpiAt,
  reportMorePoorThanAll,
  reportNegative,
  standardErrorAt,
} from '../number/figures.ts'
import { measurementOf } from '../plan/baseline.ts'
import { actualsSchema, observationSchema, resultSchema } from '../schema/actuals.ts'
import { type StatedForRows, type TableRequest, tableRequest } from '../table/mapping.ts'

/** A result that is there but could not be read; it must not pass for "not reported". */
export interface UnreadResult {
  readonly plans: readonly string[]
  /** null: which one it was of is not known. */
  readonly indicator: string | null
  /** What is wrong with it; null: its file cannot be read as a whole. */
  readonly because: Problem | null
}

export interface ReadActuals {
  readonly observations: readonly Observation[]
  readonly unreadResults: readonly UnreadResult[]
  readonly references: readonly PlanReference[]
  /** Tables whose rows are results as well: whoever can open files reads them. */
  readonly tables: readonly TableRequest[]
  readonly problems: readonly Problem[]
}

/** Reads one document of `kind: actuals`. */
export function actualsFrom(root: MapNode, file: string): ReadActuals {
  const scope = scopeOf(file, notationAt(root))
  reportShape(root, actualsSchema, scope, new Set(['results', 'observations']))
  const references = referencesIn(root)
  const rows = rowsIn(root, scope)
  const document: DocumentFacts = {
    plans: [...new Set(references.map(({ plan }) => plan))],
    root,
    period: periodAt(root, 'period'),
    hasPeriod: root.entries.has('period'),
    area: textAt(root, 'area'),
    basis: wordAt(root, 'basis', bases),
    status: wordAt(root, 'status', observationStatuses) ?? 'final',
    source: sourceAt(root, 'source'),
    isYearBefore: textAt(root, 'last_year') === 'true',
    provider: providerAt(root, true),
    notationIsClear: scope.notation !== null || !root.entries.has('numbers'),
  }
  const tooMany = document.plans.length > MOST_PLANS
  if (tooMany) report(scope, 'too-many', root.get('plan')?.at ?? root.at, { why: 'plans', limit: MOST_PLANS })
  const table = root.get('table')
  const request = table instanceof MapNode && document.notationIsClear ? tableRequest(table, document, scope) : null
  const read = rows.map((row) => readRow(row, document, scope))
  const unclear = hasErrors(scope)
  const takesTable = root.entries.has('table')
  const taken = request && !unclear ? [request] : []
  return {
    observations: unclear ? [] : read.flatMap(({ observation }) => observation ?? []),
    unreadResults: [
      ...(takesTable && taken.length === 0
        ? [{ plans: document.plans, indicator: null, because: firstError(scope.problems) }]
        : []),
      ...read.flatMap(({ row, observation, failed, problems }) => {
        const isUnread = failed || (unclear && observation !== null)
        if (!isUnread || row.indicator === null) return []
        const because = firstError(problems) ?? firstError(scope.problems)
        return [{ plans: document.plans, indicator: row.indicator, because }]
      }),
    ],
    // Where nobody means them all, which of them are not there is no news.
    references: tooMany ? [] : references,
    tables: taken,
    problems: [...scope.problems, ...read.flatMap(({ problems }) => problems)],
  }
}

/** What the document says of every row that does not say otherwise. */
interface DocumentFacts extends StatedForRows {
  readonly root: MapNode
  readonly hasPeriod: boolean
  readonly notationIsClear: boolean
}

/** One result: an entry of the short form or an item of the long one. */
interface Row {
  readonly indicator: string | null
  readonly node: Node
  readonly form: 'short' | 'long'
  readonly at: Place
  /** Its id stands there more than once. */
  readonly repeated: readonly Problem[]
}

function rowsIn(root: MapNode, scope: Scope): readonly Row[] {
  const results = root.get('results')
  const observations = root.get('observations')
  if (results && !(results instanceof MapNode)) reportKind(results, 'map', scope)
  if (observations && !(observations instanceof ListNode)) reportKind(observations, 'list', scope)
  if (!results && !observations && !root.entries.has('table')) {
    report(scope, 'missing-key', { ...root.at, length: 1 }, { key: 'results', of: 'actuals' })
  }
  if (results instanceof MapNode) {
    for (const found of results.problems) if (found.code !== 'duplicate-key') scope.problems.push(found)
  }
  return [...(results instanceof MapNode ? shortRows(results) : []), ...longRows(observations)]
}

function shortRows(results: MapNode): readonly Row[] {
  const repeated = new Map<string, Problem[]>()
  for (const each of results.problems) {
    if (each.code !== 'duplicate-key') continue
    const same = repeated.get(each.args.key)
    if (same) same.push(each)
    else repeated.set(each.args.key, [each])
  }
  return [...results.entries].map(([indicator, { keyAt, value }]) => {
    return { indicator, node: value, form: 'short', at: keyAt, repeated: repeated.get(indicator) ?? [] }
  })
}

function longRows(observations: Node | undefined): readonly Row[] {
  if (!(observations instanceof ListNode)) return []
  return observations.items.map((node) => {
    const named = node instanceof MapNode ? scalarAt(node, 'indicator') : null
    const indicator = named?.isNull === false ? named.text : null
    return { indicator, node, form: 'long', at: named?.at ?? node.at, repeated: [] }
  })
}

function reportKind(node: Node, expected: 'map' | 'list', scope: Scope): void {
  report(scope, 'bad-value', node.at, { written: writtenOf(node), expected, suggestion: null })
}

/** Plans that one document may answer: every result goes to each of them. */
const MOST_PLANS = 100

function referencesIn(root: MapNode): readonly PlanReference[] {
  const node = root.get('plan')
  const items = node instanceof ListNode ? node.items : node ? [node] : []
  return items.flatMap((item) => (item instanceof Scalar && !item.isNull ? [{ plan: item.text, at: item.at }] : []))
}

interface ReadRow {
  readonly row: Row
  /** null: nothing was reported, or it could not be read. */
  readonly observation: Observation | null
  readonly failed: boolean
  readonly problems: readonly Problem[]
}

function readRow(row: Row, document: DocumentFacts, around: Scope): ReadRow {
  const scope = innerScope(around)
  for (const found of row.repeated) scope.problems.push(found)
  reportShape(row.node, row.form === 'short' ? resultSchema : observationSchema, scope)
  const readable = document.notationIsClear && !hasErrors(scope)
  const observation = readable ? observationFrom(row, document, scope) : null
  const unclear = !document.notationIsClear && !isNull(row.node)
  const failed = hasErrors(scope) || unclear || observation === 'undated'
  return { row, observation: failed ? null : observation, failed, problems: scope.problems }
}

function isNull(node: Node): boolean {
  return node instanceof Scalar && node.isNull
}

/** null: nothing was reported. `undated`: it was, but not for which period. */
function observationFrom(row: Row, document: DocumentFacts, scope: Scope): Observation | 'undated' | null {
  const { node, indicator, at } = row
  const map = node instanceof MapNode ? node : emptyMap(node.at)
  const source = sourceAt(map, 'source') ?? document.source
  const reported = node instanceof Scalar ? resultFrom(node, source, scope) : reportedIn(map, source, scope)
  if (indicator === null || !reported) return null

  const period = periodAt(map, 'period') ?? document.period
  if (!period) {
    // One that could not be read has been reported.
    if (!document.hasPeriod) reportMissingPeriod(row, scope)
    return 'undated'
  }
  const groupsAt = map.get('groups')?.at
  const areaAt = placeOfEither('area', map, document.root)
  const provider = providerAt(map) ?? document.provider
  const periodNamedAt = placeOfEither('period', map, document.root)
  return {
    cumulative: null,
    counts: {},
    published: null,
    ...reported,
    ...(areaAt && { areaAt }),
    ...(groupsAt && { groupsAt }),
    ...(periodNamedAt && { periodAt: periodNamedAt }),
    ...(provider && { provider }),
    ...(document.isYearBefore && { isYearBefore: 'all' }),
    ...measurementOf(map, { standard: null, measured: null, method: null }),
    plans: document.plans,
    indicator,
    area: cellId(textAt(map, 'area') ?? document.area, groupsIn(map)),
    period,
    basis: wordAt(map, 'basis', bases) ?? document.basis,
    status: wordAt(map, 'status', observationStatuses) ?? document.status,
    note: nameAt(map, 'note'),
    source,
    at,
  }
}

function providerAt(map: MapNode, isOfAll = false): StatedProvider | null {
  const stated = scalarAt(map, 'provider')
  return stated && { text: stated.text, at: stated.at, ...(isOfAll && { isOfAll }) }
}

function groupsIn(row: MapNode): readonly string[] {
  const groups = row.get('groups')
  return [...(groups instanceof MapNode ? groups.entries : [])].flatMap(([id, { value }]) =>
    value instanceof Scalar && !value.isNull ? [`${id}=${value.text}`] : [],
  )
}

/** Of what the row says, else of what the document says of all its rows. */
function placeOfEither(key: string, row: MapNode, document: MapNode): Place | null {
  const stated = [row, document].map((map) => scalarAt(map, key)).find((scalar) => scalar?.isNull === false)
  return stated?.at ?? null
}

function reportMissingPeriod({ form, at, node }: Row, scope: Scope): void {
  if (form === 'short') report(scope, 'missing-key', at, { key: 'period', of: 'actuals' })
  else report(scope, 'missing-key', { ...node.at, length: 1 }, { key: 'period', of: 'observation' })
}

function emptyMap(at: Place): MapNode {
  return new MapNode(at, new Map())
}

type Reported = Pick<Observation, 'value' | 'state'> &
  Partial<Pick<Observation, 'cumulative' | 'counts' | 'published' | 'standardError' | 'mpi'>>

/** What a row reports; null when all of it was left empty. */
function reportedIn(map: MapNode, source: Source | null, scope: Scope): Reported | null {
  const [value, rate] = [map.entries.get('value'), map.entries.get('rate')]
  // They are two names of one key.
  if (value && rate) report(scope, 'duplicate-key', rate.keyAt, { key: 'rate', first: value.keyAt })
  const figure = (key: string, expected: Expected) => reportedFigure(map, key, expected, source, scope)
  const itself = value
    ? resultFrom(value.value, source, scope)
    : rate && { value: figure('rate', 'percent'), state: null }
  const counts = countsIn(figure, scope)
  const others = { cumulative: figure('cumulative', null), published: figure('published', 'percent') }

  const { value: main, state } = itself ?? { value: null, state: null }
  const isEmpty =
    !main &&
    !state &&
    !map.entries.has('mpi') &&
    !others.cumulative &&
    !others.published &&
    Object.keys(counts).length === 0
  const standardError = standardErrorAt(map, scope)
  const mpi = mpiAt(map, source, scope)
  return isEmpty
    ? null
    : { value: main, state, ...others, counts, ...(standardError && { standardError }), ...(mpi && { mpi }) }
}

const signedCounts: ReadonlySet<PovertyCount> = new Set(['poor_change', 'other'])

function countsIn(figureAt: (key: string, expected: Expected) => Figure | null, scope: Scope): Observation['counts'] {
  const counts: Partial<Record<PovertyCount, Figure>> = {}
  for (const key of povertyCounts) {
    const figure = figureAt(key, 'number')
    if (!figure) continue
    if (!signedCounts.has(key)) reportNegative(figure, scope)
    counts[key] = figure
  }
  reportMorePoorThanAll(counts.poor ?? null, counts.households ?? null, scope)
  return counts
}

function reportedFigure(
  map: MapNode,
  key: string,
  expected: Expected,
  source: Source | null,
  scope: Scope,
): Figure | null {
  const node = map.get(key)
  return node && !isNull(node) ? figureFrom(node, expected, source, scope) : null
}

/** A number, a day, or what is in words; null: left empty. */
function resultFrom(node: Node, source: Source | null, scope: Scope): Pick<Observation, 'value' | 'state'> | null {
  if (!(node instanceof Scalar) || node.isNull) return null
  const { text, at } = node
  const day = node.jsonNumber ? undefined : parseDay(text)
  if (day !== undefined) {
    const value = { value: Exact.of(BigInt(day)), mark: 'none', text, decimals: 0, isDay: true, at, source } as const
    return { value, state: null }
  }
  // Whether it may be a state or a text its indicator knows, which is read elsewhere.
  const words = (asNumber: Problem) => ({ value: null, state: { text, at, asNumber } })
  if (text !== '' && !/\p{Nd}/u.test(text)) {
    return words(problem('not-a-number', at, { written: text, notation: scope.notation, why: 'no-result' }))
  }
  const inner = innerScope(scope)
  const value = figureFrom(node, null, source, inner)
  const [fault] = inner.problems
  return value || !fault ? { value, state: null } : words(fault)
}
