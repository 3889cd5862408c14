import { BAR_WIDTH, bar } from './bar.ts'
import type { CompletionEntry, CompletionRow, Tone } from './completion-rows.ts'
import { GLUE, inSigns } from './format.ts'
import type { Cell, Column, Layout, Line, Paint } from './grid.ts'
import type { Words } from './words/words.ts'

export interface TableStyle {
  readonly words: Words
  readonly unicode: boolean
  readonly tones: Readonly<Record<Tone, Paint>>
  readonly bold: Paint
  readonly dim: Paint
}

/**
 * The ways to lay a completion table out, best first: with bars; without; the unit behind the name; columns as
 * narrow as their longest word; the variance below the actual; without running
 * numbers; the verdict below the percentage.
 */
export function completionLayouts(entries: readonly CompletionEntry[], style: TableStyle): Layout<CompletionRow>[] {
  const columns = completionColumns(style)
  const rows = entries.filter((entry) => entry.kind === 'line')
  const some = (test: (row: CompletionRow) => boolean) => rows.some(test)
  const units = some(({ unit }) => unit !== '')
  const numbered = some(({ no }) => no !== '')
  const varied = some(({ variance }) => variance !== '' && variance !== '–')
  const barred = some(({ achievement }) => achievement !== null)
  const { no, name, nameWithUnit, unit, target, tightTarget, actual, actualWithVariance, variance } = columns
  const { completion, verdict } = columns
  const lead = numbered ? [no] : []
  const apart = varied ? [variance] : []
  const full = [...lead, name, ...(units ? [unit] : []), target, actual, ...apart, completion]
  const folded = [nameWithUnit, target, actual, ...apart, completion, verdict]
  const layout = (growing: Column<CompletionRow>, least: number, squeezed: boolean, all: Column<CompletionRow>[]) => ({
    columns: all,
    growing,
    least,
    squeezed,
  })
  return [
    ...(barred ? [layout(name, 30, false, [...full, columns.bar, verdict])] : []),
    ...(barred ? [layout(name, 26, true, [...full, columns.bar, columns.wideVerdict])] : []),
    layout(name, 26, false, [...full, verdict]),
    layout(nameWithUnit, 24, false, [...lead, ...folded]),
    layout(nameWithUnit, 20, true, [...lead, ...folded]),
    layout(nameWithUnit, 18, true, [...lead, nameWithUnit, target, actualWithVariance, completion, verdict]),
    layout(nameWithUnit, 14, true, [nameWithUnit, tightTarget, actualWithVariance, completion, verdict]),
    layout(nameWithUnit, 14, true, [nameWithUnit, tightTarget, actualWithVariance, columns.completionWithVerdict]),
  ]
}

/** Section headings, "of which" lines and rows, with a blank line before each section but the first. */
export function completionLines(entries: readonly CompletionEntry[], style: TableStyle): Line<CompletionRow>[] {
  const lines: Line<CompletionRow>[] = []
  for (const entry of entries) {
    if (entry.kind === 'line') lines.push({ kind: 'cells', row: entry })
    else if (entry.kind === 'section') {
      if (lines.length > 0) lines.push({ kind: 'blank' })
      if (entry.text !== '') lines.push({ kind: 'text', text: entry.text, indent: 0, under: 'edge', paint: style.bold })
    } else {
      lines.push({ kind: 'text', text: entry.text, indent: entry.depth * 2, under: 'growing', paint: style.dim })
    }
  }
  return lines
}

function completionColumns({ words, unicode, tones, dim }: TableStyle) {
  const { columns } = words
  const signs = (text: string) => inSigns(text, unicode)
  const column = (
    head: string,
    align: 'left' | 'right',
    comfortable: number,
    cell: (row: CompletionRow) => Cell,
  ): Column<CompletionRow> => ({ head: head.replace('% ', `%${GLUE}`), align, comfortable, cell })
  const named = (row: CompletionRow, text: string): Cell => ({
    text: signs(text),
    mark: row.name.marks,
    indent: row.depth * 2,
    paint: row.isArea ? dim : undefined,
  })
  const noted = ({ text, marks }: { text: string; marks: string }): Cell => ({ text: signs(text), mark: marks })
  const aimedAt = column(columns.target, 'right', 16, ({ target }) => noted(target))
  const judged = column(columns.verdict, 'left', 18, ({ verdict, tone }) => ({ text: verdict, paint: tones[tone] }))
  return {
    no: column(columns.no, 'left', 6, ({ no }) => ({ text: signs(no) })),
    name: column(columns.indicator, 'left', 64, (row) => named(row, row.name.text)),
    // The unit of a percentage stands behind the figures already.
    nameWithUnit: column(columns.indicator, 'left', 64, (row) =>
      named(row, row.unit === '' || row.unit === '%' ? row.name.text : `${row.name.text} (${row.unit})`),
    ),
    unit: { ...column(columns.unit, 'left', 14, ({ unit }) => ({ text: signs(unit) })), narrowest: 10 },
    // "reduce by" is not parted; its number may stand below.
    target: { ...aimedAt, narrowest: words.target.reduceBy('').trim().length },
    tightTarget: aimedAt,
    actual: column(columns.actual, 'right', 14, ({ actual }) => noted(actual)),
    actualWithVariance: column(columns.actual, 'right', 14, ({ actual, variance }) => ({
      text: signs(variance === '' || variance === '–' ? actual.text : `${actual.text}\n(${variance})`),
      mark: actual.marks,
    })),
    variance: column(columns.variance, 'right', 14, ({ variance }) => ({ text: signs(variance) })),
    completion: column(columns.completion, 'right', 12, ({ completion }) => noted(completion)),
    bar: column('', 'left', BAR_WIDTH, ({ achievement, tone }) => ({
      text: achievement === null ? '' : bar(achievement, unicode).replaceAll(' ', GLUE),
      paint: tones[tone],
    })),
    completionWithVerdict: column(columns.completion, 'right', 14, ({ completion, verdict, tone }) => ({
      text: signs(completion.text === '' ? verdict : `${completion.text}\n${verdict}`),
      mark: completion.marks,
      paint: tones[tone],
    })),
    verdict: { ...judged, narrowest: 8 },
    wideVerdict: { ...judged, narrowest: 15 },
  }
}
