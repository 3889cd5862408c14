import type { ComparedPlans, PlanChain } from '../../../model/compare.ts'
import { formatOf, GLUE } from '../../figure/format.ts'
import { safeText } from '../../figure/safe-text.ts'
import { compareWordsOf, htmlWordsOf, wordsOf } from '../../words/words.ts'
import {
  type Block,
  type Cell,
  type Column,
  columnsOf,
  type Document,
  footnotesIn,
  layout,
  rowsIn,
  stacked,
  tableBlock,
} from '../document.ts'
import type { DocumentLook } from '../format.ts'
import type { ReportChoice } from '../report/report.ts'
import { leftOutText, reportHead } from '../report/report-head.ts'
import {
  type ComparisonRow,
  comparisonBlock,
  comparisonTitle,
  timeText,
  type YearColumn,
  type Years,
} from './compare-text.ts'

export type CompareChoice = Pick<DocumentLook, 'lang' | 'unicode' | 'marks' | 'yearsPerTable'> &
  Pick<ReportChoice, 'decimals' | 'byArea'>

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
      const { columns, layouts, name: lead } = yearsLaidOut(years, choice, size === 1 ? 12 : 20)
      const isLesser = ({ isArea }: ComparisonRow) => isArea
      return tableBlock({ key: 'comparison', name, lines: years.lines, columns, layouts, lead, notes, isLesser })
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
function yearsLaidOut({ lines, heads }: Years, { lang }: CompareChoice, least: number) {
  const { left } = columnsOf<ComparisonRow>()
  const named = (text: string, { depth, isArea }: ComparisonRow) =>
    ({ text, depth, tone: isArea ? 'quiet' : undefined }) satisfies Cell
  const { indicator } = compareWordsOf(lang)
  const name = left('name', indicator, 64, (row) => named(row.name, row))
  // The unit of a percentage stands behind the figures already.
  const nameWithUnit = left('name', indicator, 64, (row) =>
    named(row.unit === '' || row.unit === '%' ? row.name : `${row.name} (${row.unit})`, row),
  )
  const unit = left('unit', wordsOf(lang).columns.unit, 14, (row) => row.unit, { narrowest: 10 })
  const figures = (folded: boolean) => heads.flatMap((ofYear, index) => yearColumns(ofYear, index, folded))
  const hasUnits = rowsIn(lines).some((row) => row.unit !== '')
  const apart = figures(false)
  const hasCompletions = heads.some(({ completion }) => completion !== null)
  return {
    name,
    columns: [name, unit, ...apart],
    layouts: [
      layout([name, ...(hasUnits ? [unit] : []), ...apart], 28, false),
      layout([nameWithUnit, ...apart], 24, false),
      layout([nameWithUnit, ...apart], 22),
      { ...layout([nameWithUnit, ...figures(true)], least), ...(hasCompletions && { tag: FOLDED }) },
    ],
  }
}

function yearColumns(heads: Years['heads'][number], index: number, folded: boolean): Column<ComparisonRow>[] {
  const column = (key: YearColumn, isJudged = false) => {
    const head = heads[key]
    if (head === null || (key === 'previous' && index > 0)) return null
    return columnsOf<ComparisonRow>().right(`${key}-${index}`, head, 12, ({ years }) => ({
      ...(years[index]?.[key] ?? { text: '' }),
      tone: isJudged ? years[index]?.tone : undefined,
    }))
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
