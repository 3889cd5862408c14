import * as model from '../../model/compare.ts'
import { formulaNames, type Indicator, indicatorTypes } from '../../model/indicator.ts'
import { observationStatuses } from '../../model/observation.ts'
import type { Plan } from '../../model/plan.ts'
import { type CompletionLine, type PlanReport, undefinedReasons, verdicts } from '../../model/report.ts'
import { jsonDocument, leftOut, measurement, name, partial, percentage, target } from './common.ts'
import { apart, day, inJson, list, number, percent, text, word, yesOrNo } from './kinds.ts'
import { column, csvText, field, inside, named, record } from './record.ts'
import { actual, actualText, formulaText, settled, undefinedText, wordOf } from './report.ts'

const plan = record<PlanReport>('One plan of the comparison.', [
  inside<PlanReport, Plan>(
    (report) => report.plan,
    [
      field('id', text, 'The id of the plan.'),
      field('follows?', text, 'The id of the plan of the time before.'),
      field('title', name, 'The title of the plan.'),
      field('period', text, 'What the plan covers, as written.', ({ period }) => period.text),
    ],
  ),
  field('asOf?', day, 'The day as of which it was calculated; null: nothing was reported.'),
  leftOut,
])

const relation = record<model.Relation>('', [
  field('difference?', number, 'The one less the other: in the unit, percentage points for rates.'),
  field('ratio?', percent, `The one by the other. ${percentage} null for rates, and where \`ratioGap\` says why.`),
  field('ratioGap?', word(model.ratioGaps), 'What the other is, so that there is a difference and no ratio.'),
  field('differsIn?', word(model.relationObstacles), 'In what the two differ, so that they are not compared.'),
])

const previous = record<model.PreviousFigure>('', [
  'Whether it is the result of the plan before, a baseline, or the sum of areas.',
  field('origin', word(model.previousOrigins)),
  field('value', number, 'The figure of the time before.'),
  field('period?', text, 'What it covers.', ({ period }) => period?.text),
  field('status?', word(observationStatuses), 'How settled it is; null: of a baseline, not known.'),
  field('partial?', partial, 'Of how many areas or periods it is made; null: of all.'),
  'The baseline of the plan for the same time, where it is another figure.',
  field('otherBaseline?', number, (each) => apart(each.otherBaseline, [each.value])),
])

/** What a row has in one year. */
interface Year extends model.ComparedYear {
  readonly of: model.ComparedRow
  readonly plan: Plan
  /** The id of the newest plan of the comparison, which no other comparison ends with. */
  readonly comparison: string
}

const lineOf = ({ line }: Year) => line
const indicatorOf = ({ line }: Year) => line?.indicator

const year = record<Year>('What an indicator has in one plan.', [
  column('comparison', text, ({ comparison }) => comparison),
  field('plan', text, 'The id of the plan.', (each) => each.plan.id),
  column('period', text, (each) => each.plan.period.text),
  column('id', text, ({ of }) => of.indicator.id),
  column('parent', text, ({ of }) => of.indicator.parent),
  column('section', text, ({ of }) => of.section?.id),
  // As the newest plan calls it.
  column('area', text, ({ of }) => of.area?.id),
  // As the plan of the year has it; where it has none, as the newest.
  inside<Year, Indicator>(
    (each) => indicatorOf(each) ?? each.of.indicator,
    [
      column('type', text, ({ type }) => type),
      column('name', name, (indicator) => indicator.name),
      column('unit', name, ({ unit }) => unit),
    ],
  ),
  'The id that the area has in this plan; null: the total.',
  field('area?', inJson(text), (each) => lineOf(each)?.area?.id),
  field('absent?', word(model.absences), 'Why there is no figure: not in the plan, or kept out by a problem.'),
  inside(indicatorOf, [
    field('type?', inJson(word(indicatorTypes)), 'What sort of figure it is in this plan; null: it has none.'),
    field('name?', inJson(name), 'What this plan calls the indicator.'),
    field('unit?', inJson(name), 'What this plan counts it in.'),
  ]),
  inside((each) => lineOf(each)?.measurement, [measurement]),
  inside(lineOf, [
    field('target?', target, 'The target in force; null: none.'),
    field('originalTarget?', inJson(target), 'The first target, where a revision replaced it.'),
  ]),
  field('planned?', number, 'The value that the target comes to; null: a range, a task or none.'),
  field('actual?', actual, actualText, ({ line, planned }) => (line && wordOf(line)) ?? apart(line?.actual, [planned])),
  inside<Year, CompletionLine>(lineOf, [
    settled,
    field('formula?', word(formulaNames), formulaText),
    field('achievement?', percent, `The completion. ${percentage}`),
    field('undefined?', word(undefinedReasons), undefinedText, (line) => line.undefinedReason),
    field('verdict?', word(verdicts), 'What the report of this plan comes to.'),
  ]),
  field('previous?', inJson(previous), 'The figure of the time before; null: not known.'),
  inside(
    (each: model.ComparedYear) => each.previous,
    [
      column('previous', number, ({ value }) => value),
      column('previous_origin', text, ({ origin }) => origin),
      column('previous_period', text, ({ period }) => period?.text),
      column('previous_status', text, ({ status }) => status),
      column('other_baseline', number, ({ otherBaseline }) => otherBaseline),
    ],
  ),
  field('plannedOnPrevious?', relation, 'Planned by previous.'),
  field('actualOnPlanned?', relation, 'Actual by planned.'),
  field('actualOnPrevious?', relation, 'Actual by previous.'),
  'What makes `actualOnPrevious` of the other two: the product of the ratios, or the sum of the differences.',
  field('identity?', word(['product', 'sum'])),
])

interface RowOf {
  readonly of: model.ComparedRow
  readonly chain: model.PlanChain
}

const yearsOf = ({ of, chain }: RowOf): readonly Year[] =>
  of.years.flatMap((each, index) => {
    const inYear = chain.plans[index]?.plan
    return inYear ? [{ ...each, of, plan: inYear, comparison: chain.plans.at(-1)?.plan.id ?? '' }] : []
  })

const row = record<RowOf>(
  'One indicator in the whole, or in one area, as the newest plan has it. A total stands before its areas.',
  [
    inside<RowOf, Indicator>(
      ({ of }) => of.indicator,
      [
        field('id', text, 'The id of the indicator.'),
        field('parent?', text, 'The id of the whole that it is a part of.'),
      ],
    ),
    field('section?', text, 'The id of the section that it stands in.', ({ of }) => of.section?.id),
    inside<RowOf, Indicator>(
      ({ of }) => of.indicator,
      [
        field('type', word(indicatorTypes), 'What sort of figure it is.'),
        field('name', name, 'The name of the indicator.'),
        field('unit?', name, 'What it is counted in.'),
      ],
    ),
    field('area?', text, 'The id of the area that the row is of; null: the total.', ({ of }) => of.area?.id),
    field('years', list(year), 'One for each of the plans, in their order.', yearsOf),
  ],
)

const rowsOf = (chain: model.PlanChain): readonly RowOf[] => chain.rows.map((of) => ({ of, chain }))

const chain = record<model.PlanChain>('', [
  field('plans', list(plan), 'The plans, of which each follows the one before.'),
  field('indicators', list(row), 'The indicators of all of them.', rowsOf),
])

const lone = record<model.LonePlan>('', [
  inside<model.LonePlan, Plan>(
    (each) => each.plan,
    [
      'The id of the plan.',
      named(
        '',
        field('plan', text, ({ id }) => id),
      ),
      field('follows?', text, 'The id of the plan that it says it follows.'),
    ],
  ),
  field('why', word(model.reasonsToStandAlone), 'Why it is not compared with an earlier plan.'),
])

/** Plans and results of several years. */
export const { json: renderCompareJson, schema: compareSchema } = jsonDocument<model.ComparedPlans>(
  'compare',
  'What `pva compare --format json` writes: plans and results of several years side by side.',
  [
    field('complete', yesOrNo, 'false: an error kept something out; `problems` says what.'),
    field('comparisons', list(chain), 'Plans that follow one another.', ({ chains }) => chains),
    'Plans without a plan before them, and of no comparison or not of the one that they name.',
    field('alone', list(lone)),
  ],
)

/** One row an indicator, area and year, the oldest year first. */
export function renderCompareCsv({ chains }: model.ComparedPlans): string {
  return csvText(
    year,
    chains.flatMap((each) => rowsOf(each).flatMap(yearsOf)),
  )
}
