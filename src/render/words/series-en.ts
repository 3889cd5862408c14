import type { SeriesWords } from './series-words.ts'

export const seriesEn: SeriesWords = {
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
  under: {
    standard: (what) => `Standard ${what}`,
    measured: (what) => `Counted by ${what}`,
    method: (what) => `Method: ${what}`,
  },
  notComparable: (heading) => `${heading} – not comparable with the figures above`,
  perYear: (points) => `${points} a year`,
  inAll: ({ name, from, to, absolute, relative, perYear, planned, completion }) => {
    const aside = [relative, perYear].filter((part) => part !== null).join('; ')
    const target = planned === null ? '' : `; planned ${planned}`
    const reached = completion === null ? '' : `, completion ${completion}`
    const span = name === null ? `From ${from} to ${to}` : `${name}, ${from} to ${to}`
    return `${span}: ${absolute}${aside === '' ? '' : ` (${aside})`}${target}${reached}.`
  },
  none: 'No poverty rate of this plan is known at two times.',
  restated: (value) => `Restated: an earlier plan reported ${value} for this time.`,
}
