import type { Claim, ClaimInputKey, Judgement, PrintedNumber, Reach } from '../../model/claim.ts'
import { Exact } from '../../model/exact.ts'
import type { Format } from '../figure/format.ts'
import { auditWordsOf } from '../words/words.ts'
import { exactText } from './explanation.ts'

/** A formula as it is called, and with the printed numbers in it. */
export interface ClaimDerivation {
  readonly symbols: string
  readonly substitution: string
}

/**
 * The formula that gives what was computed for a judgement, found among those that it may be by calculating each; null
 * where nothing was computed, or not from single numbers.
 */
export function claimDerivation(judgement: Judgement, claim: Claim, format: Format): ClaimDerivation | null {
  const { computed } = judgement
  if (!(computed instanceof Exact)) return null
  const found = candidates(judgement, termsOf(judgement, claim, format)).find(({ value }) => value?.equals(computed))
  return found ? { symbols: found.symbols, substitution: found.figures } : null
}

/**
 * How the bounds of an implied target come from the bounds of what was printed, lower bound first; null where they come
 * about in another way than by one division each.
 */
export function impliedDerivation(judgement: Judgement, format: Format): readonly ClaimDerivation[] | null {
  const { claimed, impliedTarget, inputs, what } = judgement
  if (!impliedTarget || 'word' in claimed || claimed.form !== 'number') return null
  const say = auditWordsOf(format.words.lang)
  const { value, decimals } = claimed.figure
  const half = Exact.of(1n, 2n * 10n ** BigInt(decimals))
  const whole = what === 'exceedsBy' ? Exact.HUNDRED : Exact.ZERO
  const percentages = [value.plus(half), value.minus(half)].map((percent) => {
    const figures = `${exactText(percent.plus(whole), format)}%`
    const share = percent.plus(whole).dividedBy(Exact.HUNDRED)
    return { symbols: say.sheet.completion, figures, value: share, form: 'number' } as const
  })
  const ends = (key: ClaimInputKey) =>
    inputs.filter((input) => input.key === key).flatMap(({ reach }) => endsOf(reach, say.inputs[key], format))
  const [starts, finals] = [
    [...ends('from'), ...ends('baseline')],
    [...ends('to'), ...ends('actual')],
  ]
  const changes = [...ends('change'), ...ends('poor_change'), ...ends('actual')]
  const dividends = [
    ...(starts.length > 0 ? [] : [...finals, ...changes.flatMap((change) => [change, negated(change)])]),
    ...starts.flatMap((from) => finals.flatMap((to) => [minus(from, to), minus(to, from), to])),
  ]
  const bound = (end: Exact | null) =>
    dividends
      .flatMap((dividend) => percentages.map((percentage) => over(dividend, percentage)))
      .find((quotient) => end && quotient.value?.equals(end))
  const [low, high] = [bound(impliedTarget.low), bound(impliedTarget.high)]
  if (!low?.value || !high?.value) return null
  return [low, high].map(({ symbols, figures, value: result }) => {
    return { symbols, substitution: `${figures} = ${result ? exactText(result, format) : ''}` }
  })
}

function endsOf({ low, high }: Reach, symbols: string, format: Format): readonly Expression[] {
  const values = low && high ? (low.equals(high) ? [low] : [low, high]) : []
  return values.map((value) => ({ symbols, figures: exactText(value, format), value, form: 'number' }))
}

/** Part of a formula. */
interface Expression {
  readonly symbols: string
  readonly figures: string
  /** null: it divides by zero. */
  readonly value: Exact | null
  /** What it is made of, which says where it needs parentheses around it. */
  readonly form: 'number' | 'quotient' | 'sum'
}

interface Terms {
  /** undefined where the key is not printed as one number. */
  readonly of: (key: ClaimInputKey) => Expression | undefined
  readonly targetEnds: readonly Expression[]
  readonly parts: readonly Expression[]
  /** What the sum of the parts is called. */
  readonly sum: string
  readonly hundred: Expression
}

function termsOf({ inputs, what, claimed }: Judgement, claim: Claim, format: Format): Terms {
  const say = auditWordsOf(format.words.lang)
  const named = (symbols: string, value: Exact, decimals: number): Expression => {
    const text = exactText(value, format, decimals)
    return { symbols, figures: value.sign < 0 ? `(${text})` : text, value, form: 'number' }
  }
  const single = (symbols: string, { figure, form }: PrintedNumber) =>
    form === 'range' ? [] : [named(symbols, figure.value, figure.decimals)]
  const used = (key: ClaimInputKey) => {
    // The change in the poor is what is claimed about households, and calculated with.
    if (what === 'base' && key === 'poor_change' && 'form' in claimed) return [claimed]
    return inputs.filter((input) => input.key === key).map(({ printed }) => printed)
  }
  const { target } = claim.figures
  return {
    of: (key) => used(key).flatMap((printed) => single(say.inputs[key], printed))[0],
    targetEnds:
      target?.form === 'range'
        ? [target.figure, target.high].map((end, index) => {
            return named(index === 0 ? say.sheet.lowEnd : say.sheet.highEnd, end.value, end.decimals)
          })
        : [],
    parts: used('parts').flatMap((part) => single(say.inputs.parts, part)),
    sum: say.sheet.sumOfParts,
    hundred: literal('100', format),
  }
}

/** In the order in which they are usual; see docs/formulas.md. */
function candidates(judgement: Judgement, terms: Terms): readonly Expression[] {
  const { of } = terms
  const [from, to] = [of('from') ?? of('baseline'), of('to') ?? of('actual')]
  switch (judgement.what) {
    case 'completion':
      return completions(terms).map(inPercent)
    case 'exceedsBy':
      return completions(terms).map((each) => inPercent(minus(each, ONE)))
    case 'change':
    case 'poorChange':
      return from && to ? [minus(to, from), inPercent(over(minus(to, from), sized(from)))] : []
    case 'relativeChange':
      return from && to ? [inPercent(over(minus(to, from), sized(from)))] : []
    case 'growth':
      return growths(terms)
    case 'rate': {
      const [above, below] = [of('numerator'), of('denominator')]
      return above && below ? [inPercent(over(above, below))] : []
    }
    case 'total':
      return terms.parts.length > 0 ? [terms.parts.reduce(plus)].map((sum) => ({ ...sum, symbols: terms.sum })) : []
    case 'base': {
      const [poor, points] = [of('poor_change'), from && to ? minus(to, from) : of('change')]
      return poor && points ? [over(poor, over(points, terms.hundred))] : []
    }
    default:
      return []
  }
}

function completions({ of, targetEnds, hundred }: Terms): readonly Expression[] {
  const [actual, target] = [of('actual') ?? of('to'), of('target')]
  const baselines = [of('baseline'), of('from')].filter((each) => each !== undefined)
  const changes = [of('change'), of('poor_change'), of('actual')].filter((each) => each !== undefined)
  const achieved = [
    ...(actual ? baselines.flatMap((baseline) => [minus(baseline, actual), minus(actual, baseline)]) : []),
    ...changes.flatMap((change) => [change, negated(change)]),
  ]
  const ends = target ? [target] : targetEnds
  return [
    ...(actual ? ends.flatMap((end) => attainments(actual, end)) : []),
    ...achieved.flatMap((change) => ends.flatMap((end) => [over(change, end), over(change, negated(end))])),
    ...(actual && target
      ? baselines.flatMap((baseline) => [
          over(minus(actual, baseline), minus(target, baseline)),
          ...attainments(actual, minus(baseline, target)),
          ...attainments(actual, plus(baseline, target)),
        ])
      : []),
    ...(actual && target ? [over(plus(hundred, actual), plus(hundred, target)), over(target, actual)] : []),
  ]
}

function attainments(actual: Expression, target: Expression): readonly Expression[] {
  const size = sized(target)
  const beyond = over(minus(actual, target), size)
  if (target.value && target.value.sign < 0) return [plus(ONE, beyond), minus(ONE, beyond), over(actual, target)]
  return [over(actual, target), plus(ONE, over(minus(target, actual), target))]
}

function growths({ of }: Terms): readonly Expression[] {
  const keys = (...all: readonly ClaimInputKey[]) => all.flatMap((key) => of(key) ?? [])
  const grown = keys('actual', 'to', 'total', 'numerator')
  return keys('previous', 'from', 'baseline').flatMap((start) =>
    grown.map((end) => inPercent(over(minus(end, start), sized(start)))),
  )
}

const ONE: Expression = { symbols: '1', figures: '1', value: Exact.ONE, form: 'number' }

function literal(text: string, format: Format): Expression {
  const value = Exact.parse(text)
  return { symbols: text, figures: exactText(value, format), value, form: 'number' }
}

/** Percentages are shown without the factor: 18,923 ÷ 16,000 = 118.26875%. */
function inPercent(expression: Expression): Expression {
  return { ...expression, value: expression.value?.times(Exact.HUNDRED) ?? null }
}

function plus(a: Expression, b: Expression): Expression {
  return added(a, '+', b, a.value && b.value && a.value.plus(b.value))
}

function minus(a: Expression, b: Expression): Expression {
  return added(a, '−', b, a.value && b.value && a.value.minus(b.value))
}

function added(a: Expression, sign: string, b: Expression, value: Exact | null): Expression {
  const last = b.form === 'sum' ? inParentheses(b) : b
  return {
    symbols: `${a.symbols} ${sign} ${last.symbols}`,
    figures: `${a.figures} ${sign} ${last.figures}`,
    value,
    form: 'sum',
  }
}

function over(a: Expression, b: Expression): Expression {
  const [above, below] = [inParentheses(a), inParentheses(b)]
  return {
    symbols: `${above.symbols} ÷ ${below.symbols}`,
    figures: `${above.figures} ÷ ${below.figures}`,
    value: a.value && b.value && !b.value.isZero ? a.value.dividedBy(b.value) : null,
    form: 'quotient',
  }
}

/** Without its sign, where it has one. */
function sized(expression: Expression): Expression {
  const { symbols, figures, value } = expression
  if (!value || value.sign >= 0) return expression
  return {
    symbols: `|${symbols}|`,
    figures: `|${figures.replace(/^\((.*)\)$/, '$1')}|`,
    value: value.abs(),
    form: 'number',
  }
}

function negated(expression: Expression): Expression {
  const { symbols, figures, value } = inParentheses(expression)
  return { symbols: `−${symbols}`, figures: `−${figures}`, value: value?.negated() ?? null, form: 'sum' }
}

function inParentheses(expression: Expression): Expression {
  const { symbols, figures, form } = expression
  return form === 'number'
    ? expression
    : { ...expression, symbols: `(${symbols})`, figures: `(${figures})`, form: 'number' }
}
