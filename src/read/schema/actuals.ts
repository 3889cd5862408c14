import * as v from 'valibot'
import { countedThings } from '../../model/indicator.ts'
import { bases, observationStatuses, taskStates } from '../../model/observation.ts'
import {
  idKey,
  listOf,
  mapOf,
  mpiEntry,
  nameSchema,
  numbersSchema,
  periodLeaf,
  referenceLeaf,
  resultLeaf,
  STANDARDS,
  sourceSchema,
  surveyEntries,
  textLeaf,
  wordsLeaf,
  yesOrNoLeaf,
} from './leaf.ts'
import { tableSchema } from './table.ts'

const resultValue = resultLeaf(
  taskStates,
  'What was reached, in the unit of the indicator: a number, `done`, `in-progress` or `not-started` for tasks, else one of their states, a day for dates, words for texts. ' +
    'Left empty, `~` or `null`: not reported, which is not zero.',
)

const optionalFigure = (description: string) => resultLeaf([], description)

const providerLeaf = (description: string) => referenceLeaf(description, { examples: ['review', 'survey'] })

const basisSchema = wordsLeaf(
  bases,
  'Whether the figure counts its own period only (`increment`) or all since the plan began (`cumulative`).',
)
const statusSchema = wordsLeaf(observationStatuses, '`final` (without it), `provisional` or `estimate`.', {
  default: 'final',
})

const rowEntries = {
  value: resultValue,
  rate: optionalFigure('The same as `value`, for rates: per cent, for example `2.73`.'),
  ...surveyEntries,
  ...mpiEntry,
  cumulative: optionalFigure('The running total since the plan began, where a form gives both.'),
  published: optionalFigure('The completion that was printed about it, for example `118%`; it is checked.'),
  poor: optionalFigure('The number of poor households or persons at the end of the period.'),
  households: optionalFigure('The number of all households or persons at the end of the period.'),
  poor_change: optionalFigure('The change in the number of the poor as it was reported, with its sign: `-2527`.'),
  escaped: optionalFigure('How many escaped poverty in the period.'),
  relapsed: optionalFigure('How many fell back into poverty in the period.'),
  new: optionalFigure('How many became poor for the first time in the period.'),
  other: optionalFigure('Other changes in the number of the poor, with their sign: moves, splits, deaths.'),
  standard: textLeaf('The poverty standard or definition, where it differs from that of the plan.', {
    examples: STANDARDS,
  }),
  measured: wordsLeaf(countedThings, 'Whether households or persons were counted.'),
  method: textLeaf('How it was measured, where that differs from the plan.', { examples: ['survey', 'register'] }),
  status: wordsLeaf(observationStatuses, "`final`, `provisional` or `estimate`; without it the document's."),
  basis: basisSchema,
  area: referenceLeaf('The id of the area that the figure is of, for example `phu-ly`.', {
    examples: ['phu-ly', 'duy-tien'],
  }),
  groups: v.pipe(
    v.record(idKey('breakdown'), referenceLeaf('The id of the group.', { examples: ['f'] })),
    v.description('The groups of breakdowns that the figure is of: `{ sex: f }`.'),
  ),
  provider: providerLeaf('Who gives the figure, where not the provider of the document: one of its indicator.'),
  period: periodLeaf("What the figure covers, where not the document's period, for example `2018-Q1`."),
  source: sourceSchema("Where the figure was published, where not in the document's source."),
  note: nameSchema('A remark on the figure.'),
}

/** What was reported about one indicator, in the short form. */
export const resultSchema = v.pipe(
  v.union([resultValue, v.pipe(mapOf([], rowEntries), v.metadata({ name: 'result' }))]),
  v.description('What was reached: the figure itself, or a map of `value`, `cumulative`, `status` and more.'),
)

/** One row of the long form. */
export const observationSchema = v.pipe(
  mapOf(['indicator'], {
    indicator: referenceLeaf('The id of the indicator that the figure answers.', {
      examples: ['jobs', 'poverty-rate'],
    }),
    ...rowEntries,
  }),
  v.description('One figure: of one indicator, one period and one area.'),
  v.metadata({ name: 'observation' }),
)

/** Results: what was reached. */
export const actualsSchema = v.pipe(
  mapOf(['kind', 'plan'], {
    kind: wordsLeaf(['actuals'], 'Says that this document holds results.'),
    plan: v.pipe(
      v.union([
        referenceLeaf('The id of the plan that these results answer.'),
        v.pipe(v.array(referenceLeaf('The id of a plan that these results answer.')), v.title('list of ids')),
      ]),
      v.description('The id of the plan that these results answer, or a list of several: `ha-nam-2018`.'),
      v.metadata({ examples: ['ha-nam-2018', ['ha-nam-2018', 'vietnam-2018']] }),
    ),
    period: periodLeaf(
      'What the figures cover, unless a row says otherwise: `2018`, `2018-Q1`, `2018-03` and the like.',
    ),
    area: referenceLeaf('The id of the area that the figures are of, unless a row says otherwise.', {
      examples: ['phu-ly', 'duy-tien'],
    }),
    provider: providerLeaf('Who gives the figures, of indicators with several providers, unless a row says otherwise.'),
    basis: basisSchema,
    status: statusSchema,
    last_year: yesOrNoLeaf(
      '`true`: these are results of the year before the plan: nothing but what its figures are compared with.',
    ),
    numbers: numbersSchema(),
    source: sourceSchema('Where the figures were published, unless a row says otherwise.'),
    note: nameSchema('A remark on these results.'),
    results: v.pipe(
      v.record(idKey('indicator'), resultSchema),
      v.description('The short form: what was reached, by the id of the indicator.'),
    ),
    observations: listOf(observationSchema, 'The long form: any period and area, one a row.'),
    table: tableSchema,
  }),
  v.title('pva results'),
  v.description('Results: what was reached, to be held against a plan.'),
  v.metadata({ name: 'actuals', needsOneOf: ['results', 'observations', 'table'] }),
)
