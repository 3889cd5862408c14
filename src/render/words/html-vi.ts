import type { HtmlWords } from './html-en.ts'
import { EXPECTED_VI } from './time-vi.ts'

export const htmlVi: HtmlWords = {
  report: 'Báo cáo thực hiện kế hoạch',
  contents: 'Các kế hoạch trong báo cáo',
  summary: 'Tổng hợp',
  completion: 'Kết quả thực hiện các chỉ tiêu',
  chart: 'Thực hiện so với kế hoạch',
  derivation: 'Cách tính',
  key: {
    title: 'Cách đọc biểu đồ',
    actual: 'thực hiện',
    target: 'kế hoạch',
    expected: EXPECTED_VI.toLowerCase(),
    from: 'số gốc',
    to: 'thực hiện',
    planned: 'mức kế hoạch',
  },
  bullet: (actual, target, expected, completion) =>
    `Thực hiện ${actual}, kế hoạch ${target}${expected === null ? '' : `, ${EXPECTED_VI.toLowerCase()} ${expected}`}${completion === '' ? '' : `: hoàn thành ${completion}`}`,
  dumbbell: (from, to, change, planned) => `Từ ${from} đến ${to}: ${change}, kế hoạch ${planned}`,
  course: {
    title: 'Diễn biến trong năm',
    period: 'Kỳ',
    step: 'Trong kỳ',
    total: 'Luỹ kế',
    label: (points) => `Luỹ kế. ${points}`,
  },
  line: (name, points) => `${name}. ${points}`,
  areas: (plan) => `Mức hoàn thành theo địa bàn: ${plan}`,
  areasHint: 'Mỗi ô ghi tỷ lệ hoàn thành và đánh giá; màu sắc chỉ nhắc lại đánh giá.',
  matrix: 'Chỉ tiêu và địa bàn',
  matrixHint: 'Mỗi ô ghi tỷ lệ hoàn thành; chỉ tiêu không giao thì ghi số thực hiện.',
  area: 'Địa bàn',
  total: 'Tổng số',
  problems: 'Số liệu cần kiểm tra',
  severities: { error: 'Lỗi', warning: 'Cảnh báo' },
  files: 'Các tệp số liệu của báo cáo',
  madeBy: (version) => `Tính bằng pva ${version} với số chính xác; chỉ làm tròn khi hiển thị.`,
}
