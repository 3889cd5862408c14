import type { SeriesWords } from './series-en.ts'

export const seriesVi: SeriesWords = {
  title: 'Tỷ lệ hộ nghèo qua các năm',
  columns: {
    time: 'Thời điểm',
    rate: 'Tỷ lệ',
    change: 'Tăng/giảm',
    sinceFirst: 'Luỹ kế',
    planned: 'Kế hoạch luỹ kế',
    completion: '% hoàn thành',
    poor: 'Số hộ nghèo',
    poorPersons: 'Số người nghèo',
  },
  under: {
    standard: (what) => `Chuẩn nghèo ${what}`,
    measured: (what) => `Tính theo ${what}`,
    method: (what) => `Phương pháp: ${what}`,
  },
  notComparable: (heading) => `${heading} – không so sánh được với các số liệu trên`,
  perYear: (points) => `${points}/năm`,
  inAll: ({ name, from, to, absolute, relative, perYear, planned, completion }) => {
    const aside = [relative, perYear && `bình quân ${perYear}`].filter((part) => part !== null).join('; ')
    const target = planned === null ? '' : `; kế hoạch ${planned}`
    const reached = completion === null ? '' : `, hoàn thành ${completion}`
    const span = name === null ? `Từ ${from} đến ${to}` : `${name}, từ ${from} đến ${to}`
    return `${span}: ${absolute}${aside === '' ? '' : ` (${aside})`}${target}${reached}.`
  },
  none: 'Kế hoạch này chưa có tỷ lệ hộ nghèo ở hai thời điểm.',
  restated: (value) => `Đã điều chỉnh: kế hoạch trước báo cáo ${value} tại thời điểm này.`,
}
