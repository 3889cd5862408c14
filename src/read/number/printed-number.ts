import type { PrintedNumber } from '../../model/claim.ts'
import type { Figure, Source } from '../../model/figure.ts'
import { report, type Scope } from '../document/scope.ts'
import { type Node, Scalar } from '../document/tree.ts'
import { type Expected, figureFrom } from './figures.ts'

/**
 * A number as it was printed: by itself, about it (`~4`, `khoảng 4`), above or below it (`>1200`, `dưới 4`), or a
 * range (`6.6-6.8`, `6.6..6.8`). Null when it was left empty, or is none of these, which is then reported.
 */
export function printedNumberFrom(
  node: Node,
  expected: Expected,
  source: Source | null,
  scope: Scope,
): PrintedNumber | null {
  // What is no text has been reported with the shape of the document.
  if (!(node instanceof Scalar) || node.isNull) return null
  const { at } = node
  const text = node.text.trim()
  const ends = node.jsonNumber ? null : endsIn(text)
  if (ends) return rangeFrom(ends, node, expected, source, scope)

  const { form, number } = node.jsonNumber ? { form: 'number' as const, number: text } : formIn(text)
  if (!beginsWithNumber(number)) {
    report(scope, 'not-a-number', at, { written: text, notation: scope.notation, why: 'printed' })
    return null
  }
  const figure = figureFrom(new Scalar(number, at, node.jsonNumber), expected, source, scope)
  return figure && { form, figure, text, at }
}

function rangeFrom(
  [lowText, highText]: readonly [string, string],
  { text, at }: Scalar,
  expected: Expected,
  source: Source | null,
  scope: Scope,
): PrintedNumber | null {
  const end = (written: string) => figureFrom(new Scalar(written, at), expected, source, scope)
  const low = end(lowText)
  // One slip in a range is told once.
  const high = low && end(highText)
  if (!low || !high) return null
  const marked = withOneMark(low, high)
  if (!marked) {
    const found = high.mark === 'points' ? 'points' : 'percent'
    const other = low.mark === 'points' ? 'points' : 'percent'
    report(scope, 'unit-mismatch', at, { written: highText, found, expected: other })
    return null
  }
  if (!low.value.isBelow(high.value)) {
    report(scope, 'bad-value', at, { written: text.trim(), expected: 'rising-range', suggestion: null })
    return null
  }
  return { form: 'range', ...marked, text: text.trim(), at }
}

/** `80-90%` has its mark at its end and means it for both; null where the ends have two different ones. */
function withOneMark(low: Figure, high: Figure): { readonly figure: Figure; readonly high: Figure } | null {
  if (low.mark === high.mark) return { figure: low, high }
  if (low.mark === 'none') return { figure: { ...low, mark: high.mark }, high }
  if (high.mark === 'none') return { figure: low, high: { ...high, mark: low.mark } }
  return null
}

/** `6.6-6.8`, `6.6 – 6.8`, `6.6..6.8`, `-3 - -2`; null where it is no range. */
function endsIn(text: string): readonly [string, string] | null {
  // What stands first is no separator but a minus.
  const separator = /\.\.|[-–]/.exec(text.slice(1))
  if (!separator) return null
  const start = separator.index + 1
  const [low, high] = [text.slice(0, start).trimEnd(), text.slice(start + separator[0].length).trimStart()]
  return beginsWithNumber(low) && beginsWithNumber(high) ? [low, high] : null
}

const beginsWithNumber = (text: string): boolean => /^[-−+]?\p{Nd}/u.test(text)

function formIn(text: string): { readonly form: 'number' | 'about' | 'above' | 'below'; readonly number: string } {
  for (const [form, sign] of forms) {
    const mark = sign.exec(text)?.[0]
    if (mark !== undefined) return { form, number: text.slice(mark.length) }
  }
  return { form: 'number', number: text }
}

/** Words need a blank behind them; signs do not. */
const forms = [
  ['about', /^(?:[~≈]\s*|(?:khoảng|xấp xỉ|about|around|approximately)\s+)/iu],
  ['above', /^(?:>\s*|(?:trên|hơn|over|above|more than)\s+)/iu],
  ['below', /^(?:<\s*|(?:dưới|under|below|less than)\s+)/iu],
] as const
