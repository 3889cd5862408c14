import * as v from 'valibot'
import { failingVerdicts, findingRules, policyKeys } from '../../../model/check.ts'
import { severities } from '../../../model/indicator.ts'
import { verdicts } from '../../../model/report.ts'
import {
  dayOrNull,
  described,
  format,
  inputs,
  leftOut,
  list,
  numberOrNull,
  percentageText,
  positionOrNull,
  problems,
  sheetAndCell,
  tally,
  tallyOrNull,
  text,
  textOrNull,
  word,
  yesOrNo,
} from './common.ts'

const failOn = list(v.picklist(failingVerdicts), 'The verdicts that break the policy.')
const min = numberOrNull(`The completion that is asked for. ${percentageText} null: none.`)

const policy = described(
  v.strictObject({
    plan: text('The id of the plan.'),
    asOf: dayOrNull('The day as of which it was checked; null: nothing was reported.'),
    failOn,
    min,
    maxWarnings: tallyOrNull('How many warnings are let pass; null: any number.'),
    indicators: described(
      v.record(
        v.pipe(v.string(), v.title('indicator'), v.description('The id of an indicator.')),
        v.strictObject({
          severity: word(severities, 'Whether the indicator is not looked at, only warned of, or breaks the check.'),
          min,
          failOn,
        }),
      ),
      'Indicators of which something else is asked than of all, by their ids.',
    ),
    refused: list(
      v.strictObject({
        indicator: textOrNull("The id of the indicator; null: in the plan's own `policy`."),
        key: word(policyKeys, 'The key that would loosen the policy file.'),
      }),
      'What the plan asked for and the policy file did not let it.',
    ),
  }),
  'The policy in force for one plan.',
)

const compared = (description: string) =>
  described(v.nullable(v.union([v.number(), v.picklist(verdicts)])), description)

const finding = described(
  v.strictObject({
    plan: text('The id of the plan.'),
    indicator: text('The id of the indicator.'),
    area: textOrNull('The id of the area; null: the total.'),
    rule: word(findingRules, 'What is broken.'),
    severity: word(['warn', 'error'], '`error` breaks the check; of `warn` only so many are let pass.'),
    expected: compared('What was asked for: a percentage, a number in the unit, or a verdict.'),
    found: compared('What was found, in the same terms; null: nothing.'),
    file: textOrNull('The file of the newest figure, else of the target; null: it is gone from the files.'),
    line: positionOrNull('The line, from 1.'),
    column: positionOrNull('The column, from 1, in UTF-16 units as editors count.'),
    ...sheetAndCell,
  }),
  'One thing that breaks the policy.',
)

/** `pva check --format json` */
export const checkSchema = v.pipe(
  v.strictObject({
    format: format('pva.check/1'),
    complete: yesOrNo('false: an error kept something from being checked; `problems` says what.'),
    policy: list(policy, 'The policy in force, plan by plan.'),
    findings: list(finding, 'What breaks the policy.'),
    leftOut: list(
      v.strictObject({ plan: text('The id of the plan.'), ...leftOut.entries }),
      'Indicators that a problem keeps from being held against it.',
    ),
    summary: described(
      v.strictObject({
        checked: tally('How many indicators were held against the policy.'),
        errors: tally('How many findings break the check.'),
        warnings: tally('How many findings and problems are only warned of.'),
        broken: yesOrNo('Whether the check is broken: exit code 1.'),
      }),
      'What the check comes to.',
    ),
    problems,
    inputs,
  }),
  v.title('pva check'),
  v.description('What `pva check --format json` writes: the policy in force, and what breaks it.'),
)
