import type { PovertyWords } from './poverty-en.ts'

export const povertyVi: PovertyWords = {
  splitRavallionHuppi: (total, within, shift, interaction) =>
    `Trong mức ${total}: ${within} do thay đổi trong từng địa bàn theo cơ cấu đầu kỳ, ${shift} do thay đổi cơ cấu dân cư theo tỷ lệ đầu kỳ, ${interaction} do tác động đồng thời của cả hai (Ravallion–Huppi).`,
  adjusted: '(Đã làm tròn sao cho các phần cộng lại bằng tổng.)',
  impliedShares: (area, from, to) =>
    `Suy ra từ các tỷ lệ: ${area} chiếm ${from.value} tổng số hộ ${from.period} (từ ${from.low} đến ${from.high}, do các tỷ lệ đã làm tròn) và ${to.value} ${to.period} (từ ${to.low} đến ${to.high}).`,
  impliedSplit: (total, within, shift) =>
    `Theo cơ cấu đó, trong mức ${total}: ${within.value} do thay đổi trong từng địa bàn (từ ${within.low} đến ${within.high}), ${shift.value} do thay đổi cơ cấu dân cư giữa các địa bàn (từ ${shift.low} đến ${shift.high}).`,
  together: ({ name, rate, poor, low, high, persons }) => {
    const counted = persons ? 'người' : 'hộ'
    const all = low === null ? '' : low === high ? ` trên tổng số ${low}` : ` trên tổng số từ ${low} đến ${high}`
    return `Cộng với “${name}”: ${rate}${poor === null ? '' : `, ${poor} ${counted}${all === '' ? '' : `${all} ${counted}`}`}.`
  },
  movements: {
    title: 'Biến động trong kỳ',
    columns: {
      area: 'Địa bàn',
      start: 'Đầu kỳ',
      escaped: 'Thoát nghèo',
      relapsed: 'Tái nghèo',
      newlyPoor: 'Phát sinh mới',
      other: 'Biến động khác',
      end: 'Cuối kỳ',
      gap: 'Chênh lệch',
    },
  },
}
