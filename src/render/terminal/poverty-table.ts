import { GLUE, inSigns } from '../figure/format.ts'
import type { Noted } from '../view/report/completion-rows.ts'
import type { PovertyRow, PovertyTable } from '../view/report/poverty-rows.ts'
import type { TableStyle } from './completion-table.ts'
import type { Cell, Column, Layout, Line } from './grid.ts'

/** The ways to lay the poverty table out: at ease; narrow; the relative change below the change in points; the verdict below the percentage. */
export function povertyLayouts(table: PovertyTable, style: TableStyle): Layout<PovertyRow>[] {
  const { name, from, to, change, changeWithRelative, relative, planned, completion, verdict, completionWithVerdict } =
    povertyColumns(table, style)
  const all = [name, from, to, change, relative, planned, completion, verdict]
  const folded = [name, from, to, changeWithRelative, planned, completion, verdict]
  const narrow = [name, from, to, changeWithRelative, planned, completionWithVerdict]
  return [
    { columns: all, growing: name, least: 26, squeezed: false },
    { columns: all, growing: name, least: 17, squeezed: true },
    { columns: folded, growing: name, least: 12, squeezed: true },
    { columns: narrow, growing: name, least: 12, squeezed: true },
  ]
}

export function povertyGridLines(table: PovertyTable): Line<PovertyRow>[] {
  return table.rows.map((row) => ({ kind: 'cells', row }))
}

function povertyColumns(table: PovertyTable, { words, unicode, tones, dim }: TableStyle) {
  const { poverty } = words
  const signs = (text: string) => inSigns(text, unicode)
  const right = (head: string, comfortable: number, cell: (row: PovertyRow) => Noted): Column<PovertyRow> => ({
    head: head.replace('% ', `%${GLUE}`),
    align: 'right',
    comfortable,
    cell: (row) => {
      const { text, marks } = cell(row)
      return { text: signs(text), mark: marks, paint: row.isCount ? dim : undefined }
    },
  })
  const left = (head: string, comfortable: number, cell: (row: PovertyRow) => Cell): Column<PovertyRow> => ({
    head,
    align: 'left',
    comfortable,
    cell,
  })
  return {
    name: left(poverty.indicator, 64, ({ name, depth, isCount }) => ({
      text: signs(name),
      indent: depth * 2,
      paint: isCount ? dim : undefined,
    })),
    from: { ...right(table.from, 14, ({ from }) => from), narrowest: narrowestUnder(table.from) },
    to: { ...right(table.to, 14, ({ to }) => to), narrowest: narrowestUnder(table.to) },
    change: right(poverty.change, 14, ({ change }) => change),
    changeWithRelative: right(poverty.change, 14, ({ change, relative }) => ({
      text: relative === '' || relative === '–' ? change.text : `${change.text}\n(${relative})`,
      marks: change.marks,
    })),
    relative: right(poverty.relativeChange, 12, ({ relative }) => ({ text: relative, marks: '' })),
    planned: right(poverty.planned, 14, ({ planned }) => ({ text: planned, marks: '' })),
    completion: right(poverty.completion, 12, ({ completion }) => completion),
    completionWithVerdict: right(poverty.completion, 14, ({ completion, verdict }) => ({
      text: completion.text === '' ? verdict : `${completion.text}\n${verdict}`,
      marks: completion.marks,
    })),
    verdict: {
      ...left(poverty.verdict, 18, ({ verdict, tone }) => ({ text: verdict, paint: tones[tone] })),
      narrowest: 8,
    },
  }
}

/** Two lines for a long head, `First half of 2018`, where one word a line would take four. */
function narrowestUnder(head: string): number {
  return head.length > 12 ? 10 : 0
}
