import * as v from 'valibot'
import { roundingModes } from '../../model/exact.ts'
import { formulaNames } from '../../model/indicator.ts'
import { indicatorSchema } from './indicator.ts'
import {
  dateLeaf,
  idLeaf,
  listOf,
  mapOf,
  nameSchema,
  numbersSchema,
  percentageLeaf,
  periodLeaf,
  referenceLeaf,
  sourceSchema,
  wholeNumberLeaf,
  wordsLeaf,
} from './leaf.ts'
import { planPolicySchema } from './policy.ts'
import { planTableSchema } from './table.ts'

const areaSchema = v.pipe(
  mapOf(['id', 'name'], {
    id: idLeaf('What results call this area, for example `phu-ly`.', { examples: ['phu-ly', 'duy-tien'] }),
    name: nameSchema('The name of the area, as tables show it.'),
    parent: idLeaf('The id of the area that this one lies in.', { examples: ['ha-nam', 'lowland'] }),
    from: dateLeaf('The first day that the area exists, for example `2018-07-01`; without it, always.'),
    until: dateLeaf('The last day that the area exists, for example `2018-06-30`; without it, for good.'),
    was: listOf(idLeaf('A former id.'), 'Ids that the area had before.'),
  }),
  v.description('An area that results are reported for.'),
  v.metadata({ name: 'area' }),
)

const sectionSchema = v.pipe(
  mapOf(['id', 'name'], {
    id: idLeaf('What indicators call this section, for example `jobs`.', { examples: ['jobs', 'poverty'] }),
    name: nameSchema('The heading of the section, as tables show it.'),
    parent: idLeaf('The id of the section that this one lies in, which stands before it.', { examples: ['impact'] }),
  }),
  v.description('A part of the plan under a heading of its own.'),
  v.metadata({ name: 'section' }),
)

/** A plan: what is to be reached by when. */
export const planSchema = v.pipe(
  mapOf(['kind', 'id', 'title', 'period'], {
    kind: wordsLeaf(['plan'], 'Says that this document is a plan.'),
    id: idLeaf('What results call this plan, for example `ha-nam-2018`; small letters, digits, `-` and `_`.', {
      examples: ['ha-nam-2018', 'quang-nam-2019'],
    }),
    title: nameSchema('The title of the plan, as reports show it.'),
    period: periodLeaf('What the plan covers: `2018`, `2018-H1`, `2018-Q1`, `2018-03`, `2016/2020` or two dates.'),
    follows: referenceLeaf('The id of the plan of the time before, with whose results these are compared.', {
      examples: ['ha-nam-2017'],
    }),
    numbers: numbersSchema(),
    source: sourceSchema('Where the plan was published.'),
    note: nameSchema('A remark on the plan.'),
    decimals: wholeNumberLeaf(20, 'Decimals of printed percentages, 0 to 20; without it 1.', { default: 1 }),
    rounding: wordsLeaf(
      roundingModes,
      'How printed figures are rounded; without it `half-up`. Calculation is exact whatever stands here.',
      { default: 'half-up' },
    ),
    formula: wordsLeaf(
      formulaNames,
      'How completion is calculated where the target and the baseline allow it, unless an indicator says.',
    ),
    tolerance: percentageLeaf('How much of what is expected to date still counts as on track, for example `95%`.'),
    policy: planPolicySchema,
    areas: listOf(areaSchema, 'The areas that results may be reported for.'),
    sections: listOf(sectionSchema, 'The headings that indicators stand under.'),
    indicators: listOf(
      indicatorSchema,
      'What is to be reached, in the order of the report. Beside `table`: what the table does not say, by id or name.',
    ),
    table: planTableSchema,
  }),
  v.title('pva plan'),
  v.description('A plan: indicators, their targets and baselines.'),
  v.metadata({ name: 'plan', needsOneOf: ['indicators', 'table'] }),
)
