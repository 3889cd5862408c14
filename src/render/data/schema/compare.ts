import * as v from 'valibot'
import { absences, previousOrigins, ratioGaps, reasonsToStandAlone, relationObstacles } from '../../../model/compare.ts'
import { formulaNames, indicatorTypes } from '../../../model/indicator.ts'
import { observationStatuses, taskStates } from '../../../model/observation.ts'
import { undefinedReasons, verdicts } from '../../../model/report.ts'
import {
  dayOrNull,
  described,
  format,
  inputs,
  leftOut,
  list,
  measurement,
  name,
  nameOrNull,
  number,
  numberOrNull,
  percentageText,
  problems,
  text,
  textOrNull,
  word,
  wordOrNull,
  yesOrNo,
} from './common.ts'
import { partial, targetOrNull } from './report.ts'

const plan = described(
  v.strictObject({
    id: text('The id of the plan.'),
    follows: textOrNull('The id of the plan of the time before.'),
    title: name('The title of the plan.'),
    period: text('What the plan covers, as written.'),
    asOf: dayOrNull('The day as of which it was calculated; null: nothing was reported.'),
    leftOut: list(v.string(), 'Ids of indicators that a problem kept out.'),
    leftOutBecause: list(leftOut, 'Why: the first problem that kept each of them out.'),
  }),
  'One plan of the comparison.',
)

const relation = (description: string) =>
  described(
    v.nullable(
      v.strictObject({
        difference: numberOrNull('The one less the other: in the unit, percentage points for rates.'),
        ratio: numberOrNull(`The one by the other. ${percentageText} null for rates, and where \`ratioGap\` says why.`),
        ratioGap: wordOrNull(ratioGaps, 'What the other is, so that there is a difference and no ratio.'),
        differsIn: wordOrNull(relationObstacles, 'In what the two differ, so that they are not compared.'),
      }),
    ),
    description,
  )

const partialOrNull = (description: string) => described(v.nullable(partial), description)

const previous = v.strictObject({
  origin: word(previousOrigins, 'Whether it is the result of the plan before, a baseline, or the sum of areas.'),
  value: number('The figure of the time before.'),
  period: textOrNull('What it covers.'),
  status: wordOrNull(observationStatuses, 'How settled it is; null: of a baseline, not known.'),
  partial: partialOrNull('Of how many areas or periods it is made; null: of all.'),
  otherBaseline: numberOrNull('The baseline of the plan for the same time, where it is another figure.'),
})

const year = described(
  v.strictObject({
    plan: text('The id of the plan.'),
    area: textOrNull('The id that the area has in this plan; null: the total.'),
    absent: wordOrNull(absences, 'Why there is no figure: not in the plan, or kept out by a problem.'),
    type: wordOrNull(indicatorTypes, 'What sort of figure it is in this plan; null: it has none.'),
    name: nameOrNull('What this plan calls the indicator.'),
    unit: nameOrNull('What this plan counts it in.'),
    ...measurement,
    target: targetOrNull('The target in force; null: none.'),
    originalTarget: targetOrNull('The first target, where a revision replaced it.'),
    planned: numberOrNull('The value that the target comes to; null: a range, a task or none.'),
    actual: described(
      v.nullable(v.union([v.number(), v.picklist(taskStates)])),
      "What was reached, or a task's state; null: not reported, which is not 0.",
    ),
    actualPeriod: textOrNull('What the actual covers.'),
    status: wordOrNull(observationStatuses, 'How settled the actual is.'),
    partial: partialOrNull('Of how many areas or periods the actual is made; null: of all.'),
    formula: wordOrNull(formulaNames, 'The formula behind `achievement`; docs/formulas.md explains each.'),
    achievement: numberOrNull(`The completion. ${percentageText}`),
    undefined: wordOrNull(undefinedReasons, 'Why there is no achievement although there is an actual and a target.'),
    verdict: wordOrNull(verdicts, 'What the report of this plan comes to.'),
    previous: described(v.nullable(previous), 'The figure of the time before; null: not known.'),
    plannedOnPrevious: relation('Planned by previous.'),
    actualOnPlanned: relation('Actual by planned.'),
    actualOnPrevious: relation('Actual by previous.'),
    identity: wordOrNull(
      ['product', 'sum'],
      'What makes `actualOnPrevious` of the other two: the product of the ratios, or the sum of the differences.',
    ),
  }),
  'What an indicator has in one plan.',
)

const row = described(
  v.strictObject({
    id: text('The id of the indicator.'),
    parent: textOrNull('The id of the whole that it is a part of.'),
    section: textOrNull('The id of the section that it stands in.'),
    type: word(indicatorTypes, 'What sort of figure it is.'),
    name: name('The name of the indicator.'),
    unit: nameOrNull('What it is counted in.'),
    area: textOrNull('The id of the area that the row is of; null: the total.'),
    years: list(year, 'One for each of the plans, in their order.'),
  }),
  'One indicator in the whole, or in one area, as the newest plan has it. A total stands before its areas.',
)

/** `pva compare --format json` */
export const compareSchema = v.pipe(
  v.strictObject({
    format: format('pva.compare/1'),
    complete: yesOrNo('false: an error kept something out; `problems` says what.'),
    comparisons: list(
      v.strictObject({
        plans: list(plan, 'The plans, of which each follows the one before.'),
        indicators: list(row, 'The indicators of all of them.'),
      }),
      'Plans that follow one another.',
    ),
    alone: list(
      v.strictObject({
        plan: text('The id of the plan.'),
        follows: textOrNull('The id of the plan that it says it follows.'),
        why: word(reasonsToStandAlone, 'Why it is not compared with an earlier plan.'),
      }),
      'Plans without a plan before them, and of no comparison or not of the one that they name.',
    ),
    problems,
    inputs,
  }),
  v.title('pva compare'),
  v.description('What `pva compare --format json` writes: plans and results of several years side by side.'),
)
