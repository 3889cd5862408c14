import { audited } from '../../src/calc/audit/audit.ts'
import type {
  Claim,
  ClaimDirection,
  ClaimedThing,
  ClaimFigureKey,
  Judgement,
  PrintedNumber,
  PrintedWord,
  Reach,
} from '../../src/model/claim.ts'
import { claimFigureKeys } from '../../src/model/claim.ts'
import { Exact } from '../../src/model/exact.ts'
import type { Figure } from '../../src/model/figure.ts'
import type { FormulaName } from '../../src/model/indicator.ts'
import { stepsOf } from '../../src/read/claims/sentence.ts'
import { place } from './report.ts'

/** A claim as a table of tests writes it: numbers as text, all else as it is. */
export type ClaimText = Partial<Record<ClaimFigureKey, string>> & {
  readonly text?: string
  readonly parts?: string
  readonly unit?: string
  readonly direction?: ClaimDirection
  readonly formula?: FormulaName
  readonly verdict?: PrintedWord['word']
  readonly rounded?: readonly ClaimFigureKey[]
}

/** `18923`, `118%`, `-0.96pp`, `~4`, `>1200`, `<7.6`, `80..90%`. */
function printed(text: string): PrintedNumber {
  const [, sign = '', low = '', , high] = /^([~<>]?)(.+?)(\.\.(.+))?$/.exec(text) ?? []
  if (high !== undefined) return { form: 'range', figure: figureOf(low, high), high: figureOf(high), text, at: place }
  const form = ({ '~': 'about', '>': 'above', '<': 'below' } as const)[sign] ?? 'number'
  return { form, figure: figureOf(low), text, at: place }
}

export function claimOf(written: ClaimText): Claim {
  const figures: Partial<Record<ClaimFigureKey, PrintedNumber>> = {}
  for (const key of claimFigureKeys) {
    const text = written[key]
    if (text !== undefined) figures[key] = printed(text)
  }
  const said = {
    text: written.text ?? null,
    figures,
    parts: written.parts?.split(' ').map(printed) ?? [],
    unit: written.unit === undefined ? null : { vi: written.unit, en: written.unit },
  }
  return {
    id: null,
    ...said,
    steps: stepsOf(said),
    direction: written.direction ?? null,
    formula: written.formula ?? null,
    verdict: written.verdict ? { word: written.verdict, text: written.verdict, at: place } : null,
    rounded: new Set(written.rounded ?? []),
    source: null,
    at: place,
  }
}

export function judgementsOf(written: ClaimText): readonly Judgement[] {
  return audited([claimOf(written)])[0]?.judgements ?? []
}

/** The judgement of the only thing that is claimed, or of the one that is asked for. */
export function judgementOf(written: ClaimText, what?: ClaimedThing): Judgement {
  const found = judgementsOf(written).filter((judgement) => what === undefined || judgement.what === what)
  const [only] = found
  if (!only || found.length > 1) throw new RangeError(`${found.length} judgements`)
  return only
}

/** In the notation of mathematics: a round bracket is a bound that does not belong to it. */
export function notated(reach: Reach | null): string | null {
  if (!reach) return null
  const { low, lowOpen, high, highOpen } = reach
  return `${lowOpen ? '(' : '['}${low ?? '−∞'}, ${high ?? '∞'}${highOpen ? ')' : ']'}`
}

function figureOf(text: string, markedText = text): Figure {
  const number = text.replace(/%|pp/, '')
  const mark = markedText.endsWith('%') ? 'percent' : markedText.endsWith('pp') ? 'points' : 'none'
  const decimals = number.split('.')[1]?.length ?? 0
  return { value: Exact.parse(number), mark, text, decimals, at: place, source: null }
}
