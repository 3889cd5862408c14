import type { InputKind } from './documents.ts'

/** A tree of text, as the documents hold it. */
type Tree = string | readonly Tree[] | { readonly [key: string]: Tree }

const areas = [
  { id: 'coast', name: { vi: 'Ven biển', en: 'Coast' }, from: '2018-01-01', until: '2019-12-31', was: ['shore'] },
  { id: 'hills', name: 'Hills', parent: 'coast' },
]

const plan = {
  kind: 'plan',
  id: 'p',
  title: { vi: 'Kế hoạch', en: 'Plan' },
  period: '2018',
  numbers: 'plain',
  source: { title: 'Decision', url: 'https://example.org/a', page: '21', date: '2018-01-01' },
  note: 'Note',
  decimals: '1',
  rounding: 'half-up',
  tolerance: '5%',
  policy: { min: '95%' },
  areas,
  sections: [{ id: 's', name: 'Section' }],
  indicators: [
    {
      id: 'jobs',
      no: 'I.1',
      section: 's',
      name: { vi: 'Việc làm', en: 'Jobs' },
      unit: 'people',
      target: '16000',
      revisions: [{ date: '2018-07-01', decision: 'No. 5', target: '17000', source: 'Decree' }],
      responsible: 'Labour',
      note: 'Note',
      baseline: { period: '2017', value: '15000', source: 'Yearbook' },
      targets_by_area: { coast: '9000', hills: '7000' },
      phasing: { '2018-Q1': '25%', '2018-Q4': '100%' },
      tolerance: '5%',
      source: 'Source',
      of_which: [{ id: 'abroad', name: 'Abroad', target: '100' }],
    },
    {
      id: 'poverty',
      type: 'poverty-rate',
      standard: '2016-2020',
      measured: 'households',
      method: 'census',
      name: 'Poverty',
      baseline: {
        period: '2017',
        poor: '4000',
        households: '60000',
        areas: { coast: { poor: '1000', households: '20000' } },
      },
      target: { reduce_by: ['0.3', '0.5'] },
    },
    {
      id: 'near',
      type: 'rate',
      rate_of: { numerator: 'jobs' },
      same_base_as: 'poverty',
      name: 'Near',
      target: { between: ['1', '2'] },
    },
    { id: 'law', type: 'task', name: 'Law', target: 'done' },
  ],
}

const actuals = {
  kind: 'actuals',
  plan: 'p',
  period: '2018',
  basis: 'cumulative',
  status: 'final',
  numbers: 'plain',
  source: 'Report',
  note: 'Note',
  results: { jobs: '16000', law: 'done', near: { value: '1.5', published: '118%', source: 'Press', note: 'Note' } },
  observations: [
    {
      indicator: 'poverty',
      standard: '2016-2020',
      method: 'census',
      poor: '3000',
      households: '61000',
      escaped: '1200',
      relapsed: '10',
      new: '190',
      other: '0',
      poor_change: '-1000',
    },
    { indicator: 'jobs', area: 'coast', period: '2018', value: '9000' },
    { indicator: 'abroad', value: '90' },
  ],
}

const claims = {
  kind: 'claims',
  numbers: 'plain',
  source: { title: 'Article', url: 'https://example.org/b' },
  claims: [
    {
      id: 'a',
      text: 'Jobs reached 118% of the plan',
      target: '16000',
      actual: '18923',
      completion: '118%',
      exceeds_by: '18%',
      unit: 'people',
      verdict: 'exceeded',
    },
    { from: '4.24%', to: '3.28%', change: '-0.96', relative_change: '-22.6%', text: 'from 4.24% to 3.28%' },
    { numerator: '15', denominator: '500', rate: '3%', parts: ['1', '2'], total: '3' },
    { previous: '100', actual: '105', growth: '5%', baseline: '90', target: '80-90', rounded: 'growth' },
  ],
}

const policy = {
  kind: 'policy',
  min: '95%',
  'fail-on': ['missed', 'behind'],
  'max-warnings': '3',
  indicators: { jobs: { min: '90%' } },
}

const table = [
  ['indicator', 'area', 'period', 'value', 'published', 'standard', 'note', 'source'],
  ['jobs', 'coast', '2018', '9000', '118%', '2016-2020', 'Note', 'Report'],
  ['jobs', '', '2018', '16000', '', '', '', ''],
]

const claimsTable = [
  ['id', 'text', 'target', 'actual', 'completion'],
  ['a', 'Jobs', '16000', '18923', '118%'],
]

export type { InputKind, Tree }
export { actuals, areas, claims, claimsTable, plan, policy, table }
