import { writeInFolder } from './folder.ts'
import { type OfficeCell, type OfficeSheet, officeWorkbook } from './office.ts'

/*
 * A made-up year of a province: the plan in one workbook, with its districts as columns, and a workbook a district with a
 * sheet a month. Figures follow from small formulas, so that sums of them can be told by arithmetic.
 */

export const districts = [
  ['phu-ly', 'Phủ Lý'],
  ['duy-tien', 'Duy Tiên'],
  ['kim-bang', 'Kim Bảng'],
  ['ly-nhan', 'Lý Nhân'],
  ['thanh-liem', 'Thanh Liêm'],
  ['binh-luc', 'Bình Lục'],
] as const

interface OfficeIndicator {
  readonly no: string
  readonly name: string
  readonly unit: string
  /** Of the first district; that of each other one is larger by as much as `step`. */
  readonly target: number | null
  readonly step: number
  /** What a month of it comes to is this, and so much more each month; of a stock what there is in January. */
  readonly first: number
  readonly more: number
  readonly isStock?: true
}

const indicator = (
  no: string,
  name: string,
  unit: string,
  [target, step]: readonly [number | null, number],
  [first, more]: readonly [number, number],
  isStock?: true,
): OfficeIndicator => ({ no, name, unit, target, step, first, more, ...(isStock && { isStock }) })

export const sections: readonly (readonly [heading: string, ...indicators: OfficeIndicator[]])[] = [
  [
    'VIỆC LÀM',
    indicator('1', 'Số lao động có việc làm mới', 'người', [2400, 100], [190, 5]),
    indicator('', 'Trong đó: nữ', 'người', [1100, 50], [85, 2]),
    indicator('2', 'Số lao động đi làm việc ở nước ngoài', 'người', [160, 10], [12, 1]),
    indicator('3', 'Số người được đào tạo nghề', 'người', [900, 20], [70, 3]),
  ],
  [
    'GIẢM NGHÈO',
    indicator('1', 'Tổng số hộ', 'hộ', [null, 0], [40_000, 10], true),
    indicator('2', 'Số hộ nghèo', 'hộ', [1000, 20], [1300, -30], true),
    indicator('3', 'Tỷ lệ hộ nghèo', '%', [null, 0], [0, 0], true),
    indicator('4', 'Số hộ thoát nghèo', 'hộ', [360, 6], [30, 1]),
  ],
  [
    'Y TẾ, BẢO HIỂM',
    indicator('1', 'Số giường bệnh', 'giường', [300, 15], [280, 2], true),
    indicator('2', 'Số người mới tham gia bảo hiểm y tế', 'người', [9000, 100], [700, 15]),
    indicator('3', 'Số trẻ em được tiêm chủng', 'trẻ', [1500, 30], [110, 4]),
  ],
  [
    'HẠ TẦNG NÔNG THÔN',
    indicator('1', 'Số phòng học xây mới', 'phòng', [12, 1], [1, 0]),
    indicator('2', 'Số xã đạt chuẩn nông thôn mới', 'xã', [12, 0], [1, 0]),
    indicator('3', 'Đường giao thông nông thôn', 'km', [48, 2], [3.5, 0.25]),
    indicator('4', 'Số hộ được cấp nước sạch', 'hộ', [1200, 40], [95, 2]),
  ],
]

/** What a district reports of a month, counted from 1: a flow of that month, or what there is at its end. */
export function reported({ first, more, step, isStock }: OfficeIndicator, district: number, month: number): number {
  const apart = isStock ? step * district : first < 10 ? 0 : district
  return first + more * (month - 1) + apart
}

export const targetIn = ({ target, step }: OfficeIndicator, district: number): number | null =>
  target === null ? null : target + step * district

const isRate = ({ unit }: OfficeIndicator) => unit === '%'

function planSheet(): OfficeSheet {
  const body = sections.flatMap(([heading, ...indicators], index): readonly (readonly OfficeCell[])[] => [
    [['I', 'II', 'III', 'IV'][index] ?? '', heading],
    ...indicators.map((each) => {
      const own = districts.map((_, district) => targetIn(each, district))
      const whole = isRate(each)
        ? 2.5
        : each.target === null
          ? null
          : own.reduce<number>((sum, of) => sum + (of ?? 0), 0)
      return [each.no, each.name, each.unit, whole, ...own]
    }),
  ])
  return {
    name: 'KH 2018',
    merged: ['A4:A5', 'B4:B5', 'C4:C5', 'D4:J4', 'A2:J2'],
    cells: [
      ['ỦY BAN NHÂN DÂN TỈNH'],
      ['CHỈ TIÊU KẾ HOẠCH NĂM 2018'],
      [],
      ['TT', 'Chỉ tiêu', 'ĐVT', 'Kế hoạch năm 2018'],
      ['', '', '', 'Toàn tỉnh', ...districts.map(([, name]) => name)],
      ...body,
      [],
      ['', '', '', '', '', '', '', 'Hà Nam, ngày 15 tháng 12 năm 2017'],
      ['', 'Người lập biểu', '', '', '', '', '', 'CHỦ TỊCH'],
    ],
  }
}

function monthSheet(month: number, district: number): OfficeSheet {
  const body = sections.flatMap(([heading, ...indicators], index): readonly (readonly OfficeCell[])[] => [
    [['I', 'II', 'III', 'IV'][index] ?? '', heading],
    ...indicators
      .filter((each) => !isRate(each))
      .map((each): readonly OfficeCell[] => {
        const value = reported(each, district, month)
        const months = Array.from({ length: month }, (_, at) => reported(each, district, at + 1))
        const toDate = each.isStock ? value : months.reduce((sum, of) => sum + of, 0)
        return [each.no, each.name, each.unit, targetIn(each, district), value, toDate, null, value - 1, '']
      }),
    [],
  ])
  return {
    name: `T${month}`,
    merged: ['A4:A5', 'B4:B5', 'C4:C5', 'D4:D5', 'E4:F4', 'G4:G5', 'H4:H5', 'I4:I5', 'A2:I2'],
    cells: [
      [`PHÒNG LAO ĐỘNG ${(districts[district]?.[1] ?? '').toUpperCase()}`],
      [`BÁO CÁO THÁNG ${month} NĂM 2018`],
      [],
      ['TT', 'Chỉ tiêu', 'ĐVT', 'Kế hoạch năm', 'Thực hiện', '', '% so với KH', 'Cùng kỳ năm trước', 'Ghi chú'],
      ['', '', '', '', 'Trong tháng', 'Luỹ kế'],
      ['A', 'B', 'C', 1, 2, 3, '4=3/1', 5, 6],
      ...body,
      ['', 'Người lập biểu', '', '', '', `Ngày 5 tháng ${month + 1} năm 2018`],
      ['', '', '', '', '', 'TRƯỞNG PHÒNG'],
    ],
  }
}

const months = 9

/** The workbooks, by their paths: the plan, and those of the districts. */
function officeYear(): ReadonlyMap<string, Buffer> {
  const books = districts.map(([id], district): readonly [string, Buffer] => {
    const [first, ...others] = Array.from({ length: months }, (_, at) => monthSheet(at + 1, district))
    return [`bieu/huyen/${id}.xlsx`, officeWorkbook([first as OfficeSheet, ...others])]
  })
  return new Map([['bieu/ke-hoach-2018.xlsx', officeWorkbook([planSheet()])], ...books])
}

export async function writeOfficeYear(folder: string): Promise<void> {
  for (const [path, content] of officeYear()) await writeInFolder(folder, path, content)
}
