/** What stands below the poverty table of areas, and of rates beside the poverty rate. Figures come in already written. */
export const povertyEn = {
  splitRavallionHuppi: (total: string, within: string, shift: string, interaction: string) =>
    `Of ${total}: ${within} within areas at initial shares, ${shift} from the shift of population at initial rates, ${interaction} from the interaction (Ravallion–Huppi).`,
  /** Where a part of a split was rounded the other way. */
  adjusted: '(Rounded so that the parts sum to the total.)',
  /** Shares of all households that the rates of two areas imply, at the start and at the end. */
  impliedShares: (area: string, from: Span & Dated, to: Span & Dated) =>
    `Implied by the rates: ${area} had ${from.value} of all households in ${from.period} (${from.low} to ${from.high}, given the rounding of the rates) and ${to.value} in ${to.period} (${to.low} to ${to.high}).`,
  impliedSplit: (total: string, within: Span, shift: Span) =>
    `At these shares, of ${total}: ${within.value} within areas (${within.low} to ${within.high}), ${shift.value} from the shift of population between them (${shift.low} to ${shift.high}).`,
  /** Two rates of the same households; what is not known is null. */
  together: ({
    name,
    rate,
    poor,
    low,
    high,
    persons,
  }: {
    readonly name: string
    readonly rate: string
    readonly poor: string | null
    readonly low: string | null
    readonly high: string | null
    readonly persons: boolean
  }) => {
    const counted = persons ? 'persons' : 'households'
    const all = low === null ? '' : low === high ? ` of ${low}` : ` of ${low} to ${high}`
    return `Together with “${name}”: ${rate}${poor === null ? '' : `, ${poor}${all} ${counted}`}.`
  },
  movements: {
    title: 'Movements',
    columns: {
      area: 'Area',
      start: 'At start',
      escaped: 'Escaped',
      relapsed: 'Relapsed',
      newlyPoor: 'New',
      other: 'Other',
      end: 'At end',
      gap: 'Unexplained',
    },
  },
}

export type PovertyWords = typeof povertyEn

/** A figure and between what it lies. */
export interface Span {
  readonly value: string
  readonly low: string
  readonly high: string
}

export interface Dated {
  readonly period: string
}
