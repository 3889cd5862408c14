import type { draftEn } from './draft-en.ts'

export const draftVi: typeof draftEn = {
  head: (file) => `Bản nháp đọc từ ${file}. Đối chiếu từng dòng với câu của nó; '?' là chỗ chờ người quyết định.`,
  source: 'nguồn công bố?',
  period: 'kỳ nào: 2018, 2018-Q1, 2018-01/2018-09?',
  plan: 'mã của kế hoạch',
  baseline: 'số đầu kỳ và kỳ của nó',
  direction: 'at_least (ít nhất) hay at_most (không quá)?',
  pointsOrPercent: (number) => `${number} điểm phần trăm (${number} pp) hay ${number}% của số đầu kỳ?`,
  perYear: ' mỗi năm',
  whichTarget: '(kế hoạch chính xác là bao nhiêu?)',
}
