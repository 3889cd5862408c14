import { boundIn } from '../../model/indicator.ts'
import { firstError, type Problem, problem } from '../../model/problem.ts'
import { boundedSuggestions } from '../../model/suggestion.ts'
import { type NamedColumn, type PlanColumn, planColumns, WHOLE } from '../../model/table.ts'
import { idFromName, idsOfRows } from '../../model/text.ts'
import { notationAt, textAt } from '../document/fields.ts'
import { hasErrors, report, type Scope, scopeOf } from '../document/scope.ts'
import { reportShape } from '../document/shape.ts'
import { type Entry, ListNode, MapNode, mapWith, type Node, Scalar, scalarFrom } from '../document/tree.ts'
import { DEEPEST } from '../document/yaml-source.ts'
import { planTableSchema } from '../schema/table.ts'
import { isNothing } from '../table/cells.ts'
import { columnIndexes } from '../table/columns.ts'
import { BETWEEN, type Table, type TableRow } from '../table/grid.ts'
import { likeness } from '../table/known.ts'
import { columnAt, mapAt, requestOf, type TableRequest, textsIn } from '../table/mapping.ts'
import { type OutlineRow, outlineOf, type RowText } from '../table/outline.ts'
import { hiddenCells } from '../table/rows.ts'
import { planFrom, type ReadPlan } from './plan.ts'
import { documentsOfForms } from './review/documents.ts'

/** A plan whose indicators stand in a table, or with its results in forms: whoever can open files reads these. */
export interface PlanTable {
  readonly id: string | null
  readonly request: TableRequest
  /** Of forms: those of the year before; null: none are named. Absent: it is one table of indicators. */
  readonly before?: TableRequest | null
  readonly planWith: (
    tables: readonly Table[],
    before: readonly Table[],
  ) => ReadPlan & {
    /** The document of results that forms hold as well. */
    readonly results?: MapNode
  }
}

/** The plan of a document that has a `table`; or why its table cannot be looked for. */
export function planTableFrom(root: MapNode, file: string): PlanTable | readonly Problem[] {
  const scope = scopeOf(file, notationAt(root))
  const node = root.get('table')
  if (node) reportShape(node, planTableSchema, scope)
  if (!(node instanceof MapNode) || hasErrors(scope)) return scope.problems
  const request = requestOf(node, scope)
  const isForm = node.entries.has('form')
  for (const key of isForm ? ['columns', 'areas', 'where', 'header'] : []) {
    const entry = node.entries.get(key)
    if (entry) report(scope, 'bad-table', entry.keyAt, { why: 'form', written: key })
  }
  if (hasErrors(scope)) return scope.problems
  const id = textAt(root, 'id')
  const planWith: PlanTable['planWith'] = (tables, before) => {
    const all = [...tables, ...before]
    const faults = all.flatMap((table) => [...table.problems, ...table.raggedRows.flatMap(({ problems }) => problems)])
    if (faults.length > 0) return { plan: null, id, problems: faults }
    const reading = { root, node, request, scope: scopeOf(file, scope.notation) }
    const forms = isForm ? documentsOfForms(root, tables, before, { ...reading, at: node.at }) : null
    const whole = isForm ? (forms?.plan ?? null) : tables[0] ? rootWith(tables[0], reading) : null
    const { problems } = reading.scope
    if (!whole || firstError(problems)) return { plan: null, id, problems }
    const read = planFrom(whole, file)
    return { ...read, problems: [...problems, ...read.problems], ...(forms && { results: forms.results }) }
  }
  if (!isForm) return { id, request, planWith }
  // Which row holds the names of its columns, a form says itself.
  const ofForm = (paths: TableRequest['paths']) => ({ ...request, header: [0], paths })
  const before = node.get('last_year')
  return { id, request: ofForm(request.paths), before: before ? ofForm(textsIn(before)) : null, planWith }
}

interface Reading {
  readonly root: MapNode
  readonly node: MapNode
  readonly request: TableRequest
  readonly scope: Scope
}

interface Row extends RowText {
  readonly id: string
  readonly of: TableRow
}

/** The document as it would be with the rows of the table under `indicators`. */
function rootWith(table: Table, reading: Reading): MapNode | null {
  const { root, node, request, scope } = reading
  const named = mapAt(node, 'columns')
  const columns = new Map<PlanColumn, NamedColumn>()
  for (const field of planColumns) {
    const column = named && columnAt(named, field)
    if (column) columns.set(field, column)
  }
  const areas = [...(mapAt(node, 'areas')?.entries ?? [])].flatMap(([name, { keyAt, value }]) =>
    value instanceof Scalar ? [{ column: { name, at: keyAt }, id: value }] : [],
  )
  const conditions = request.mapping.where
  const asked = [...columns.values(), ...areas.map(({ column }) => column), ...conditions.map(({ column }) => column)]
  const { indexes, problems } = columnIndexes(table, asked)
  for (const found of problems) scope.problems.push(found)
  if (problems.length > 0) return null

  const indexOf = ({ name }: NamedColumn) => indexes.get(name) ?? -1
  const writtenIn = (row: TableRow, column: NamedColumn) =>
    row.texts[indexOf(column)] || row.merged?.get(indexOf(column)) || ''
  const cellAt = (row: TableRow, column: NamedColumn): Scalar | null => {
    const index = indexOf(column)
    const text = writtenIn(row, column).trim()
    if (isNothing(text, request.mapping)) return null
    const cell = scalarFrom(text, row.cell(index).at, row.stored?.has(index))
    if (cell instanceof Scalar) return cell
    scope.problems.push((cell as Exclude<typeof cell, Scalar>).problem)
    return null
  }
  /** A figure is that of the first of merged cells alone. */
  const figureAt = (row: TableRow, column: NamedColumn): Scalar | null =>
    (row.texts[indexOf(column)] ?? '') === '' ? null : cellAt(row, column)
  const at = (row: TableRow, field: PlanColumn): Scalar | null => {
    const column = columns.get(field)
    return column ? (field === 'target' || field === 'baseline' ? figureAt : cellAt)(row, column) : null
  }
  const figureColumns = [columns.get('target'), columns.get('baseline'), ...areas.map(({ column }) => column)]
  const stated = overridesIn(root)
  const isStated = (text: string) => stated.has(likeness(text)) || stated.has(likeness(idFromName(text)))
  const asRow = (row: TableRow): Row => ({
    of: row,
    isIndicator: [at(row, 'id'), at(row, 'name')].some((cell) => cell !== null && isStated(cell.text)),
    id: at(row, 'id')?.text ?? '',
    no: at(row, 'no')?.text ?? '',
    name: at(row, 'name')?.text ?? '',
    unit: at(row, 'unit')?.text ?? '',
    figures: figureColumns.flatMap((column) => (column ? [row.texts[indexOf(column)] ?? ''] : [])),
  })
  if (request.mapping.hidden === null) {
    const rows = table.rows.filter(({ isHidden }) => isHidden)
    for (const found of hiddenCells(table, indexes, new Set(), rows)) scope.problems.push(found)
  }
  const isAsked = (row: TableRow) =>
    conditions.every(({ column, texts, isNot }) => texts.includes(writtenIn(row, column)) !== isNot)
  const lines = outlineOf(table.rows.filter(isAsked).map(asRow))
  return completed(lines, areas, stated, { ...reading, cell: at, figure: figureAt })
}

interface Cells extends Reading {
  readonly cell: (row: TableRow, field: PlanColumn) => Scalar | null
  readonly figure: (row: TableRow, column: NamedColumn) => Scalar | null
}

type AreaColumn = { readonly column: NamedColumn; readonly id: Scalar }

function completed(
  lines: readonly OutlineRow<Row>[],
  areas: readonly AreaColumn[],
  extra: ReadonlyMap<string, MapNode>,
  cells: Cells,
): MapNode {
  const { root, scope, cell, figure } = cells
  const used = new Set<MapNode>()
  const sections = sectionsOf(root)
  const parents = new Map<string, Row>()
  const suggest = boundedSuggestions()
  const idOf = idsOfRows(lines.flatMap(({ row }) => (row.id === '' ? [row.name] : [])))
  const built = new Map<Row, { readonly id: string; readonly entries: Map<string, Entry>; readonly depth: number }>()
  const top: Node[] = []
  for (const { row, section, whole: outlined } of lines) {
    const { of } = row
    const parent = cell(of, 'parent')
    const whole = parent ? (parents.get(likeness(parent.text)) ?? null) : outlined
    if (parent && !whole) {
      const suggestion = suggest(parent.text, () => parents.keys())
      const args = { indicator: parent.text, plan: textAt(root, 'id') ?? '', suggestion }
      scope.problems.push(problem('unknown-indicator', parent.at, args))
    }
    const around = whole === null ? null : (built.get(whole) ?? null)
    if (around && around.depth >= DEEPEST - 8) {
      scope.problems.push(problem('too-deep', of.at(), { limit: DEEPEST }))
      continue
    }
    const name = cell(of, 'name') as Scalar
    const short = idFromName(name.text)
    const stated = [row.id, name.text, short].map((text) => extra.get(likeness(text))).find((each) => each)
    if (stated) used.add(stated)
    const heading = cell(of, 'section') ?? (section && cell(section.of, 'name'))
    const own = row.id === '' ? idOf(name.text, around?.id ?? heading?.text ?? '') : row.id
    const id = (stated && textAt(stated, 'id')) ?? own
    const entries = new Map<string, Entry>()
    const set = (key: string, value: Node | null) => value && entries.set(key, { keyAt: value.at, value })
    set('id', new Scalar(id, cell(of, 'id')?.at ?? name.at))
    for (const field of ['no', 'name', 'unit', 'type', 'direction', 'note'] as const) set(field, cell(of, field))
    if (heading) set('section', new Scalar(sections.idOf(heading), heading.at))
    set('target', targetIn(cell(of, 'target')))
    const baseline = cell(of, 'baseline')
    if (baseline) set('baseline', mapWith(baseline.at, [['value', baseline]]))
    const byArea = areas.flatMap(({ column, id: area }) => {
      const target = targetIn(figure(of, column))
      return target ? [[area.text, target] as const] : []
    })
    const ofWhole = byArea.find(([area]) => area === WHOLE)?.[1]
    if (ofWhole) set('target', ofWhole)
    const others = byArea.filter(([area]) => area !== WHOLE)
    if (others.length > 0) set('targets_by_area', mapWith(of.at(), others))
    for (const [key, entry] of stated?.entries ?? []) entries.set(key, entry)
    if (!entries.has('type') && around?.entries.has('type')) entries.set('type', around.entries.get('type') as Entry)
    const unit = cell(of, 'unit')
    // In per cent it may be a rate or a growth, and never what is added up.
    if (unit?.text === '%' && !entries.has('type')) {
      scope.problems.push(problem('missing-key', unit.at, { key: 'type', of: 'indicator' }))
    }
    const node = new MapNode(of.at(), entries, stated?.problems)
    const parts = around?.entries.get('of_which')?.value
    if (!around) top.push(node)
    else if (parts instanceof ListNode) (parts.items as Node[]).push(node)
    else around.entries.set('of_which', { keyAt: name.at, value: new ListNode(name.at, [node]) })
    for (const text of [row.name, row.no, id]) if (text !== '') parents.set(likeness(text), row)
    built.set(row, { id, entries, depth: (around?.depth ?? 0) + 1 })
  }
  const written = root.get('indicators')
  const alone = written instanceof ListNode ? written.items.filter((item) => !used.has(item as MapNode)) : []
  const entries = new Map(root.entries)
  entries.delete('table')
  const put = (key: string, items: readonly Node[]) => {
    const before = root.get(key)
    const own = key !== 'indicators' && before instanceof ListNode ? before.items : []
    const place = before?.at ?? root.at
    if (items.length > 0 || key === 'indicators')
      entries.set(key, {
        keyAt: root.entries.get(key)?.keyAt ?? root.at,
        value: new ListNode(place, [...own, ...items]),
      })
  }
  // Under `indicators` may stand what is no list, which is told of with the document.
  if (!written || written instanceof ListNode) put('indicators', [...top, ...alone])
  put('sections', [...sections.made.values()])
  if (!root.entries.has('areas')) {
    const named = areas.filter(({ id }) => id.text !== WHOLE)
    put(
      'areas',
      named.map(({ column, id }) =>
        mapWith(id.at, [
          ['id', id],
          ['name', new Scalar(column.name.split(BETWEEN).at(-1) ?? '', column.at ?? id.at)],
        ]),
      ),
    )
  }
  return new MapNode(root.at, entries, root.problems)
}

/** What the document says of single indicators, by their ids and names. */
function overridesIn(root: MapNode): ReadonlyMap<string, MapNode> {
  const list = root.get('indicators')
  const found = new Map<string, MapNode>()
  for (const item of list instanceof ListNode ? list.items : []) {
    if (!(item instanceof MapNode)) continue
    for (const text of [textAt(item, 'name'), textAt(item, 'id')]) {
      if (text !== null && !found.has(likeness(text))) found.set(likeness(text), item)
    }
  }
  return found
}

/** Sections by their ids and names: one that the document has not listed is made of its heading. */
function sectionsOf(root: MapNode) {
  const list = root.get('sections')
  const listed = list instanceof ListNode ? list.items.filter((item) => item instanceof MapNode) : []
  const byName = new Map<string, string>()
  const made = new Map<string, MapNode>()
  for (const map of listed) {
    const id = textAt(map, 'id') ?? ''
    for (const text of [id, textAt(map, 'name') ?? id]) byName.set(likeness(text), id)
  }
  const idOf = (heading: Scalar): string => {
    const like = likeness(heading.text)
    const known = byName.get(like)
    if (known !== undefined) return known
    const id = idFromName(heading.text)
    byName.set(like, id)
    const name = ['name', heading] as const
    if (!made.has(id)) made.set(id, mapWith(heading.at, [['id', new Scalar(id, heading.at)], name]))
    return id
  }
  return { idOf, made }
}

/** A bound as plans print it, `≤ 3%`, is what the key of that name says. */
function targetIn(cell: Scalar | null): Node | null {
  const bound = cell && boundIn(cell.text)
  return bound ? mapWith(cell.at, [[bound.kind, new Scalar(bound.number, cell.at)]]) : cell
}
