import * as v from 'valibot'
import {
  changeKinds,
  countedThings,
  directions,
  formulaNames,
  indicatorTypes,
  severities,
  thresholdKinds,
} from '../../model/indicator.ts'
import {
  completionLeaf,
  dateLeaf,
  idKey,
  idLeaf,
  listOf,
  mapOf,
  mpiEntry,
  nameSchema,
  numberLeaf,
  percentageLeaf,
  periodKey,
  periodLeaf,
  referenceLeaf,
  STANDARDS,
  sourceSchema,
  surveyEntries,
  textLeaf,
  wholeNumberLeaf,
  wordsLeaf,
  wordsOrNumberLeaf,
  yesOrNoLeaf,
} from './leaf.ts'

const rangeEnds = () => v.pipe(v.array(numberLeaf('One end of the range.')), v.length(2))

const rangeOrNumber = (description: string) =>
  v.pipe(
    v.union([numberLeaf(description), v.pipe(rangeEnds(), v.title('range'))]),
    v.description(`${description} One number, or the two ends of a range: \`[1, 1.5]\`.`),
  )

const targetMapSchema = v.pipe(
  mapOf([], {
    at_least: numberLeaf('Met by this number or more, in the unit of the indicator.'),
    at_most: numberLeaf('Met by this number or less, in the unit of the indicator.'),
    above: numberLeaf('Met by more than this number; the number itself misses it.'),
    below: numberLeaf('Met by less than this number; the number itself misses it.'),
    reduce_by: rangeOrNumber(
      'By how much less than the baseline, above zero: percentage points for rates (`0.3`, `0.3 pp`); ' +
        'for counts, stocks and levels the unit (`500`) or per cent of the baseline (`5%`).',
    ),
    increase_by: rangeOrNumber(
      'By how much more than the baseline, above zero: percentage points for rates (`2`, `2 pp`); ' +
        'for counts, stocks and levels the unit (`500`) or per cent of the baseline (`5%`).',
    ),
    between: v.pipe(rangeEnds(), v.description('Met inside this range, both ends included: `[6.6, 6.8]`.')),
    by: dateLeaf('Done on this day or before it; for dates.', { examples: ['2018-05-31'] }),
    per: wordsLeaf(['year'], '`year`: the change is meant for each year of a plan of several years.'),
    direction: wordsLeaf(directions, 'Beside `between`: where beyond the range is better than inside it.'),
  }),
  v.metadata({ name: 'target', needsOnly: [...thresholdKinds, ...changeKinds, 'between', 'by'] }),
)

const HOW = '`at_least`, `at_most`, `above`, `below`, `reduce_by`, `increase_by`, `between`; of dates `by`'

export const targetSchema = v.pipe(
  v.union([
    wordsOrNumberLeaf(
      ['done', 'none'],
      'A number (at least so many, for counts and stocks), `done` for tasks, `none` to follow without a target.',
    ),
    targetMapSchema,
  ]),
  v.description(
    'What is to be reached. A number alone means at least so many, for counts and stocks; anything else says how: ' +
      `${HOW}. Tasks take \`done\`. \`none\`: followed without a target.`,
  ),
)

const revisedTargetSchema = v.pipe(
  v.union([
    wordsOrNumberLeaf(['done'], 'A number (at least so many, for counts and stocks), or `done` for tasks.'),
    targetMapSchema,
  ]),
  v.description(
    'What is to be reached from then on. A number alone means at least so many, for counts and stocks; anything else ' +
      `says how: ${HOW}.`,
  ),
)

const periodTargetsSchema = v.pipe(
  v.record(
    periodKey('A year, quarter or other period of the plan.'),
    v.union([rangeOrNumber('What is to be reached by the end of this period.'), targetMapSchema]),
  ),
  v.description(
    'Targets of parts of the plan, in the unit, by period: `{ 2021: 4000, 2022: 6000 }`. The report of a period is held against ' +
      'its own. Of counts running totals, or figures of each period that sum to the target.',
  ),
  v.metadata({ examples: [{ '2021': 4000, '2022': 6000 }] }),
)

const measurementEntries = {
  standard: textLeaf('The poverty standard or definition measured under, for example `2016-2020`.', {
    examples: STANDARDS,
  }),
  measured: wordsLeaf(countedThings, 'Whether households or persons are counted.'),
  method: textLeaf('How it is measured, where that differs: a survey, a register.', {
    examples: ['survey', 'register'],
  }),
}

const baselineFigures = {
  ...mpiEntry,
  value: numberLeaf('The figure that change is counted from, in the unit of the indicator.'),
  rate: numberLeaf('The same as `value`, for rates: per cent, for example `3.28`.'),
  poor: numberLeaf('The number of poor households or persons, for poverty rates.'),
  households: numberLeaf('The number of all households or persons, for poverty rates.'),
}

const baselineSchema = v.pipe(
  mapOf([], {
    period: periodLeaf('What the baseline was measured in, for example `2017`.'),
    ...baselineFigures,
    ...surveyEntries,
    ...measurementEntries,
    source: sourceSchema('Where the baseline was published.'),
    areas: v.pipe(
      v.record(
        idKey('area'),
        v.pipe(
          mapOf([], { ...baselineFigures, ...surveyEntries }),
          v.description('The baseline of one area.'),
          v.metadata({ name: 'baseline', needsOneOf: Object.keys(baselineFigures) }),
        ),
      ),
      v.description('Baselines of areas, by the id of the area.'),
    ),
  }),
  v.description('Where it started from: the figure that a change is counted from.'),
  v.metadata({ name: 'baseline', needsOneOf: [...Object.keys(baselineFigures), 'areas'] }),
)

const phasingSchema = v.pipe(
  v.union([
    wordsLeaf(
      ['linear', 'none', 'last-year'],
      '`linear`: evenly by days. `none`: nothing is expected before the end. `last-year`: as the figures of last year.',
    ),
    v.pipe(
      v.record(
        periodKey('A quarter, month or other period of the plan.'),
        numberLeaf(
          'The share of this period, or the running total by its end: with a per cent sign, of counts also in the unit.',
          { examples: ['25%', '100%', 3340] },
        ),
      ),
      v.title('shares or running totals'),
      v.metadata({ allPercentOrNone: true }),
    ),
  ]),
  v.description(
    'How the target is spread over the plan: `linear` (evenly by days), `none` (nothing is expected before the end), ' +
      '`last-year` (as the figures of last year were), ' +
      'shares of quarters or months that sum to 100%, or running totals that end with 100% at the end of the plan ' +
      '(`2018-Q2: 45%`); of counts also figures that come to the target. A part has that of its whole.',
  ),
  v.metadata({ examples: ['linear', { '2018-Q1': '20%', '2018-Q2': '45%', '2018-Q3': '75%', '2018-Q4': '100%' }] }),
)

const revisionSchema = v.pipe(
  mapOf(['date', 'target'], {
    date: dateLeaf('The day from which the new target counts, for example `2018-07-01`.'),
    target: revisedTargetSchema,
    targets_by_period: periodTargetsSchema,
    decision: textLeaf('The decision that changed it, for example `12/NQ-HĐND`.', {
      examples: ['12/NQ-HĐND', '59/2015/QĐ-TTg'],
    }),
    source: sourceSchema('Where the decision was published.'),
  }),
  v.description('A target that replaces the former one from a date on.'),
  v.metadata({ name: 'revision' }),
)

/** One indicator of a plan; its parts have the same keys. */
export const indicatorSchema: v.GenericSchema = v.pipe(
  mapOf(['id', 'name', 'target'], {
    id: idLeaf('What results call this indicator, for example `jobs`; small letters, digits, `-` and `_`.', {
      examples: ['jobs', 'poverty-rate'],
    }),
    no: textLeaf("The number in the plan's own table, for example `I.1`.", { examples: ['I.1', 1] }),
    section: idLeaf('The id of the section that it stands in. A part stands in the section of its whole.', {
      examples: ['jobs', 'poverty'],
    }),
    name: nameSchema('The name of the indicator, as tables show it.'),
    unit: nameSchema('What it is counted in, for example `người` or `persons`. A part has the unit of its whole.'),
    type: wordsLeaf(
      indicatorTypes,
      '`count`: adds up over time and areas (jobs created). `stock`: a number at a moment (beds). ' +
        '`level`: a quantity per something (income a head). `rate`: a percentage of something. ' +
        '`poverty-rate`: poor of all households or persons. `growth`: per cent change on the previous period. ' +
        '`index`: between 0 and 1 (poverty gap, Gini, multidimensional poverty). ' +
        '`date`: the day on which something is done. `task`: done or not, or in one of `states`. `text`: in words, shown and not judged. Without it `count`; a part has the type of its whole.',
    ),
    states: v.pipe(
      v.array(nameSchema('One state, for example `drafted`.')),
      v.minLength(2),
      v.description(
        'Of a task: the states that it may have, the first one furthest from its end. Its target names the one that meets it, as those behind it do.',
      ),
    ),
    target: targetSchema,
    targets_by_area: v.pipe(
      v.record(idKey('area'), targetSchema),
      v.description('Targets of areas, by the id of the area: `{ phu-ly: 3500 }`.'),
    ),
    targets_by_period: periodTargetsSchema,
    accumulate: wordsLeaf(
      ['no'],
      '`no`: the years of this count are not added up; `target` is that of each year of the plan, unless the year has its own.',
    ),
    baseline: baselineSchema,
    providers: listOf(
      v.pipe(
        mapOf(['id', 'name'], {
          id: idLeaf('What results call it.', { examples: ['review', 'survey'] }),
          name: nameSchema('What tables call it: who gives the figures, by what.'),
          baseline: baselineSchema,
        }),
        v.description('Who gives figures of the indicator, with the baseline that they are counted from.'),
        v.metadata({ name: 'provider' }),
      ),
      'Where several give figures of one and the same thing (a ministry by its review, a statistics office by its survey): who they are. Results say whose they are.',
    ),
    judged_by: referenceLeaf('The id of the provider whose figures are judged; those of the others stand beside.', {
      examples: ['review'],
    }),
    direction: wordsLeaf(directions, 'Which way is better, where the target alone does not say: `up`, `down`.'),
    formula: wordsLeaf(
      formulaNames,
      'How completion is calculated, where not in the way that is usual for the target.',
    ),
    phasing: phasingSchema,
    tolerance: percentageLeaf(
      'How much of what is expected to date still counts as on track, for example `95%`. A part has that of its whole.',
    ),
    can_fall: yesOrNoLeaf(
      '`true`: the running total of this count may fall (net new members), so that nothing is final before the end.',
      { default: false },
    ),
    decimals: wholeNumberLeaf(20, "Decimals of the printed percentage, 0 to 20; without it the plan's."),
    severity: wordsLeaf(severities, 'What a broken target is to `check`: nothing, a warning or an error.'),
    min: completionLeaf('The completion that `check` asks for, for example `90%`.'),
    ...measurementEntries,
    rate_of: v.pipe(
      mapOf(['numerator'], {
        numerator: idLeaf('The id of the count or stock above the line, for example `poor-households`.', {
          examples: ['poor-households', 'insured'],
        }),
        denominator: idLeaf('The id of the count or stock below the line; may be left out beside `same_base_as`.', {
          examples: ['households', 'inhabitants'],
        }),
      }),
      v.description('The two indicators of this plan that the rate is calculated from.'),
      v.metadata({ name: 'rate_of' }),
    ),
    same_base_as: idLeaf(
      'The id of the poverty rate whose households this is a rate of as well: near-poor beside poor.',
      {
        examples: ['poverty-rate'],
      },
    ),
    counted: nameSchema(
      'Of a poverty rate: what its `poor` are, as tables call them; without it poor households or persons.',
    ),
    of_which: listOf(
      v.lazy(() => indicatorSchema),
      'Parts that are inside the whole and never added to it. They may have parts of their own.',
    ),
    hidden: yesOrNoLeaf('`true`: tables leave it out; for what has `target: none` and only makes a rate.', {
      default: 'false',
    }),
    exhaustive: yesOrNoLeaf('`true`: the parts are the whole of it, so that they have to sum to it.', {
      default: false,
    }),
    revisions: listOf(revisionSchema, 'Targets that replaced the first one.'),
    responsible: nameSchema('Who answers for it.'),
    note: nameSchema('A remark, shown below the table.'),
    source: sourceSchema('Where the target was published, where not with the plan.'),
  }),
  v.description('An indicator and its target.'),
  v.metadata({ name: 'indicator', together: ['providers', 'judged_by'] }),
)
