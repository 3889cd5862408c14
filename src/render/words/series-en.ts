/** The words of poverty rates over the years. Figures, times and names come in already written. */
export const seriesEn = {
  title: 'Poverty rates over the years',
  columns: {
    time: 'Time',
    rate: 'Rate',
    change: 'Change',
    sinceFirst: 'Since start',
    planned: 'Planned since start',
    completion: 'Completion',
    poor: 'Poor households',
    poorPersons: 'Poor persons',
  },
  /** What the points below it are measured under. */
  under: {
    standard: (what: string) => `Standard ${what}`,
    measured: (what: string) => `Counted by ${what}`,
    method: (what: string) => `Method: ${what}`,
  },
  /** Where what is below differs from what is above. */
  notComparable: (heading: string) => `${heading} – not comparable with the figures above`,
  perYear: (points: string) => `${points} a year`,
  /** The whole of a stretch in one sentence; what is not known is null. */
  inAll: ({
    name,
    from,
    to,
    absolute,
    relative,
    perYear,
    planned,
    completion,
  }: {
    readonly name: string | null
    readonly from: string
    readonly to: string
    readonly absolute: string
    readonly relative: string | null
    readonly perYear: string | null
    readonly planned: string | null
    readonly completion: string | null
  }) => {
    const aside = [relative, perYear].filter((part) => part !== null).join('; ')
    const target = planned === null ? '' : `; planned ${planned}`
    const reached = completion === null ? '' : `, completion ${completion}`
    const span = name === null ? `From ${from} to ${to}` : `${name}, ${from} to ${to}`
    return `${span}: ${absolute}${aside === '' ? '' : ` (${aside})`}${target}${reached}.`
  },
  /** No rate has figures of two times. */
  none: 'No poverty rate of this plan is known for two times.',
  restated: (value: string) => `Restated: an earlier plan reported ${value} for this time.`,
}

export type SeriesWords = typeof seriesEn
