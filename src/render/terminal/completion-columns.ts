import { GLUE, inSigns } from '../figure/format.ts'
import type { CompletionRow, Noted } from '../view/report/completion-rows.ts'
import type { CompletionView } from '../view/report/completion-view.ts'
import { timeWordsOf } from '../words/words.ts'
import { BAR_WIDTH, bar, WIDE_BAR_WIDTH } from './bar.ts'
import type { TableStyle } from './completion-table.ts'
import type { Cell, Column } from './grid.ts'
import { sparkline } from './sparkline.ts'

export type CompletionColumns = ReturnType<typeof completionColumns>

/** Every column that a completion table may have: figures by themselves, and two below each other. */
export function completionColumns({ heads, has }: CompletionView, style: TableStyle) {
  const { words, unicode, tones, dim } = style
  const { folded, completionAndPublished } = timeWordsOf(words.lang)
  const signs = (text: string) => inSigns(text, unicode)
  const column = (
    head: string,
    align: 'left' | 'right',
    comfortable: number,
    cell: (row: CompletionRow) => Cell,
  ): Column<CompletionRow> => ({ head: head.replace('% ', `%${GLUE}`), align, comfortable, cell })
  const figures = (head: string, comfortable: number, of: (row: CompletionRow) => string | Noted) =>
    column(head, 'right', comfortable, (row) => {
      const figure = of(row)
      return typeof figure === 'string' ? { text: signs(figure) } : { text: signs(figure.text), mark: figure.marks }
    })
  const named = (row: CompletionRow, text: string): Cell => ({
    text: signs(text),
    mark: row.name.marks,
    indent: row.depth * 2,
    paint: row.isArea ? dim : undefined,
  })
  // The unit of a percentage stands behind the figures already.
  const withUnit = ({ name, unit }: CompletionRow) =>
    unit === '' || unit === '%' ? name.text : `${name.text} (${unit})`
  // "Year to date" is longer than "Actual": a word a line would make a tower of it.
  const longHead = has('inPeriod') ? { narrowest: 8 } : {}
  const target = figures(heads.target, 16, (row) => row.target)
  const verdict = column(heads.verdict, 'left', 18, (row) => ({ text: row.verdict, paint: tones[row.tone] }))
  const published = has('published') ? completionAndPublished : heads.completion
  const second = (row: CompletionRow) =>
    has('originalCompletion') ? row.originalCompletion : row.published.replace('\n', ' ')
  return {
    no: column(heads.no, 'left', 6, ({ no }) => ({ text: signs(no) })),
    name: column(heads.name, 'left', 64, (row) => named(row, row.name.text)),
    nameWithUnit: column(heads.name, 'left', 64, (row) => named(row, withUnit(row))),
    /** Who answers for it stands below its name. */
    nameWithAll: column(heads.name, 'left', 64, (row) => {
      if (row.responsible === '') return named(row, withUnit(row))
      const mark = row.name.marks === '' ? '' : GLUE + row.name.marks
      return { ...named(row, `${withUnit(row)}${mark}\n– ${row.responsible}`), mark: '' }
    }),
    unit: { ...column(heads.unit, 'left', 14, ({ unit }) => ({ text: signs(unit) })), narrowest: 10 },
    responsible: {
      ...column(heads.responsible, 'left', 20, (row) => ({ text: signs(row.responsible) })),
      narrowest: 14,
    },
    // "reduce by" is not parted; its number may stand below.
    target: { ...target, narrowest: words.target.reduceBy('').trim().length },
    tightTarget: target,
    originalTarget: { ...figures(heads.originalTarget, 16, (row) => row.originalTarget), narrowest: 10 },
    bothTargets: {
      ...figures(folded.target, 16, ({ target: inForce, originalTarget }) => below(inForce, originalTarget)),
      narrowest: 10,
    },
    inPeriod: { ...figures(heads.inPeriod, 12, (row) => row.inPeriod), narrowest: 9 },
    actual: { ...figures(heads.actual, 14, (row) => row.actual), ...longHead },
    actualWithVariance: {
      ...figures(heads.actual, 14, ({ actual, variance }) => below(actual, variance)),
      ...longHead,
    },
    lastYear: { ...figures(heads.lastYear, 12, (row) => row.lastYear), narrowest: 9 },
    variance: figures(heads.variance, 14, (row) => row.variance),
    expected: { ...figures(heads.expected, 12, (row) => row.expected), narrowest: 9 },
    expectedWithPace: { ...figures(folded.expected, 12, ({ expected, pace }) => below(expected, pace)), narrowest: 10 },
    pace: figures(heads.pace, 10, (row) => row.pace),
    completion: figures(heads.completion, 12, (row) => row.completion),
    originalCompletion: { ...figures(heads.originalCompletion, 12, (row) => row.originalCompletion), narrowest: 11 },
    bothCompletions: {
      ...figures(folded.completion, 12, (row) => below(row.completion, row.originalCompletion)),
      narrowest: 13,
    },
    published: figures(heads.published, 10, (row) => row.published),
    rank: figures(heads.rank, 8, (row) => row.rank),
    shortfallShare: { ...figures(heads.shortfallShare, 12, (row) => row.shortfallShare), narrowest: 10 },
    rankWithShare: {
      ...figures(folded.rank, 12, (row) => below({ text: row.rank, marks: '' }, row.shortfallShare)),
      narrowest: 10,
    },
    bar: column(
      '',
      'left',
      has('expected') ? WIDE_BAR_WIDTH : BAR_WIDTH,
      ({ achievement, expectedAchievement, tone }) => ({
        text: achievement === null ? '' : bar(achievement, unicode, expectedAchievement).replaceAll(' ', GLUE),
        paint: tones[tone],
      }),
    ),
    steps: column(heads.steps, 'left', 12, ({ steps }) => ({
      text: sparkline(steps, unicode).replaceAll(' ', GLUE),
      paint: dim,
    })),
    completionWithPublished: { ...figures(published, 12, (row) => below(row.completion, second(row))), narrowest: 11 },
    completionWithVerdict: column(has('originalCompletion') ? folded.completion : published, 'right', 14, (row) => {
      const { text, marks } = below(row.completion, second(row))
      return { text: signs(text === '' ? row.verdict : `${text}\n${row.verdict}`), mark: marks, paint: tones[row.tone] }
    }),
    verdict: { ...verdict, narrowest: 8 },
    wideVerdict: { ...verdict, narrowest: 15 },
  }
}

/** A second figure below the first, in parentheses. */
function below({ text, marks }: Noted, second: string): Noted {
  return { text: second === '' || second === '–' ? text : `${text}\n(${second})`, marks }
}
