import type { CompareWords } from './compare-words.ts'

export const compareVi: CompareWords = {
  title: (first, last) => `Kế hoạch và thực hiện từ ${first} đến ${last}`,
  indicator: 'Chỉ tiêu',
  target: (time) => `Kế hoạch ${time}`,
  actual: (time) => `Thực hiện ${time}`,
  targetOnPrevious: (time, previous) => `KH ${time} so với TH ${previous}`,
  actualOnTarget: (time) => `TH so với KH ${time}`,
  actualOnTargetWithCompletion: (time) => `TH so với KH ${time} (% hoàn thành)`,
  completion: (time) => `% hoàn thành ${time}`,
  actualOnPrevious: (time, previous) => `TH ${time} so với TH ${previous}`,
  before: 'kỳ trước',
  product:
    'KH: kế hoạch; TH: thực hiện. So với: tính bằng %, lấy số trước chia cho số sau. Khi chưa làm tròn: thực hiện so với thực hiện năm trước = (kế hoạch so với thực hiện năm trước) × (thực hiện so với kế hoạch).',
  sum: 'Tỷ lệ so sánh bằng điểm %, lấy số trước trừ số sau: thực hiện so với thực hiện năm trước = (kế hoạch so với thực hiện năm trước) + (thực hiện so với kế hoạch).',
  blank: 'Ô trống: kế hoạch của kỳ đó không có chỉ tiêu này.',
  notes: {
    previous: {
      baseline: 'Số gốc trong kế hoạch của kỳ sau: kế hoạch của kỳ đó không có ở đây hoặc chưa có số liệu.',
      'merged-areas': 'Số cộng của các địa bàn đã nhập thành địa bàn này.',
    },
    otherBaseline: (baseline, result) =>
      `Kế hoạch của kỳ sau lấy số gốc ${baseline}, trong khi số thực hiện là ${result}.`,
    range: 'Kế hoạch là một khoảng, không phải một số, nên không so với năm khác.',
    obstacles: {
      standard: 'Không so sánh: khác chuẩn nghèo.',
      measured: 'Không so sánh: một bên tính theo hộ, một bên tính theo người.',
      method: 'Không so sánh: khác phương pháp.',
      type: 'Không so sánh: khác loại chỉ tiêu.',
      unit: 'Không so sánh: khác đơn vị tính.',
      length: 'Không so sánh: hai số liệu bao quát khoảng thời gian dài ngắn khác nhau.',
    },
    ratioGaps: {
      zero: 'Mức chênh lệch theo đơn vị tính: không tính được % của số 0.',
      negative: 'Mức chênh lệch theo đơn vị tính: % của một số âm sẽ bị hiểu ngược.',
    },
    completion: (percentage) => `Hoàn thành ${percentage}.`,
  },
  alone: {
    'follows-none': (plan) => `${plan} đứng riêng: không tiếp nối kế hoạch nào và không có kế hoạch nào tiếp nối.`,
    'not-given': (plan, follows) =>
      `Không so sánh ${plan} với ${follows} là kế hoạch mà nó tiếp nối: kế hoạch đó không có ở đây.`,
    'not-before': (plan, follows) =>
      `Không so sánh ${plan} với ${follows} là kế hoạch mà nó tiếp nối: kế hoạch đó không kết thúc trước khi kế hoạch này bắt đầu.`,
  },
}
