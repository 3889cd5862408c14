/** The signs that numbers are written with; in a number those of groups are the same throughout. */
export interface Signs {
  /** Each of them may stand between groups of digits; none: digits stand in one. */
  readonly groups: string
  /** Each of them may stand before the decimals. */
  readonly decimals: string
  /** Groups of two above the first thousand: 12,34,567. */
  readonly isIndian?: true
}

/** Blanks of any width and apostrophes of any form are one sign: a reader cannot tell which of them a file holds. */
const BLANKS = ' \u2009\u00a0\u202f'
const APOSTROPHES = "'\u2019"

/** `si`: a point or a comma before decimals (The International System of Units, 9th ed., 5.4.4). */
const NAMED = {
  plain: { groups: '_', decimals: '.' },
  vi: { groups: `.${BLANKS}`, decimals: ',' },
  en: { groups: `,${BLANKS}`, decimals: '.' },
  si: { groups: BLANKS, decimals: ',.' },
  ch: { groups: APOSTROPHES, decimals: '.' },
  in: { groups: ',', decimals: '.', isIndian: true },
} as const satisfies Readonly<Record<string, Signs>>

type NotationName = keyof typeof NAMED
/** How numbers are written, as a document states it: a name, or the pair of its signs. */
export type Notation = NotationName | `{ group: "${string}", decimal: "${string}" }`

export const notations = Object.keys(NAMED) as readonly NotationName[]
/** Those that a number without a declared notation may be in. */
export const usualNotations = ['plain', 'vi', 'en'] as const
export type UsualNotation = (typeof usualNotations)[number]

const DECIMALS = '.,'
const GROUPS = [BLANKS, APOSTROPHES, '.', ','] as const
/** What may be stated to stand between groups, nothing among it, and before decimals. */
export const groupSigns: readonly string[] = ['', ...GROUPS.join('')]
export const decimalSigns: readonly string[] = [...DECIMALS]

/** The notation with this pair of signs; null: there is none. */
export function notationWith(group: string, decimal: string): Notation | null {
  if (!groupSigns.includes(group) || !decimalSigns.includes(decimal) || group === decimal) return null
  const [sign = ''] = GROUPS.find((alike) => group !== '' && alike.includes(group)) ?? ''
  return `{ group: "${sign}", decimal: "${decimal}" }`
}

/** The notation of this name, or with these two signs, `' ,'`; of one sign there are no groups. */
export function notationIn(text: string): Notation | undefined {
  return notations.find((name) => name === text) ?? notationWith(text.slice(0, -1), text.slice(-1)) ?? undefined
}

export function signsOf(notation: Notation): Signs {
  const name = notations.find((each) => each === notation)
  if (name) return NAMED[name]
  const [, group = '', , decimals = ''] = notation.split('"')
  return { groups: GROUPS.find((alike) => group !== '' && alike.startsWith(group)) ?? '', decimals }
}
