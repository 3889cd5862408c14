import type { ComparedPlans, PlanChain } from '../../../model/compare.ts'
import { formatOf, GLUE } from '../../figure/format.ts'
import { safeText } from '../../figure/safe-text.ts'
import { compareWordsOf, htmlWordsOf, wordsOf } from '../../words/words.ts'
import { type Block, type Column, type Document, footnotesIn, type Layout, stacked, tableBlock } from '../document.ts'
import type { Noted } from '../report/completion-rows.ts'
import type { ReportChoice } from '../report/report.ts'
import { leftOutText, reportHead } from '../report/report-head.ts'
import type { YearCells } from './compare-text.ts'
import { type ComparisonRow, comparisonBlock, comparisonTitle, timeText, type Years } from './compare-text.ts'

export interface CompareChoice extends Pick<ReportChoice, 'lang' | 'unicode' | 'marks' | 'decimals' | 'byArea'> {
  /** Years side by side in one table; null: as many as fit. */
  readonly yearsPerTable: number | null
}

/** Plans and results of several years side by side. */
export function compareDocument({ chains }: ComparedPlans, choice: CompareChoice): Document {
  const format = formatOf(choice.lang, choice.unicode, 'half-up')
  return {
    title: comparisonTitle(chains.at(-1)?.plans ?? [], format),
    heading: htmlWordsOf(choice.lang).report,
    parts: chains.map((chain) => chainBlocks(chain, choice)),
  }
}

function chainBlocks(chain: PlanChain, choice: CompareChoice): readonly Block[] {
  const { lang, unicode, yearsPerTable } = choice
  const format = formatOf(lang, unicode, 'half-up')
  const most = chain.plans.length
  const sizes = yearsPerTable === null ? Array.from({ length: most }, (_, index) => most - index) : [yearsPerTable]
  return [
    {
      kind: 'head',
      title: comparisonTitle(chain.plans, format),
      facts: [],
      lines: chain.plans.map((report) => {
        const { title, facts } = reportHead(report, format)
        const [, ...others] = facts.map((fact) => fact.replaceAll(' ', GLUE))
        return [`${timeText(report.plan.period, format)}: ${title}`, ...others].join(' · ')
      }),
      plainLines: true,
    },
    { kind: 'either', ways: sizes.map((size) => () => tablesOf(chain, size, choice)) },
    {
      kind: 'passage',
      role: 'warning',
      sentences: chain.plans.flatMap((report) => {
        const text = leftOutText(report, formatOf(lang, unicode, report.plan.rounding))
        return text === null ? [] : [{ text, of: safeText(report.plan.id) }]
      }),
    },
  ]
}

/** The chain in tables of so many years, and how their columns hang together, of percentages and of points as they are there. */
function tablesOf(chain: PlanChain, size: number, choice: CompareChoice): readonly Block[] {
  const words = compareWordsOf(choice.lang)
  const starts = chain.plans.flatMap((_, index) => (index % size === 0 ? [index] : []))
  const tables = starts.map((from) => {
    const notes = footnotesIn(choice.marks.sign, choice.marks.separator)
    const to = Math.min(from + size, chain.plans.length)
    const format = formatOf(choice.lang, choice.unicode, 'half-up')
    const times = chain.plans.slice(from, to).map(({ plan }) => timeText(plan.period, format))
    return { years: comparisonBlock(chain, from, to, { ...choice, notes }), notes, name: times.join(', ') }
  })
  const identities = new Set(chain.rows.flatMap(({ years }) => years.map(({ identity }) => identity)))
  return [
    ...tables.map(({ years, notes, name }): Block => {
      const { columns, layouts, name: lead } = columnsOf(years, choice, size === 1 ? 12 : 20)
      return tableBlock({
        ...{ key: 'comparison', title: null, name, lines: years.lines, columns, layouts, lead },
        remarks: [],
        notes,
        isLesser: ({ isArea }) => isArea,
      })
    }),
    {
      kind: 'passage',
      role: 'notes',
      sentences: [
        ...(words.abbreviations === null ? [] : [{ text: words.abbreviations }]),
        ...(identities.has('product') ? [{ text: words.product }] : []),
        ...(identities.has('sum') ? [{ text: words.sum }] : []),
        { text: words.brackets, onlyIf: FOLDED },
        ...(tables.some(({ years }) => years.hasBlanks) ? [{ text: words.blank }] : []),
      ],
    },
  ]
}

/** Of layouts whose completions stand in brackets. */
const FOLDED = 'folded'

/**
 * Every column, and the ways to lay them out: with a column for the unit; the unit behind the name; columns as narrow as
 * their longest word; the completion in brackets below what the actual is to the target, with `least` for the names.
 */
function columnsOf({ lines, heads }: Years, { lang }: CompareChoice, least: number) {
  const left = (key: string, head: string, comfortable: number, cell: Column<ComparisonRow>['cell']) =>
    ({ key, head, align: 'left', comfortable, cell }) satisfies Column<ComparisonRow>
  const named = (row: ComparisonRow, text: string) => ({
    text,
    depth: row.depth,
    tone: row.isArea ? ('quiet' as const) : undefined,
  })
  const { indicator } = compareWordsOf(lang)
  const name = left('name', indicator, 64, (row) => named(row, row.name))
  // The unit of a percentage stands behind the figures already.
  const nameWithUnit = left('name', indicator, 64, (row) =>
    named(row, row.unit === '' || row.unit === '%' ? row.name : `${row.name} (${row.unit})`),
  )
  const unit = { ...left('unit', wordsOf(lang).columns.unit, 14, (row) => ({ text: row.unit })), narrowest: 10 }
  const figures = (folded: boolean) => heads.flatMap((ofYear, index) => yearColumns(ofYear, index, folded))
  const hasUnits = lines.some((line) => line.kind === 'row' && line.row.unit !== '')
  const apart = figures(false)
  const layout = (columns: Column<ComparisonRow>[], most: number, squeezed: boolean): Layout<ComparisonRow> => ({
    columns,
    growing: columns[0] ?? name,
    least: most,
    squeezed,
  })
  const hasCompletions = heads.some(({ completion }) => completion !== null)
  return {
    name,
    columns: [name, unit, ...apart],
    layouts: [
      layout([name, ...(hasUnits ? [unit] : []), ...apart], 28, false),
      layout([nameWithUnit, ...apart], 24, false),
      layout([nameWithUnit, ...apart], 22, true),
      { ...layout([nameWithUnit, ...figures(true)], least, true), ...(hasCompletions && { tag: FOLDED }) },
    ],
  }
}

type FigureKey = Exclude<keyof YearCells, 'tone' | 'previousPeriod'>

function yearColumns(heads: Years['heads'][number], index: number, folded: boolean): Column<ComparisonRow>[] {
  const column = (key: FigureKey, isJudged = false): Column<ComparisonRow> | null => {
    const head = heads[key]
    if (head === null || (key === 'previous' && index > 0)) return null
    const noted = (cells: YearCells | undefined): Noted => cells?.[key] ?? { text: '', marks: '' }
    return {
      key: `${key}-${index}`,
      head,
      align: 'right',
      comfortable: 12,
      cell: ({ years }) => ({ ...noted(years[index]), tone: isJudged ? years[index]?.tone : undefined }),
    }
  }
  const onTarget = column('actualOnTarget', true)
  const completion = column('completion', true)
  const judged = folded && onTarget ? [stacked(onTarget, completion)] : [onTarget, completion]
  return [
    column('previous'),
    column('target'),
    column('actual'),
    column('targetOnPrevious'),
    ...judged,
    column('actualOnPrevious'),
  ].filter((each) => each !== null)
}
