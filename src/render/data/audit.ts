import * as model from '../../model/claim.ts'
import { Exact } from '../../model/exact.ts'
import type { Language } from '../../model/figure.ts'
import { formulaNames } from '../../model/indicator.ts'
import type { Unit } from '../../model/unit.ts'
import { formatOf, GLUE } from '../figure/format.ts'
import { claimedMachineText } from '../view/audit/audit-figures.ts'
import { reasonText } from '../view/audit/audit-reason.ts'
import { type Audit, isBroken, verdictCounts } from '../view/audit/audit-text.ts'
import { jsonDocument, name, place } from './common.ts'
import { apart, inJson, list, number, numberOr, position, tally, text, word, yesOrNo } from './kinds.ts'
import { column, csvText, field, inside, named, type Part, record } from './record.ts'

/** Without a bound on one side it is open there. */
const ends: readonly Part<model.Reach>[] = [
  field('low?', number, 'The lower bound; null: there is none.'),
  field('lowOpen', yesOrNo, 'Whether the lower bound itself is outside.'),
  field('high?', number, 'The upper bound; null: there is none.'),
  field('highOpen', yesOrNo, 'Whether the upper bound itself is outside.'),
]
const impliedTarget = record<model.ImpliedTarget>('', [
  ...ends,
  field(
    'roundest?',
    number,
    'The number inside with the fewest significant digits; null: there is no bound on one side.',
  ),
])

const unit = word(['number', 'percent', 'points'] as const satisfies readonly Unit[])
const inputKey = word([...model.claimFigureKeys, 'parts'])

const correction = record<model.Correction>('One number that the slip may be in.', [
  field('field', inputKey, 'The key of the number.', ({ key }) => key),
  field('printed', number, 'As it was printed.', ({ figure }) => figure.value),
  field('corrected', number, 'As it would have to be.'),
])

const input = record<model.ClaimInput>('One number that was calculated with.', [
  field('field', inputKey, 'The key of the claim.', ({ key }) => key),
  inside(({ printed }) => printed.at, place()),
  field('written', text, 'As it was written.', ({ printed }) => printed.text),
])

const otherwise = record<model.OtherComputed>('', [
  field('computed', number, 'What the printed inputs come to in this way.'),
  field('unit', unit, 'What it is in.'),
])

const reasons = [
  'fits',
  'rounded-otherwise',
  'inputs-rounded',
  'taken-as-rounded',
  'implied',
  'not-defined',
  'not-printed',
  'not-exact',
  'direction-not-stated',
  'points-or-percent',
  'any-target-fits',
  'no-target-fits',
  'off-by-100',
  'points-as-percent',
  'percent-as-points',
  'other-formula',
  'differs',
  'other-outcome',
  'one-base',
  'base-changed',
  'no-base',
]

/** In CSV a claim that claims nothing has a row without a judgement. */
interface Judged {
  readonly claim: model.Claim
  readonly judgement: model.Judgement | null
  readonly lang: Language
}
const judgementOf = ({ judgement }: Judged) => judgement

const judgement = record<Judged>('One claimed figure, judged.', [
  column('claim', text, ({ claim }) => claim.id),
  inside(judgementOf, [
    field('what', word(model.claimedThings), 'What is claimed.'),
    field('verdict', word(model.claimVerdicts), 'What is found about it.'),
    field(
      'claimed?',
      numberOr(text),
      'What was printed: a number, or text where it is a word, a range or a bound.',
      claimedOf,
    ),
    field(
      'computed?',
      numberOr(text),
      'What the printed inputs come to, in the same terms; null: it cannot be calculated.',
      ({ computed, claimed }) =>
        computed instanceof Exact ? apart(computed, 'figure' in claimed ? [claimed.figure.value] : []) : computed,
    ),
    column('unit', text, (each) => each.unit),
    field('formula?', word(formulaNames), 'The formula that gives `computed`; null: none is needed.'),
    column('reason', text, ({ why }) => why.kind),
    named(
      '',
      field(
        'interval?',
        record('', ends),
        'What may be computed, given that inputs are rounded, bounds or ranges; null: they are exact.',
      ),
    ),
    named('target', field('impliedTarget?', impliedTarget, 'The targets that fit, where the target was not printed.')),
    field(
      'slip?',
      word(model.claimSlips),
      'The single slip that would make a wrong figure right, if there is exactly one.',
    ),
    field('unit', inJson(unit), 'What the numbers are in: `percent`, percentage `points`, or a `number` of something.'),
    field('reason', inJson(word(reasons)), 'Why the verdict was given, as a word.', ({ why }) => why.kind),
  ]),
  field(
    'why',
    inJson(text),
    'Why the verdict was given, in the language of the run; empty where the verdict says it all.',
    (each) =>
      each.judgement
        ? reasonText(each.judgement, formatOf(each.lang, true, 'half-up'), null).replaceAll(GLUE, ' ')
        : '',
  ),
  inside(judgementOf, [
    field(
      'otherwise?',
      inJson(otherwise),
      'What an unmarked number that fits in neither way comes to in the other one; null: there is no other.',
      ({ why }) => (why.kind === 'differs' ? why.other : null),
    ),
    field(
      'corrections',
      list(correction),
      'What the slip would correct: both numbers where two are swapped, else any one of them.',
      ({ why }) => (why.kind === 'differs' ? (why.slip?.corrections ?? []) : []),
    ),
    field('inputs', list(input), 'What it was calculated from.'),
  ]),
  inside<Judged, model.Claim>(
    ({ claim }) => claim,
    [
      column('text', text, (each) => each.text),
      column('source', name, ({ source }) => source?.title),
      column('file', text, ({ at }) => at.file),
      column('line', position, ({ at }) => at.line),
      column('column', position, ({ at }) => at.column),
    ],
  ),
])

function claimedOf({ claimed }: model.Judgement) {
  const written = claimedMachineText(claimed)
  return 'form' in claimed && claimed.form === 'number' ? { digits: written } : written
}

interface ClaimOf {
  readonly audited: model.AuditedClaim
  readonly lang: Language
}

const claim = record<ClaimOf>('One printed sentence.', [
  inside<ClaimOf, model.Claim>(
    ({ audited }) => audited.claim,
    [
      field('id?', text, 'The id of the claim; null: it has none.'),
      field('text?', text, 'The sentence as it was printed; null: it was not written down.'),
      inside(({ at }) => at, place()),
    ],
  ),
  field(
    'source?',
    text,
    'Where it was printed, in the language of the run; null: not stated.',
    ({ audited, lang }) => audited.claim.source?.title[lang],
  ),
  field('judgements', list(judgement), 'Each figure that is claimed.', ({ audited, lang }) =>
    audited.judgements.map((each) => ({ claim: audited.claim, judgement: each, lang })),
  ),
  field(
    'worst?',
    word(model.claimVerdicts),
    'The worst verdict among them; null: nothing is claimed.',
    ({ audited }) => audited.worst,
  ),
])

const verdict = {
  ...word(model.claimVerdicts),
  schema: { ...word(model.claimVerdicts).schema, description: 'A verdict.' },
}
const summary = record<ReturnType<typeof verdictCounts>>(
  '',
  model.claimVerdicts.map((verdict) => field(verdict, tally, `How many are ${verdict}.`)),
)

/** Whether published figures can be true. */
export const { json: renderAuditJson, schema: auditSchema } = jsonDocument<Audit>(
  'audit',
  'What `pva audit --format json` writes: whether published figures can be true.',
  [
    field('complete', yesOrNo, 'Whether everything could be read; `false` where a problem is an error.'),
    field('claims', list(claim), 'Every claim, in the order of the files.', ({ claims, lang }) =>
      claims.map((audited) => ({ audited, lang })),
    ),
    field('summary', summary, 'How many judgements have each verdict.', ({ claims }) => verdictCounts(claims)),
    field('unread', tally, 'How many claims are there but could not be read; their problems say why.'),
    field('failOn', list(verdict), 'The verdicts that break the audit.'),
    field('broken', yesOrNo, 'Whether a judgement has one of these verdicts.', isBroken),
  ],
)

/** One row a claimed figure. */
export function renderAuditCsv({ claims }: Audit): string {
  // Its columns hold both languages.
  const lang = 'en'
  return csvText(
    judgement,
    claims.flatMap(({ claim: of, judgements }) =>
      (judgements.length > 0 ? judgements : [null]).map((each) => ({ claim: of, judgement: each, lang }) as const),
    ),
  )
}
