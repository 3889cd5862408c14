import type { Claim, PrintedNumber } from '../../model/claim.ts'
import { claimVerdicts } from '../../model/claim.ts'
import { sumOf } from '../../model/derivation.ts'
import { Exact } from '../../model/exact.ts'
import { attempt, type Finding, findingOf, notPrinted } from './finding.ts'
import { partsOf } from './printed.ts'
import { calculated } from './reading.ts'
import { printedUnit } from './unit.ts'
import { only, plus } from './values.ts'

/** The total of parts; of ranges, the lower and the upper ends each by themselves. */
export function totalFinding(claim: Claim): Finding | null {
  const printed = claim.figures.total
  if (!printed) return null
  if (claim.parts.length === 0) return isGrowthEnd(claim) ? null : notPrinted(['parts'])
  if (printed.form === 'range' && claim.parts.some(({ form }) => form === 'range')) {
    return rangeFinding(claim, printed)
  }
  return plainFinding(claim)
}

/** A total that growth is printed of says nothing of parts. */
function isGrowthEnd({ figures }: Claim): boolean {
  return figures.growth !== undefined && figures.actual === undefined && figures.to === undefined
}

function plainFinding(claim: Claim): Finding | null {
  const printed = claim.figures.total
  if (!printed) return null
  const sum = calculated(
    partsOf(claim),
    (...parts) => parts.reduce(plus, only(Exact.ZERO)),
    (...parts) => sumOf('sumOfParts', parts),
  )
  const main = attempt(sum, printedUnit('total', printed))
  return findingOf(claim, { key: 'total', printed, keys: ['parts'], main, attempts: [main] })
}

type PrintedRange = Extract<PrintedNumber, { readonly form: 'range' }>

/** The worse of both ends is what is found. */
function rangeFinding(claim: Claim, total: PrintedRange): Finding | null {
  const low = plainFinding(atEnd(claim, total, 'figure'))
  const high = plainFinding(atEnd(claim, total, 'high'))
  if (!low || !high) return null
  const worse = claimVerdicts.indexOf(high.verdict) > claimVerdicts.indexOf(low.verdict) ? high : low
  const interval = {
    low: low.interval ? low.interval.low : (low.computed as Exact | null),
    lowOpen: low.interval?.lowOpen ?? false,
    high: high.interval ? high.interval.high : (high.computed as Exact | null),
    highOpen: high.interval?.highOpen ?? false,
  }
  return { ...worse, computed: null, derivation: null, interval }
}

/** The claim with this end of every range. */
function atEnd(claim: Claim, total: PrintedRange, end: 'figure' | 'high'): Claim {
  const plain = (printed: PrintedNumber): PrintedNumber =>
    printed.form === 'range' ? { form: 'number', figure: printed[end], text: printed.text, at: printed.at } : printed
  return { ...claim, figures: { ...claim.figures, total: plain(total) }, parts: claim.parts.map(plain) }
}
