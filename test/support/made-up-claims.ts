/*
 * Claims whose truth is known because they were made so: a figure calculated with whole numbers here, printed as it is or
 * after a slip that people make. Nothing of the program under test is used.
 */

export interface MadeUpClaim {
  readonly id: string
  /** Keys and values as in a file of claims. */
  readonly fields: Readonly<Record<string, string>>
  readonly wrong: boolean
  /** What was done to it, for messages. */
  readonly slip: string
}

interface Ratio {
  readonly top: bigint
  readonly bottom: bigint
}

type Made = Pick<MadeUpClaim, 'fields'> & {
  /** The key of the printed figure. */
  readonly key: string
  /** The lowest and highest that the printed inputs allow, in per cent. */
  readonly reach: readonly [Ratio, Ratio]
  readonly value: Ratio
  /** What else would be right by another formula, or called wrong in its wording only. */
  readonly other: readonly Ratio[]
}

type Random = (below: number) => number

/** `count` claims, about half of them wrong, the same for the same seed. */
export function madeUpClaims(count: number, seed: number): readonly MadeUpClaim[] {
  const random = randomFrom(seed)
  const claims: MadeUpClaim[] = []
  while (claims.length < count) {
    const made = kinds[random(kinds.length)]?.(random)
    if (!made) continue
    const decimals = random(3)
    const right = printed(made.value, decimals)
    const [slip, text] = random(2) === 0 ? ['none', right] : slipped(right, made, decimals, random)
    const wrong = slip !== 'none'
    // A slip that lands on a figure which is right after all, or right by another formula, is none.
    if (wrong && [...made.other, ...made.reach].some((value) => isNear(text, value))) continue
    if (wrong && (text === right || isReached(text, made.reach))) continue
    claims.push({ id: `made-up-${claims.length}`, fields: { ...made.fields, [made.key]: `${text}%` }, wrong, slip })
  }
  return claims
}

export interface MadeUpPlan extends Pick<MadeUpClaim, 'id' | 'fields'> {
  /** What the printed percentage was calculated with, and is not printed. */
  readonly plan: number
}

/** Percentages of plans that are not printed. */
export function madeUpPlans(count: number, seed: number): readonly MadeUpPlan[] {
  const random = randomFrom(seed)
  return Array.from({ length: count }, (_, index) => {
    const plan = (1 + random(300)) * 10 ** random(4)
    const actual = 1 + random(2 * plan)
    const completion = printed({ top: BigInt(actual) * 100n, bottom: BigInt(plan) }, random(3))
    return { id: `plan-${index}`, fields: { actual: `${actual}`, completion: `${completion}%` }, plan }
  })
}

/** As a document of `kind: claims`. */
export function claimsDocument(claims: readonly Pick<MadeUpClaim, 'id' | 'fields'>[]): string {
  const lines = claims.flatMap(({ id, fields }) => [
    `  - id: ${id}`,
    ...Object.entries(fields).map(([key, value]) => `    ${key}: ${value}`),
  ])
  return ['kind: claims', 'numbers: plain', 'claims:', ...lines, ''].join('\n')
}

const kinds: readonly ((random: Random) => Made)[] = [completion, completionWithDecimals, ceiling, excess, rate, growth]

function completion(random: Random): Made {
  const [target, actual] = [BigInt(50 + random(90_000)), BigInt(1 + random(99_000))]
  const value = { top: actual * 100n, bottom: target }
  const fields = { target: `${target}`, actual: `${actual}`, direction: 'at_least' }
  return exactly('completion', fields, value, [offBy100(value, 1n), offBy100(value, -1n)])
}

/** An actual with one decimal: 27.5 is anything from 27.45 to 27.55. */
function completionWithDecimals(random: Random): Made {
  const [target, tenths] = [BigInt(20 + random(900)), BigInt(10 + random(9_990))]
  const at = (hundredths: bigint): Ratio => ({ top: hundredths, bottom: target })
  const value = at(tenths * 10n)
  return {
    key: 'completion',
    fields: { target: `${target}`, actual: `${tenths / 10n}.${tenths % 10n}`, direction: 'at_least' },
    reach: [at(tenths * 10n - 5n), at(tenths * 10n + 5n)],
    value,
    other: [offBy100(value, 1n), offBy100(value, -1n)],
  }
}

/** Less is better: 2 − a/t. A plain ratio or its inverse would be another formula, not an error. */
function ceiling(random: Random): Made {
  const [target, actual] = [BigInt(10 + random(5_000)), BigInt(10 + random(9_000))]
  const value = { top: (2n * target - actual) * 100n, bottom: target }
  const ratio = { top: actual * 100n, bottom: target }
  const inverse = { top: target * 100n, bottom: actual }
  const fields = { target: `${target}`, actual: `${actual}`, direction: 'at_most' }
  return exactly('completion', fields, value, [ratio, inverse, offBy100(value, 1n), offBy100(value, -1n)])
}

function excess(random: Random): Made {
  const [target, more] = [BigInt(50 + random(9_000)), BigInt(1 + random(9_000))]
  const value = { top: more * 100n, bottom: target }
  const fields = { target: `${target}`, actual: `${target + more}`, direction: 'at_least' }
  return exactly('exceeds_by', fields, value, [offBy100(value, 1n)])
}

function rate(random: Random): Made {
  const all = BigInt(100 + random(500_000))
  const some = BigInt(1 + random(Number(all)))
  return exactly('rate', { numerator: `${some}`, denominator: `${all}` }, { top: some * 100n, bottom: all }, [])
}

function growth(random: Random): Made {
  const [previous, actual] = [BigInt(50 + random(90_000)), BigInt(50 + random(90_000))]
  const value = { top: (actual - previous) * 100n, bottom: previous }
  return exactly('growth', { previous: `${previous}`, actual: `${actual}` }, value, [offBy100(value, 1n)])
}

function exactly(key: string, fields: Made['fields'], value: Ratio, other: readonly Ratio[]): Made {
  return { key, fields, value, reach: [value, value], other }
}

function offBy100({ top, bottom }: Ratio, sign: bigint): Ratio {
  return { top: top + sign * 100n * bottom, bottom }
}

/** The slips of typists and of those who mix up what they divide; the last is no slip but a wrong number. */
function slipped(right: string, { value }: Made, decimals: number, random: Random): readonly [string, string] {
  const digits = right.replace(/\D/g, '')
  const sign = right.startsWith('-') ? '-' : ''
  const at = random(Math.max(1, digits.length - 1))
  const swapped = [digits.slice(0, at), digits[at + 1] ?? '', digits[at] ?? '', digits.slice(at + 2)].join('')
  const choices: readonly (readonly [string, string])[] = [
    ['digits swapped', sign + withPoint(swapped, decimals)],
    ['decimal shifted', sign + withPoint(`${digits}0`, decimals)],
    ['upside down', value.top === 0n ? right : printed({ top: value.bottom * 10_000n, bottom: value.top }, decimals)],
    [
      'another number',
      printed({ top: value.top + BigInt(2 + random(60)) * value.bottom, bottom: value.bottom }, decimals),
    ],
  ]
  return choices[random(choices.length)] ?? ['none', right]
}

/** Without the zeros in front that nobody prints. */
function withPoint(digits: string, decimals: number): string {
  const padded = digits.padStart(decimals + 1, '0')
  const whole = padded.slice(0, padded.length - decimals).replace(/^0+(?=\d)/, '')
  return decimals === 0 ? whole : `${whole}.${padded.slice(-decimals)}`
}

/** Rounded half-up, ties away from zero. */
function printed({ top, bottom }: Ratio, decimals: number): string {
  const negative = top < 0n !== bottom < 0n && top !== 0n
  const size = (top < 0n ? -top : top) * 10n ** BigInt(decimals)
  const by = bottom < 0n ? -bottom : bottom
  const digits = ((2n * size + by) / (2n * by)).toString()
  return (negative && /[1-9]/.test(digits) ? '-' : '') + withPoint(digits, decimals)
}

/** Whether the printed text is within a whole unit of its last digit, so that no way of rounding tells them apart. */
function isNear(text: string, value: Ratio): boolean {
  return distance(text, value) <= 0
}

function isReached(text: string, [low, high]: Made['reach']): boolean {
  return side(text, low) !== side(text, high)
}

/** Below or at zero: near. In units of the last printed digit, times the divisor. */
function distance(text: string, { top, bottom }: Ratio): number {
  const decimals = text.split('.')[1]?.length ?? 0
  const shown = BigInt(text.replace('.', ''))
  const gap = shown * bottom - top * 10n ** BigInt(decimals)
  const [size, unit] = [gap < 0n ? -gap : gap, bottom < 0n ? -bottom : bottom]
  return size < unit ? 0 : size === unit ? 0 : 1
}

function side(text: string, { top, bottom }: Ratio): boolean {
  const decimals = text.split('.')[1]?.length ?? 0
  return BigInt(text.replace('.', '')) * bottom < top * 10n ** BigInt(decimals)
}

/** Mulberry32: small, and the same on every machine. */
function randomFrom(seed: number): Random {
  let state = seed
  return (below) => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below
  }
}
