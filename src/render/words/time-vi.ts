import type { Grain } from '../../model/period.ts'
import type { TimeWords } from './time-en.ts'

const ONE: Readonly<Record<Grain, string>> = {
  years: 'năm',
  halves: 'nửa năm',
  quarters: 'quý',
  months: 'tháng',
  days: 'ngày',
}

const left = (per: Grain, text: string) => `${text} ${ONE[per]} còn lại`

/** What should have been reached by now: one name in every output. */
export const EXPECTED_VI = 'Kế hoạch đến kỳ báo cáo'

const expectedInside = EXPECTED_VI.toLowerCase()

export const timeVi: TimeWords = {
  columns: {
    responsible: 'Đơn vị chủ trì',
    baseline: 'Số gốc',
    progress: 'Tiến triển',
    originalTarget: 'Kế hoạch ban đầu',
    originalCompletion: '% so với KH ban đầu',
    expected: EXPECTED_VI,
    pace: 'Tiến độ',
    published: 'Đã công bố',
    rank: 'Xếp hạng',
    shortfallShare: 'Tỷ trọng phần thiếu hụt',
    area: 'Địa bàn',
  },
  head: {
    planPeriod: (period) => `Kỳ kế hoạch: ${period}`,
    reportingPeriod: (period) => `kỳ báo cáo: ${period}`,
    originalTargets: 'so với kế hoạch ban đầu, chưa điều chỉnh',
  },
  folded: {
    target: 'Kế hoạch (ban đầu)',
    baseline: 'Kế hoạch (số gốc)',
    completion: '% hoàn thành (ban đầu)',
    expected: 'KH đến kỳ báo cáo (tiến độ)',
    rank: 'Xếp hạng (phần thiếu hụt)',
  },
  completionAndPublished: '% hoàn thành (đã công bố)',
  inPeriod: (grain) => `Thực hiện trong ${grain === null || grain === 'halves' ? 'kỳ' : ONE[grain]}`,
  toDate: (inYear) => (inYear ? 'Luỹ kế từ đầu năm' : 'Luỹ kế từ đầu kỳ'),
  onLastYear: (wholeYear) => (wholeYear ? 'So với năm trước' : 'So với cùng kỳ'),
  steps: { years: 'Theo năm', halves: 'Theo nửa năm', quarters: 'Theo quý', months: 'Theo tháng', days: 'Theo ngày' },
  differs: 'khác',
  areas: ({ text }) => `${text} địa bàn`,
  total: 'Tổng số',
  overall: 'Chung',
  notes: {
    expectation: {
      unstated: `${EXPECTED_VI}: chia đều kế hoạch theo số ngày của kỳ, do kế hoạch không phân bổ tiến độ.`,
      linear: `${EXPECTED_VI}: chia đều kế hoạch theo số ngày của kỳ.`,
      shares: `${EXPECTED_VI}: theo phân bổ của kế hoạch.`,
      'last-year': `${EXPECTED_VI}: phân bổ kế hoạch theo tiến độ thực hiện của năm trước.`,
      targets: `${EXPECTED_VI}: tăng dần đều theo ngày từ kế hoạch kỳ trước đến kế hoạch kỳ này.`,
    },
    ceilingPace: `Với mức trần (≤), tiến độ là tỷ lệ đã dùng so với ${expectedInside}: dưới 100% là tốt.`,
    onLastYear: (head, period) => `${head}: so với ${period}.`,
    partialOther: (coverage) => `Số liệu dùng để so sánh chưa đầy đủ: ${coverage}.`,
    otherIsZero: 'Không tính được tỷ lệ: số liệu kỳ đó bằng 0 hoặc âm.',
    othersDiffer: (what) => `Không so sánh được: hai số liệu khác nhau về ${what}.`,
    progress: 'Tiến triển: phần đã đi được trên quãng từ số gốc đến kế hoạch.',
    rank: 'Xếp hạng theo % hoàn thành, 1 là cao nhất.',
    shortfallShare: 'Tỷ trọng phần thiếu hụt: so với tổng phần thiếu hụt của các địa bàn chưa đạt kế hoạch.',
  },
  barLegend: (expected, target) => `Trong biểu đồ: ${expected} ${expectedInside}, ${target} kế hoạch cả kỳ.`,
  earlier: {
    title: 'So sánh với các kỳ trước',
    change: 'Tăng/giảm',
    previous: 'Kỳ trước',
    lastYear: 'Cùng kỳ năm trước',
    toDate: 'Luỹ kế',
    toDateLastYear: 'Luỹ kế cùng kỳ năm trước',
  },
  outlook: {
    title: (end) => `Dự báo đến ${end}`,
    forecast: 'Dự báo',
    required: 'Còn phải thực hiện',
    reached: 'đã đạt kế hoạch',
    needs: (amount, per, _, text) => `cần ${amount} mỗi ${ONE[per]} trong ${left(per, text)}`,
    leaves: (amount, per, _, text) => `không quá ${amount} mỗi ${ONE[per]} trong ${left(per, text)}`,
    note: 'Dự báo: kết quả cả kỳ nếu giữ nguyên tiến độ đến nay. Mức cần đạt làm tròn lên, mức còn được phép làm tròn xuống.',
    over: 'Kỳ kế hoạch đã kết thúc; không có gì để dự báo.',
    none: 'Không có chỉ tiêu nào của kế hoạch này dự báo được.',
  },
  explain: {
    steps: {
      pace: 'tiến độ',
      forecast: 'dự báo',
      required: 'còn phải thực hiện',
      inPeriod: 'trong kỳ',
      previous: 'so với kỳ trước',
      original: 'kế hoạch ban đầu',
      published: 'đã công bố',
    },
    daysPassed: (passed, all) => `đã qua ${passed}/${all} ngày`,
    stated: (share) => `đến kỳ báo cáo phải đạt ${share} kế hoạch`,
    asIn: (period, reached, total) => `${period}: đến cùng ngày đạt ${reached}/${total}`,
    basis: {
      unstated: 'chia đều theo ngày; kế hoạch không phân bổ tiến độ',
      linear: 'chia đều theo ngày, theo kế hoạch',
      shares: 'theo phân bổ của kế hoạch',
      'last-year': 'theo tiến độ thực hiện của năm trước',
      targets: 'chia đều theo ngày từ kế hoạch kỳ trước đến kế hoạch kỳ này',
    },
    inOf: (period) => `riêng ${period}`,
    ofPlan: (period, plan) => `${period}, kế hoạch ${plan}`,
    published: (printed) => printed,
    agrees: 'đúng như số tính được',
    disagrees: 'khác với số tính được',
    cannotTell: 'không đối chiếu được với số tính',
  },
}
