import * as model from '../../model/claim.ts'
import { Exact } from '../../model/exact.ts'
import type { Language } from '../../model/figure.ts'
import { formulaNames } from '../../model/indicator.ts'
import type { Unit } from '../../model/unit.ts'
import { formatOf, GLUE } from '../figure/format.ts'
import { type Audit, isBroken, verdictCounts } from '../view/audit/audit.ts'
import { claimedMachineText, reasonText } from '../view/audit/audit-reason.ts'
import { proseCounts } from '../view/audit/prose.ts'
import { jsonDocument, name, place } from './common.ts'
import { apart, inJson, list, number, numberOr, position, tally, text, word, yesOrNo } from './kinds.ts'
import { column, csvText, field, group, inside, named, optional, record } from './record.ts'

/** Without a bound on one side it is open there. */
const ends = group<model.Reach>([
  field('low?', number, 'The lower bound; null: there is none.'),
  field('lowOpen', yesOrNo, 'Whether the lower bound itself is outside.'),
  field('high?', number, 'The upper bound; null: there is none.'),
  field('highOpen', yesOrNo, 'Whether the upper bound itself is outside.'),
])
const impliedTarget = record<model.ImpliedTarget>('', [
  ends,
  'The number inside with the fewest significant digits; null: there is no bound on one side.',
  field('roundest?', number),
])

const unit = word(['number', 'percent', 'points'] as const satisfies readonly Unit[])
const inputKey = word([...model.claimFigureKeys, 'parts'])

const correction = record<model.Correction>('One number that the slip may be in.', [
  field('field', inputKey, 'The key of the number.', ({ key }) => key),
  field('printed', number, 'As it was printed.', ({ figure }) => figure.value),
  field('corrected', number, 'As it would have to be.'),
])

type Input = Pick<model.ClaimInput, 'key' | 'printed'>
const inputParts = group<Input>([
  field('field', inputKey, 'The key of the claim.', ({ key }) => key),
  inside(({ printed }) => printed.at, [place()]),
  field('written', text, 'As it was written.', ({ printed }) => printed.text),
])
const figure = record<Input>('One figure of a sentence.', [inputParts])

const input = record<model.ClaimInput & Explained>('One number that was calculated with.', [
  inputParts,
  'With `--explain`: what it may have been before it was rounded; of a whole number that was counted, itself.',
  optional(
    ({ explains }) => explains,
    field('standsFor', record('', [ends]), ({ reach }) => reach),
  ),
])

const derivation = record<model.ClaimExpression>('', [
  field('names', text, 'With the names of the numbers: `actual / target`.', (each) => written(each, 'names')),
  field('figures', text, 'With the numbers: `18923 / 16000`.', (each) => written(each, 'figures')),
  field('value', number, 'What it comes to, as a ratio where per cent are meant.'),
])

/** A formula as programs read one, in which each number may be put in the place of its name. */
function written(each: model.ClaimExpression, as: 'names' | 'figures'): string {
  switch (each.kind) {
    case 'operand':
      return as === 'names' ? each.role : each.value.toDecimal()
    case 'literal':
      return each.value.toDecimal()
    case 'negated':
      return `-${within(each.of, as)}`
    case 'size':
      return `abs(${written(each.of, as)})`
    case 'sum':
      return as === 'names' ? each.role : `(${each.terms.map((term) => within(term, as)).join(' + ')})`
    default:
      return `${within(each.left, as)} ${OPERATORS[each.kind]} ${within(each.right, as)}`
  }
}

const OPERATORS = { plus: '+', minus: '-', times: '*', over: '/' } as const

function within(each: model.ClaimExpression, as: 'names' | 'figures'): string {
  const isOne = each.kind !== 'negated' && !('left' in each) && (as === 'names' || each.value.sign >= 0)
  return isOne ? written(each, as) : `(${written(each, as)})`
}

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
] as const

/** Whether it is told how a figure was judged. */
interface Explained {
  readonly explains: boolean
}

/** In CSV a claim that claims nothing has a row without a judgement. */
interface Judged extends Explained {
  readonly claim: model.Claim
  readonly judgement: model.Judgement | null
  readonly lang: Language
}
const claimOf = ({ claim }: Pick<Judged, 'claim'>) => claim
const judgementOf = ({ judgement }: Judged) => judgement

const judgement = record<Judged>('One claimed figure, judged.', [
  column('claim', text, ({ claim }) => claim.id),
  inside(judgementOf, [
    field('what', word(model.claimedThings), 'What is claimed.'),
    field('verdict', word(model.claimVerdicts), 'What is found about it.'),
    'What was printed: a number, or text where it is a word, a range or a bound.',
    field('claimed?', numberOr(text), claimedOf),
    'What the printed inputs come to, in the same terms; null: it cannot be calculated.',
    field('computed?', numberOr(text), ({ computed, claimed }) =>
      computed instanceof Exact ? apart(computed, 'figure' in claimed ? [claimed.figure.value] : []) : computed,
    ),
    column('unit', text, (each) => each.unit),
    field('formula?', word(formulaNames), 'The formula that gives `computed`; null: none is needed.'),
    column('reason', text, ({ why }) => why.kind),
    'What may be computed, given that inputs are rounded, bounds or ranges; null: they are exact.',
    named('', field('interval?', record('', [ends]))),
    named('target', field('impliedTarget?', impliedTarget, 'The targets that fit, where the target was not printed.')),
    'The single slip that would make a wrong figure right, if there is exactly one.',
    field('slip?', word(model.claimSlips)),
    field('unit', inJson(unit), 'What the numbers are in: `percent`, percentage `points`, or a `number` of something.'),
    field('reason', inJson(word(reasons)), 'Why the verdict was given, as a word.', ({ why }) => why.kind),
  ]),
  'Why the verdict was given, in the language of the run; empty where the verdict says it all.',
  field('why', inJson(text), (each) =>
    each.judgement ? reasonText(each.judgement, formatOf(each.lang, true, 'half-up'), null).replaceAll(GLUE, ' ') : '',
  ),
  inside(judgementOf, [
    'What an unmarked number that fits in neither way comes to in the other one; null: there is no other.',
    field('otherwise?', inJson(otherwise), ({ why }) => (why.kind === 'differs' ? why.other : null)),
    'What the slip would correct: both numbers where two are swapped, else any one of them.',
    field('corrections', list(correction), ({ why }) => (why.kind === 'differs' ? (why.slip?.corrections ?? []) : [])),
  ]),
  field('inputs', list(input), 'What it was calculated from.', ({ judgement, explains }) =>
    (judgement?.inputs ?? []).map((each) => ({ ...each, explains })),
  ),
  'With `--explain`: how `computed` came about, or the lower and the upper end of an implied target; none: there are only bounds or ranges.',
  optional(
    ({ explains }) => explains,
    field('derivations', list(derivation), ({ judgement }) => [
      ...(judgement?.derivation ? [judgement.derivation] : []),
      ...(judgement?.impliedTarget?.bounds ?? []),
    ]),
  ),
  inside(claimOf, [
    column('text', text, (each) => each.text),
    column('source', name, ({ source }) => source?.title),
    column('file', text, ({ at }) => at.file),
    column('line', position, ({ at }) => at.line),
    column('column', position, ({ at }) => at.column),
    column('subject', text, ({ said }) => said?.subject),
    column('period', text, ({ said }) => said?.period),
  ]),
])

function claimedOf({ claimed }: model.Judgement) {
  const written = claimedMachineText(claimed)
  return 'form' in claimed && claimed.form === 'number' ? { digits: written } : written
}

const said = record<model.Claim>('', [
  field('subject', text, 'What it is about; empty: nothing says so.', ({ said }) => said?.subject ?? ''),
  'What is counted, with thousands, millions or billions where figures are told in them; null: nothing says so.',
  field('unit?', text, ({ unit }) => unit?.vi),
  field('period?', text, 'When, as a period; null: the sentence does not say.', ({ said }) => said?.period),
  field('figures', list(figure), 'Each figure by what it was read as.', ({ figures, parts }) => [
    ...model.claimFigureKeys.flatMap((key) => (figures[key] ? [{ key, printed: figures[key] }] : [])),
    ...parts.map((printed) => ({ key: 'parts', printed }) as const),
  ]),
  field('ratio?', text, 'What it is of an earlier figure that is not printed.', ({ said }) => said?.ratio?.text),
  field('direction?', word(model.claimDirections), 'How the target is meant, where the sentence says so.'),
  'The word about the result; null: there is none.',
  field('verdict?', word(['met', 'exceeded', 'missed']), ({ verdict }) => verdict?.word),
  'The indicator beside the prose that the target was taken from; null: from the sentence, or there is none.',
  field(
    'targetOf?',
    record<NonNullable<model.SaidClaim['targetOf']>>('', [
      field('plan', text, 'The id of the plan.'),
      field('indicator', text, 'The id of its indicator.'),
    ]),
    ({ said }) => said?.targetOf ?? null,
  ),
])

const unread = record<model.ReadProse['unread'][number]>('One figure.', [
  field('text', text, 'The figure with its unit.'),
  field('sentence', text, 'The sentence it stands in.'),
  inside(({ at }) => at, [place()]),
])

const prose = record<Audit & { readonly prose: model.ReadProse }>('', [
  field('sentences', tally, 'How many sentences have figures.', (audit) => audit.prose.sentences),
  field('figures', tally, 'How many figures they have.', (audit) => audit.prose.figures),
  field('read', tally, 'How many of them were read into claims.', (audit) => audit.prose.read),
  'How many of these were judged, or judged with.',
  field('audited', tally, (audit) => proseCounts(audit.prose, audit.claims)[2] ?? 0),
  field('unread', list(unread), 'The first 1,000 figures that were not read.', (audit) => audit.prose.unread),
])

const claim = record<model.AuditedClaim & Explained & { readonly lang: Language }>('One printed sentence.', [
  inside(claimOf, [
    field('id?', text, 'The id of the claim; null: it has none.'),
    field('text?', text, 'The sentence as it was printed; null: it was not written down.'),
    inside(({ at }) => at, [place()]),
  ]),
  'Where it was printed, in the language of the run; null: not stated.',
  field('source?', text, (each) => each.claim.source?.title[each.lang]),
  'What a sentence of prose was understood as; null: somebody turned it into fields.',
  field('said?', said, (each) => (each.claim.said ? each.claim : null)),
  'Each figure that is claimed.',
  field('judgements', list(judgement), (each) => each.judgements.map((judged) => ({ ...each, judgement: judged }))),
  field('worst?', word(model.claimVerdicts), 'The worst verdict among them; null: nothing is claimed.'),
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
    'Every claim, in the order of the files.',
    field('claims', list(claim), ({ claims, lang, explains = false }) =>
      claims.map((each) => ({ ...each, lang, explains })),
    ),
    field('summary', summary, 'How many judgements have each verdict.', ({ claims }) => verdictCounts(claims)),
    field('unread', tally, 'How many claims are there but could not be read; their problems say why.'),
    'What was read of prose; null: there is none.',
    field('prose?', prose, (audit) => (audit.prose ? { ...audit, prose: audit.prose } : null)),
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
      (judgements.length > 0 ? judgements : [null]).map(
        (each) => ({ claim: of, judgement: each, lang, explains: false }) as const,
      ),
    ),
  )
}
