import { type Notation, signsOf } from '../model/notation.ts'
import { JSON_NUMBER, JSON_OTHER, signedFigures, type TableFigure, type TableMapping } from '../model/table.ts'
import { literal } from './dialect.ts'

/*
 * How DuckDB reads the numbers of cells: those that are written as most are, and in the same sense as whoever reads single
 * cells. Its casts take far more for a number (`1e3`, ` 7 `, `+5`, `1_000`, `0x1F`) and round what has many decimals, so
 * that a text is held against the grammar before it is cast.
 */

/** A column of figures. */
export interface Cell {
  readonly name: string
  readonly field: TableFigure
  readonly notation: TableMapping['notation']
  /** It begins with a mark, which says whether it was a number of JSON. */
  readonly isMarked: boolean
  /** Numbers of more than 15 digits may be other ones than those that are written. */
  readonly isFromProgram: boolean
  /** Texts that say that nothing was reported, numbers among them such as -99. */
  readonly missing: readonly string[]
}

/**
 * The number in a cell that is written as most are, else NULL. Whole numbers, most of all that there are, need no regular
 * expression, which takes longer than all the rest; `asWhole` is the name of the cell cast to BIGINT.
 */
export function simpleNumber(cell: Cell, asWhole: string): string {
  const text = textOf(cell)
  const isExact = cell.isFromProgram ? `strlen(${text}) <= 15 AND ` : ''
  const isNone = cell.missing.map((each) => `${text} = '${each}'`).join(' OR ')
  return `CASE ${isNone && `WHEN ${isNone} THEN NULL `}WHEN ${isPlainWhole(text, asWhole)} THEN CAST(${asWhole} AS ${FIGURE})
    WHEN ${isExact}regexp_full_match(${cell.name}, ${literal(shapeOf(cell))}) THEN try_cast(${castable(cell)} AS ${FIGURE}) END`
}

/** Up to twelve digits before the point and six behind it; wider ones are many times as slow. */
const FIGURE = 'DECIMAL(18, 6)'

export function wholeNumber(cell: Cell): string {
  return `try_cast(${textOf(cell)} AS BIGINT)`
}

/** Without the mark. */
function textOf({ name, isMarked }: Cell): string {
  return isMarked ? `substr(${name}, 2)` : name
}

/**
 * Whether a text is nothing but digits and does not begin with 0. One of n characters that begins with 1–9 and is cast to a
 * number of n digits can hold no other character, which would take the place of a digit; only an exponent makes more of
 * them than it takes, and leaves two zeros at least at the end (`15e4`). What ends so is left to the regular expression.
 */
function isPlainWhole(text: string, asWhole: string): string {
  return `${text} >= '1' AND ${asWhole} >= [${LEAST_OF_DIGITS.join(', ')}][strlen(${text})] AND ${asWhole} % 100 <> 0`
}

/** The least number of one digit, of two and so on. */
const LEAST_OF_DIGITS = Array.from({ length: 12 }, (_, index) => 10 ** index)

/** At each character only one way goes on, which RE2 follows faster than it chooses among several. */
function shapeOf({ field, notation, isMarked }: Cell): string {
  const written = textShape(field, notation)
  return isMarked ? `${JSON_NUMBER}${textShape(field, 'plain')}|${JSON_OTHER}${written}` : written
}

/** What a number is written like that can be read at once. */
export function textShape(field: TableFigure, notation: TableMapping['notation']): string {
  const sign = signedFigures.has(field) ? '-?' : ''
  const [short, long] = endingsFor(notation)
  return `${sign}(?:0${long}|[1-9](?:${short}|[0-9](?:${short}|[0-9](?:${short}|[0-9]{1,9}${long}))))`
}

/** What may follow one to three digits that are all, or the first group, and what follows any other number of them. */
function endingsFor(notation: TableMapping['notation']): readonly [string, string] {
  // Three decimals behind one to three digits are a group of thousands to others.
  if (notation === null) return ['(?:[.][0-9](?:[0-9](?:[0-9]{2}[0-9]{0,2})?)?)?', '(?:[.][0-9]{1,6})?']
  const { group, decimals } = usualSigns(notation)
  const behind = `(?:[${decimals}][0-9]{1,6})?`
  return [group && `(?:[${group}][0-9]{3}){0,3}`, ''].map((groups) => groups + behind) as [string, string]
}

/** Of the signs of groups the one that most numbers have; those with another one are read one by one. */
function usualSigns(notation: Notation) {
  const { groups, decimals, isIndian } = signsOf(notation)
  return { group: isIndian || groups === '_' ? '' : (groups[0] ?? ''), decimals }
}

/** A simple number as the engine writes it. */
function castable(cell: Cell): string {
  const text = textOf(cell)
  if (!cell.isMarked) return plainDigits(text, cell.notation)
  return `CASE WHEN starts_with(${cell.name}, '${JSON_NUMBER}') THEN ${text} ELSE ${plainDigits(text, cell.notation)} END`
}

/** A text that is a simple number, without its groups and with a point. */
export function plainDigits(text: string, notation: TableMapping['notation'], replaced = replacedIn): string {
  if (notation === null) return text
  const { group, decimals } = usualSigns(notation)
  const whole = group ? replaced(text, group, '') : text
  return decimals.includes(',') ? replaced(whole, ',', '.') : whole
}

const replacedIn = (text: string, sign: string, by: string) => `replace(${text}, ${literal(sign)}, '${by}')`
