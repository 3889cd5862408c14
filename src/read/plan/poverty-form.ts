import { Exact } from '../../model/exact.ts'
import type { Name, Place } from '../../model/figure.ts'
import { pushTo } from '../../model/lists.ts'
import { type Problem, problem } from '../../model/problem.ts'
import { boundedSuggestions } from '../../model/suggestion.ts'
import { SKIP, WHOLE } from '../../model/table.ts'
import { idsOfRows } from '../../model/text.ts'
import { textAt } from '../document/fields.ts'
import type { Scope } from '../document/scope.ts'
import { type Entry, ListNode, MapNode, mapWith, type Node, Scalar, scalarFrom } from '../document/tree.ts'
import { isFault, numberFrom, storedNumberFrom } from '../number/number-text.ts'
import { isNothing } from '../table/cells.ts'
import { notationOf } from '../table/draft.ts'
import { columnNames, type Table, type TableRow } from '../table/grid.ts'
import { likeness } from '../table/known.ts'
import type { TableRequest } from '../table/mapping.ts'
import { withoutMarks } from '../table/periods.ts'
import { hiddenCells } from '../table/rows.ts'

/*
 * The forms of the yearly review of poor and near-poor households: a row an area, with what the poor were at the start of the
 * year, how they moved, and what they are at its end. Heads are told by their words, without marks over letters.
 */

type Kind = 'poor' | 'near-poor'
/** Of whom: all households, those of ethnic minorities, or persons. */
type Of = 'all' | 'minority' | 'persons'
type Part = 'start' | 'escaped' | 'relapsed' | 'new' | 'lost' | 'gained' | 'end' | 'households'

interface FormColumn {
  readonly index: number
  readonly part: Part
  readonly kind: Kind
  readonly of: Of
  readonly isRate: boolean
  readonly name: string
}

/** One cell with a figure. */
interface FormCell {
  readonly node: Node
  /** null: it is no number, which whoever reads it says. */
  readonly value: Exact | null
  readonly decimals: number
  readonly at: Place
  readonly column: FormColumn
}

interface FormRow {
  /** Of the area, with those around it; empty: the whole. */
  readonly key: string
  readonly isOfPersons: boolean
  readonly cells: readonly FormCell[]
}

interface FormArea {
  readonly key: string
  readonly name: Scalar
  /** Key of the area that it lies in; empty: the whole. */
  readonly parent: string
}

/** What the movements of a row are, in the words of the forms; those that hold the words of others come first. */
const MOVEMENTS: readonly (readonly [RegExp, Part])[] = [
  [/ngheo tro thanh/, 'gained'],
  [/tro thanh (?:ho )?can ngheo|vuot chuan can ngheo|vuot chuan ngheo/, 'escaped'],
  [/tro thanh (?:ho )?ngheo/, 'lost'],
  [/khac giam|giam khac/, 'lost'],
  [/khac tang|tang khac/, 'gained'],
  [/tai (?:ngheo|can ngheo)/, 'relapsed'],
  [/phat sinh/, 'new'],
  [/thoat (?:ngheo|can ngheo)/, 'escaped'],
]
const START = /dau (?:nam|ky)/
const END = /cuoi (?:nam|ky)/
const ALL_HOUSEHOLDS = /tong so ho(?: dan cu| gia dinh| chung)|so ho dan cu|^tong so ho$/
const MINORITY = /dtts|dan toc thieu so/
const RATE = /ty le|ti le|%/
const PERSONS = /nhan khau|so khau|so nguoi/
const NUMBER = /^(?:tt|stt|so tt|so thu tu)$/
const AREA =
  /^(?:ten )?(?:don vi|dia ban|dia phuong|khu vuc|huyen|quan|thi xa|thanh pho|xa|phuong|thi tran|thon|ban|to dan pho)/
const OF_WHOM = /^(?:phan to|chi tieu)/
const TOTAL =
  /^(?:tong cong|tong so|tong|cong|toan (?:tinh|thanh pho|huyen|quan|thi xa|xa|phuong|quoc)|total|whole)(?![a-z])/
const DISTRICT = /^(?:huyen|quan|thi xa|thanh pho|tp|tx|h)[ .]/
/** The name in the row of the letters and numbers of the columns. */
const NUMBERING = /^\(?(?:\p{L}|\d{1,2})\)?$/u
/** Further down no head begins. */
const LAST_HEAD = 30

/** Whether the head of a form begins in this row: what the poor were and what they are, or all households and who is poor. */
function beginsHead({ texts }: TableRow): boolean {
  const names = texts.map((text) => withoutMarks(text ?? ''))
  const has = (pattern: RegExp) => names.some((name) => pattern.test(name))
  return new Set(names.filter((name) => name !== '')).size >= 4 && has(START)
    ? has(END)
    : has(ALL_HOUSEHOLDS) && has(/^ket qua ra soat/)
}

/** The columns of a form, and the rows below its head; null: the table is none. */
function formIn({ rows }: Table) {
  const top = rows.slice(0, LAST_HEAD).findIndex(beginsHead)
  if (top < 0) return null
  const first = (rows[top] as TableRow).texts.map((text) => withoutMarks(text ?? ''))
  const name = first.findIndex((text) => AREA.test(text) && !NUMBER.test(text) && !START.test(text))
  if (name < 0) return null
  const no = first.findIndex((text) => NUMBER.test(text))
  const ofWhom = first.findIndex((text) => OF_WHOM.test(text))
  const labelOf = ({ texts, merged }: TableRow) => {
    const text = (texts[name] || merged?.get(name) || '').trim()
    const other = (texts[no] ?? '').trim()
    return text === '' && /\p{L}{2}/u.test(other) ? other : text
  }
  const head = labelOf(rows[top] as TableRow)
  let end = top + 1
  while (end < rows.length && ['', head].includes(labelOf(rows[end] as TableRow))) end++
  const named = columnNames(rows.slice(top, end))
  const columns: FormColumn[] = []
  let kind: Kind = 'poor'
  for (const [index, { text }] of named.entries()) {
    if (index === no || index === name || index === ofWhom || text === '') continue
    const plain = withoutMarks(text)
    const isEnd = START.test(plain) || END.test(plain)
    if (isEnd) kind = /can ngheo/.test(plain) ? 'near-poor' : 'poor'
    const part = START.test(plain)
      ? 'start'
      : END.test(plain)
        ? 'end'
        : ALL_HOUSEHOLDS.test(plain)
          ? 'households'
          : MOVEMENTS.find(([words]) => words.test(plain))?.[1]
    if (part === undefined || (part === 'households' && RATE.test(plain))) continue
    const before = columns.at(-1)
    const isRate = RATE.test(plain)
    const isBeside = isRate && before?.index === index - 1 && before.part === part
    const of = MINORITY.test(plain) || (isBeside && before.of === 'minority' && !before.isRate) ? 'minority' : 'all'
    columns.push({ index, part, kind, of: PERSONS.test(plain) ? 'persons' : of, isRate, name: text })
  }
  // All households stand before what says whose form it is.
  const whose = columns.find(({ part }) => part === 'start')?.kind ?? 'poor'
  const own = columns.map((column) => (column.part === 'households' ? { ...column, kind: whose } : column))
  return {
    no,
    name,
    ofWhom,
    labelOf,
    columns: own,
    above: rows.slice(0, top),
    below: rows.slice(end),
    hasMovements: own.some(isOfEnd),
  }
}

/** What a draft says of a form: what stands above it, the year named there, and how its numbers may be written; null: it is none. */
export function reviewFormIn(table: Table) {
  const form = formIn(table)
  if (!form?.hasMovements) return null
  const above = form.above.flatMap(({ texts }) => texts.filter((text) => text?.trim()))
  const year = above.flatMap((text) => /(?<!\d)20\d{2}(?!\d)/.exec(text.slice(0, MOST_LOOKED_AT))?.[0] ?? [])[0] ?? null
  const written = form.below.flatMap(({ texts, stored }) =>
    form.columns.flatMap(({ index }) => (stored?.has(index) ? [] : [(texts[index] ?? '').trim()])),
  )
  return { title: above[0]?.trim().slice(0, MOST_LOOKED_AT) ?? null, year, notation: notationOf(written) }
}

const MOST_LOOKED_AT = 200

const isOfEnd = ({ part }: FormColumn): boolean => part === 'start' || part === 'end'

/** Whether the rows are numbered in one list, so that no number says what lies in what. */
function isOneList(numbers: readonly string[]): boolean {
  const own = numbers.filter((no) => no !== '')
  return own.every((no, index) => no.replace(/[.)]$/, '') === String(index + 1))
}

/** Higher levels stand above lower ones. */
function levelOf(no: string, name: string, isList: boolean): number {
  const text = no.replace(/[.)/]$/, '').trim()
  if (/^(?:[A-HĐ]|[IVX]{1,6})$/.test(text)) return 1
  if (DISTRICT.test(withoutMarks(name)) && !(isList && text !== '')) return 1.5
  return /^\d{1,6}(?:\.\d{1,6}){0,8}$/.test(text) ? 1 + text.split('.').length : UNNUMBERED
}

const UNNUMBERED = 10

/** What the forms of one year say. */
class Forms {
  readonly areas = new Map<string, FormArea>()
  readonly sheets: (readonly FormRow[])[] = []
  readonly problems: Problem[] = []
  hasMovements = false

  constructor(
    readonly scope: Scope,
    readonly request: TableRequest,
  ) {}

  add(table: Table): void {
    const form = formIn(table)
    if (!form) return
    const { no, name, ofWhom, labelOf, columns, below } = form
    this.hasMovements ||= form.hasMovements
    const { mapping } = this.request
    if (mapping.hidden === null) {
      const indexes = new Map(columns.map((column) => [column.name, column.index]))
      const hidden = below.filter(({ isHidden }) => isHidden)
      for (const found of hiddenCells(table, indexes, new Set(), hidden)) this.problems.push(found)
    }
    const rows: FormRow[] = []
    const around: { readonly level: number; readonly key: string }[] = []
    let above: string | null = null
    const read = below
      .filter((row) => !NUMBERING.test(labelOf(row)))
      .map((row) => ({ row, cells: columns.flatMap((column) => this.cellIn(row, column) ?? []) }))
    const isList = isOneList(read.flatMap(({ row, cells }) => (cells.length > 0 ? (row.texts[no] ?? '').trim() : [])))
    const last = read.findLastIndex(({ cells }) => cells.some(({ value }) => value))
    for (const [index, { row, cells }] of read.entries()) {
      const label = labelOf(row)
      const number = (row.texts[no] ?? '').trim()
      const isOfPersons = PERSONS.test(withoutMarks(row.texts[ofWhom] ?? ''))
      const isTotal = TOTAL.test(withoutMarks(label))
      // What is no area, and who signed it.
      if ((cells.length === 0 || index > last) && !isTotal && levelOf(number, label, isList) === UNNUMBERED) continue
      if (isTotal) above = ''
      else if (label !== '' && !(isOfPersons && above !== null && likeness(label) === above.split('\n').at(-1))) {
        const level = levelOf(number, label, isList)
        while ((around.at(-1)?.level ?? -1) >= level) around.pop()
        const parent = around.at(-1)?.key ?? ''
        const key = `${parent}\n${likeness(label)}`
        around.push({ level, key })
        above = key
        const node = scalarFrom(label, row.cell(row.texts[name] ? name : no).at)
        if (!(node instanceof Scalar)) this.problems.push((node as Exclude<typeof node, Scalar>).problem)
        else if (!this.areas.has(key)) this.areas.set(key, { key, name: node, parent })
      }
      if (above === null) {
        const column = withoutMarks(label) === '' ? (columns[0]?.name ?? '') : label
        this.problems.push(problem('missing-area', row.at(), { column, said: 'keys' }))
      } else rows.push({ key: above, isOfPersons, cells })
    }
    this.sheets.push(rows)
  }

  private cellIn(row: TableRow, column: FormColumn): FormCell | null {
    const text = (row.texts[column.index] ?? '').trim()
    if (isNothing(text, this.request.mapping)) return null
    const isStored = row.stored?.has(column.index) ?? false
    const { at } = row.cell(column.index)
    const read = isStored ? storedNumberFrom(text) : numberFrom(text, this.scope.notation)
    if (isFault(read)) return { node: scalarFrom(text, at, isStored), value: null, decimals: 0, at, column }
    // A quotient that a spreadsheet calculated has all digits of a binary float, and was printed with fewer.
    const isLong = column.isRate && isStored && read.decimals > MOST_RATE_DECIMALS
    const node = isLong ? new Scalar(read.value.toFixed(MOST_RATE_DECIMALS), at, true) : scalarFrom(text, at, isStored)
    return { node, value: read.value, decimals: Math.min(read.decimals, isLong ? MOST_RATE_DECIMALS : 20), at, column }
  }
}

const MOST_RATE_DECIMALS = 8

/** The figures of one indicator and one area. */
type Figures = Partial<Record<Part | 'startRate' | 'endRate', readonly FormCell[]>>

interface FormIndicator {
  readonly name: Name
  readonly counted: Name | null
  readonly measured: 'households' | 'persons'
}

const INDICATORS: ReadonlyMap<string, FormIndicator> = new Map([
  [
    'poverty-rate',
    {
      name: { vi: 'Tỷ lệ hộ nghèo', en: 'Poverty rate' },
      counted: null,
      measured: 'households',
    },
  ],
  [
    'minority-poverty-rate',
    {
      name: { vi: 'Tỷ lệ hộ nghèo dân tộc thiểu số', en: 'Poverty rate of ethnic minorities' },
      counted: { vi: 'Số hộ nghèo dân tộc thiểu số', en: 'Poor households of ethnic minorities' },
      measured: 'households',
    },
  ],
  [
    'poverty-rate-persons',
    {
      name: { vi: 'Tỷ lệ nghèo theo nhân khẩu', en: 'Poverty rate of persons' },
      counted: null,
      measured: 'persons',
    },
  ],
  [
    'near-poor-rate',
    {
      name: { vi: 'Tỷ lệ hộ cận nghèo', en: 'Near-poor rate' },
      counted: { vi: 'Số hộ cận nghèo', en: 'Near-poor households' },
      measured: 'households',
    },
  ],
  [
    'minority-near-poor-rate',
    {
      name: { vi: 'Tỷ lệ hộ cận nghèo dân tộc thiểu số', en: 'Near-poor rate of ethnic minorities' },
      counted: { vi: 'Số hộ cận nghèo dân tộc thiểu số', en: 'Near-poor households of ethnic minorities' },
      measured: 'households',
    },
  ],
  [
    'near-poor-rate-persons',
    {
      name: { vi: 'Tỷ lệ cận nghèo theo nhân khẩu', en: 'Near-poor rate of persons' },
      counted: { vi: 'Số người cận nghèo', en: 'Near-poor persons' },
      measured: 'persons',
    },
  ],
])

function indicatorOf({ kind }: FormColumn, of: Of): string {
  const rate = kind === 'poor' ? 'poverty-rate' : 'near-poor-rate'
  return of === 'minority' ? `minority-${rate}` : of === 'persons' ? `${rate}-persons` : rate
}

/** What the forms say of each indicator and area; what two rows say of one is a problem. */
function figuresIn(forms: Forms, period: string) {
  const figures = new Map<string, Map<string, Figures>>()
  const households = new Map<string, FormCell>()
  for (const rows of forms.sheets) {
    const rowOf = new Map<string, FormRow>()
    for (const row of rows) {
      const about = `${row.isOfPersons} ${row.key}`
      const first = rowOf.get(about)?.cells[0]
      const [again] = row.cells
      if (first && again) {
        const indicator = indicatorOf(again.column, row.isOfPersons ? 'persons' : again.column.of)
        const args = { indicator, area: forms.areas.get(row.key)?.name.text ?? null, period, first: first.at }
        forms.problems.push(problem('duplicate-observation', again.at, args))
        continue
      }
      rowOf.set(about, row)
      for (const cell of row.cells) {
        const { part, isRate, kind } = cell.column
        const of = row.isOfPersons ? 'persons' : cell.column.of
        if (part === 'households') {
          for (const each of [`${kind} ${of} ${row.key}`, `${of} ${row.key}`])
            if (!households.has(each)) households.set(each, cell)
          continue
        }
        const field = !isRate ? part : part === 'start' ? 'startRate' : part === 'end' ? 'endRate' : null
        // In per cent of what the movements of a form are, its head does not say.
        if (!field) continue
        const indicator = indicatorOf(cell.column, of)
        const byArea = figures.get(indicator) ?? new Map<string, Figures>()
        figures.set(indicator, byArea)
        const own: { -readonly [K in keyof Figures]: Figures[K] } = byArea.get(row.key) ?? {}
        byArea.set(row.key, { ...own, [field]: [...(own[field] ?? []), cell] })
      }
    }
  }
  const householdsOf = (indicator: string, key: string) => {
    const kind: Kind = indicator.includes('near-poor') ? 'near-poor' : 'poor'
    const of = indicator.startsWith('minority') ? 'minority' : indicator.endsWith('persons') ? 'persons' : 'all'
    return households.get(`${kind} ${of} ${key}`) ?? households.get(`${of} ${key}`)
  }
  return { figures, householdsOf }
}

/** Sum of cells, those of some parts taken off; null: one of them is no number, or there is none. */
function sumOf(cells: readonly FormCell[]): Exact | null {
  const values = cells.flatMap(({ value, column }) =>
    value && column.part === 'lost' ? value.negated() : (value ?? []),
  )
  return values.length > 0 && values.length === cells.length ? Exact.sum(values) : null
}

/** One cell as it stands, or the sum of several with the place of all of them. */
function nodeOf(cells: readonly FormCell[] | undefined): Node | null {
  const [first, ...others] = cells ?? []
  if (!first) return null
  const last = others.at(-1)
  const value = sumOf(cells ?? [])
  if (!value) return (cells ?? []).find((cell) => cell.value === null)?.node ?? first.node
  if (!last && first.column.part !== 'lost') return first.node
  const length = last ? last.at.column - first.at.column + last.at.length : first.at.length
  return new Scalar(value.toDecimal(), { ...first.at, length }, true)
}

/** A document as it would be if what the forms say stood in it, and one with their results. */
export interface DocumentsOfForms {
  readonly plan: MapNode
  readonly results: MapNode
}

/**
 * The plan and the results that the forms of a year hold; `before`: the forms of the year before, whose ends are this
 * year's starts. null: none of the tables is such a form, which is a problem in `scope`.
 */
export function documentsOfForms(
  root: MapNode,
  tables: readonly Table[],
  before: readonly Table[],
  { request, at, scope }: { readonly request: TableRequest; readonly at: Place; readonly scope: Scope },
): DocumentsOfForms | null {
  const [forms, earlier] = [new Forms(scope, request), new Forms(scope, request)]
  for (const table of tables) forms.add(table)
  for (const table of before) earlier.add(table)
  const tell = () => {
    for (const found of [...forms.problems, ...earlier.problems]) scope.problems.push(found)
  }
  for (const [read, given] of [
    [forms, tables],
    [earlier, before],
  ] as const) {
    if (read.hasMovements || (read === earlier && before.length === 0)) continue
    const [{ header, sheets = [] } = { header: [] }] = given
    const args = { tables: [], suggestion: null, option: null, heads: [], sheets, columns: [] as string[] }
    scope.problems.push(
      problem('missing-column', header[0]?.at ?? at, { ...args, column: 'Số hộ nghèo đầu năm … cuối năm' }),
    )
    tell()
    return null
  }
  const period = textAt(root, 'period') ?? ''
  const { figures, householdsOf } = figuresIn(forms, period)
  const last = figuresIn(earlier, yearBefore(period) ?? period)
  const idOf = areaIds(forms, root, scope)
  for (const found of checked(forms, figures, householdsOf, last.figures)) forms.problems.push(found)
  tell()

  const entriesOf = (entries: readonly (readonly [string, Node | null])[], where = at) =>
    mapWith(
      where,
      entries.flatMap(([key, node]) => (node ? [[key, node] as const] : [])),
    )
  const text = (written: string) => new Scalar(written, at)
  const named = ({ vi, en }: Name) =>
    entriesOf([
      ['vi', text(vi)],
      ['en', text(en)],
    ])
  const observations: Node[] = []
  const indicators: MapNode[] = []
  const cellOf = (cell: FormCell | undefined) => cell?.node ?? null
  for (const [id, { name, counted, measured }] of INDICATORS) {
    const byArea = figures.get(id)
    if (!byArea) continue
    const baselines: [string, Node][] = []
    let ofWhole: readonly (readonly [string, Node | null])[] = []
    for (const [key, own] of byArea) {
      const all = householdsOf(id, key)
      const rates = ratesOf(id, own, all, figures.get(id.replace(/^minority-/, ''))?.get(key))
      const start = [
        ['poor', nodeOf(own.start)],
        ['rate', rates.start],
        ['households', cellOf(last.householdsOf(id, key))],
      ] as const
      if (key === '') ofWhole = start
      else if (start.some(([, node]) => node)) baselines.push([idOf(key), entriesOf(start)])
      const other = [...(own.lost ?? []), ...(own.gained ?? [])].sort((a, b) => a.at.column - b.at.column)
      const results = [
        ['rate', rates.end],
        ['poor', nodeOf(own.end)],
        ['households', cellOf(all)],
        ['escaped', nodeOf(own.escaped)],
        ['relapsed', nodeOf(own.relapsed)],
        ['new', nodeOf(own.new)],
        ['other', nodeOf(other)],
      ] as const
      const place = results.find(([, node]) => node)?.[1]?.at
      if (!place) continue
      const of = [
        ['indicator', new Scalar(id, place)],
        ['area', key === '' ? null : new Scalar(idOf(key), place)],
      ] as const
      observations.push(entriesOf([...of, ...results], place))
    }
    const year = yearBefore(period)
    const starts = [...ofWhole, ['areas', baselines.length > 0 ? entriesOf(baselines) : null] as const]
    const hasStart = starts.some(([, node]) => node)
    indicators.push(
      entriesOf([
        ['id', text(id)],
        ['name', named(name)],
        ['counted', counted && named(counted)],
        ['type', text('poverty-rate')],
        ['measured', text(measured)],
        ['baseline', hasStart ? entriesOf([['period', year === null ? null : text(year)], ...starts]) : null],
        ['target', text('none')],
      ]),
    )
  }
  const areas = [...forms.areas.values()].map(({ key, name, parent }) =>
    entriesOf(
      [
        ['id', new Scalar(idOf(key), name.at)],
        ['name', name],
        ['parent', parent === '' ? null : new Scalar(idOf(parent), name.at)],
      ],
      name.at,
    ),
  )
  return {
    plan: withEntries(root, [
      ['areas', root.get('areas') ?? new ListNode(at, areas)],
      ['indicators', new ListNode(root.get('indicators')?.at ?? at, merged(indicators, root.get('indicators')))],
    ]),
    results: entriesOf([
      ['kind', text('actuals')],
      ['plan', root.get('id') ?? null],
      ['period', root.get('period') ?? null],
      ['numbers', root.get('numbers') ?? null],
      ['source', root.get('source') ?? null],
      ['observations', new ListNode(at, observations)],
    ]),
  }
}

/** The year before one that is a whole year; null: the period is none. */
const yearBefore = (period: string): string | null => (/^\d{4}$/.test(period) ? String(Number(period) - 1) : null)

/** Ids of areas by their keys: those that the plan lists by name, else made from the names. */
function areaIds(forms: Forms, root: MapNode, scope: Scope): (key: string) => string {
  const listed = root.get('areas')
  const all = [...forms.areas.values()]
  if (!(listed instanceof ListNode)) {
    const make = idsOfRows(all.map(({ name }) => name.text))
    const ids = new Map(
      all.map(({ key, name, parent }) => [key, make(name.text, forms.areas.get(parent)?.name.text ?? '')]),
    )
    // No area may be called as what stands for all of them, or for none.
    return (key) => {
      const id = ids.get(key) ?? ''
      return [WHOLE, SKIP, ''].includes(id) ? `area-${id}` : id
    }
  }
  const byName = new Map<string, string>()
  for (const item of listed.items) {
    if (!(item instanceof MapNode)) continue
    const id = textAt(item, 'id') ?? ''
    const name = item.get('name')
    const names = name instanceof MapNode ? [textAt(name, 'vi'), textAt(name, 'en')] : [textAt(item, 'name')]
    for (const text of [id, ...names]) if (text) byName.set(likeness(text), id)
  }
  const suggest = boundedSuggestions()
  const ids = new Map<string, string>()
  for (const { key, name } of all) {
    const id = byName.get(likeness(name.text))
    if (id !== undefined) ids.set(key, id)
    else {
      const suggestion = suggest(name.text, () => byName.keys())
      scope.problems.push(
        problem('unknown-area', name.at, { area: name.text, plan: textAt(root, 'id') ?? '', suggestion }),
      )
    }
  }
  return (key) => ids.get(key) ?? 'unknown'
}

/** The printed rates that are of the households of the indicator: those of minorities may be shares of all poor. */
function ratesOf(id: string, own: Figures, all: FormCell | undefined, whole: Figures | undefined) {
  const rate = (end: 'start' | 'end') => {
    const printed = own[`${end}Rate`]?.[0]
    const [poor, allPoor] = [sumOf(own[end] ?? []), sumOf(whole?.[end] ?? [])]
    const isShare =
      id.startsWith('minority') && printed?.value && poor && allPoor && !allPoor.isZero
        ? agree(printed, poor, allPoor) &&
          !(end === 'end' && all?.value && !all.value.isZero && agree(printed, poor, all.value))
        : false
    return printed && !isShare ? printed.node : null
  }
  return { start: rate('start'), end: rate('end') }
}

function agree({ value, decimals }: FormCell, part: Exact, whole: Exact): boolean {
  const rate = part.times(Exact.HUNDRED).dividedBy(whole)
  return value !== null && !rate.minus(value).abs().isAbove(Exact.halfUnit(decimals))
}

/** What does not add up among the cells of the forms: movements, sums over areas, minorities, and the year before. */
function checked(
  forms: Forms,
  figures: ReadonlyMap<string, ReadonlyMap<string, Figures>>,
  householdsOf: (indicator: string, key: string) => FormCell | undefined,
  before: ReadonlyMap<string, ReadonlyMap<string, Figures>>,
): readonly Problem[] {
  const found: Problem[] = []
  for (const [indicator, byArea] of figures) {
    for (const [key, own] of byArea) {
      const [start, end] = [sumOf(own.start ?? []), sumOf(own.end ?? [])]
      const place = own.end?.[0]?.at ?? null
      const joined = [...(own.relapsed ?? []), ...(own.new ?? []), ...(own.gained ?? []), ...(own.lost ?? [])]
      const moved = [...joined, ...(own.escaped ?? [])]
      if (start && end && moved.length > 0 && moved.every(({ value }) => value)) {
        const net = (sumOf(joined) ?? Exact.ZERO).minus(sumOf(own.escaped ?? []) ?? Exact.ZERO)
        const expected = start.plus(net)
        const args = { indicator, start: start.toDecimal(), end: end.toDecimal(), expected: expected.toDecimal() }
        const by = end.minus(expected)
        if (!by.isZero) found.push(problem('movements-do-not-balance', place, { ...args, by: by.toDecimal() }))
      }
      const earlier = before.get(indicator)?.get(key)?.end?.[0]
      const [first] = own.start ?? []
      if (first && start && earlier?.value && !start.equals(earlier.value)) {
        const args = { indicator, start: start.toDecimal(), end: earlier.value.toDecimal(), first: earlier.at }
        found.push(problem('start-disagrees', first.at, args))
      }
      if (!indicator.startsWith('minority')) continue
      const whole = indicator.replace('minority-', '')
      for (const part of ['start', 'end'] as const) {
        const [cell] = own[part] ?? []
        const all = figures.get(whole)?.get(key)?.[part]?.[0]
        if (!cell?.value || !all?.value?.isBelow(cell.value)) continue
        const values = { partValue: cell.value.toDecimal(), wholeValue: all.value.toDecimal() }
        found.push(problem('part-exceeds-whole', cell.at, { what: 'minority', part: indicator, whole, ...values }))
      }
      const [some, all] = [householdsOf(indicator, key), householdsOf(whole, key)]
      if (!some?.value || !all?.value?.isBelow(some.value)) continue
      const values = { partValue: some.value.toDecimal(), wholeValue: all.value.toDecimal() }
      found.push(problem('part-exceeds-whole', some.at, { what: 'minority', part: indicator, whole, ...values }))
    }
  }
  for (const rows of forms.sheets) for (const added of sumProblems(rows, forms)) found.push(added)
  return found
}

/** Each figure of an area that has areas, and of the whole, against the sum of those below it. */
function sumProblems(rows: readonly FormRow[], { areas }: Forms): readonly Problem[] {
  const found: Problem[] = []
  const children = new Map<string, FormRow[]>()
  for (const row of rows) {
    const about = `${row.isOfPersons} ${row.key === '' ? null : areas.get(row.key)?.parent}`
    pushTo(children, about, row)
  }
  for (const { key, isOfPersons, cells } of rows) {
    const parts = children.get(`${isOfPersons} ${key}`) ?? []
    for (const { value, at, column } of parts.length > 0 ? cells : []) {
      const own = parts.flatMap((row) => row.cells.find((cell) => cell.column === column)?.value ?? [])
      if (column.isRate || !value || own.length < parts.length) continue
      const sum = Exact.sum(own)
      const indicator = indicatorOf(column, isOfPersons ? 'persons' : column.of)
      const args = { indicator, reported: value.toDecimal(), sum: sum.toDecimal() }
      if (!sum.equals(value)) {
        // Of the end it is told in the same words with the sums of all results, where their households are known.
        found.push(problem('total-disagrees', at, { ...args, ...(column.part !== 'end' && { column: column.name }) }))
      }
    }
  }
  return found
}

/** What the plan says of an indicator goes before what the forms say; of its baseline, key by key. */
function merged(made: readonly MapNode[], listed: Node | undefined): readonly Node[] {
  const said = listed instanceof ListNode ? [...listed.items] : []
  const all = made.map((node) => {
    const id = textAt(node, 'id')
    const at = said.findIndex((item) => item instanceof MapNode && textAt(item, 'id') === id)
    const [own] = at < 0 ? [] : (said.splice(at, 1) as MapNode[])
    if (!own) return node
    const [baseline, stated] = [node.get('baseline'), own.get('baseline')]
    const both =
      baseline instanceof MapNode && stated instanceof MapNode
        ? [
            [
              'baseline',
              withEntries(
                baseline,
                [...stated.entries].map(([key, { value }]) => [key, value] as const),
              ),
            ] as const,
          ]
        : []
    const whole = withEntries(node, [...[...own.entries].map(([key, { value }]) => [key, value] as const), ...both])
    return new MapNode(own.at, whole.entries, own.problems)
  })
  return [...all, ...said]
}

function withEntries(map: MapNode, entries: readonly (readonly [string, Node])[]): MapNode {
  const all = new Map<string, Entry>(map.entries)
  for (const [key, value] of entries) all.set(key, { keyAt: value.at, value })
  all.delete('table')
  return new MapNode(map.at, all, map.problems)
}
