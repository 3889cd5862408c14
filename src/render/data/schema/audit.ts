import * as v from 'valibot'
import {
  type ClaimReason,
  claimDirections,
  claimedThings,
  claimFigureKeys,
  claimSlips,
  claimVerdicts,
} from '../../../model/claim.ts'
import { formulaNames } from '../../../model/indicator.ts'
import type { Unit } from '../../../model/unit.ts'
import {
  described,
  format,
  inputs,
  list,
  number,
  numberOrNull,
  position,
  problems,
  tally,
  text,
  textOrNull,
  word,
  wordOrNull,
  yesOrNo,
} from './common.ts'

/** Without a bound on one side it is open there. */
const ends = {
  low: numberOrNull('The lower bound; null: there is none.'),
  lowOpen: yesOrNo('Whether the lower bound itself is outside.'),
  high: numberOrNull('The upper bound; null: there is none.'),
  highOpen: yesOrNo('Whether the upper bound itself is outside.'),
}

const units = ['number', 'percent', 'points'] as const satisfies readonly Unit[]

/** A record, so that none is forgotten. */
const reasons: Readonly<Record<ClaimReason['kind'], null>> = {
  fits: null,
  'rounded-otherwise': null,
  'inputs-rounded': null,
  'taken-as-rounded': null,
  implied: null,
  'not-defined': null,
  'not-printed': null,
  'not-exact': null,
  'direction-not-stated': null,
  'points-or-percent': null,
  'any-target-fits': null,
  'no-target-fits': null,
  'off-by-100': null,
  'points-as-percent': null,
  'percent-as-points': null,
  'other-formula': null,
  differs: null,
  'other-outcome': null,
  'one-base': null,
  'base-changed': null,
  'no-base': null,
}
const reasonKinds = Object.keys(reasons) as [ClaimReason['kind'], ...ClaimReason['kind'][]]

const inputFields = [...claimFigureKeys, 'parts'] as const

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
    interval: described(
      v.nullable(v.strictObject(ends)),
      'What may be computed, given that inputs are rounded, bounds or ranges; null: they are exact.',
    ),
    impliedTarget: described(
      v.nullable(
        v.strictObject({
          ...ends,
          roundest: numberOrNull(
            'The number inside with the fewest significant digits; null: there is no bound on one side.',
          ),
        }),
      ),
      'The targets that fit, where the target was not printed.',
    ),
    slip: wordOrNull(claimSlips, 'The single slip that would make a wrong figure right, if there is exactly one.'),
    unit: word(units, 'What the numbers are in: `percent`, percentage `points`, or a `number` of something.'),
    reason: word(reasonKinds, 'Why the verdict was given, as a word.'),
    why: text('Why the verdict was given, in the language of the run; empty where the verdict says it all.'),
    otherwise: described(
      v.nullable(
        v.strictObject({
          computed: number('What the printed inputs come to in this way.'),
          unit: word(units, 'What it is in.'),
        }),
      ),
      'What an unmarked number that fits in neither way comes to in the other one; null: there is no other.',
    ),
    corrections: list(
      described(
        v.strictObject({
          field: word(inputFields, 'The key of the number.'),
          printed: number('As it was printed.'),
          corrected: number('As it would have to be.'),
        }),
        'One number that the slip may be in.',
      ),
      'What the slip would correct: both numbers where two are swapped, else any one of them.',
    ),
    inputs: list(
      described(
        v.strictObject({
          field: word(inputFields, 'The key of the claim.'),
          file: text('The file it stands in.'),
          line: position('The line, from 1.'),
          column: position('The column, from 1, in UTF-16 units as editors count.'),
          written: text('As it was written.'),
        }),
        'One number that was calculated with.',
      ),
      'What it was calculated from.',
    ),
  }),
  'One claimed figure, judged.',
)

const said = described(
  v.nullable(
    v.strictObject({
      subject: text('What it is about; empty: nothing says so.'),
      unit: textOrNull('What is counted, with thousands, millions or billions where figures are told in them.'),
      period: textOrNull('When, as a period; null: the sentence does not say.'),
      figures: described(
        v.strictObject(
          Object.fromEntries(claimFigureKeys.map((key) => [key, v.optional(text(`What was read as \`${key}\`.`))])),
        ),
        'Each figure by what it was read as.',
      ),
      parts: list(text('As read.'), 'The parts of the total.'),
      ratio: textOrNull('What it is of an earlier figure that is not printed.'),
      direction: wordOrNull(claimDirections, 'How the target is meant, where the sentence says so.'),
      verdict: wordOrNull(['met', 'exceeded', 'missed'], 'The word about the result.'),
      targetOf: described(
        v.nullable(v.strictObject({ plan: text('The id of the plan.'), indicator: text('The id of its indicator.') })),
        'The indicator beside the prose that the target was taken from; null: from the sentence, or there is none.',
      ),
    }),
  ),
  'What a sentence of prose was understood as; null: somebody turned it into fields.',
)

const prose = described(
  v.nullable(
    v.strictObject({
      sentences: tally('How many sentences have figures.'),
      figures: tally('How many figures they have.'),
      read: tally('How many of them were read into claims.'),
      audited: tally('How many of these were judged, or judged with.'),
      unread: list(
        described(
          v.strictObject({
            text: text('The figure with its unit.'),
            sentence: text('The sentence it stands in.'),
            file: text('The file it stands in.'),
            line: position('The line, from 1.'),
            column: position('The column, from 1, in UTF-16 units as editors count.'),
          }),
          'One figure.',
        ),
        'The first 1,000 figures that were not read.',
      ),
    }),
  ),
  'What was read of prose; null: there is none.',
)

/** `pva audit --format json` */
export const auditSchema = v.pipe(
  v.strictObject({
    format: format('pva.audit/1'),
    complete: yesOrNo('Whether everything could be read; `false` where a problem is an error.'),
    claims: list(
      described(
        v.strictObject({
          id: textOrNull('The id of the claim; null: it has none.'),
          text: textOrNull('The sentence as it was printed; null: it was not written down.'),
          file: text('The file it stands in.'),
          line: position('The line, from 1.'),
          column: position('The column, from 1, in UTF-16 units as editors count.'),
          source: textOrNull('Where it was printed, in the language of the run; null: not stated.'),
          said,
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
    unread: tally('How many claims are there but could not be read; their problems say why.'),
    prose,
    failOn: list(word(claimVerdicts, 'A verdict.'), 'The verdicts that break the audit.'),
    broken: yesOrNo('Whether a judgement has one of these verdicts.'),
    problems,
    inputs,
  }),
  v.title('pva audit'),
  v.description('What `pva audit --format json` writes: whether published figures can be true.'),
)
