import {
  type CheckResult,
  type Finding,
  failingVerdicts,
  findingRules,
  type PolicyInForce,
  policyKeys,
  type RefusedKey,
  type Rule,
} from '../../model/check.ts'
import { Exact } from '../../model/exact.ts'
import { cellOf, type Place } from '../../model/figure.ts'
import { severities } from '../../model/indicator.ts'
import { type OtherProvider, otherVerdictOf, type Verdict, verdicts } from '../../model/report.ts'
import { comparedText } from '../view/check/finding-text.ts'
import { jsonDocument, leftOutOf, leftOutParts, name, percentage, placeOrNull, sheetAndCell } from './common.ts'
import { byId, day, inJson, list, numberOr, percent, tally, text, word, wordOrDay, yesOrNo } from './kinds.ts'
import { column, csvText, field, inside, record } from './record.ts'

const rule = {
  severity: field<Rule, Rule['severity']>(
    'severity',
    word(severities),
    'Whether the indicator is not looked at, only warned of, or breaks the check.',
  ),
  min: field<Rule, Exact>('min?', percent, `The completion that is asked for. ${percentage} null: none.`),
  failOn: field<Rule, Rule['failOn']>('failOn', list(word(failingVerdicts)), 'The verdicts that break the policy.'),
}

const refused = record<RefusedKey>('', [
  field('indicator?', text, "The id of the indicator; null: in the plan's own `policy`."),
  field('key', word(policyKeys), 'The key that would loosen the policy file.'),
])

const policy = record<PolicyInForce>('The policy in force for one plan.', [
  field('plan', text, 'The id of the plan.'),
  field('asOf?', day, 'The day as of which it was checked; null: nothing was reported.'),
  inside(({ general }) => general, [rule.failOn, rule.min]),
  field('maxWarnings?', tally, 'How many warnings are let pass; null: any number.'),
  'Indicators of which something else is asked than of all, by their ids.',
  field('indicators', byId(record('', [rule.severity, rule.min, rule.failOn]), 'indicator', 'The id of an indicator.')),
  field('refused', list(refused), 'What the plan asked for and the policy file did not let it.'),
])

const compared = numberOr(wordOrDay(verdicts))
const comparedOf = (finding: Finding, key: 'expected' | 'found') =>
  finding[key] instanceof Exact && finding.line?.indicator.type !== 'date'
    ? { digits: comparedText(finding)[key] }
    : finding[key] && comparedText(finding)[key]

const finding = record<Finding & { readonly asOf: number | null }>('One thing that breaks the policy.', [
  field('plan', text, 'The id of the plan.'),
  field('indicator', text, 'The id of the indicator.'),
  field('area?', text, 'The id of the area; null: the total.'),
  field('rule', word(findingRules), 'What is broken.'),
  field('severity', word(['warn', 'error']), '`error` breaks the check; of `warn` only so many are let pass.'),
  'What was asked for: a percentage, a number in the unit, or a verdict.',
  field('expected?', compared, (each) => comparedOf(each, 'expected')),
  field('found?', compared, 'What was found, in the same terms; null: nothing.', (each) => comparedOf(each, 'found')),
  inside(
    ({ at }) => at,
    [
      placeOrNull('The file of the newest figure, else of the target; null: it is gone from the files.'),
      inJson(sheetAndCell),
    ],
  ),
  column('name', name, ({ line }) => line?.indicator.name),
  column('verdict', text, ({ line }) => line?.verdict),
  column('as_of', day, ({ asOf }) => asOf),
  inside<Finding, Place>(({ at }) => at, [column('sheet', text, ({ sheet }) => sheet), column('cell', text, cellOf)]),
])

const findingsOf = ({ findings, policies }: CheckResult) => {
  const days = new Map(policies.map(({ plan, asOf }) => [plan, asOf]))
  return findings.map((each) => ({ ...each, asOf: days.get(each.plan) ?? null }))
}

const summary = record<CheckResult>('What the check comes to.', [
  field('checked', tally, 'How many indicators were held against the policy.'),
  'How many findings break the check.',
  field('errors', tally, ({ findings }) => findings.filter(({ severity }) => severity === 'error').length),
  field('warnings', tally, 'How many findings and problems are only warned of.'),
  field('broken', yesOrNo, 'Whether the check is broken: exit code 1.'),
])

interface OtherVerdict extends OtherProvider {
  readonly plan: string
  readonly verdict: Verdict
  readonly judged: Verdict | null
}
const otherVerdict = record<OtherVerdict>('', [
  field('plan', text, 'The id of the plan.'),
  field('indicator', text, 'The id of the indicator.', ({ line }) => line.indicator.id),
  field('area?', text, 'The id of the area; null: the total.', ({ line }) => line.area?.id),
  field('provider', text, 'The id of the provider.', ({ provider }) => provider.id),
  field('verdict', word(verdicts), 'The verdict by its figures.'),
  field('judged?', word(verdicts), 'The verdict by the figures that are judged.'),
])
const otherVerdictsOf = ({ otherVerdicts }: CheckResult): readonly OtherVerdict[] =>
  otherVerdicts.flatMap(({ plan, line }) =>
    line.otherProviders.flatMap((other) => {
      const verdict = otherVerdictOf(line, other)
      return verdict ? [{ ...other, plan: plan.id, line, verdict, judged: line.verdict }] : []
    }),
  )

const leftOut = record<{ readonly plan: string } & ReturnType<typeof leftOutOf>[number]>('', [
  field('plan', text, 'The id of the plan.'),
  leftOutParts,
])

/** What breaks the policy. */
export const { json: renderCheckJson, schema: checkSchema } = jsonDocument<CheckResult>(
  'check',
  'What `pva check --format json` writes: the policy in force, and what breaks it.',
  [
    field('complete', yesOrNo, 'false: an error kept something from being checked; `problems` says what.'),
    field('policy', list(policy), 'The policy in force, plan by plan.', ({ policies }) => policies),
    field('findings', list(finding), 'What breaks the policy.', findingsOf),
    'Indicators that a problem keeps from being held against it.',
    field('leftOut', list(leftOut), (result) =>
      result.leftOut.flatMap((report) => leftOutOf(report).map((each) => ({ plan: report.plan.id, ...each }))),
    ),
    field('summary', summary, 'What the check comes to.', (result) => result),
    'Where the figures of another provider would give another verdict. The policy goes by those that are judged.',
    field('otherVerdicts', list(otherVerdict), otherVerdictsOf),
  ],
)

/** One row a finding; the header alone where there is none. */
export function renderCheckCsv(result: CheckResult): string {
  return csvText(finding, findingsOf(result))
}
