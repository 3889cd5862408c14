import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { inFreshFolder, writeInFolder } from '../support/folder.ts'
import { isInstalled, pva } from '../support/run.ts'
import { type WorkbookParts, workbook } from '../support/workbooks.ts'

const plan = `
kind: plan
id: ha-nam-2018
title: Hà Nam 2018
period: 2018
numbers: vi
areas: [{ id: phu-ly, name: Phủ Lý }]
indicators:
  - { id: jobs, name: Việc làm, target: 16.250 }
  - id: poverty-rate
    type: poverty-rate
    standard: 2016-2020
    name: Tỷ lệ hộ nghèo
    baseline: { period: 2017, rate: "3,28" }
    target: { reduce_by: "0,3" }
`

const text = (reference: string, content: string) => `<c r="${reference}" t="inlineStr"><is><t>${content}</t></is></c>`
const head = `<row r="1">${text('A1', 'indicator')}${text('B1', 'period')}${text('C1', 'value')}</row>`

/** What the program makes of a plan and a workbook `results.xlsx` beside it. */
function reported(
  parts: WorkbookParts,
  files: Readonly<Record<string, string>> = {},
  command = 'report . results.xlsx',
) {
  return inFreshFolder(async (folder) => {
    await writeInFolder(folder, 'plan.yaml', Buffer.from(plan))
    await writeInFolder(folder, 'results.xlsx', workbook(parts))
    for (const [path, content] of Object.entries(files)) await writeInFolder(folder, path, Buffer.from(content))
    return pva(folder, `${command} --format json`)
  })
}

const actualsIn = (stdout: string) =>
  JSON.parse(stdout).plans[0].indicators.map(({ actual }: { actual: number | null }) => actual)

describe('results in a workbook', () => {
  it('are numbers as they were typed, whatever notation the file is in, and know their cells', async () => {
    const rows = `${head}<row r="4">${text('A4', 'jobs')}<c r="B4"><v>2018</v></c><c r="C4"><v>18923.5</v></c></row>`
    const { stdout, exit } = await reported({ rows }, {}, 'report . results.xlsx --numbers vi')
    expect(exit).toBe(0)
    expect(actualsIn(stdout)).toEqual([18923.5, null])
    expect(JSON.parse(stdout).plans[0].indicators[0].inputs).toContainEqual(
      expect.objectContaining({
        file: 'results.xlsx',
        line: 4,
        column: 3,
        sheet: 'Sheet1',
        cell: 'C4',
        written: '18923.5',
      }),
    )
  })

  it('are read in the notation that is stated where they are text, and asked about where none is', async () => {
    const rows = `${head}<row r="2">${text('A2', 'jobs')}${text('B2', '2018')}${text('C2', '18.923')}</row>`
    const vi = await reported({ rows }, {}, 'report . results.xlsx --numbers vi')
    expect(actualsIn(vi.stdout)).toEqual([18923, null])
    const { stderr, exit } = await reported({ rows })
    expect(exit).toBe(2)
    expect(stderr).toContain('results.xlsx!Sheet1:C2 error ambiguous-number: 18.923 could be 18.923 or 18,923')
  })

  it('are rates where their cells are shown as percentages', async () => {
    const rows = `${head}<row r="2">${text('A2', 'poverty-rate')}${text('B2', '2018')}<c r="C2" s="1"><v>2.7300000000000001E-2</v></c></row>`
    const { stdout } = await reported({ rows, formats: ['0.00%'] })
    expect(JSON.parse(stdout).plans[0].indicators[1]).toMatchObject({ actual: 2.73, achievement: 183.333333333333 })
  })

  it('are taken from the sheet that a file of results names, and from days that are cells of days', async () => {
    const rows = `<row r="1">${text('A1', 'ngày')}${text('B1', 'số')}</row>${['43101', '43200', '43465']
      .map(
        (day, index) =>
          `<row r="${index + 2}"><c r="A${index + 2}" s="1"><v>${day}</v></c><c r="B${index + 2}"><v>5000</v></c></row>`,
      )
      .join('')}`
    const file = `
kind: actuals
plan: ha-nam-2018
basis: increment
table:
  path: results.xlsx
  sheet: Năm 2018
  rows: register
  indicator: jobs
  columns: { value: số }
  period: { from: ngày, by: quarter }
`
    const parts = { rows: '', sheet: 'Bìa', others: [{ name: 'Năm 2018', rows }], formats: ['dd/mm/yyyy'] }
    const { stdout, stderr } = await reported(parts, { 'results.yaml': file }, 'report .')
    expect(stderr).toBe('')
    expect(actualsIn(stdout)).toEqual([15000, null])
    const missing = await reported(parts, { 'results.yaml': file.replace('Năm 2018', 'Năm 2019') }, 'report .')
    expect(missing.exit).toBe(2)
    expect(missing.stderr).toContain('results.yaml:7:10 error bad-workbook: results.xlsx has no sheet `Năm 2019`')
    expect(missing.stderr).toContain('It has Bìa, Năm 2018.')
  })

  it('are not taken for missing where a formula was never calculated', async () => {
    const rows = `${head}<row r="2">${text('A2', 'jobs')}${text('B2', '2018')}<c r="C2"><f>8000+9000</f></c></row>`
    const { stderr, exit } = await reported({ rows })
    expect(exit).toBe(2)
    expect(stderr).toContain('results.xlsx!Sheet1:C2 error not-a-number: "=8000+9000" is not a number')
  })

  it('are of the month or the year that the cell of a day shows', async () => {
    const row = (number: number, style: number, value: number) =>
      `<row r="${number}">${text(`A${number}`, 'jobs')}<c r="B${number}" s="${style}"><v>43435</v></c><c r="C${number}"><v>${value}</v></c></row>`
    const ofYear = await reported({ rows: head + row(2, 2, 16000), formats: ['mm/yyyy', 'yyyy'] })
    expect(actualsIn(ofYear.stdout)).toEqual([16000, null])
    const ofMonth = await reported({ rows: head + row(2, 1, 16000), formats: ['mm/yyyy', 'yyyy'] })
    expect(ofMonth.stderr).toContain('basis-not-stated: 2018-12 starts after the plan')
  })

  it('are of the area that merged cells name over all of their rows and no others', async () => {
    const areas = 'areas: [{ id: a, name: A }, { id: b, name: B }]'
    const number = (reference: string, value: number) => `<c r="${reference}"><v>${value}</v></c>`
    const rows = [
      `${text('A1', 'indicator')}${text('B1', 'period')}${text('C1', 'area')}${text('D1', 'value')}`,
      `${text('A2', 'jobs')}${text('B2', '2018-Q1')}${text('C2', 'a')}${number('D2', 600)}`,
      `${text('A3', 'jobs')}${text('B3', '2018-Q2')}${number('D3', 40)}`,
      `${text('A4', 'jobs')}${text('B4', '2018-Q3')}`,
      `${text('A5', 'jobs')}${text('B5', '2018-Q4')}${number('D5', 400)}`,
    ]
    const sheet = rows.map((cells, index) => `<row r="${index + 1}">${cells}</row>`).join('')
    const merged = ['C2:C4', 'D3:D4']
    const { stderr, exit } = await reported(
      { rows: sheet, merged },
      { 'plan.yaml': plan.replace(/^areas: .*$/m, areas) },
    )
    expect(exit).toBe(2)
    expect(stderr.match(/error missing-area/g)).toHaveLength(1)
    expect(stderr).toContain('results.xlsx!Sheet1:C5 error missing-area')
    const filled = await reported(
      { rows: sheet.replace(text('B5', '2018-Q4'), text('B5', '2018-Q4') + text('C5', 'b')), merged },
      { 'plan.yaml': plan.replace(/^areas: .*$/m, areas) },
      'report . results.xlsx --by area --basis increment',
    )
    expect(JSON.parse(filled.stdout).plans[0].indicators[0].actual).toBe(1040)
  })

  it('stand in a cell of a sheet wherever their place is told', async () => {
    const rows = `${head}<row r="3">${text('A3', 'jobs')}${text('B3', '2018')}<c r="C3"><v>15000</v></c></row>`
    await inFreshFolder(async (folder) => {
      await writeInFolder(folder, 'plan.yaml', Buffer.from(plan))
      await writeInFolder(folder, 'results.xlsx', workbook({ rows, sheet: 'T1' }))
      const files = 'plan.yaml results.xlsx'
      const said = async (command: string) => (await pva(folder, command)).stdout
      expect(await said(`explain jobs ${files}`)).toContain('results.xlsx!T1:C3')
      expect(await said(`report ${files} --format csv`)).toMatch(/,T1,C3,/m)
      expect(await said(`report ${files} --format junit`)).toContain('results.xlsx!T1:C3')
      expect(await said(`report ${files} --format html`)).toContain('results.xlsx!T1:C3')
      expect(await said(`check ${files} --min 98%`)).toContain('results.xlsx!T1:C3')
      expect(await said(`check ${files} --min 98% --format json`)).toContain('"cell": "C3"')
      expect(await said(`check ${files} --min 98% --format csv`)).toContain(',T1,C3')
      const github = await said(`check ${files} --min 98% --format github`)
      expect(github).toMatch(/^::error file=results\.xlsx,title=[a-z-]+::results\.xlsx!T1:C3%0A/m)
      const sarif = JSON.parse(await said(`check ${files} --min 98% --format sarif`))
      const [result] = sarif.runs[0].results
      expect(result.locations).toEqual([
        {
          physicalLocation: { artifactLocation: { uri: 'results.xlsx' } },
          logicalLocations: [{ fullyQualifiedName: 'T1:C3' }],
        },
      ])
      expect(result.message.text).toMatch(/^results\.xlsx!T1:C3\n/)
    })
  })

  it('are looked for below their names, which a title stands above', async () => {
    const rows = `<row r="1">${text('A1', 'BÁO CÁO')}</row>${head.replaceAll('1"', '4"')}`
    const { stderr, exit } = await reported({ rows })
    expect(exit).toBe(2)
    expect(stderr).toContain('results.xlsx!Sheet1:A1 error missing-column: this table has no column `indicator`')
    expect(stderr).toContain('`header: 4` (indicator, period, value)')
  })

  it('are read from workbooks with macros, and asked for anew where the format is another', async () => {
    const rows = `${head}<row r="2">${text('A2', 'jobs')}${text('B2', '2018')}<c r="C2"><v>16000</v></c></row>`
    const old = Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(1000)])
    await inFreshFolder(async (folder) => {
      await writeInFolder(folder, 'plan.yaml', Buffer.from(plan))
      await writeInFolder(folder, 'results.xlsm', workbook({ rows }))
      await writeInFolder(folder, 'results.xls', old)
      const { stdout } = await pva(folder, 'report plan.yaml results.xlsm --format json')
      expect(actualsIn(stdout)).toEqual([16000, null])
      const { stderr } = await pva(folder, 'report plan.yaml results.xls')
      expect(stderr).toContain('results.xls:1:1 error bad-workbook: this is an old Excel workbook (.xls)')
    })
  })

  it('are as though they were not there where the mapping says so of what the workbook hides', async () => {
    const row = (number: number, area: string, value: number, hidden = '') =>
      `<row r="${number}"${hidden}>${text(`A${number}`, area)}<c r="B${number}"><v>${value}</v></c><c r="C${number}"><v>1</v></c></row>`
    const names = `<row r="1">${text('A1', 'ward')}${text('B1', 'jobs')}${text('C1', 'trained')}</row>`
    const rows = [
      names,
      row(2, 'phu-ly', 200),
      row(3, 'phu-ly', 30, ' hidden="1"'),
      row(4, 'phu-ly', 4, ' ht="0"'),
    ].join('')
    const read = async (key: string, value = 'jobs') => {
      const mapping = `{ path: results.xlsx, indicator: jobs, columns: { area: ward, value: ${value} }, rows: register${key} }`
      const document = `{ kind: actuals, plan: ha-nam-2018, period: 2018, table: ${mapping} }`
      const files = { 'results.yaml': document }
      const parts = { rows, columns: '<col min="3" max="9" hidden="1"/>' }
      const { stdout, stderr } = await reported(parts, files, 'report plan.yaml results.yaml')
      return { actual: actualsIn(stdout)[0] ?? null, codes: stderr.match(/(?<=(?:warning|error) )[a-z-]+/g) }
    }
    expect(await read('')).toEqual({ actual: 234, codes: ['hidden-cells'] })
    expect(await read(', hidden: read')).toEqual({ actual: 234, codes: null })
    expect(await read(', hidden: skip')).toEqual({ actual: 200, codes: null })
    expect(await read('', 'trained')).toEqual({ actual: 3, codes: ['hidden-cells', 'hidden-cells'] })
    expect(await read(', hidden: skip', 'trained')).toEqual({ actual: null, codes: ['missing-column'] })
  })

  it('are of the first sheet that is seen where the mapping passes over what is hidden', async () => {
    const sheet = (value: number) =>
      `${head}<row r="2">${text('A2', 'jobs')}${text('B2', '2018')}<c r="C2"><v>${value}</v></c></row>`
    const parts = { rows: sheet(1), state: 'veryHidden', others: [{ name: 'seen', rows: sheet(2) }] }
    const read = async (key: string) => {
      const columns = 'columns: { indicator: indicator, period: period, value: value }'
      const document = `{ kind: actuals, plan: ha-nam-2018, table: { path: results.xlsx, ${columns}${key} } }`
      const { stdout, stderr } = await reported(parts, { 'results.yaml': document }, 'report plan.yaml results.yaml')
      return [actualsIn(stdout)[0], stderr.includes('results.xlsx!Sheet1:A1 warning hidden-cells')]
    }
    expect(await read('')).toEqual([1, true])
    expect(await read(', sheet: Sheet1')).toEqual([1, false])
    expect(await read(', hidden: skip')).toEqual([2, false])
  })

  it('are no numbers where a formula failed or a cell says yes', async () => {
    const rows = `${head}<row r="2">${text('A2', 'jobs')}${text('B2', '2018')}<c r="C2" t="e"><v>#DIV/0!</v></c></row>`
    const failed = await reported({ rows })
    expect(failed.exit).toBe(2)
    expect(failed.stderr).toContain('results.xlsx!Sheet1:C2 error not-a-number')
    const yes = await reported({ rows: rows.replace('t="e"><v>#DIV/0!', 't="b"><v>1') })
    expect(yes.exit).toBe(2)
  })
})

describe.skipIf(!isInstalled('soffice'))('a workbook of LibreOffice (skipped where soffice is not installed)', () => {
  it('is read with its texts, numbers and percentages', { timeout: 120_000 }, async () => {
    await inFreshFolder(async (folder) => {
      await writeInFolder(folder, 'plan.yaml', Buffer.from(plan))
      await writeInFolder(
        folder,
        'table.csv',
        Buffer.from('indicator,period,value\njobs,2018,18923\npoverty-rate,2018,2.73%\n'),
      )
      const home = `-env:UserInstallation=file://${join(folder, 'home')}`
      const args = [
        home,
        '--headless',
        '--infilter=CSV:44,34,76,1,,1033,false,true',
        '--convert-to',
        'xlsx',
        '--outdir',
        folder,
      ]
      spawnSync('soffice', [...args, join(folder, 'table.csv')], { env: { ...process.env, LC_ALL: 'C.UTF-8' } })
      const { stdout, stderr } = await pva(folder, 'report plan.yaml table.xlsx --format json')
      expect(stderr).toBe('')
      expect(actualsIn(stdout)).toEqual([18923, 2.73])
    })
  })
})
