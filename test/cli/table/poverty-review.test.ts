import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { inFreshFolder } from '../../support/folder.ts'
import { outcomeOf } from '../../support/pva.ts'
import { workbook } from '../../support/workbooks.ts'

const terminal = { isTTY: false, columns: undefined }
const around = { env: { LANG: 'en_US.UTF-8' }, today: '2025-01-15', stdin: Buffer.alloc(0), terminal }
const pva = (folder: string, command: string) => outcomeOf({ ...around, folder, command })

type Cell = string | number | null
type Rows = readonly (readonly Cell[])[]

/** What stands in `<sheetData>`; `formats`: the style of cells of these columns. */
const xml = (rows: Rows) =>
  rows
    .map((cells, row) => {
      const written = cells.map((cell, column) => {
        const ref = `${String.fromCharCode(65 + column)}${row + 1}`
        if (cell === null) return ''
        return typeof cell === 'number'
          ? `<c r="${ref}"><v>${cell}</v></c>`
          : `<c r="${ref}" t="str"><v>${cell}</v></c>`
      })
      return `<row r="${row + 1}">${written.join('')}</row>`
    })
    .join('')

const plan = (table: string) => `kind: plan
id: review
title: Review
period: 2024
table: ${table}
`

interface Line {
  readonly id: string
  readonly area: string | null
  readonly actual: number | null
  readonly change: { from: { poor: number; value: number }; movements: unknown } | null
  readonly movements: unknown
}

async function linesIn(folder: string, file: string): Promise<readonly Line[]> {
  const { stdout, stderr } = await pva(folder, `pva report ${file} --format json`)
  expect(stderr).toBe('')
  return JSON.parse(stdout).plans[0].indicators
}

describe('the forms of 2021, with rows of households and of persons', () => {
  const head = [
    ['Mẫu số 7.2. TỔNG HỢP DIỄN BIẾN HỘ NGHÈO'],
    [
      'STT',
      'Đơn vị',
      'Phân tổ',
      'Tổng số hộ nghèo đầu kỳ',
      'Số hộ thoát nghèo',
      null,
      'Số hộ khác giảm',
      'Số hộ cận nghèo trở thành',
      'Số hộ nghèo bổ sung',
      null,
      'Số hộ khác tăng',
      'Tổng số hộ nghèo cuối kỳ',
    ],
    [null, null, null, null, 'Trở thành cận nghèo', 'Vượt chuẩn cận nghèo', null, null, 'Tái nghèo', 'Phát sinh mới'],
    ['A', 'B', 'C', '1', '2', '3', '4', '5', '6', '7', '8', '9=1-2-3-4+5+6+7+8'],
  ]
  const merged = ['E2:F2', 'I2:J2', ...[...'ABCDGHKL'].map((column) => `${column}2:${column}3`), 'A5:A6', 'B5:B6']
  const rows = (end: number) => [
    ...head,
    [1, 'Xã An Nội', 'Hộ', 65, 20, 9, 2, 5, 1, 4, 0, end],
    [null, null, 'Nhân khẩu', 260, 81, 33, 8, 21, 3, 14, 0, 176],
    ['Tổng cộng', null, 'Hộ', 65, 20, 9, 2, 5, 1, 4, 0, 44],
    [null, null, 'Nhân khẩu', 260, 81, 33, 8, 21, 3, 14, 0, 176],
  ]
  const summary = [
    ['STT', 'Đơn vị', 'Tổng số hộ dân cư', null, 'Kết quả rà soát về hộ (chính thức)', null],
    [null, null, 'Số hộ', 'Nhân khẩu', 'Số hộ', 'Tỷ lệ'],
    [1, 'Xã An Nội', 1100, 4400, 44, 4],
  ]
  const filed = async (folder: string, end: number) => {
    const others = [{ name: '7.1', rows: xml(summary), merged: ['C1:D1', 'E1:F1', 'A1:A2', 'B1:B2'] }]
    await writeFile(join(folder, 'form.xlsx'), workbook({ rows: xml(rows(end)), sheet: '7.2', merged, others }))
    await writeFile(join(folder, 'plan.yaml'), plan('{ form: poverty-review, path: form.xlsx }'))
  }

  it('adds up what one movement is split into, and takes who is poor now off the others', async () => {
    await inFreshFolder(async (folder) => {
      await filed(folder, 44)
      const rows = await linesIn(folder, 'plan.yaml')
      const of = (id: string) => rows.find((row) => row.id === id && row.area === 'xa-an-noi')
      // 65 − (20 + 9) + 1 + 4 + (5 + 0 − 2) = 44; 260 − 114 + 3 + 14 + 13 = 176.
      expect(of('poverty-rate')).toMatchObject({
        actual: 4,
        movements: { start: 65, escaped: 29, relapsed: 1, new: 4, other: 3, end: 44, gap: 0 },
      })
      expect(of('poverty-rate-persons')).toMatchObject({
        actual: 4,
        measured: 'persons',
        movements: { start: 260, escaped: 114, relapsed: 3, new: 14, other: 13, end: 176, gap: 0 },
      })
    })
  })

  it('names the cells of what does not add up', async () => {
    await inFreshFolder(async (folder) => {
      await filed(folder, 45)
      const { stdout } = await pva(folder, 'pva validate plan.yaml --format json')
      const told = JSON.parse(stdout).problems.map(({ code, cell }: { code: string; cell: string }) => [code, cell])
      expect(told).toEqual([
        ['movements-do-not-balance', 'L5'],
        ['total-disagrees', 'L7'],
      ])
      const { stdout: explained } = await pva(folder, 'pva explain poverty-rate plan.yaml')
      expect(explained).toContain('form.xlsx!7.2:E5:F5')
    })
  })
})

describe('a form that is written', () => {
  const amount = fc.integer({ min: 0, max: 400 })
  const commune = fc.record({
    start: fc.integer({ min: 1200, max: 3000 }),
    escaped: fc.option(amount, { nil: null }),
    relapsed: fc.option(amount, { nil: null }),
    new: amount,
    other: fc.option(fc.integer({ min: -200, max: 200 }), { nil: null }),
    gap: fc.constantFrom(0, 0, 0, 7),
    households: fc.integer({ min: 5000, max: 90_000 }),
    minority: amount,
  })
  const districts = fc.array(fc.array(commune, { minLength: 1, maxLength: 3 }), { minLength: 1, maxLength: 4 })

  it('says the same once it is read', async () => {
    await fc.assert(
      fc.asyncProperty(districts, async (given) => {
        const areas = given.flatMap((communes, d) => [
          `  - { id: huyen-d${d}, name: Huyện D${d} }`,
          ...communes.map((_, c) => `  - { id: xa-${d}x${c}, name: Xã ${d}x${c}, parent: huyen-d${d} }`),
        ])
        const all = given.flatMap((communes, d) => communes.map((own, c) => [`xa-${d}x${c}`, own] as const))
        const end = (own: (typeof all)[number][1]) =>
          own.start - (own.escaped ?? 0) + (own.relapsed ?? 0) + own.new + (own.other ?? 0) + own.gap
        const indicator = (id: string, name: string, starts: readonly string[]) =>
          `  - { id: ${id}, name: ${name}, type: poverty-rate, measured: households, target: none, baseline: { period: 2023, areas: { ${starts.join(', ')} } } }`
        const yaml = [
          'kind: plan',
          'id: review',
          'title: Review',
          'period: 2024',
          'areas:',
          ...areas,
          'indicators:',
          indicator(
            'poverty-rate',
            'Tỷ lệ hộ nghèo',
            all.map(([id, { start }]) => `${id}: { poor: ${start}, rate: 12.5 }`),
          ),
          indicator(
            'minority-poverty-rate',
            'Tỷ lệ hộ nghèo DTTS',
            all.map(([id, own]) => `${id}: { poor: ${own.minority} }`),
          ),
          '---',
          'kind: actuals',
          'plan: review',
          'period: 2024',
          'observations:',
          ...all.flatMap(([id, own]) => [
            `  - { indicator: poverty-rate, area: ${id}, poor: ${end(own)}, households: ${own.households}, escaped: ${own.escaped ?? '~'}, relapsed: ${own.relapsed ?? '~'}, new: ${own.new}, other: ${own.other ?? '~'} }`,
            `  - { indicator: minority-poverty-rate, area: ${id}, poor: ${own.minority} }`,
          ]),
        ].join('\n')
        await inFreshFolder(async (folder) => {
          await writeFile(join(folder, 'given.yaml'), yaml)
          await writeFile(join(folder, 'back.yaml'), plan('{ form: poverty-review, path: form.xlsx }'))
          await pva(folder, 'pva poverty given.yaml --format review-form -o form.xlsx')
          const read = async (file: string) => {
            const { stdout } = await pva(folder, `pva report ${file} --format json`)
            const rows: readonly Line[] = JSON.parse(stdout).plans[0].indicators
            return rows
              .filter(({ area }) => area?.startsWith('xa-'))
              .map(({ id, area, actual, change, movements }) => ({ id, area, actual, change, movements }))
          }
          expect(await read('back.yaml')).toEqual(await read('given.yaml'))
        })
      }),
      { numRuns: 25 },
    )
  })
})
