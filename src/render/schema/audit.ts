import * as v from 'valibot'
import { claimedThings, claimSlips, claimVerdicts } from '../../model/claim.ts'
import { formulaNames } from '../../model/indicator.ts'
import {
  described,
  format,
  inputs,
  intervalOrNull,
  list,
  number,
  problems,
  tally,
  textOrNull,
  word,
  wordOrNull,
  yesOrNo,
} from './common.ts'

const judgement = described(
  v.strictObject({
    what: word(claimedThings, 'What is claimed.'),
    verdict: word(claimVerdicts, 'What is found about it.'),
    claimed: described(
      v.nullable(v.union([v.number(), v.string()])),
      'What was printed: a number, or text where it is a word, a range or a bound.',
    ),
    computed: described(
      v.nullable(v.union([v.number(), v.string()])),
      'What the printed inputs come to, in the same terms; null: it cannot be calculated.',
    ),
    formula: wordOrNull(formulaNames, 'The formula that gives `computed`; null: none is needed.'),
    interval: intervalOrNull('What may be computed, given that the inputs are rounded; null: they are exact.'),
    impliedTarget: described(
      v.nullable(
        v.strictObject({
          low: number('The lower bound.'),
          lowOpen: yesOrNo('Whether the lower bound itself is outside.'),
          high: number('The upper bound.'),
          highOpen: yesOrNo('Whether the upper bound itself is outside.'),
          roundest: number('The number inside with the fewest significant digits.'),
        }),
      ),
      'The targets that fit, where the target was not printed.',
    ),
    slip: wordOrNull(claimSlips, 'The single slip that would make a wrong figure right, if there is exactly one.'),
  }),
  'One claimed figure, judged.',
)

/** `pva audit --format json` */
export const auditSchema = v.pipe(
  v.strictObject({
    format: format('pva.audit/1'),
    claims: list(
      described(
        v.strictObject({
          id: textOrNull('The id of the claim; null: it has none.'),
          judgements: list(judgement, 'Each figure that is claimed.'),
          worst: wordOrNull(claimVerdicts, 'The worst verdict among them; null: nothing is claimed.'),
        }),
        'One printed sentence.',
      ),
      'Every claim, in the order of the files.',
    ),
    summary: described(
      v.strictObject(Object.fromEntries(claimVerdicts.map((verdict) => [verdict, tally(`How many are ${verdict}.`)]))),
      'How many judgements have each verdict.',
    ),
    problems,
    inputs,
  }),
  v.title('pva audit'),
  v.description('What `pva audit --format json` writes: whether published figures can be true.'),
)
