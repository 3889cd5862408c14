import * as v from 'valibot'
import { changeKinds, directions, formulaNames, indicatorTypes, thresholdKinds } from '../../../model/indicator.ts'
import { observationStatuses, taskStates } from '../../../model/observation.ts'
import { grains } from '../../../model/period.ts'
import { measurementKeys } from '../../../model/poverty-rate.ts'
import {
  inputFields,
  partialUnits,
  targetChoices,
  targetSides,
  undefinedReasons,
  verdicts,
} from '../../../model/report.ts'
import {
  day,
  dayOrNull,
  described,
  format,
  inputs,
  intervalOrNull,
  leftOut,
  list,
  measurement,
  name,
  nameOrNull,
  number,
  numberOrNull,
  percentageText,
  position,
  problems,
  sheetAndCell,
  tally,
  tallyOrNull,
  text,
  textOrNull,
  word,
  wordOrNull,
  yesOrNo,
  yesOrNoOrNull,
} from './common.ts'

const ends = v.strictTuple([v.number(), v.number()])

const target = v.variant('kind', [
  v.strictObject({
    kind: word(thresholdKinds, 'Which side of the value meets the target.'),
    value: number('The number to be reached, or not to be passed.'),
  }),
  v.strictObject({
    kind: word(changeKinds, 'Which way it is to change from the baseline.'),
    value: described(v.union([v.number(), ends]), 'By how much, above zero; the two ends of a planned range.'),
    per: v.optional(described(v.literal('year'), 'There where the change is meant for each year of the plan.')),
    of: v.optional(described(v.literal('baseline'), 'There where the change is per cent of the baseline.')),
  }),
  v.strictObject({
    kind: described(v.literal('between'), 'Met inside a range, its ends included.'),
    value: described(ends, 'The two ends of the range.'),
    direction: wordOrNull(directions, 'Where beyond the range is better than inside; null: on neither side.'),
  }),
  v.strictObject({ kind: described(v.literal('done'), 'A task that is to be done.') }),
])

export const targetOrNull = (description: string) => described(v.nullable(target), description)

const baseline = v.strictObject({
  period: textOrNull('What the baseline was measured in, as written.'),
  value: numberOrNull('The figure itself, where it is stated.'),
  poor: numberOrNull('Poor households or persons.'),
  households: numberOrNull('All households or persons.'),
  ...measurement,
})

export const partial = v.strictObject({
  of: word(partialUnits, 'What some are missing of.'),
  reported: tally('How many have reported.'),
  expected: tally('How many there are.'),
})

const changeEnd = (description: string) =>
  described(
    v.strictObject({
      period: textOrNull('When, as written.'),
      value: number('The rate or number.'),
      poor: numberOrNull('Poor households or persons.'),
      households: numberOrNull('All households or persons.'),
      ...measurement,
    }),
    description,
  )

const split = v.strictObject({
  counts: described(
    v.nullable(
      v.strictObject({
        countEffect: number('The change that comes of the number of the poor, in percentage points.'),
        baseEffect: number('The change that comes of the number of all, in percentage points.'),
      }),
    ),
    'By the counts behind both ends; null: not known.',
  ),
  areas: described(
    v.nullable(
      v.strictObject({
        within: number('The change inside the areas, in percentage points.'),
        shift: number('The change that comes of households moving between areas, in percentage points.'),
      }),
    ),
    'By the areas; null: not known.',
  ),
  ravallionHuppi: described(
    v.nullable(
      v.strictObject({
        within: number('The change inside the areas at the shares of the start, in percentage points.'),
        shift: number('The change that comes of households moving, at the rates of the start, in percentage points.'),
        interaction: number('The change that comes of both together, in percentage points.'),
      }),
    ),
    'By the areas as Ravallion and Huppi do; null: not known.',
  ),
})

const estimate = (description: string) =>
  described(
    v.strictObject({
      value: number('What follows from the rates as printed.'),
      interval: intervalOrNull('What it may be, given that the rates are rounded.'),
    }),
    description,
  )

const movements = v.strictObject({
  start: numberOrNull('Poor at the start.'),
  escaped: numberOrNull('Escaped poverty.'),
  relapsed: numberOrNull('Fell back into poverty.'),
  new: numberOrNull('Became poor for the first time.'),
  other: numberOrNull('Other changes, with their sign.'),
  end: numberOrNull('Poor at the end.'),
  gap: numberOrNull('The end less what the movements come to: 0 where they balance.'),
})

const change = v.strictObject({
  from: changeEnd('The baseline.'),
  to: changeEnd('The actual.'),
  differsIn: wordOrNull(measurementKeys, 'In what the ends differ, so that they are not subtracted; null: comparable.'),
  absolute: numberOrNull('`to` less `from`: percentage points for rates, else the unit.'),
  relative: numberOrNull(
    'The change in per cent of `from`; null for growth, where that is 0 or below, or the ends are not comparable.',
  ),
  planned: described(
    v.nullable(v.union([v.number(), ends])),
    'The planned change with its sign; the two ends of a range. null: no change was planned.',
  ),
  poor: numberOrNull('The change in the number of the poor.'),
  split: described(v.nullable(split), 'The change taken apart into effects that sum to it; null: not known.'),
  movements: described(v.nullable(movements), 'From the poor at the start to the poor at the end; null: not reported.'),
  impliedBase: described(
    v.nullable(
      v.strictObject({
        value: number('How many households the two changes imply, were their number unchanged.'),
        interval: intervalOrNull('What that may be, given that the rates are rounded.'),
      }),
    ),
    'The households that the change in points and in poor households imply; null: cannot be told.',
  ),
  impliedShares: described(
    v.nullable(
      v.strictObject({
        area: text('The id of the area with the higher rate.'),
        from: estimate('Its share of all households at the start, in per cent.'),
        to: estimate('Its share at the end, in per cent.'),
        within: estimate('The change inside the areas, in percentage points.'),
        shift: estimate('The change that comes of households moving between areas, in percentage points.'),
      }),
    ),
    'What the rates of exactly two areas and of the whole imply where nobody counted; null: nothing.',
  ),
  sharedBase: described(
    v.nullable(
      v.strictObject({
        with: text('The id of the poverty rate of the same households.'),
        rate: numberOrNull('Both actuals together, in per cent; null where they are not of one time and kind.'),
        poor: numberOrNull('The households or persons of both together.'),
        households: intervalOrNull('How many there are in all, so that both rates are possible; null: not known.'),
      }),
    ),
    'The rate beside the poverty rate of the same households; null: none is said to be.',
  ),
})

const seriesChange = (description: string) =>
  described(
    v.nullable(
      v.strictObject({
        absolute: number('The change in percentage points.'),
        relative: numberOrNull('The change in per cent of the earlier rate; null where that is 0.'),
        years: tallyOrNull('How many whole years lie between; null where they are none.'),
        perYear: numberOrNull('The change in percentage points a year over these years.'),
        poor: numberOrNull('The change in the number of the poor.'),
        planned: described(
          v.nullable(v.union([v.number(), ends])),
          'What was planned up to here, with its sign; the two ends of a range. null: nothing is said of this time.',
        ),
        achievement: numberOrNull(`The change of the planned one. ${percentageText}`),
      }),
    ),
    description,
  )

const series = v.strictObject({
  id: text('The id of the indicator.'),
  area: textOrNull('The id of the area; null: the whole.'),
  points: list(
    v.strictObject({
      plan: text('The plan that it is a result of, or a baseline.'),
      period: textOrNull('When, as written.'),
      value: number('The poverty rate in per cent.'),
      poor: numberOrNull('Poor households or persons.'),
      households: numberOrNull('All households or persons.'),
      ...measurement,
      partial: described(v.nullable(partial), 'What is missing of the figure; null: nothing.'),
      restated: numberOrNull('What an earlier plan reported for the same day, where that was another rate.'),
      differsIn: wordOrNull(
        measurementKeys,
        'In what it differs from the points before it, so that a new stretch begins; null: in nothing.',
      ),
      sinceLast: seriesChange('From the point before it; null at the start of a stretch.'),
      sinceFirst: seriesChange('From the first point of its stretch; null at its start.'),
    }),
    'In order of time.',
  ),
})

const input = described(
  v.strictObject({
    field: word(inputFields, 'What the value is to the calculation.'),
    file: text('The file it stands in.'),
    line: position('The line, from 1.'),
    column: position('The column, from 1.'),
    ...sheetAndCell,
    area: textOrNull(
      'The id of the area that the value is of: a sum over areas has those of each. null: of the whole.',
    ),
    written: text('As written; of a sum of rows of a table, that sum.'),
    rows: tallyOrNull('How many rows of a table it is the sum of; null: it stands there as it is.'),
    source: textOrNull('Where it was published; null: not stated.'),
    note: nameOrNull('What was said of it where it was reported.'),
  }),
  'One value that the row was calculated from.',
)

const comparison = (description: string) =>
  described(
    v.nullable(
      v.strictObject({
        plan: text('The id of the plan that the other figure was reported for.'),
        period: text('What the other figure covers.'),
        value: number('The other figure.'),
        partial: described(v.nullable(partial), 'Of how many areas or periods it is made; null: of all.'),
        differsIn: wordOrNull(measurementKeys, 'In what the two differ, so that they are not subtracted.'),
        absolute: numberOrNull('This figure less the other: percentage points for rates, else the unit.'),
        relative: numberOrNull(
          'The same in per cent of the other; null for growth, where that is 0 or below, or not comparable.',
        ),
      }),
    ),
    description,
  )

/** What is known of other times, other targets and other areas, and what was said and published. */
const timeAndPlace = {
  required: described(
    v.nullable(
      v.strictObject({
        value: number('How much each of them has to bring, in the unit.'),
        per: word(grains, 'What the time left is counted in.'),
        left: tally('How many of them are left.'),
      }),
    ),
    'What is still to be reached, spread evenly over the time left; null: nothing, or it does not add up.',
  ),
  revision: described(
    v.nullable(
      v.strictObject({
        date: day('The day from which the target holds.'),
        decision: textOrNull('The decision that set it.'),
      }),
    ),
    'The revision that set the target in force; null: it is the first one.',
  ),
  original: described(
    v.nullable(
      v.strictObject({
        target: targetOrNull('The first target.'),
        variance: numberOrNull('As of the row, against the first target.'),
        favourable: yesOrNoOrNull('Whether that is to the good.'),
        formula: wordOrNull(formulaNames, 'The formula behind that achievement.'),
        achievement: numberOrNull(`The completion of the first target. ${percentageText}`),
        undefined: wordOrNull(undefinedReasons, 'Why there is no such achievement.'),
        verdict: wordOrNull(verdicts, 'What the comparison with the first target comes to.'),
      }),
    ),
    'What the row would be under the first target, where a revision replaced it.',
  ),
  inPeriod: described(
    v.nullable(
      v.strictObject({
        period: text('The reporting period.'),
        value: number('What was reached in it alone.'),
        status: word(observationStatuses, 'How settled that is.'),
        partial: described(v.nullable(partial), 'Of how many areas or periods it is made; null: of all.'),
        lastYear: comparison('Beside the same months one year before.'),
        previous: comparison('Beside the period of the same length right before.'),
      }),
    ),
    'What was reached in the reporting period alone; null where it would repeat the actual or is not known.',
  ),
  lastYear: comparison('The actual beside the same figure one year before.'),
  previous: comparison('Of what does not add up: the actual beside the last figure of a period as long.'),
  increments: list(
    v.strictObject({
      period: text('What the step covers.'),
      value: numberOrNull('What it brought; null: not reported.'),
    }),
    "The steps of the running total from the plan's start; empty where they are not known.",
  ),
  rank: described(
    v.nullable(
      v.strictObject({ place: position('Its place by achievement, 1 the best.'), of: tally('Among how many.') }),
    ),
    'The place of an area among its like; null for totals and without an achievement.',
  ),
  shortfallShare: numberOrNull(
    `Of an area: its share of what is missing in all areas that fall short. ${percentageText}`,
  ),
  published: described(
    v.nullable(
      v.strictObject({
        value: number(`The completion that was printed about the actual. ${percentageText}`),
        agrees: yesOrNoOrNull('Whether it is the calculated one as printed; null: cannot be told.'),
      }),
    ),
    'What was printed about the actual; null: nothing.',
  ),
  responsible: nameOrNull('Who answers for it.'),
  note: nameOrNull('What the plan says of it.'),
}

const row = described(
  v.strictObject({
    id: text('The id of the indicator.'),
    no: textOrNull("The number in the plan's own table."),
    section: textOrNull('The id of the section that it stands in.'),
    parent: textOrNull('The id of the whole that it is a part of.'),
    type: word(indicatorTypes, 'What sort of figure it is.'),
    name: name('The name of the indicator.'),
    unit: nameOrNull('What it is counted in.'),
    area: textOrNull('The id of the area that the row is of; null: the total.'),
    ...measurement,
    target: targetOrNull('The target in force; null: followed without one.'),
    originalTarget: targetOrNull('The first target, where a revision replaced it.'),
    baseline: described(v.nullable(baseline), 'Where it started from.'),
    actual: described(
      v.nullable(v.union([v.number(), v.picklist(taskStates)])),
      "What was reached, or a task's state; null: not reported, which is not 0.",
    ),
    actualPeriod: textOrNull('What the actual covers.'),
    status: wordOrNull(observationStatuses, 'How settled the actual is.'),
    partial: described(v.nullable(partial), 'Of how many areas or periods the actual is made; null: of all.'),
    variance: numberOrNull(
      'Actual less target, in percentage points for rates; for planned changes the change less the planned one.',
    ),
    favourable: yesOrNoOrNull('Whether the variance is to the good; null where there is none.'),
    formula: wordOrNull(formulaNames, 'The formula behind `achievement`; docs/formulas.md explains each.'),
    achievement: numberOrNull(`The completion. ${percentageText} null: see \`undefined\` and \`verdict\`.`),
    interval: intervalOrNull('What the achievement may be, given that printed rates are rounded; null: it is exact.'),
    undefined: wordOrNull(undefinedReasons, 'Why there is no achievement although there is an actual and a target.'),
    used: numberOrNull(
      `Of a ceiling that a running total may still pass: how much of it is used up. ${percentageText}`,
    ),
    progress: numberOrNull(
      `The share of the way from the baseline to a target on the other side of zero. ${percentageText} null for all else.`,
    ),
    verdict: wordOrNull(verdicts, 'What the comparison comes to; null: followed without a target.'),
    standing: wordOrNull(
      targetSides,
      'On which side of its target the newest figure is, whatever the pace; null: a count has still to get there, or there is nothing to compare.',
    ),
    expected: numberOrNull('What the phasing expects to date.'),
    pace: numberOrNull(`Actual by expected. ${percentageText}`),
    forecast: numberOrNull('What the end of the plan comes to at the pace so far.'),
    change: described(v.nullable(change), 'From the baseline to the actual; null without one of them.'),
    inputs: list(input, 'Every value that the row was calculated from.'),
    ...timeAndPlace,
  }),
  'One indicator in the whole, or in one area. A total stands before its areas.',
)

const section = v.strictObject({
  id: text('The id of the section.'),
  name: name('The name of the section.'),
})

const area = v.strictObject({
  id: text('The id of the area.'),
  name: name('The name of the area.'),
  parent: textOrNull('The id of the area that it lies in; null: in none.'),
})

const summary = described(
  v.strictObject(Object.fromEntries(verdicts.map((verdict) => [verdict, tally(`How many are ${verdict}.`)]))),
  'How many totals have each verdict.',
)

const planReport = described(
  v.strictObject({
    id: text('The id of the plan.'),
    title: name('The title of the plan.'),
    period: text('What the plan covers, as written.'),
    asOf: dayOrNull('The day as of which it was calculated; null: nothing was reported.'),
    asOfFrom: textOrNull(
      'The id of the indicator whose figure is the newest, which set that day; null: it was asked for.',
    ),
    indicators: list(row, "Every indicator, in the plan's order."),
    summary,
    leftOut: list(v.string(), 'Ids of indicators that a problem kept out.'),
    leftOutBecause: list(leftOut, 'Why: the first problem that kept each of them out.'),
    targets: word(targetChoices, 'The targets that the report is held against.'),
    reportingPeriod: textOrNull('The period that was asked for; null: what the newest figures cover.'),
    note: nameOrNull('What the plan says of itself.'),
    sections: list(section, "The sections of the plan, in the plan's order."),
    areas: list(area, 'The areas of the plan.'),
    series: list(series, 'Its poverty rates from year to year, with those of the plans that it follows.'),
  }),
  'One plan held against its results.',
)

/** `pva report --format json` */
export const reportSchema = v.pipe(
  v.strictObject({
    format: format('pva.report/1'),
    complete: yesOrNo('false: an error kept something out; `problems` says what.'),
    plans: list(planReport, 'Every plan that could be read.'),
    problems,
    inputs,
  }),
  v.title('pva report'),
  v.description('What `pva report --format json` writes. Every row has every key; what is not known is null, never 0.'),
)
