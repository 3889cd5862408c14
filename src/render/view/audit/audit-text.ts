import {
  type AuditedClaim,
  type Claim,
  type ClaimVerdict,
  claimFigureKeys,
  claimVerdicts,
  type Judgement,
  type ReadProse,
} from '../../../model/claim.ts'
import { type Format, GLUE } from '../../figure/format.ts'
import { inNotation } from '../../figure/number.ts'
import { safeText } from '../../figure/safe-text.ts'
import type { Tone } from '../../figure/verdict-text.ts'
import { placeText } from '../../problem/problems.ts'
import { auditWordsOf } from '../../words/words.ts'
import { claimedText, computedText, printedText } from './audit-figures.ts'
import { reasonText } from './audit-reason.ts'

/** Claims, judged, and what breaks the audit. */
export interface Audit {
  readonly claims: readonly AuditedClaim[]
  /** How many claims are there but could not be read. */
  readonly unread: number
  readonly failOn: readonly ClaimVerdict[]
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
export function claimName({ id, at }: Claim): string {
  return id === null ? placeText(at) : safeText(id)
}

export function sentenceOf({ text, said }: Claim, { words }: Format): string {
  if (text === null) return ''
  let [marked, from] = ['', 0]
  for (const { start, end } of said?.marks ?? []) {
    marked += `${text.slice(from, start)}[${text.slice(start, end)}]`
    from = end
  }
  return auditWordsOf(words.lang).quoted(safeText(marked + text.slice(from)))
}

/** `new jobs, 2017: actual 18,923; completion 118%`: what a sentence was understood as; empty where nobody had to. */
export function understoodText({ said, figures, parts, direction, verdict, unit }: Claim, format: Format): string {
  if (!said) return ''
  const { inputs, outcomes, columns, directions, ofPlan, ratio } = auditWordsOf(format.words.lang)
  const named = [
    ...claimFigureKeys.flatMap((key) => (figures[key] ? [`${inputs[key]} ${printedText(figures[key], format)}`] : [])),
    ...(parts.length > 0 ? [`${inputs.parts} ${parts.map((part) => printedText(part, format)).join(' + ')}`] : []),
    ...(said.ratio ? [`${ratio} ${printedText(said.ratio, format)}`] : []),
    ...(direction && direction !== 'between' ? [directions[direction]] : []),
    ...(verdict ? [`${columns.verdict.toLowerCase()} ${outcomes[verdict.word]}`] : []),
    ...(said.targetOf && figures.target
      ? [ofPlan(safeText(`${said.targetOf.plan}/${said.targetOf.indicator}`), placeText(figures.target.at))]
      : []),
  ]
  const about = [said.subject, unit?.[format.words.lang] ?? '', said.period ?? ''].filter((part) => part !== '')
  return `${safeText(about.join(', '))}: ${named.join('; ')}`.replaceAll(GLUE, ' ')
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
export function auditSummary({ claims, unread, prose }: Audit, format: Format): string {
  const { summary, verdictCounts: names } = auditWordsOf(format.words.lang)
  const counted = (count: number) => ({ count, text: inNotation(String(count), format.notation) })
  const counts = verdictCounts(claims)
  const figures = claims.reduce((sum, { judgements }) => sum + judgements.length, 0)
  const buckets = claimVerdicts
    .toReversed()
    .filter((verdict) => counts[verdict] > 0)
    .map((verdict) => `${counted(counts[verdict]).text} ${names[verdict]}`.replaceAll(' ', GLUE))
  const head = summary.inClaims(summary.figures(counted(figures)), summary.claims(counted(claims.length)))
  return [
    buckets.length === 0 ? `${head}.` : `${head}: ${buckets.join(' · ')}`,
    ...(unread > 0 ? [summary.leftOut(counted(unread))] : []),
    ...(prose ? [summary.ofProse(counted(prose.sentences), proseCounts(prose, claims).map(counted))] : []),
  ].join('\n')
}

/** Figures, those that were read, those that were judged or judged with, and those that were not read. */
export function proseCounts({ figures, read }: ReadProse, claims: readonly AuditedClaim[]): readonly number[] {
  const judged = new Set<string>()
  for (const { claim, judgements } of claims) {
    if (!claim.said) continue
    for (const { claimed, inputs } of judgements) {
      for (const { at } of [claimed, ...inputs.map(({ printed }) => printed)]) {
        if (at.file === claim.at.file && !('word' in claimed && at === claimed.at)) judged.add(placeText(at))
      }
    }
  }
  return [figures, read, judged.size, figures - read]
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
