import type { CompareWords } from './compare-en.ts'

export const compareVi: CompareWords = {
  title: (plan, first, last) => `${plan}: kế hoạch và thực hiện từ ${first} đến ${last}`,
  indicator: 'Chỉ tiêu',
  target: (time) => `Kế hoạch ${time}`,
  actual: (time) => `Thực hiện ${time}`,
  targetOnPrevious: (time, previous) => `KH ${time} so với TH ${previous}`,
  actualOnTarget: (time) => `TH so với KH ${time}`,
  completion: (time) => `% hoàn thành ${time}`,
  actualOnPrevious: (time, previous) => `TH ${time} so với TH ${previous}`,
  before: 'kỳ trước',
  abbreviations: 'KH: kế hoạch; TH: thực hiện.',
  product: 'Số % là thương số: TH so với năm trước = (KH so với năm trước) × (TH so với KH), khi chưa làm tròn.',
  sum: 'Điểm % và các mức chênh lệch khác là hiệu số: TH so với năm trước = (KH so với năm trước) + (TH so với KH).',
  brackets: 'Trong ngoặc: % hoàn thành, nếu khác với tỷ lệ đó.',
  blank: 'Ô trống: kế hoạch của kỳ đó không có chỉ tiêu hoặc địa bàn này.',
  notes: {
    previous: {
      baseline: (figure) => `${figure} là số gốc ghi trong kế hoạch; không có kết quả của kỳ đó.`,
      restated: (figure) => `${figure} là số gốc ghi trong kế hoạch; kết quả của kỳ đó được đo theo cách khác.`,
      'merged-areas': (figure) => `${figure} là số cộng của các địa bàn đã nhập thành địa bàn này.`,
    },
    otherBaseline: (baseline, result) => `Kế hoạch lấy số gốc là ${baseline}; số thực hiện của kỳ đó là ${result}.`,
    range: 'Kế hoạch là một khoảng nên không so với năm khác.',
    unit: (unit) => `Đơn vị tính của năm đó: ${unit}.`,
    obstacles: {
      standard: 'Không so sánh: khác chuẩn nghèo.',
      measured: 'Không so sánh: một bên tính theo hộ, một bên tính theo người.',
      method: 'Không so sánh: khác phương pháp.',
      type: 'Không so sánh: khác loại chỉ tiêu.',
      unit: 'Không so sánh: khác đơn vị tính.',
      length: 'Không so sánh: hai số liệu có kỳ dài, ngắn khác nhau.',
    },
    ratioGaps: {
      zero: 'Mức chênh lệch theo đơn vị tính: không tính được % của số 0.',
      negative: 'Mức chênh lệch theo đơn vị tính: % của một số âm sẽ bị hiểu ngược.',
    },
  },
  alone: {
    'follows-none': (plan) => `Không so sánh ${plan}: không tiếp nối kế hoạch nào và không có kế hoạch nào tiếp nối.`,
    'not-given': (plan, follows) => `${plan} tiếp nối ${follows}, nhưng chưa có kế hoạch đó.`,
    'not-before': (plan, follows) =>
      `${plan} tiếp nối ${follows}, nhưng kế hoạch đó chưa kết thúc khi kế hoạch này bắt đầu; không so sánh hai kế hoạch.`,
  },
}
