import type { Claim, ClaimFigureKey, ClaimInputKey, PrintedNumber } from '../../model/claim.ts'
import { Exact } from '../../model/exact.ts'
import type { Figure } from '../../model/figure.ts'
import { type Problem, problem } from '../../model/problem.ts'
import { composed } from '../../model/text.ts'

/** A number in a sentence, by each way in which it may be meant to be read, and the power of ten that is said behind it. */
interface Said {
  readonly readings: readonly { readonly value: Exact; readonly decimals: number }[]
  /** 6 behind `8 million`; null: nothing is said. */
  readonly power: number | null
}

/**
 * The step in which the sentence or the unit counts a number, where it counts in thousands or more: 1 for 1,455 billion
 * in a field of billions, 1,000,000 for 9 million in a field of persons.
 */
export function stepsOf(claim: Pick<Claim, 'figures' | 'parts' | 'text' | 'unit'>): ReadonlyMap<ClaimInputKey, Exact> {
  const said = saidIn(claim.text)
  const isOfUnit = claim.unit !== null && [claim.unit.vi, claim.unit.en].some((name) => powerIn(name) !== null)
  const steps = new Map<ClaimInputKey, Exact>()
  for (const [key, printed] of printedNumbers(claim)) {
    const { value, decimals } = printed.figure
    if (printed.figure.mark !== 'none') continue
    const step = isOfUnit
      ? tenTo(-decimals)
      : said.map((each) => stepIn(each, value.abs())).find((each) => each !== null)
    if (step) steps.set(key, step)
  }
  return steps
}

function stepIn({ readings, power }: Said, size: Exact): Exact | null {
  if (power === null) return null
  for (const { value, decimals } of readings) {
    if (value.equals(size)) return tenTo(-decimals)
    if (value.times(tenTo(power)).equals(size)) return tenTo(power - decimals)
  }
  return null
}

/**
 * Numbers of a claim that its own sentence does not hold: whoever turned it into fields may have mistyped them. A text
 * that holds none of them is a heading, and no sentence that figures were taken from.
 */
export function notInText(claim: Claim): readonly Problem[] {
  const said = saidIn(claim.text)
  const sizes = said.flatMap(({ readings, power }) =>
    readings.flatMap(({ value }) => (power === null ? [value] : [value, value.times(tenTo(power))])),
  )
  const derived = derivedFrom(sizes)
  const countsInPowers = said.some(({ power }) => power !== null) || powerIn(claim.unit?.en ?? '') !== null
  const isSaid = (value: Exact) =>
    sizes.some((size) => isAlike(size, value, countsInPowers)) || derived.some((size) => size.equals(value))
  const found = printedNumbers(claim).map(([key, printed]) => {
    const ends = printed.form === 'range' ? [printed.figure, printed.high] : [printed.figure]
    const isThere = ends.every(({ value }) => {
      return [value.abs(), ...(isRelative.has(key) ? otherwiseSaid(value) : [])].some(isSaid)
    })
    return { key, printed, isThere, isUnsaid: ends.every(isUnsaid) }
  })
  if (!found.some(({ isThere }) => isThere)) return []
  const missing = found.filter((each) => !each.isThere && !each.isUnsaid)
  // Many parts that stand elsewhere are told once.
  const firsts = missing.filter(({ key }, at) => missing.findIndex((each) => each.key === key) === at)
  return firsts.map(({ key, printed }) => problem('not-in-text', printed.at, { key, written: printed.text }))
}

/** "$11.1 million to $25.9 million" says 14.8 as well: sums and differences of two, where there are not too many. */
function derivedFrom(sizes: readonly Exact[]): readonly Exact[] {
  if (sizes.length > MOST_DERIVED) return []
  return sizes.flatMap((one) => sizes.flatMap((other) => [one.plus(other), one.minus(other).abs()]))
}

const MOST_DERIVED = 60

const isRelative: ReadonlySet<ClaimInputKey> = new Set<ClaimFigureKey>([
  'completion',
  'exceeds_by',
  'change',
  'relative_change',
  'rate',
  'growth',
])

/** "18% beyond" is 118%, 1.5 times is 150%. */
function otherwiseSaid(value: Exact): readonly Exact[] {
  const { HUNDRED } = Exact
  return [value.minus(HUNDRED).abs(), value.plus(HUNDRED), value.abs().dividedBy(HUNDRED), value.abs().times(HUNDRED)]
}

/** None, one to twelve and the whole are said in words as often. */
function isUnsaid({ value, mark }: Figure): boolean {
  if (value.equals(Exact.HUNDRED)) return true
  return mark === 'none' && value.isInteger && value.abs().isBelow(Exact.of(13n))
}

function isAlike(size: Exact, value: Exact, countsInPowers: boolean): boolean {
  if (size.equals(value)) return true
  if (!countsInPowers || size.isZero || value.isZero) return false
  const times = size.dividedBy(value)
  return /^10*$/.test(String(times.numerator)) && /^10*$/.test(String(times.denominator))
}

function printedNumbers({
  figures,
  parts,
}: Pick<Claim, 'figures' | 'parts'>): readonly (readonly [ClaimInputKey, PrintedNumber])[] {
  const single = Object.entries(figures) as [ClaimFigureKey, PrintedNumber][]
  return [...single, ...parts.map((part) => ['parts', part] as const)]
}

const POWERS: readonly (readonly [RegExp, number])[] = [
  [/^(?:nghìn tỷ|nghìn tỉ|ngàn tỷ|trillion|lakh crores?)(?!\p{L})/iu, 12],
  // Not `tỷ lệ`, a rate.
  [/^(?:t[ỷỉ](?! (?:lệ|suất|trọng|số|giá))|billions?|bn|milliards?)(?!\p{L})/iu, 9],
  [/^(?:crores?)(?!\p{L})/iu, 7],
  [/^(?:triệu|millions?|mn)(?!\p{L})/iu, 6],
  [/^(?:lakhs?)(?!\p{L})/iu, 5],
  [/^(?:nghìn|ngàn|thousands?)(?!\p{L})/iu, 3],
]

const powerAt = (text: string): number | null => POWERS.find(([words]) => words.test(text))?.[1] ?? null

/** Of any of its words. */
function powerIn(text: string): number | null {
  const plain = composed(text)
  const words = [...plain.matchAll(/\p{L}+/gu)].map(({ index }) => plain.slice(index, index + 24))
  return words.map(powerAt).find((power) => power !== null) ?? null
}

/** More digits and marks than a field holds. */
const LONGEST = 60

/** What is longer is no sentence. */
const LONGEST_SENTENCE = 10_000

function saidIn(text: string | null): readonly Said[] {
  if (text === null || text.length > LONGEST_SENTENCE) return []
  const plain = composed(text)
  return [...plain.matchAll(/\d+(?:[.,'’_ \u00a0\u202f]\d+)*/g)].flatMap(({ 0: written, index }) => {
    const behind = plain.slice(index + written.length, index + written.length + 40).trimStart()
    const power = powerAt(behind)
    const words = written.split(/[ \u00a0\u202f]/)
    // `1 234` is one number or two.
    const all = (words.length > 1 ? [written, ...words] : words).filter(({ length }) => length <= LONGEST)
    const said = all.map((each) => ({ readings: readingsOf(each), power }))
    const rest = power === null ? null : restIn(behind)
    return rest && power !== null ? [...said, ...said.map((each) => added(each, power, rest))] : said
  })
}

/** What `1 trillion 521 billion` goes on with. */
function restIn(behind: string): { readonly value: Exact; readonly power: number } | null {
  const [, digits, word] = /^[\p{L} ]{1,15} (\d{1,3}) (.*)$/su.exec(behind) ?? []
  const power = powerAt(word ?? '')
  return digits && power !== null ? { value: Exact.parse(digits), power } : null
}

/** In the lower of both powers. */
function added({ readings }: Said, power: number, rest: { readonly value: Exact; readonly power: number }): Said {
  const values = readings.map(({ value }) => value.times(tenTo(power - rest.power)).plus(rest.value))
  return { readings: values.map((value) => ({ value, decimals: 0 })), power: rest.power }
}

/** Whatever separates its digits is a mark of groups or, the last, of decimals. */
function readingsOf(written: string): Said['readings'] {
  const groups = written.split(/\D/)
  const whole = { value: Exact.parse(groups.join('')), decimals: 0 }
  const last = groups.at(-1) ?? ''
  if (groups.length < 2) return [whole]
  const broken = { value: Exact.parse(`${groups.slice(0, -1).join('')}.${last}`), decimals: last.length }
  return last.length === 3 ? [whole, broken] : [broken]
}

function tenTo(power: number): Exact {
  const size = Exact.of(10n ** BigInt(Math.abs(power)))
  return power < 0 ? Exact.ONE.dividedBy(size) : size
}
