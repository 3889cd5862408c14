import { spawnSync } from 'node:child_process'
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { inflateRawSync } from 'node:zlib'
import { parse } from 'csv-parse/sync'
import { describe, expect, it, vi } from 'vitest'
import { problem } from '../../../src/model/problem.ts'
import type { CompletionLine, Report } from '../../../src/model/report.ts'
import { sheetIn, sheetNames } from '../../../src/read/table/xlsx/workbook.ts'
import { archiveIn } from '../../../src/read/table/xlsx/zip.ts'
import { inFreshFolder } from '../../support/folder.ts'
import { haNam2017, haNam2018 } from '../../support/ha-nam.ts'
import { renderWorkbook, type WorkbookOptions } from '../../support/rendered.ts'
import { area, day, indicator, line, name, number, period, plan, planReport, threshold } from '../../support/report.ts'
import { isInstalled } from '../../support/run.ts'

const inflate = (compressed: Uint8Array) => inflateRawSync(compressed)
const haNam = { plans: [haNam2017(), haNam2018()] }

function workbookOf(report: Report, given: Partial<WorkbookOptions> = {}): Promise<Uint8Array> {
  return renderWorkbook(report, { lang: 'en', decimals: null, problems: [], ...given })
}

/** The rows of a sheet as maps of head to text. */
function rowsOf(bytes: Uint8Array, sheet: string): readonly Readonly<Record<string, string>>[] {
  const read = sheetIn(bytes, sheet, inflate)
  if (typeof read === 'string') throw new Error(read)
  const [head, ...rows] = read.rows
  const heads = new Map(head?.cells.map(({ column, text }) => [column, text]))
  return rows.map(({ cells }) => Object.fromEntries(cells.map(({ column, text }) => [heads.get(column), text])))
}

function partOf(bytes: Uint8Array, name: string): string {
  const archive = archiveIn(bytes, inflate)
  const entry = typeof archive === 'string' ? archive : archive.entry(name)
  return entry instanceof Uint8Array ? new TextDecoder().decode(entry) : ''
}

/** What of a sheet is printed, by the names that Excel knows. */
function printedIn(bytes: Uint8Array, sheet: string): ReadonlyMap<string, string> {
  const names = [...partOf(bytes, 'xl/workbook.xml').matchAll(/<definedName name="_xlnm.([^"]*)"[^>]*>([^<]*)</g)]
  const own = names.flatMap(([, name = '', range = '']): [string, string][] => {
    const [of, area = ''] = range.replaceAll('&apos;', "'").split('!')
    return of === `'${sheet}'` ? [[name, area]] : []
  })
  return new Map(own)
}

function achieved(actual: string, target: string, given: Parameters<typeof line>[1] = {}) {
  return line(indicator('jobs', { name: name('Việc làm', 'Jobs'), target: threshold('at_least', target) }), {
    actual: number(actual),
    formula: 'attainment',
    achievement: number(actual).dividedBy(number(target)),
    verdict: 'missed',
    actualPeriod: period('2018'),
    status: 'final',
    ...given,
  })
}

describe('a workbook', () => {
  it('has a sheet for each table, then where it came from, what is said of it and what is doubtful, in the language of the report', async () => {
    expect(sheetNames(await workbookOf(haNam), inflate)).toEqual([
      'Form',
      'Form 2',
      'Completion',
      'Poverty',
      'Notes',
      'Problems',
      'Inputs',
    ])
    expect(sheetNames(await workbookOf(haNam, { lang: 'vi' }), inflate)).toEqual([
      'Biểu báo cáo',
      'Biểu báo cáo 2',
      'Kết quả thực hiện',
      'Hộ nghèo',
      'Ghi chú',
      'Cần kiểm tra',
      'Số liệu đầu vào',
    ])
  })

  it('has the same bytes for the same report, whatever the time', async () => {
    vi.useFakeTimers({ now: new Date('2018-12-31T23:59:59Z') })
    const first = await workbookOf(haNam)
    vi.setSystemTime(new Date('2031-05-06T07:08:09Z'))
    const second = await workbookOf(haNam)
    vi.useRealTimers()
    expect(Buffer.from(second).equals(Buffer.from(first))).toBe(true)
  })

  it('writes characters out that XML does not hold', async () => {
    const note = name('a\uffffb\ufffec\u0001')
    const report = planReport(plan('p'), [achieved('5', '10', { indicator: indicator('jobs', { note }) })])
    const sheet = partOf(await workbookOf({ plans: [report] }), 'xl/worksheets/sheet1.xml')
    const strings = partOf(await workbookOf({ plans: [report] }), 'xl/sharedStrings.xml')
    expect(sheet + strings).toContain('a\\u{ffff}b\\u{fffe}c\\u{1}')
    expect(sheet + strings).not.toMatch(/[\ufffe\uffff]/)
  })

  it('indents a part of a part below its whole', async () => {
    const indicators = [
      indicator('all', { name: name('All') }),
      indicator('part', { name: name('Part'), parent: 'all' }),
      indicator('inner', { name: name('Inner'), parent: 'part' }),
    ]
    const report = planReport(
      plan('p', { indicators }),
      indicators.map((each) => line(each)),
    )
    const rows = rowsOf(await workbookOf({ plans: [report] }), 'Completion')
    expect(rows.map((row) => row['Indicator'])).toEqual(['All', '    Part', '        Inner'])
  })

  it('holds the figures of Hà Nam 2017 as numbers, the verdicts as words', async () => {
    const [jobs, , poverty] = rowsOf(await workbookOf({ plans: [haNam2017()] }), 'Completion')
    expect(jobs).toMatchObject({
      Indicator: 'New jobs',
      Target: '16000',
      Actual: '18923',
      Variance: '2923',
      Completion: '118.26875%',
      'Completion, exact (%)': '118.26875',
      Verdict: 'Exceeded',
    })
    expect(poverty).toMatchObject({ Actual: '3.28%', Completion: '120.0%', 'Target as stated': 'reduce by 0.8 pp' })
  })

  it('leaves cells of what was not reported empty, and puts no 0 into them', async () => {
    const [jobs] = rowsOf(await workbookOf({ plans: [haNam2018()] }), 'Completion')
    expect(jobs).toMatchObject({ Target: '16250', Verdict: 'Not reported' })
    expect(jobs).not.toHaveProperty('Actual')
    expect(jobs).not.toHaveProperty('Completion')
  })

  it('has a live formula beside a completion that is the actual divided by the target, and beside no other', async () => {
    const sheet = partOf(await workbookOf({ plans: [haNam2017()] }), 'xl/worksheets/sheet2.xml')
    // Jobs, labour export and enrolment; the poverty rate is a change achieved.
    expect([...sheet.matchAll(/<f>([^<]*)<\/f>/g)].map(([, formula]) => formula)).toEqual(['G2/F2', 'G3/F3', 'G5/F5'])
  })

  it('shows 15,995 of 16,000 as 99.97%, as the table does', async () => {
    const bytes = await workbookOf({ plans: [planReport(plan('p'), [achieved('15995', '16000')])] })
    expect(partOf(bytes, 'xl/styles.xml')).toContain('formatCode="#,##0.00%"')
    expect(rowsOf(bytes, 'Completion')[0]).toMatchObject({ Completion: '99.96875%' })
  })

  it('shows what is printed where figures are not rounded half-up, and has no formula there', async () => {
    const report = planReport(plan('p', { rounding: 'truncate', decimals: 0 }), [achieved('998', '1000')])
    const bytes = await workbookOf({ plans: [report] })
    expect(rowsOf(bytes, 'Completion')[0]).toMatchObject({ Completion: '99%', 'Completion, exact (%)': '99.8' })
    for (const sheet of [1, 2]) expect(partOf(bytes, `xl/worksheets/sheet${sheet}.xml`)).not.toContain('<f>')
  })

  it('holds a number of more digits than spreadsheets keep as text, to the last digit', async () => {
    const digits = '1234567890123456789'
    const bytes = await workbookOf({ plans: [planReport(plan('p'), [achieved(digits, '7')])] })
    expect(rowsOf(bytes, 'Completion')[0]).toMatchObject({ Actual: digits })
  })

  it('never runs a name as a formula, and keeps signs that would break the file out of it', async () => {
    const hostile = indicator('jobs', {
      name: name('=HYPERLINK("http://x.example","a")'),
      note: name('a\u0000b\u001b<c>&'),
    })
    const bytes = await workbookOf({ plans: [planReport(plan('p'), [line(hostile)])] })
    for (const sheet of [1, 2]) expect(partOf(bytes, `xl/worksheets/sheet${sheet}.xml`)).not.toContain('<f>')
    expect(rowsOf(bytes, 'Completion')[0]).toMatchObject({
      Indicator: '=HYPERLINK("http://x.example","a")',
      Note: 'a\\u{0}b\\u{1b}<c>&',
    })
  })

  it('gives areas a sheet of their own', async () => {
    const north = achieved('5', '10', { area: area('north', { name: name('Bắc', 'North') }) })
    const bytes = await workbookOf({ plans: [planReport(plan('p'), [achieved('5', '20'), north])] })
    expect(rowsOf(bytes, 'Areas')).toMatchObject([{ Area: 'North', Completion: '50.0%' }])
    expect(rowsOf(bytes, 'Completion')).toHaveLength(1)
  })

  it('prints up to the verdict under a repeated head, by names that are quoted as Excel asks for', async () => {
    const bytes = await workbookOf(haNam, { lang: 'vi' })
    const printed = printedIn(bytes, 'Kết quả thực hiện')
    expect(printed.get('Print_Titles')).toBe('$1:$1')
    const last = /^\$A\$1:\$([A-Z])\$\d+$/.exec(printed.get('Print_Area') ?? '')?.[1] ?? ''
    const head = sheetIn(bytes, 'Kết quả thực hiện', inflate)
    const cell = typeof head === 'string' ? undefined : head.rows[0]?.cells[last.charCodeAt(0) - 65]
    expect(cell?.text).toBe('Đánh giá')
  })

  it('begins with a form: its number, the plan, its headings and lines under heads that stand on each page', async () => {
    const bytes = await workbookOf(haNam, { lang: 'vi' })
    const sheet = sheetIn(bytes, 'Biểu báo cáo', inflate)
    const rows = typeof sheet === 'string' ? [] : sheet.rows.map(({ cells }) => cells.map((cell) => cell?.text ?? ''))
    expect(rows[0]?.join('')).toBe('Biểu số 01')
    expect(rows[1]?.[0]).toBe('Chỉ tiêu lao động, xã hội tỉnh Hà Nam năm 2017')
    const heads = ['TT', 'Chỉ tiêu', 'ĐVT', 'Kế hoạch', 'Thực hiện trong kỳ', 'Luỹ kế', '% KH', '% cùng kỳ', 'Ghi chú']
    expect(rows[4]).toEqual(heads)
    expect(rows[5]?.join('')).toBe('Việc làm')
    expect(rows[6]?.slice(0, 6)).toEqual(['1', 'Giải quyết việc làm mới', 'lao động', '16000', '18923', '18923'])
    const printed = printedIn(bytes, 'Biểu báo cáo')
    expect(printed.get('Print_Titles')).toBe('$5:$5')
    expect(printed.get('Print_Area')).toMatch(/^\$A\$1:\$I\$\d+$/)
  })

  it('does not print where the figures came from: an empty cell stands for it', async () => {
    const bytes = await workbookOf(haNam)
    const [, column = '', row] = /^\$([A-Z]+)\$(\d+)$/.exec(printedIn(bytes, 'Inputs').get('Print_Area') ?? '') ?? []
    expect(row).toBe('1')
    const sheet = sheetIn(bytes, 'Inputs', inflate)
    const head = typeof sheet === 'string' ? [] : (sheet.rows[0]?.cells ?? [])
    expect(head.length).toBeGreaterThan(1)
    expect(head[column.charCodeAt(0) - 65]).toBeUndefined()
  })

  it('has the columns of other times where a line has something in them, and none without', async () => {
    const now = achieved('400', '1000', {
      expected: number('500'),
      pace: number('0.8'),
      inPeriod: {
        period: period('2018-05'),
        value: number('90'),
        status: 'final',
        partial: null,
        lastYear: null,
        previous: null,
      },
    })
    const of = async (lines: readonly CompletionLine[]) =>
      rowsOf(await workbookOf({ plans: [planReport(plan('p'), lines, { asOf: day('2018-05-31') })] }), 'Completion')[0]
    expect(await of([now])).toMatchObject({ 'In the month': '90', 'Expected to date': '500', Pace: '80.0%' })
    expect(Object.keys((await of([achieved('400', '1000')])) ?? {})).not.toContain('In the month')
  })

  it('lists the problems with their places', async () => {
    const found = problem('empty-file', { file: 'a.yaml', line: 1, column: 1, length: 1 }, {})
    const bytes = await workbookOf(haNam, { problems: [found] })
    expect(rowsOf(bytes, 'Problems')).toMatchObject([
      { Severity: 'error', Code: 'empty-file', File: 'a.yaml', Line: '1' },
    ])
  })
})

describe.skipIf(!isInstalled('soffice'))('LibreOffice (skipped where soffice is not installed)', () => {
  it('opens the workbook and recalculates to what it shows', { timeout: 120_000 }, async () => {
    // The last two are ties, and their binary fractions lie below them: 233.05% and 0.45%.
    const figures = [
      ['18923', '16000'],
      ['15995', '16000'],
      ['1124', '1050'],
      ['2', '3'],
      ['4661', '2000'],
      ['9', '2000'],
    ] as const
    const rows = figures.map(([actual, target]) => achieved(actual, target))
    const bytes = await workbookOf({ plans: [planReport(plan('p'), rows)] })
    await inFreshFolder(async (folder) => {
      writeFileSync(join(folder, 'report.xlsx'), bytes)
      // The figures as they are shown, from formulas that are calculated anew, of every sheet.
      const asShown = 'csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,true,false,false,-1'
      const home = `-env:UserInstallation=file://${join(folder, 'home')}`
      spawnSync(
        'soffice',
        [home, '--headless', '--convert-to', asShown, '--outdir', folder, join(folder, 'report.xlsx')],
        { env: { ...process.env, LC_ALL: 'C.UTF-8', LANGUAGE: 'en' } },
      )
      const file = readdirSync(folder).find((each) => /Completion.*\.csv$/.test(each)) ?? ''
      const table: Record<string, string>[] = parse(readFileSync(join(folder, file)), { columns: true })
      const shown = ['118.3%', '99.97%', '107.0%', '66.7%', '233.1%', '0.5%']
      expect(table.map((row) => row['Completion'])).toEqual(shown)
      expect(table.map((row) => row['Actual ÷ target (live formula)'])).toEqual(shown)
      expect(table.map((row) => row['Actual'])).toEqual(['18,923', '15,995', '1,124', '2', '4,661', '9'])
    })
  })
})
