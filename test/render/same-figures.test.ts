import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { calculated } from '../../src/calc/report/report.ts'
import type { Language } from '../../src/model/figure.ts'
import { grains } from '../../src/model/period.ts'
import type { PlanReport } from '../../src/model/report.ts'
import { readInput } from '../../src/read/document/input.ts'
import { renderPage } from '../../src/render/html/page.ts'
import { renderTable } from '../../src/render/terminal/table.ts'
import { timeWordsOf } from '../../src/render/words/time-words.ts'
import { wordsOf } from '../../src/render/words/words.ts'
import { xlsxWordsOf } from '../../src/render/words/xlsx-words.ts'
import { renderWorkbook } from '../../src/render/xlsx/workbook.ts'
import { asked } from '../support/calc.ts'
import { ROOT } from '../support/folder.ts'
import { monthText, province } from '../support/province.ts'
import { day } from '../support/report.ts'
import { type ShownRow, shownPageTables, shownSheet, shownTables } from '../support/shown.ts'

/*
 * Whoever holds the page beside the workbook, or either beside the table, reads the same figures in them. Each is taken
 * apart as a reader sees it; only the words at the heads of columns are those of the program.
 */

const languages: readonly Language[] = ['en', 'vi']

describe.each(languages)('in %s, page and workbook show the figures of the table', (lang) => {
  it.each(samples().map((report) => [report.plan.id, report] as const))('of the sample %s', async (_, report) => {
    await expectSameFigures(report, lang)
  })

  // While the last year runs, before and after two districts become one, and when all years are over.
  it.each([6, 27, 31, 35])('of a province, every area, with figures up to month %i', async (month) => {
    const given = { ...province(month), references: [], unreadResults: [], unreadPlans: [] }
    const asOf = day(`${monthText(month)}-28`)
    const { report } = calculated(given, asked({ asOf }))
    for (const plan of report.plans) await expectSameFigures(plan, lang)
  })

  it.each(['half-even', 'truncate'] as const)('of a province that rounds otherwise (%s)', async (rounding) => {
    const { plans, observations } = province(7)
    const rounded = plans.map((plan) => ({ ...plan, rounding, decimals: 0 }))
    const given = { plans: rounded, observations, references: [], unreadResults: [], unreadPlans: [] }
    const asOf = day(`${monthText(28)}-28`)
    for (const plan of calculated(given, asked({ asOf })).report.plans) await expectSameFigures(plan, lang)
  })
})

function samples(): readonly PlanReport[] {
  const folder = join(ROOT, 'plans')
  const paths = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((path) => path.endsWith('.yaml'))
  const files = paths.map((path) => readInput({ path, bytes: readFileSync(join(folder, path)), named: true }))
  const all = <T>(of: (file: (typeof files)[number]) => readonly T[]) => files.flatMap(of)
  const { report } = calculated(
    {
      plans: all(({ plans }) => plans),
      observations: all(({ observations }) => observations),
      references: all(({ references }) => references),
      unreadResults: [],
      unreadPlans: [],
    },
    asked({}),
  )
  return report.plans
}

async function expectSameFigures(plan: PlanReport, lang: Language): Promise<void> {
  const report = { plans: [plan] }
  const look = { decimals: null, sections: ['completion', 'poverty'], byArea: true } as const
  const table = renderTable(report, { ...look, lang, color: false, unicode: true, width: 2000, quiet: true })
  const page = renderPage(report, {
    ...look,
    languages: [lang],
    problems: [],
    inputs: [],
    version: '1',
    sha256: () => '',
  })
  const workbook = await renderWorkbook(report, { lang, decimals: null, problems: [] })
  const [totals = [], rates = [], areas = []] = [1, 2, 3].map((sheet) => shownSheet(workbook, sheet, lang))
  const { columns, poverty, ofWhich, noTarget } = wordsOf(lang)
  const texts = [
    columns.indicator,
    columns.unit,
    columns.target,
    columns.verdict,
    timeWordsOf(lang).columns.responsible,
    poverty.planned,
  ]
  const headings = [ofWhich, ...plan.plan.sections.map(({ name }) => name[lang])]
  const inTable = shownTables(table, new Set(texts), new Set(headings))
  const onPage = shownPageTables(page)
  const isPoverty = (row: ShownRow) => row.has(poverty.relativeChange)
  const isCompletion = (row: ShownRow) => row.has(columns.verdict) && !isPoverty(row)
  const named = namedRows(rowsUnder(isCompletion, inTable), plan, lang)
  expect(named).toHaveLength(plan.lines.length)
  const onPageRows = rowsUnder(isCompletion, onPage)
  expect(onPageRows.map((row) => row.get('name'))).toEqual(named.map(({ name }) => name))
  for (const [index, { row, ...key }] of named.entries()) {
    const inSheet = rowOf(key, key.area === null ? totals : areas, lang)
    // Where the table has a dash and the verdict, the workbook says in the target, too, that there is none.
    if (row.get(columns.target) === '') expect(inSheet.get(xlsxWordsOf(lang).targetAsStated)).toBe(noTarget)
    const heads = completionHeads(lang, row.get(columns.target) !== '')
    expectSameRow(row, onPageRows[index], inSheet, heads)
  }

  const ratesInTable = namedRows(rowsUnder(isPoverty, inTable), plan, lang)
  const ratesOnPage = rowsUnder(isPoverty, onPage)
  expect(ratesOnPage.map((row) => row.get('name'))).toEqual(ratesInTable.map(({ name }) => name))
  let inSheet: ShownRow = new Map()
  for (const [index, { row, name, ...key }] of ratesInTable.entries()) {
    const isCount = row.get(poverty.verdict) === ''
    if (!isCount) inSheet = rowOf(key, rates, lang)
    const heads = isCount ? countHeads(name, row, lang) : rateHeads(row, lang)
    expectSameRow(row, ratesOnPage[index], inSheet, heads)
  }
}

/** The rows of the one table of a kind. */
function rowsUnder(
  isOfKind: (row: ShownRow) => boolean,
  tables: readonly (readonly ShownRow[])[],
): readonly ShownRow[] {
  const [only = [], ...others] = tables.filter((rows) => rows.some(isOfKind))
  expect(others).toEqual([])
  return only
}

interface Key {
  readonly indicator: string
  readonly area: string | null
}

/** Rows by what they are of: the name of an area stands below that of its indicator, numbers of the poor below their rate. */
function namedRows(rows: readonly ShownRow[], { plan }: PlanReport, lang: Language) {
  const areas = new Set(plan.areas.map(({ name }) => name[lang]))
  const indicators = new Set(plan.indicators.map(({ name }) => name[lang]))
  let key: Key = { indicator: '', area: null }
  return rows.map((row) => {
    const name = row.get(wordsOf(lang).columns.indicator) ?? ''
    if (areas.has(name)) key = { ...key, area: name }
    else if (indicators.has(name) && row.get(wordsOf(lang).columns.verdict) !== '')
      key = { indicator: name, area: null }
    return { row, name, ...key }
  })
}

function rowOf({ indicator, area }: Key, sheet: readonly ShownRow[], lang: Language): ShownRow {
  const [only, ...others] = sheet.filter(
    (row) =>
      row.get(wordsOf(lang).columns.indicator) === indicator &&
      (row.get(xlsxWordsOf(lang).area) ?? '') === (area ?? ''),
  )
  expect({ indicator, area, found: only !== undefined, others }).toEqual({ indicator, area, found: true, others: [] })
  return only ?? new Map()
}

/** What a column of the table is called in the workbook; null: it has none. */
type Heads = (head: string) => string | null | undefined

function completionHeads(lang: Language, hasTarget: boolean): Heads {
  const { columns } = wordsOf(lang)
  const time = timeWordsOf(lang)
  const sheet = xlsxWordsOf(lang)
  const heads = new Map<string, string | null>([
    ...[columns.variance, columns.completion, columns.verdict].map((head) => [head, head] as const),
    [columns.target, hasTarget ? sheet.targetAsStated : null],
    [columns.actual, columns.actual],
    ...[true, false].map((inYear) => [time.toDate(inYear), columns.actual] as const),
    ...[true, false].map((wholeYear) => [time.onLastYear(wholeYear), time.onLastYear(false)] as const),
    ...[null, ...grains].map((grain) => [time.inPeriod(grain), time.inPeriod(null)] as const),
    [time.columns.originalTarget, time.columns.originalTarget],
    [time.columns.originalCompletion, null],
    [time.columns.expected, time.columns.expected],
    [time.columns.pace, time.columns.pace],
    [time.columns.published, sheet.published],
    [time.columns.rank, time.columns.rank],
    [time.columns.shortfallShare, time.columns.shortfallShare],
  ])
  return (head) => heads.get(head)
}

/** Columns by their places, since the first two behind the name are headed by their times. */
function placed(row: ShownRow, names: readonly (string | null | undefined)[]): Heads {
  const heads = [...row.keys()]
  return (head) => names[heads.indexOf(head)]
}

function rateHeads(row: ShownRow, lang: Language): Heads {
  const { from, to, change, relativeChange, planned, completion, verdict } = wordsOf(lang).poverty
  return placed(row, [undefined, from, to, change, relativeChange, planned, completion, verdict])
}

/** Numbers of the poor, or of all households or persons; how these changed in per cent is in the tables alone. */
function countHeads(name: string, row: ShownRow, lang: Language): Heads {
  const { poverty } = wordsOf(lang)
  const { households, poorFrom, poorTo, poorChange } = xlsxWordsOf(lang)
  const isAll = name === poverty.households || name === poverty.persons
  const inSheet = isAll ? [households(poverty.from), households(poverty.to), null] : [poorFrom, poorTo, poorChange]
  return placed(row, [undefined, ...inSheet, null, null, null, null])
}

function expectSameRow(row: ShownRow, onPage: ShownRow | undefined, inSheet: ShownRow, heads: Heads): void {
  const shown: Record<string, readonly string[]> = {}
  const same: Record<string, readonly string[]> = {}
  for (const [head, cell] of row) {
    const name = heads(head)
    if (name === undefined) continue
    shown[head] = [onPage?.get(head) ?? '', ...(name === null ? [] : [inSheet.get(name) ?? ''])].map(bare)
    same[head] = (name === null ? [cell] : [cell, inCell(cell)]).map(bare)
  }
  expect({ row, shown }).toEqual({ row, shown: same })
}

/** In a workbook the place of an area is a number, and so is what is expected under a ceiling. */
function inCell(cell: string): string {
  return cell.replace(/^(\d+)\/\d+$/, '$1')
}

/** A minus is a hyphen in a workbook, and nothing has a plus there. What stands in brackets behind a rate is its time. */
function bare(cell: string): string {
  const figure = cell.replace(/^(\S+%) \(.*\)$/, '$1').replace(/^\+/, '')
  return figure.replaceAll('−', '-').replaceAll('\u00a0', ' ')
}
