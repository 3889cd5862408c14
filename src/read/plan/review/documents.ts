import type { Place } from '../../../model/figure.ts'
import { problem } from '../../../model/problem.ts'
import { boundedSuggestions } from '../../../model/suggestion.ts'
import { SKIP, WHOLE } from '../../../model/table.ts'
import { idsOfRows } from '../../../model/text.ts'
import { textAt } from '../../document/fields.ts'
import type { Scope } from '../../document/scope.ts'
import { type Entry, ListNode, MapNode, mapWith, type Node, Scalar } from '../../document/tree.ts'
import type { Table } from '../../table/grid.ts'
import { likeness } from '../../table/known.ts'
import type { TableRequest } from '../../table/mapping.ts'
import { checked, figuresIn, ratesOf, sumOf } from './figures.ts'
import { type FormCell, Forms } from './rows.ts'

type Words = readonly [vi: string, en: string]

/** What the forms know of: of whom each is a rate, its name and, where it is not that of all rates, what it counts. */
const INDICATORS: readonly (readonly [id: string, measured: 'households' | 'persons', name: Words, counted?: Words])[] =
  [
    ['poverty-rate', 'households', ['Tỷ lệ hộ nghèo', 'Poverty rate']],
    [
      'minority-poverty-rate',
      'households',
      ['Tỷ lệ hộ nghèo dân tộc thiểu số', 'Poverty rate of ethnic minorities'],
      ['Số hộ nghèo dân tộc thiểu số', 'Poor households of ethnic minorities'],
    ],
    ['poverty-rate-persons', 'persons', ['Tỷ lệ nghèo theo nhân khẩu', 'Poverty rate of persons']],
    [
      'near-poor-rate',
      'households',
      ['Tỷ lệ hộ cận nghèo', 'Near-poor rate'],
      ['Số hộ cận nghèo', 'Near-poor households'],
    ],
    [
      'minority-near-poor-rate',
      'households',
      ['Tỷ lệ hộ cận nghèo dân tộc thiểu số', 'Near-poor rate of ethnic minorities'],
      ['Số hộ cận nghèo dân tộc thiểu số', 'Near-poor households of ethnic minorities'],
    ],
    [
      'near-poor-rate-persons',
      'persons',
      ['Tỷ lệ cận nghèo theo nhân khẩu', 'Near-poor rate of persons'],
      ['Số người cận nghèo', 'Near-poor persons'],
    ],
  ]

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
  const named = ([vi, en]: Words) =>
    entriesOf([
      ['vi', text(vi)],
      ['en', text(en)],
    ])
  const observations: Node[] = []
  const indicators: MapNode[] = []
  const cellOf = (cell: FormCell | undefined) => cell?.node ?? null
  for (const [id, measured, name, counted] of INDICATORS) {
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
        ['counted', counted ? named(counted) : null],
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
