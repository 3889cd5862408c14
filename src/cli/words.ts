import type { Language } from '../model/figure.ts'
import type { WriteFailure } from './output.ts'

/** What only the command line says; everything else is worded in `render`. */
export interface CliWords {
  readonly skipped: (count: number) => string
  readonly incomplete: string
  readonly notWritten: (file: string, failure: WriteFailure) => string
  readonly valid: (plans: number, files: number) => string
  readonly noSuchIndicator: (id: string, suggestion: string | null) => string
}

const en: CliWords = {
  skipped: (count) =>
    count === 1
      ? '1 file was skipped: it does not say `kind: plan`, `kind: actuals` or `kind: claims`.'
      : `${count} files were skipped: they do not say \`kind: plan\`, \`kind: actuals\` or \`kind: claims\`.`,
  incomplete: 'The result is incomplete: what the errors above touch is left out.',
  notWritten: (file, { why, detail }) => {
    const reasons: Record<WriteFailure['why'], string> = {
      'is-input': 'it is one of the inputs. Give `-o` another name',
      'is-folder': 'it is a folder. Give `-o` the name of a file',
      'no-folder': 'its folder does not exist. Make the folder first',
      'no-permission': 'it may not be written here. Give `-o` a file that you may write',
      'disk-full': 'the disk is full. Free some room, or give `-o` a file on another disk',
      other: detail,
    }
    return `${file} was not written: ${reasons[why]}. What stood there before is untouched.`
  },
  valid: (plans, files) =>
    plans === 0
      ? `${plural(files, 'file')}: no problems.`
      : `${plural(plans, 'plan')} in ${plural(files, 'file')}: no problems.`,
  noSuchIndicator: (id, suggestion) =>
    `no plan here has an indicator \`${id}\`.${suggestion ? ` Did you mean \`${suggestion}\`?` : ''}`,
}

const vi: CliWords = {
  skipped: (count) => `Bỏ qua ${count} tệp: không ghi \`kind: plan\`, \`kind: actuals\` hoặc \`kind: claims\`.`,
  incomplete: 'Kết quả chưa đầy đủ: những phần liên quan đến các lỗi trên không được tính.',
  notWritten: (file, { why, detail }) => {
    const reasons: Record<WriteFailure['why'], string> = {
      'is-input': 'đây là một tệp đầu vào. Hãy chọn tên khác cho `-o`',
      'is-folder': 'đây là một thư mục. Hãy ghi tên tệp sau `-o`',
      'no-folder': 'thư mục chứa tệp không tồn tại. Hãy tạo thư mục trước',
      'no-permission': 'không có quyền ghi. Hãy chọn tệp khác cho `-o`',
      'disk-full': 'ổ đĩa đã đầy. Hãy giải phóng dung lượng hoặc ghi sang ổ đĩa khác',
      other: detail,
    }
    return `Không ghi được ${file}: ${reasons[why]}. Nội dung cũ vẫn giữ nguyên.`
  },
  valid: (plans, files) =>
    plans === 0 ? `${files} tệp: không có vấn đề nào.` : `${plans} kế hoạch trong ${files} tệp: không có vấn đề nào.`,
  noSuchIndicator: (id, suggestion) =>
    `không kế hoạch nào ở đây có chỉ tiêu \`${id}\`.${suggestion ? ` Có phải là \`${suggestion}\`?` : ''}`,
}

const words: Readonly<Record<Language, CliWords>> = { en, vi }

export function cliWords(lang: Language): CliWords {
  return words[lang]
}

function plural(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`
}
