import type { Exact } from '../../../model/exact.ts'
import type { Place } from '../../../model/figure.ts'
import { type Problem, problem } from '../../../model/problem.ts'
import type { Scope } from '../../document/scope.ts'
import { type Node, Scalar, scalarFrom } from '../../document/tree.ts'
import { isFault, numberFrom, storedNumberFrom } from '../../number/number-text.ts'
import { isNothing } from '../../table/cells.ts'
import type { Table, TableRow } from '../../table/grid.ts'
import { likeness } from '../../table/known.ts'
import type { TableRequest } from '../../table/mapping.ts'
import { withoutMarks } from '../../table/periods.ts'
import { hiddenCells } from '../../table/rows.ts'
import { DISTRICT, type FormColumn, formIn, NUMBERING, PERSONS, TOTAL } from './head.ts'

/** One cell with a figure. */
export interface FormCell {
  readonly node: Node
  /** null: it is no number, which whoever reads it says. */
  readonly value: Exact | null
  readonly decimals: number
  readonly at: Place
  readonly column: FormColumn
}

export interface FormRow {
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
export class Forms {
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
