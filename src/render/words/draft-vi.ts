import type { draftEn } from './draft-en.ts'

export const draftVi: typeof draftEn = {
  head: (file) => `Bản nháp đọc từ ${file}. Đối chiếu từng dòng với câu của nó; '?' là chỗ chờ người quyết định.`,
  headOfActivity: (file) =>
    `Bản nháp đọc từ ${file}, mỗi kỳ một kế hoạch. Đối chiếu từng dòng với số liệu của nó; '?' là chỗ chờ người quyết định.`,
  headOfTable: (file) => `Bản nháp đọc từ ${file}. Đối chiếu từng dòng với ô của nó; '?' là chỗ chờ người quyết định.`,
  leftAside: (names) => `không lấy: ${names}`,
  type: (question) =>
    question === 'per-cent'
      ? 'rate (tỷ lệ của một tổng thể), growth (tăng trưởng so với kỳ trước) hay poverty-rate (tỷ lệ hộ nghèo)?'
      : 'count (cộng dồn theo thời gian), stock (số có tại một ngày) hay level (mức bình quân)?',
  noTarget: 'không có số; none: theo dõi, không giao kế hoạch',
  wayOf: (least, most) => `${least} (ít nhất) hay ${most} (không quá)?`,
  numbers: 'số viết theo kiểu nào: vi (16.250,5), en (16,250.5) hay plain (16250.5)?',
  basis: 'số của riêng kỳ (increment) hay lũy kế từ đầu năm đến cuối kỳ (cumulative)?',
  repeated: (names) => `nhiều dòng cùng một tên: ${names}`,
  source: 'nguồn công bố?',
  period: 'kỳ nào: 2018, 2018-Q1, 2018-01/2018-09?',
  plan: 'mã của kế hoạch',
  baseline: 'số đầu kỳ và kỳ của nó',
  direction: 'at_least (ít nhất) hay at_most (không quá)?',
  pointsOrPercent: (number) => `${number} điểm phần trăm (${number} pp) hay ${number}% của số đầu kỳ?`,
  perYear: ' mỗi năm',
  whichTarget: '(kế hoạch chính xác là bao nhiêu?)',
}
