import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { inFreshFolder, writeInFolder } from '../support/folder.ts'
import { type OfficeCell, officeWorkbook } from '../support/office.ts'
import { pva } from '../support/run.ts'

/*
 * A workbook as a department keeps it: titles, a head in two rows, numbers of the columns, sections, parts, a total, empty
 * rows, a signature; a sheet a month, with the target, the month, the year to date, last year and the printed percentage.
 */

const jobs = [1390, 1405, 1372]
const last = [1340, 1380, 1400]
const toDate = (month: number) => jobs.slice(0, month).reduce((sum, each) => sum + each, 0)

function month(number: number): readonly (readonly OfficeCell[])[] {
  const total = toDate(number)
  return [
    ['SỞ LAO ĐỘNG - THƯƠNG BINH VÀ XÃ HỘI'],
    [`BÁO CÁO THỰC HIỆN CHỈ TIÊU THÁNG ${number} NĂM 2018`],
    [],
    [
      'TT',
      'Chỉ tiêu',
      'ĐVT',
      'Kế hoạch năm 2018',
      'Thực hiện',
      '',
      '% so với KH',
      '% so với cùng kỳ',
      'Cùng kỳ',
      'Ghi chú',
    ],
    ['', '', '', '', 'Trong tháng', 'Luỹ kế'],
    ['A', 'B', 'C', 1, 2, 3, '4=3/1', '5', 6, 7],
    ['I', 'VIỆC LÀM'],
    [
      1,
      'Số lao động có việc làm mới',
      'người',
      16250,
      jobs[number - 1] ?? 0,
      total,
      '8,6%',
      103.7,
      last[number - 1] ?? 0,
    ],
    ['', 'Trong đó: nữ', 'người', 7900, 690, 690 * number],
    ['1.1', 'Xuất khẩu lao động', 'người', 500, 40 + number, 40 * number + (number * (number + 1)) / 2],
    [2, 'Tỷ lệ lao động qua đào tạo', '%', 62, null, 58.5],
    [],
    ['II', 'GIẢM NGHÈO'],
    [1, 'Tỷ lệ hộ nghèo', '%', '≤ 2,5', null, 3.1],
    ['', 'Cộng', null, 1, 2, 3],
    ['', 'Người lập biểu', null, null, null, `Phủ Lý, ngày 5 tháng ${number + 1} năm 2018`],
    ['', null, null, null, null, 'GIÁM ĐỐC'],
  ]
}

const merged = ['A4:A5', 'B4:B5', 'C4:C5', 'D4:D5', 'E4:F4', 'G4:G5', 'H4:H5', 'I4:I5', 'J4:J5', 'A2:J2']
const book = officeWorkbook([
  { name: 'T1', cells: month(1), merged },
  { name: 'T2', cells: month(2), merged },
  { name: 'T3', cells: month(3), merged },
])

async function inOffice<T>(use: (folder: string) => Promise<T>): Promise<T> {
  return inFreshFolder(async (folder) => {
    await writeInFolder(folder, 'bieu.xlsx', book)
    return use(folder)
  })
}

describe('a draft of a workbook', () => {
  it('is a plan with the cell of each target, and asks what a type or a way would be guessed from', async () => {
    await inOffice(async (folder) => {
      await pva(folder, 'draft bieu.xlsx -o plan.yaml')
      const draft = await readFile(join(folder, 'plan.yaml'), 'utf8')
      expect(draft).toContain('target: 16250 # bieu.xlsx!T1:D8')
      expect(draft).toContain('target: { at_most: 2.5 } # bieu.xlsx!T1:D14')
      expect(draft).toContain("target: '?' # bieu.xlsx!T1:D11: { at_least: 62 } or { at_most: 62 }?")
      // Its year to date is more than its month: it adds up, and nobody needs to be asked.
      expect(draft).not.toContain("type: '?'")
      const { stderr, exit } = await pva(folder, 'validate plan.yaml')
      expect(exit).toBe(2)
      expect(stderr.match(/ error \S+:/g)).toEqual([' error left-open:'])
    })
  })

  it('reads target, month, year to date, last year and printed percentage from one file, each with its cell', async () => {
    await inOffice(async (folder) => {
      await pva(folder, 'draft bieu.xlsx -o plan.yaml')
      const draft = await readFile(join(folder, 'plan.yaml'), 'utf8')
      const answered = draft.replace(/target: '\?' .*/, 'target: { at_least: 62 }')
      await writeInFolder(folder, 'plan.yaml', Buffer.from(answered))
      const { stdout, stderr } = await pva(folder, 'report plan.yaml --format json')
      expect(stderr).toContain('published-disagrees')
      const [first] = JSON.parse(stdout).plans[0].indicators
      const id = 'so-lao-dong-co-viec-lam-moi'
      expect(first).toMatchObject({ id, target: { value: 16250 }, actual: toDate(3), published: { value: 8.6 } })
      // 1,390 + 1,405 + 1,372 against 1,340 + 1,380 + 1,400 of the year before.
      expect(first.lastYear).toMatchObject({ value: 4120, absolute: 47 })
      expect((await pva(folder, `explain ${id} plan.yaml`)).stdout).toContain('bieu.xlsx!T3:F8')
    })
  })

  it('takes no figure of the year to date for one of last year, where last year is empty', async () => {
    await inOffice(async (folder) => {
      await pva(folder, 'draft bieu.xlsx -o plan.yaml')
      const draft = await readFile(join(folder, 'plan.yaml'), 'utf8')
      await writeInFolder(folder, 'plan.yaml', Buffer.from(draft.replace(/target: '\?' .*/, 'target: none')))
      const { stdout } = await pva(folder, 'report plan.yaml --format json')
      const lines: readonly { readonly id: string; readonly lastYear: unknown }[] =
        JSON.parse(stdout).plans[0].indicators
      expect(lines.find(({ id }) => id === 'xuat-khau-lao-dong')?.lastYear).toBeNull()
    })
  })
})

describe('a plan in a table', () => {
  const plan = `
kind: plan
id: p
title: T
period: 2018
numbers: vi
table:
  path: bieu.xlsx
  sheet: T1
  header: [4, 5]
  columns: { no: TT, name: Chỉ tiêu, unit: ĐVT, target: Kế hoạch năm 2018 }
  where: [{ column: Chỉ tiêu, not: Cộng }]
indicators:
  - { id: trained, name: Tỷ lệ lao động qua đào tạo, type: rate, direction: up }
  - { id: poverty, name: Tỷ lệ hộ nghèo, type: poverty-rate }
`

  it('is the plan that its rows would be under `indicators`, with headings as sections and parts as parts', async () => {
    await inOffice(async (folder) => {
      await writeInFolder(folder, 'plan.yaml', Buffer.from(plan))
      const { stdout, stderr } = await pva(folder, 'report plan.yaml --format json')
      expect(stderr).toBe('')
      const lines: readonly Record<string, unknown>[] = JSON.parse(stdout).plans[0].indicators
      const shown = lines.map(({ id, no, type, parent, section }) => [id, no, type, parent, section])
      const whole = 'so-lao-dong-co-viec-lam-moi'
      expect(shown).toEqual([
        [whole, '1', 'count', null, 'viec-lam'],
        ['trong-do-nu', null, 'count', whole, 'viec-lam'],
        ['xuat-khau-lao-dong', '1.1', 'count', whole, 'viec-lam'],
        ['trained', '2', 'rate', null, 'viec-lam'],
        ['poverty', '1', 'poverty-rate', null, 'giam-ngheo'],
      ])
      expect((await pva(folder, 'explain trained plan.yaml')).stdout).toContain('bieu.xlsx!T1:D11')
    })
  })

  it('asks for the type of what is counted in per cent', async () => {
    await inOffice(async (folder) => {
      await writeInFolder(folder, 'plan.yaml', Buffer.from(plan.replace(/ {2}- \{ id: poverty.*/, '')))
      const { stderr, exit } = await pva(folder, 'validate plan.yaml')
      expect(exit).toBe(2)
      expect(stderr).toContain('bieu.xlsx!T1:C14 error missing-key: this indicator has no `type`')
    })
  })

  it('keeps out a plan whose table lacks a column, and says which rows may hold the names', async () => {
    await inOffice(async (folder) => {
      await writeInFolder(folder, 'plan.yaml', Buffer.from(plan.replace('header: [4, 5]', 'header: 2')))
      const { stderr, exit } = await pva(folder, 'validate plan.yaml')
      expect(exit).toBe(2)
      expect(stderr).toContain('header: 4')
    })
  })
})
