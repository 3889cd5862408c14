import type { CompletionLine, PlanReport } from '../../../model/report.ts'
import { safeText } from '../../figure/safe-text.ts'
import { toneOf, verdictText } from '../../figure/verdict-text.ts'
import { htmlWordsOf } from '../../words/words.ts'
import { type Column, noNotes, type Table } from '../document.ts'
import { completionText, type RowOptions } from './completion-rows.ts'

interface AreaRow {
  readonly name: string
  readonly lines: ReadonlyMap<string, CompletionLine>
}

/** Completion of every indicator in every area, where several of both have a target of their own; else null. */
export function areaTable({ plan, lines }: PlanReport, { format, decimals }: RowOptions): Table<AreaRow> | null {
  const { lang } = format.words
  const say = htmlWordsOf(lang)
  const judged = lines.filter(({ area, target }) => area !== null && target !== null)
  const judgedAreas = new Set(judged.map(({ area }) => area?.id))
  const judgedIndicators = new Set(judged.map(({ indicator }) => indicator.id))
  const areas = plan.areas.filter(({ id }) => judgedAreas.has(id))
  const indicators = plan.indicators.filter(({ id }) => judgedIndicators.has(id))
  if (areas.length < 2 || indicators.length < 2) return null
  const rowOf = (id: string | null, name: string): AreaRow => ({
    name,
    lines: new Map(
      lines.flatMap((line) => ((line.area?.id ?? null) === id ? [[line.indicator.id, line] as const] : [])),
    ),
  })
  const lead: Column<AreaRow> = {
    key: 'area',
    head: say.area,
    align: 'left',
    comfortable: 24,
    cell: ({ name }) => ({ text: name }),
  }
  const columns = indicators.map(
    ({ id, name, decimals: own }): Column<AreaRow> => ({
      key: id,
      head: safeText(name[lang]),
      align: 'right',
      comfortable: 20,
      cell: (row) => {
        const line = row.lines.get(id)
        if (!line?.target) return { text: '–' }
        const completion = completionText(line, decimals ?? own ?? plan.decimals, format)
        const verdict = verdictText(line, format)
        const hasBoth = completion !== '' && completion !== '–'
        return { text: hasBoth ? `${completion}\n${verdict}` : verdict, tone: toneOf(line.verdict) }
      },
    }),
  )
  return {
    key: 'areas',
    title: say.areas(safeText(plan.title[lang])),
    name: say.areas(safeText(plan.title[lang])),
    hint: say.areasHint,
    isOfPage: true,
    lines: [rowOf(null, say.total), ...areas.map(({ id, name }) => rowOf(id, safeText(name[lang])))].map((row) => ({
      kind: 'row',
      row,
    })),
    columns: [lead, ...columns],
    layouts: [],
    lead,
    remarks: [],
    notes: noNotes,
  }
}
