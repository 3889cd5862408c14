import type { CheckWords } from './check-en.ts'

export const checkVi: CheckWords = {
  columns: {
    plan: 'Kế hoạch',
    indicator: 'Chỉ tiêu',
    finding: 'Đánh giá',
    expected: 'Yêu cầu',
    found: 'Thực tế',
    difference: 'Chênh lệch',
    place: 'Vị trí',
  },
  rules: {
    missed: 'Không đạt',
    behind: 'Chậm tiến độ',
    'not-reported': 'Chưa có số liệu',
    'off-target': 'Chưa đạt kế hoạch',
    'below-min': 'Dưới mức tối thiểu',
    'no-longer-met': 'Không còn đạt',
    'verdict-worse': 'Đánh giá kém hơn trước',
    'achievement-fell': '% hoàn thành giảm',
    revised: 'Số liệu điều chỉnh xấu đi',
    vanished: 'Không còn trong báo cáo',
  },
  asWarning: (rule) => `${rule} (cảnh báo)`,
  compared: ({ expected, found, difference }) => inOneLine('yêu cầu', expected, 'thực tế', found, difference),
  before: ({ expected, found, difference }) => inOneLine('trước đây', expected, 'nay', found, difference),
  lastFigure: (number) => `số gần nhất ${number}`,
  policy: {
    of: (plans) => `Quy định kiểm tra của ${plans}`,
    failsOn: (verdicts) =>
      verdicts.length === 0
        ? 'không xét kết quả đánh giá'
        : `tính là lỗi khi ${verdicts.map((verdict) => FAILING[verdict]).join(', ')}`,
    min: (percentage) => `% hoàn thành ít nhất ${percentage}`,
    maxWarnings: ({ text }) => `tối đa ${text} cảnh báo`,
    off: 'không kiểm tra',
    warn: 'chỉ cảnh báo',
    error: 'tính là lỗi',
    noMin: 'không đặt mức tối thiểu',
    others: (number) => `và ${number} mục khác`,
    refused: (asked) => `Không áp dụng vì tệp quy định chặt hơn kế hoạch: ${asked}`,
  },
  summary: {
    checked: ({ text }, days) => `Đã kiểm tra ${text} chỉ tiêu${days === '' ? '' : `, tính đến ${days}`}`,
    errors: ({ text }) => `${text} lỗi`,
    warnings: ({ text }) => `${text} cảnh báo`,
    atMost: (number) => `tối đa ${number}`,
    clean: 'không có vi phạm',
    holds: 'Đáp ứng quy định.',
    broken: 'Không đáp ứng quy định.',
  },
}

const FAILING = {
  missed: 'không đạt',
  behind: 'chậm tiến độ',
  'not-reported': 'chưa có số liệu',
  'off-target': 'chưa đạt kế hoạch',
} as const

function inOneLine(asked: string, expected: string, there: string, found: string, difference: string): string {
  const parts = [expected === '' ? '' : `${asked} ${expected}`, found === '' ? '' : `${there} ${found}`]
  return parts.filter((part) => part !== '').join(', ') + (difference === '' ? '' : ` (${difference})`)
}
