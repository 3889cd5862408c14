import { notationOf } from '../../table/draft.ts'
import { columnNames, type Table, type TableRow } from '../../table/grid.ts'
import { withoutMarks } from '../../table/periods.ts'

/*
 * The forms of the yearly review of poor and near-poor households: a row an area, with what the poor were at the start of the
 * year, how they moved, and what they are at its end. Heads are told by their words, without marks over letters.
 */

export type Kind = 'poor' | 'near-poor'

/** Of whom: all households, those of ethnic minorities, or persons. */
export type Of = 'all' | 'minority' | 'persons'

export type Part = 'start' | 'escaped' | 'relapsed' | 'new' | 'lost' | 'gained' | 'end' | 'households'

export interface FormColumn {
  readonly index: number
  readonly part: Part
  readonly kind: Kind
  readonly of: Of
  readonly isRate: boolean
  readonly name: string
}

/** What the movements of a row are, in the words of the forms; those that hold the words of others come first. */
const MOVEMENTS: readonly (readonly [RegExp, Part])[] = [
  [/ngheo tro thanh/, 'gained'],
  [/tro thanh (?:ho )?can ngheo|vuot chuan can ngheo|vuot chuan ngheo/, 'escaped'],
  [/tro thanh (?:ho )?ngheo/, 'lost'],
  [/khac giam|giam khac/, 'lost'],
  [/khac tang|tang khac/, 'gained'],
  [/tai (?:ngheo|can ngheo)/, 'relapsed'],
  [/phat sinh/, 'new'],
  [/thoat (?:ngheo|can ngheo)/, 'escaped'],
]
const START = /dau (?:nam|ky)/
const END = /cuoi (?:nam|ky)/
const ALL_HOUSEHOLDS = /tong so ho(?: dan cu| gia dinh| chung)|so ho dan cu|^tong so ho$/
const MINORITY = /dtts|dan toc thieu so/
const RATE = /ty le|ti le|%/
export const PERSONS = /nhan khau|so khau|so nguoi/
const NUMBER = /^(?:tt|stt|so tt|so thu tu)$/
const AREA =
  /^(?:ten )?(?:don vi|dia ban|dia phuong|khu vuc|huyen|quan|thi xa|thanh pho|xa|phuong|thi tran|thon|ban|to dan pho)/
const OF_WHOM = /^(?:phan to|chi tieu)/
export const TOTAL =
  /^(?:tong cong|tong so|tong|cong|toan (?:tinh|thanh pho|huyen|quan|thi xa|xa|phuong|quoc)|total|whole)(?![a-z])/
export const DISTRICT = /^(?:huyen|quan|thi xa|thanh pho|tp|tx|h)[ .]/
/** The name in the row of the letters and numbers of the columns. */
export const NUMBERING = /^\(?(?:\p{L}|\d{1,2})\)?$/u

/** Further down no head begins. */
const LAST_HEAD = 30

/** Whether the head of a form begins in this row: what the poor were and what they are, or all households and who is poor. */
function beginsHead({ texts }: TableRow): boolean {
  const names = texts.map((text) => withoutMarks(text ?? ''))
  const has = (pattern: RegExp) => names.some((name) => pattern.test(name))
  return new Set(names.filter((name) => name !== '')).size >= 4 && has(START)
    ? has(END)
    : has(ALL_HOUSEHOLDS) && has(/^ket qua ra soat/)
}

/** The columns of a form, and the rows below its head; null: the table is none. */
export function formIn({ rows }: Table) {
  const top = rows.slice(0, LAST_HEAD).findIndex(beginsHead)
  if (top < 0) return null
  const first = (rows[top] as TableRow).texts.map((text) => withoutMarks(text ?? ''))
  const name = first.findIndex((text) => AREA.test(text) && !NUMBER.test(text) && !START.test(text))
  if (name < 0) return null
  const no = first.findIndex((text) => NUMBER.test(text))
  const ofWhom = first.findIndex((text) => OF_WHOM.test(text))
  const labelOf = ({ texts, merged }: TableRow) => {
    const text = (texts[name] || merged?.get(name) || '').trim()
    const other = (texts[no] ?? '').trim()
    return text === '' && /\p{L}{2}/u.test(other) ? other : text
  }
  const head = labelOf(rows[top] as TableRow)
  let end = top + 1
  while (end < rows.length && ['', head].includes(labelOf(rows[end] as TableRow))) end++
  const named = columnNames(rows.slice(top, end))
  const columns: FormColumn[] = []
  let kind: Kind = 'poor'
  for (const [index, { text }] of named.entries()) {
    if (index === no || index === name || index === ofWhom || text === '') continue
    const plain = withoutMarks(text)
    const isEnd = START.test(plain) || END.test(plain)
    if (isEnd) kind = /can ngheo/.test(plain) ? 'near-poor' : 'poor'
    const part = START.test(plain)
      ? 'start'
      : END.test(plain)
        ? 'end'
        : ALL_HOUSEHOLDS.test(plain)
          ? 'households'
          : MOVEMENTS.find(([words]) => words.test(plain))?.[1]
    if (part === undefined || (part === 'households' && RATE.test(plain))) continue
    const before = columns.at(-1)
    const isRate = RATE.test(plain)
    const isBeside = isRate && before?.index === index - 1 && before.part === part
    const of = MINORITY.test(plain) || (isBeside && before.of === 'minority' && !before.isRate) ? 'minority' : 'all'
    columns.push({ index, part, kind, of: PERSONS.test(plain) ? 'persons' : of, isRate, name: text })
  }
  // All households stand before what says whose form it is.
  const whose = columns.find(({ part }) => part === 'start')?.kind ?? 'poor'
  const own = columns.map((column) => (column.part === 'households' ? { ...column, kind: whose } : column))
  return {
    no,
    name,
    ofWhom,
    labelOf,
    columns: own,
    above: rows.slice(0, top),
    below: rows.slice(end),
    hasMovements: own.some(isOfEnd),
  }
}

/** What a draft says of a form: what stands above it, the year named there, and how its numbers may be written; null: it is none. */
export function reviewFormIn(table: Table) {
  const form = formIn(table)
  if (!form?.hasMovements) return null
  const above = form.above.flatMap(({ texts }) => texts.filter((text) => text?.trim()))
  const year = above.flatMap((text) => /(?<!\d)20\d{2}(?!\d)/.exec(text.slice(0, MOST_LOOKED_AT))?.[0] ?? [])[0] ?? null
  const written = form.below.flatMap(({ texts, stored }) =>
    form.columns.flatMap(({ index }) => (stored?.has(index) ? [] : [(texts[index] ?? '').trim()])),
  )
  return { title: above[0]?.trim().slice(0, MOST_LOOKED_AT) ?? null, year, notation: notationOf(written) }
}

const MOST_LOOKED_AT = 200

const isOfEnd = ({ part }: FormColumn): boolean => part === 'start' || part === 'end'
