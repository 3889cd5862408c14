import * as v from 'valibot'
import { failingVerdicts } from '../../model/check.ts'
import { severities } from '../../model/indicator.ts'
import { completionLeaf, idKey, listOf, mapOf, numbersSchema, wholeNumberLeaf, wordsLeaf } from './leaf.ts'

/** What a plan and a policy file may ask of `check`, under the names of its flags. */
const policyEntries = {
  min: completionLeaf('The completion that `check` asks of every indicator, for example `100%`.'),
  'fail-on': listOf(
    wordsLeaf(failingVerdicts, 'A verdict that breaks the check.'),
    'The verdicts that break `check`, for example `[missed, not-reported]`.',
  ),
  'max-warnings': wholeNumberLeaf(null, 'How many warnings `check` lets pass, for example `0`.'),
}

/** `policy:` of a plan. */
export const planPolicySchema = v.pipe(
  mapOf([], policyEntries),
  v.description(
    'What `check` fails on. A policy file given on the command line may be tightened here, never loosened.',
  ),
  v.metadata({ name: 'policy' }),
)

const ruleSchema = v.pipe(
  mapOf([], {
    severity: wordsLeaf(severities, 'Whether `check` looks at this indicator, only warns of it, or fails.'),
    min: completionLeaf('The completion that `check` asks of this indicator, for example `90%`.'),
  }),
  v.description('What `check` asks of one indicator.'),
  v.metadata({ name: 'rule' }),
)

/** A policy file, `check --policy FILE`. */
export const policySchema = v.pipe(
  mapOf([], {
    kind: wordsLeaf(['policy'], 'Says that this document is a policy.'),
    numbers: numbersSchema(),
    ...policyEntries,
    indicators: v.pipe(
      v.record(idKey('indicator'), ruleSchema),
      v.description('What is asked of single indicators, by their ids.'),
    ),
  }),
  v.title('pva policy'),
  v.description('What `pva check` fails on, whatever the plans say: they may tighten it, never loosen it.'),
  v.metadata({ name: 'policy' }),
)
