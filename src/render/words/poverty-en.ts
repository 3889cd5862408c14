import type { PovertyWords } from './poverty-words.ts'

export const povertyEn: PovertyWords = {
  splitRavallionHuppi: (total, within, shift, interaction) =>
    `Of ${total}: ${within} within areas at the shares of the start, ${shift} from the shift of population at the rates of the start, ${interaction} from both together (Ravallion–Huppi).`,
  adjusted: '(Rounded so that the parts sum to the total.)',
  impliedShares: (area, from, to) =>
    `Implied by the rates: ${area} had ${from.value} of all households in ${from.period} (between ${from.low} and ${from.high}) and ${to.value} in ${to.period} (between ${to.low} and ${to.high}), given that the rates are rounded.`,
  impliedSplit: (total, within, shift) =>
    `At these shares, of ${total}: ${within.value} within areas (between ${within.low} and ${within.high}), ${shift.value} from the shift of population between them (between ${shift.low} and ${shift.high}).`,
  together: ({ name, rate, poor, low, high, persons }) => {
    const counted = persons ? 'persons' : 'households'
    const all = low === null ? '' : low === high ? ` of ${low}` : ` of between ${low} and ${high}`
    return `Together with “${name}”: ${rate}${poor === null ? '' : `, ${poor}${all} ${counted}`}.`
  },
  movements: {
    title: 'Movements',
    columns: {
      area: 'Area',
      start: 'Poor at start',
      escaped: 'Escaped',
      relapsed: 'Relapsed',
      newlyPoor: 'Newly poor',
      other: 'Other',
      end: 'Poor at end',
      gap: 'Unexplained',
    },
  },
}
