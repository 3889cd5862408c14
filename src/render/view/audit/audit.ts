import {
  type AuditedClaim,
  type Claim,
  type ClaimVerdict,
  claimVerdicts,
  type Judgement,
  type ReadProse,
} from '../../../model/claim.ts'
import { counted, countText, type Format, formatOf, GLUE } from '../../figure/format.ts'
import { placeText } from '../../figure/place-text.ts'
import { safeText } from '../../figure/safe-text.ts'
import type { Tone } from '../../figure/verdict-text.ts'
import { auditWordsOf } from '../../words/words.ts'
import { type Block, columnsOf, type Document, type Line, type Passage, passage, tableBlock } from '../document.ts'
import type { DocumentLook } from '../format.ts'
import { claimedText, computedText, reasonText } from './audit-reason.ts'
import { markedText, proseCounts, understoodText, unreadTable } from './prose.ts'

export interface AuditChoice extends Pick<DocumentLook, 'lang' | 'unicode'> {
  /** Decimals of computed figures; null: two more than were printed. */
  readonly decimals: number | null
}

interface Row extends JudgementText {
  readonly id: string
  readonly sentence: string
  readonly place: string
}

/** What is found about each claim: its id, place and sentence, a line for each figure that it claims, and how many have which verdict. */
export function auditDocument(audit: Audit, choice: AuditChoice): Document {
  const format = formatOf(choice.lang, choice.unicode, 'half-up')
  const blocks: readonly Block[] =
    audit.claims.length === 0
      ? []
      : [tableOf(audit, format, choice), ...unreadIn(audit, format), summaryOf(audit, format)]
  return { title: auditSummary(audit, format).split('\n')[0] ?? '', endsWithResult: true, parts: [blocks] }
}

function unreadIn({ prose }: Audit, format: Format): readonly Block[] {
  return prose?.listsUnread && prose.unread.length > 0 ? [unreadTable(prose, format)] : []
}

export function summaryOf(audit: Audit, format: Format): Passage {
  return passage('summary', auditSummary(audit, format).split('\n'))
}

function tableOf({ claims }: Audit, format: Format, { decimals }: AuditChoice): Block {
  const { columns: heads } = auditWordsOf(format.words.lang)
  const { left, right } = columnsOf<Row>()
  const claim = left('id', heads.claim, 40, ({ id, sentence }) => ({
    text: [id, sentence].filter((part) => part !== '').join('\n'),
    isStrong: id !== '',
  }))
  const what = left('what', heads.what, 24, (row) => row.what)
  const printed = right('printed', heads.printed, 20, (row) => row.printed)
  // Nothing was computed of what nothing is claimed of.
  const computed = right('computed', heads.computed, 20, (row) => row.computed || (row.printed === '' ? '' : '–'))
  const verdict = left('verdict', heads.verdict, 26, (row) => ({ text: row.verdict, tone: row.tone }), {
    narrowest: 12,
  })
  const why = left('why', heads.why, 64, (row) => row.why)
  // Under its claim.
  const below = left('what', heads.claim, 24, (row) => ({ text: row.what, depth: 1 }), { narrowest: 14 })
  const bothHead = `${heads.printed} →${GLUE}${heads.computed.toLowerCase().replaceAll(' ', GLUE)}`
  const both = right('printed', bothHead, 20, (row) =>
    row.computed === '' ? row.printed : `${row.printed}\n→${GLUE}${row.computed}`,
  )
  const laidOut = [below, printed, computed, verdict, why]
  return tableBlock({
    key: 'claims',
    name: heads.claim,
    lines: claims.flatMap((each, index) => [
      ...(index > 0 ? [{ kind: 'blank' } as const] : []),
      ...claimLines(each, claims[index - 1], format, decimals),
    ]),
    columns: [claim, what, printed, computed, verdict, why, left('place', heads.place, 30, (row) => row.place)],
    layouts: [
      { columns: laidOut, growing: why, least: 32, squeezed: false },
      { columns: laidOut, growing: why, least: 26, squeezed: true },
      { columns: [below, both, verdict, why], growing: why, least: 20, squeezed: true },
    ],
    lead: claim,
  })
}

/** The sentence and the place of a claim stand above its figures, or with the first of them. */
function claimLines(
  { claim, judgements }: AuditedClaim,
  before: AuditedClaim | undefined,
  format: Format,
  decimals: number | null,
): Line<Row>[] {
  const id = safeText(claim.id ?? '')
  const place = placeText(claim.at)
  // A sentence that says several things stands above the first of them.
  const isSame = claim.said !== undefined && before?.claim.text === claim.text
  const lines = [isSame ? '' : sentenceOf(claim, format), understoodText(claim, format)].filter((line) => line !== '')
  const sentence = lines.join('\n')
  const text = { kind: 'text', hasColumn: true } as const
  const rows = judgements.map((judgement, index): Line<Row> => {
    const isFirst = index === 0
    const of = { id: isFirst ? id : '', sentence: isFirst ? sentence : '', place: isFirst ? place : '' }
    return { kind: 'row', row: { ...judgementText(judgement, format, decimals), ...of } }
  })
  const { nothingClaimed } = auditWordsOf(format.words.lang)
  const nothing = { printed: '', computed: '', verdict: '', why: '', tone: 'quiet' } as const
  return [
    { ...text, role: 'place', text: id === '' ? place : `${id}  ${place}`, depth: 0, prominent: id.length },
    ...lines.map((line) => ({ ...text, role: 'plain', text: line, depth: 1 }) as const),
    ...rows,
    ...(rows.length > 0
      ? []
      : [
          { ...text, role: 'aside', text: nothingClaimed, depth: 1 } as const,
          { kind: 'row', row: { id, sentence, place, what: nothingClaimed, ...nothing }, isApart: true } as const,
        ]),
  ]
}

/** Claims, judged, and what breaks the audit. */
export interface Audit {
  readonly claims: readonly AuditedClaim[]
  /** How many claims are there but could not be read. */
  readonly unread: number
  readonly failOn: readonly ClaimVerdict[]
  /** Whether programs are told how each figure was judged as well. */
  readonly explains?: boolean
  /** What was read of prose, and whether figures that were not are listed; null: there is none. */
  readonly prose?: (ReadProse & { readonly listsUnread: boolean }) | null
}

/** One judgement in words. */
export interface JudgementText {
  readonly what: string
  readonly printed: string
  readonly computed: string
  readonly verdict: string
  readonly why: string
  readonly tone: Tone
}

export function judgementText(judgement: Judgement, format: Format, decimals: number | null = null): JudgementText {
  const { things, verdicts } = auditWordsOf(format.words.lang)
  return {
    what: things[judgement.what],
    printed: claimedText(judgement, format),
    computed: computedTextOf(judgement, format, decimals),
    verdict: verdicts[judgement.verdict],
    why: reasonText(judgement, format, decimals),
    tone: tones[judgement.verdict],
  }
}

/** All of it as one line of plain text: `Completion 113%: Inconsistent: computed 102.22%; too high by 10.78 pp`. */
export function judgementMessage(judgement: Judgement, format: Format): string {
  const { computed, what, printed, verdict, why } = judgementText(judgement, format)
  const { columns } = auditWordsOf(format.words.lang)
  const found = computed === '' ? '' : `${columns.computed.toLowerCase()} ${computed}`
  const facts = [found, why].filter((part) => part !== '').join('; ')
  return `${verdict}: ${what} ${printed}${facts === '' ? '' : `: ${facts}`}`.replaceAll(GLUE, ' ')
}

/** `jobs-2017`, else where it stands. */
export const claimName = ({ id, at }: Claim): string => (id === null ? placeText(at) : safeText(id))

export function sentenceOf(claim: Claim, { words }: Format): string {
  return claim.text === null ? '' : auditWordsOf(words.lang).quoted(safeText(markedText(claim)))
}

/** How many judgements have each verdict. */
export function verdictCounts(claims: readonly AuditedClaim[]): Readonly<Record<ClaimVerdict, number>> {
  const counts = Object.fromEntries(claimVerdicts.map((verdict) => [verdict, 0])) as Record<ClaimVerdict, number>
  for (const { judgements } of claims) for (const { verdict } of judgements) counts[verdict]++
  return counts
}

/** Whether any verdict is one of those that break the audit. */
export function isBroken({ claims, failOn }: Pick<Audit, 'claims' | 'failOn'>): boolean {
  return claims.some(({ judgements }) => judgements.some(({ verdict }) => failOn.includes(verdict)))
}

/** `9 figures in 4 claims: 1 inconsistent · 1 wrong in wording · 4 consistent`, and what was left out. */
function auditSummary({ claims, unread, prose }: Audit, format: Format): string {
  const { summary, verdictCounts: names } = auditWordsOf(format.words.lang)
  const counts = verdictCounts(claims)
  const figures = claims.reduce((sum, { judgements }) => sum + judgements.length, 0)
  const buckets = claimVerdicts
    .toReversed()
    .filter((verdict) => counts[verdict] > 0)
    .map((verdict) => `${countText(counts[verdict], format)} ${names[verdict]}`.replaceAll(' ', GLUE))
  const head = summary.inClaims(
    summary.figures(counted(figures, format)),
    summary.claims(counted(claims.length, format)),
  )
  return [
    buckets.length === 0 ? `${head}.` : `${head}: ${buckets.join(' · ')}`,
    ...(unread > 0 ? [summary.leftOut(counted(unread, format))] : []),
    ...(prose
      ? [
          summary.ofProse(
            counted(prose.sentences, format),
            proseCounts(prose, claims).map((count) => counted(count, format)),
          ),
        ]
      : []),
  ].join('\n')
}

/** A judgement that someone should look at. */
export interface Doubt {
  readonly claim: Claim
  readonly judgement: Judgement
  /** `error`: it breaks the audit. */
  readonly level: 'error' | 'warning'
}

/** What breaks the audit, and what is wrong, right in other words, or by another formula without breaking it. */
export function doubtsIn({ claims, failOn }: Audit): readonly Doubt[] {
  const levelOf = (verdict: ClaimVerdict) =>
    failOn.includes(verdict) ? 'error' : doubtful.has(verdict) ? 'warning' : null
  return claims.flatMap(({ claim, judgements }) =>
    judgements.flatMap((judgement) => {
      const level = levelOf(judgement.verdict)
      return level ? [{ claim, judgement, level }] : []
    }),
  )
}

const doubtful: ReadonlySet<ClaimVerdict> = new Set(['wording', 'other-formula', 'inconsistent'])

function computedTextOf(judgement: Judgement, format: Format, decimals: number | null): string {
  const { computed } = judgement
  if (computed === null) return ''
  if (typeof computed === 'string') return auditWordsOf(format.words.lang).outcomes[computed]
  return computedText(computed, judgement, format, decimals)
}

const tones: Readonly<Record<ClaimVerdict, Tone>> = {
  consistent: 'good',
  'consistent-truncated': 'good',
  'consistent-half-even': 'good',
  'consistent-within-rounding': 'good',
  implied: 'quiet',
  undefined: 'quiet',
  undecided: 'quiet',
  wording: 'warning',
  'other-formula': 'warning',
  inconsistent: 'bad',
}
