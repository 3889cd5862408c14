import type { Language } from '../../model/figure.ts'
import type { Suggestion } from '../../model/suggestion.ts'
import { passedReasons } from '../../model/table.ts'
import { safeText, visibleText } from '../../render/figure/safe-text.ts'
import type { LostTable } from '../input/load.ts'
import { TABLE_NAME } from '../table/table-name.ts'
import type { TableCounts } from '../table/tables.ts'
import type { WriteFailure } from './output.ts'
import type { Stage } from './progress.ts'

/** Why starter files were not written. */
export interface StartFailure {
  readonly why: Exclude<WriteFailure['why'], 'is-input'> | 'exists'
  readonly detail: string
}

/** Words of the command line; all others are in `render`. */
const en = {
  skipped: (count: number) =>
    count === 1
      ? 'Skipped 1 file without `kind: plan`, `kind: actuals` or `kind: claims`.'
      : `Skipped ${count} files without \`kind: plan\`, \`kind: actuals\` or \`kind: claims\`.`,
  /** Tables in folders that nobody named. */
  passedTables: (paths: readonly string[]) =>
    paths.length === 1
      ? `1 table was not read: ${tablesShown(paths)}. In folders only YAML and JSON are read; name the table as well.`
      : `${paths.length} tables were not read: ${tablesShown(paths)}. In folders only YAML and JSON are read; name the tables as well, for example ${alike(paths)}.`,
  /** Tables of documents that cannot be read as they are. */
  lostTables: (lost: readonly LostTable[]) =>
    `${lost.length === 1 ? '1 table was not read, since the file' : `${lost.length} tables were not read, since the files`} that name${lost.length === 1 ? 's it has' : ' them have'} errors (${documentsShown(lost)}): ${tablesShown(lost.map(({ table }) => table))}.`,
  /** Cells that say that nothing was reported, in texts that nobody named. */
  missingMarks: ({ table, passed: { marks } }: TableCounts) =>
    `${visibleText(table)}: ${cellsHold(marks, 'cell holds', 'cells hold')}, read as not reported. \`missing:\` says which texts mean that.`,
  /** Every row of a table is read, passed over or refused. */
  rowCounts: ({ table, rows, refused, passed }: TableCounts) => {
    const left = passedReasons.filter((why) => passed.rows[why] > 0)
    const reasons = { blank: 'empty or headings', where: 'by `where`', code: 'by `skip`', outside: 'of other times' }
    const read = rows - refused - left.reduce((sum, why) => sum + passed.rows[why], 0)
    const others = left.map((why) => `${passed.rows[why]} passed over (${reasons[why]})`)
    return `${visibleText(table)}: ${plural(rows, 'row')}: ${[`${read} read`, ...others, `${refused} refused`].join(', ')}.`
  },
  /** Plans whose period does not hold the reporting period. */
  outside: (plans: readonly string[], period: string) =>
    plans.length === 1
      ? `Left out 1 plan whose period does not contain ${period}: ${listed(plans)}.`
      : `Left out ${plans.length} plans whose periods do not contain ${period}: ${listed(plans)}.`,
  incomplete: 'The result is incomplete: figures affected by the errors above are left out.',
  notWritten: (file: string, { why, detail }: WriteFailure) => {
    const reasons: Record<WriteFailure['why'], string> = {
      'is-input': 'it is one of the inputs. Give `-o` another name',
      'is-folder': 'it is a folder. Give `-o` the name of a file',
      'no-folder': 'its folder does not exist. Make the folder first',
      'no-permission': 'permission denied. Give `-o` a file that you can write',
      'disk-full': 'the disk is full. Free some space, or give `-o` a file on another disk',
      'size-limit': 'the system does not allow files this large. Raise the limit (`ulimit -f`)',
      other: detail,
    }
    const kept = why === 'no-folder' ? '' : ' The existing file is unchanged.'
    return `${file} was not written: ${reasons[why]}.${kept}`
  },
  notPrinted: ({ why, detail }: WriteFailure) => {
    const reasons: Partial<Record<WriteFailure['why'], string>> = {
      'disk-full': 'the disk is full. Free some space',
      'size-limit': 'the system does not allow files this large. Raise the limit (`ulimit -f`)',
    }
    return `the result was not written to standard output in full: ${reasons[why] ?? detail}.`
  },
  /** `problems`: `1 error, 2 warnings`; empty where there are none. */
  validated: (plans: number, files: number, problems: string) => {
    const read = plural(files, 'file')
    return `${plans === 0 ? read : `${plural(plans, 'plan')} in ${read}`}: ${problems || 'no problems'}.`
  },
  folderGone: 'the current folder no longer exists. Change to another one (`cd`) and try again.',
  notForTerminal: 'a workbook cannot be shown in a terminal. Add `-o report.xlsx`.',
  noSuchIndicator: (id: string, suggestion: Suggestion) =>
    `no plan has an indicator \`${id}\`.${nearest(suggestion, 'Did you mean', 'Nearest')}`,
  noSuchBreakdown: (by: string, ways: string) => `no plan has a breakdown \`${by}\`. \`--by\` can be ${ways}.`,
  /** Of the line that shows how far the reading of tables has come. */
  progress: {
    /** The stage, before its progress; nothing for plain reading. */
    stages: {
      unpacking: 'unpacking ',
      copying: 'copying ',
      reading: '',
      'adding-up': 'adding up ',
      'finding-rows': 'finding rows ',
      waiting: 'waiting for the database, ',
    } satisfies Record<Stage, string>,
    aSecond: '/s',
    seconds: (count: number) => `${count} s`,
    secondsLeft: (count: number) => `${count} s left`,
    minutesLeft: (count: number) => `${count} min left`,
    /** Of decimals. */
    point: '.',
  },
  started: (files: readonly string[], next: string) =>
    `${files.map((file) => `Wrote ${file}`).join('\n')}\nThe figures are invented: replace them with your own. To see the report:\n  ${next}`,
  notStarted: (file: string, { why, detail }: StartFailure) => {
    const reasons: Record<StartFailure['why'], string> = {
      exists: 'it already exists. Give `pva init` another folder, or move the file',
      'is-folder': 'it is a folder. Give `pva init` another folder',
      'no-folder': 'a file has the name of its folder. Give `pva init` another folder',
      'no-permission': 'permission denied. Give `pva init` a folder that you can write to',
      'disk-full': 'the disk is full. Free some space, or give `pva init` a folder on another disk',
      'size-limit': 'the system does not allow files this large. Raise the limit (`ulimit -f`)',
      other: detail,
    }
    return `${file} was not written: ${reasons[why]}. Nothing was written.`
  },
}

export type CliWords = typeof en

const vi: CliWords = {
  skipped: (count) => `Bỏ qua ${count} tệp: không ghi \`kind: plan\`, \`kind: actuals\` hoặc \`kind: claims\`.`,
  passedTables: (paths) =>
    `Chưa đọc ${paths.length} bảng: ${tablesShown(paths)}. Trong thư mục chỉ đọc tệp YAML và JSON: hãy nêu thêm tên bảng${paths.length === 1 ? '' : `, ví dụ ${alike(paths)}`}.`,
  lostTables: (lost) =>
    `Chưa đọc ${lost.length} bảng vì tệp khai báo bảng còn lỗi (${documentsShown(lost)}): ${tablesShown(lost.map(({ table }) => table))}.`,
  missingMarks: ({ table, passed: { marks } }) =>
    `${visibleText(table)}: ${cellsHold(marks, 'ô ghi', 'ô ghi')}, coi là chưa có số liệu. \`missing:\` nêu các ký hiệu có nghĩa như vậy.`,
  rowCounts: ({ table, rows, refused, passed }) => {
    const left = passedReasons.filter((why) => passed.rows[why] > 0)
    const reasons = { blank: 'trống hoặc đề mục', where: 'theo `where`', code: 'theo `skip`', outside: 'thuộc kỳ khác' }
    const read = rows - refused - left.reduce((sum, why) => sum + passed.rows[why], 0)
    const others = left.map((why) => `bỏ qua ${passed.rows[why]} (${reasons[why]})`)
    return `${visibleText(table)}: ${rows} dòng: đọc ${read}, ${[...others, `không đọc được ${refused}`].join(', ')}.`
  },
  outside: (plans, period) => `Bỏ qua ${plans.length} kế hoạch không bao gồm ${period}: ${listed(plans)}.`,
  incomplete: 'Kết quả chưa đầy đủ: không tính những số liệu liên quan đến các lỗi trên.',
  notWritten: (file, { why, detail }) => {
    const reasons: Record<WriteFailure['why'], string> = {
      'is-input': 'đây là một tệp đầu vào. Hãy chọn tên khác cho `-o`',
      'is-folder': 'đây là một thư mục. Hãy ghi tên tệp sau `-o`',
      'no-folder': 'thư mục chứa tệp không tồn tại. Hãy tạo thư mục trước',
      'no-permission': 'không có quyền ghi. Hãy chọn tệp khác cho `-o`',
      'disk-full': 'ổ đĩa đã đầy. Hãy giải phóng dung lượng hoặc ghi sang ổ đĩa khác',
      'size-limit': 'hệ thống không cho tạo tệp lớn như vậy. Hãy nâng giới hạn (`ulimit -f`)',
      other: detail,
    }
    const kept = why === 'no-folder' ? '' : ' Nội dung cũ vẫn giữ nguyên.'
    return `Không ghi được ${file}: ${reasons[why]}.${kept}`
  },
  notPrinted: ({ why, detail }) => {
    const reasons: Partial<Record<WriteFailure['why'], string>> = {
      'disk-full': 'ổ đĩa đã đầy. Hãy giải phóng dung lượng',
      'size-limit': 'hệ thống không cho tạo tệp lớn như vậy. Hãy nâng giới hạn (`ulimit -f`)',
    }
    return `Không ghi được đầy đủ kết quả ra đầu ra chuẩn: ${reasons[why] ?? detail}.`
  },
  validated: (plans, files, problems) => {
    const read = `${files} tệp`
    return `${plans === 0 ? read : `${plans} kế hoạch trong ${read}`}: ${problems || 'không có vấn đề nào'}.`
  },
  folderGone: 'thư mục đang làm việc không còn tồn tại. Hãy chuyển sang thư mục khác (`cd`) rồi chạy lại.',
  notForTerminal: 'tệp Excel không hiện được trên màn hình dòng lệnh. Hãy thêm `-o report.xlsx`.',
  noSuchIndicator: (id, suggestion) =>
    `không có kế hoạch nào có chỉ tiêu \`${id}\`.${nearest(suggestion, 'Có phải là', 'Gần nhất')}`,
  noSuchBreakdown: (by, ways) => `không có kế hoạch nào phân tổ theo \`${by}\`. \`--by\` có thể là ${ways}.`,
  progress: {
    stages: {
      unpacking: 'giải nén ',
      copying: 'sao chép ',
      reading: '',
      'adding-up': 'cộng ',
      'finding-rows': 'tìm dòng ',
      waiting: 'chờ cơ sở dữ liệu, ',
    },
    aSecond: '/giây',
    seconds: (count) => `${count} giây`,
    secondsLeft: (count) => `còn ${count} giây`,
    minutesLeft: (count) => `còn ${count} phút`,
    point: ',',
  },
  started: (files, next) =>
    `${files.map((file) => `Đã tạo ${file}`).join('\n')}\nSố liệu trong các tệp này là giả định: hãy thay bằng số liệu của đơn vị. Xem kết quả bằng lệnh:\n  ${next}`,
  notStarted: (file, { why, detail }) => {
    const reasons: Record<StartFailure['why'], string> = {
      exists: 'tệp này đã có. Hãy chọn thư mục khác cho `pva init` hoặc chuyển tệp đó đi nơi khác',
      'is-folder': 'đây là một thư mục. Hãy chọn thư mục khác cho `pva init`',
      'no-folder': 'có một tệp trùng tên với thư mục cần tạo. Hãy chọn thư mục khác cho `pva init`',
      'no-permission': 'không có quyền ghi. Hãy chọn thư mục khác cho `pva init`',
      'disk-full': 'ổ đĩa đã đầy. Hãy giải phóng dung lượng hoặc chọn thư mục trên ổ đĩa khác',
      'size-limit': 'hệ thống không cho tạo tệp lớn như vậy. Hãy nâng giới hạn (`ulimit -f`)',
      other: detail,
    }
    return `Không tạo được ${file}: ${reasons[why]}. Chưa có tệp nào được ghi.`
  },
}

const words: Readonly<Record<Language, CliWords>> = { en, vi }

export function cliWords(lang: Language): CliWords {
  return words[lang]
}

function plural(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`
}

/** No more paths than fit in a line or two. */
function tablesShown(paths: readonly string[]): string {
  const shown = paths.slice(0, MOST_TABLES).map(safeText).join(', ')
  return paths.length > MOST_TABLES ? `${shown} …` : shown
}

const documentsShown = (lost: readonly LostTable[]) => tablesShown([...new Set(lost.map(({ document }) => document))])

const MOST_TABLES = 3

/** A pattern that stands for the first of them and those beside it. */
function alike([first = '']: readonly string[]): string {
  const folder = first.slice(0, first.lastIndexOf('/') + 1)
  return `'${safeText(folder)}*${TABLE_NAME.exec(first)?.[0] ?? ''}'`
}

const MOST_LISTED = 20

/** No more ids than anyone reads. */
function listed(ids: readonly string[]): string {
  return ids.length > MOST_LISTED ? `${ids.slice(0, MOST_LISTED).join(', ')} …` : ids.join(', ')
}

/** `3 cells hold "-" or "N/A"`. */
function cellsHold(marks: ReadonlyMap<string, number>, one: string, several: string): string {
  const count = [...marks.values()].reduce((sum, each) => sum + each, 0)
  return `${count} ${count === 1 ? one : several} ${[...marks.keys()]
    .sort()
    .map((mark) => `“${visibleText(mark)}”`)
    .join(', ')}`
}

function nearest(suggestion: Suggestion, asking: string, telling: string): string {
  if (suggestion === null) return ''
  return typeof suggestion === 'string' ? ` ${asking} \`${suggestion}\`?` : ` ${telling}: ${suggestion.join(', ')}.`
}
