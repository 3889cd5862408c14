/*
 * Tables of indicators as offices keep them: headings numbered I, II or A, B, indicators 1, 2, parts 1.1, a), `-` or below
 * "Trong đó", the row of the numbers of the columns, a total, and who signed it.
 */

/** What is looked at of a row. */
export interface RowText {
  /** Its number, `I`, `1.1`, `-`; empty: none. */
  readonly no: string
  readonly name: string
  readonly unit: string
  /** What stands in each cell that may hold a figure. */
  readonly figures: readonly string[]
  /** It is one though no figure stands in it, since someone says so. */
  readonly isIndicator?: boolean
}

export interface OutlineRow<Row extends RowText> {
  readonly row: Row
  /** The heading that it stands under. */
  readonly section: Row | null
  /** The indicator that it is a part of: the one above it that its number, a dash or "Trong đó" makes it a part of, in the same unit. */
  readonly whole: Row | null
}

/** The indicators among rows, in their order. What is left out holds no figure, or the numbers of the columns. */
export function outlineOf<Row extends RowText>(rows: readonly Row[]): readonly OutlineRow<Row>[] {
  const last = rows.findLastIndex(({ figures }) => figures.some((text) => /^[^\p{L}\d]{0,3}\d/u.test(text)))
  const headings: { readonly level: number; readonly row: Row }[] = []
  const found: OutlineRow<Row>[] = []
  const byNumber = new Map<string, Row>()
  let main: Row | null = null
  let isInParts = false
  for (const [index, row] of rows.entries()) {
    const { no, name, unit, figures } = row
    if (name === '' || (index === 0 && isNumbering(row)) || (index > last && no === '' && !row.isIndicator)) continue
    const level = levelOf(no)
    const isOfParts = OF_WHICH.test(name)
    if (!row.isIndicator && figures.every((text) => text.trim() === '')) {
      isInParts = isOfParts
      if (isOfParts) continue
      while ((headings.at(-1)?.level ?? -1) >= (level ?? 0)) headings.pop()
      headings.push({ level: level ?? 0, row })
      main = null
      continue
    }
    if (level !== null && level < PART) isInParts = false
    const isPart = level === null ? isInParts || isOfParts || BULLET.test(name) : level >= PART
    const above = isPart ? main : (byNumber.get(no.slice(0, Math.max(0, no.lastIndexOf('.')))) ?? null)
    const whole: Row | null = above && (unit === '' || above.unit === '' || unit === above.unit) ? above : null
    const section = headings.findLast((heading) => level === null || heading.level < level)?.row ?? null
    found.push({ row, section, whole })
    if (level !== null && level < PART) byNumber.set(withoutMark(no), row)
    if (!isPart) main = row
  }
  return found
}

/** Higher levels stand above lower ones: letters and Roman numbers, then as many as a number has pieces. */
function levelOf(no: string): number | null {
  const text = withoutMark(no)
  if (/^[A-HĐ]$/.test(text)) return 0
  if (/^[IVX]{1,6}$/.test(text)) return 0.5
  if (/^\d{1,4}(?:\.\d{1,4}){0,8}$/.test(text)) return text.split('.').length
  return /^(?:[a-zđ]|[-+*•–])$/.test(text) ? PART : null
}

/** Rows of this level are parts of the indicator above. */
const PART = 100
const BULLET = /^[-+*•–] ?\p{L}/u
const OF_WHICH = /^(?:[-+] ?)?(?:trong đó|of which)(?!\p{L})/iu

const withoutMark = (no: string): string => no.replace(/[.)/]$/, '')

/** Whether a row holds the letters and numbers of the columns: `A`, `B`, `1`, `2`, `3=2/1`. */
export function isNumbering({ no, name, unit, figures }: RowText): boolean {
  const numbers = figures.map((text) => /^\(?(\d{1,2})\)?(?: ?=.{1,20})?$/.exec(text.trim())?.[1])
  const texts = [no, name, unit].filter((text) => text !== '')
  return (
    texts.every((text) => /^\(?(?:[A-ZĐ]|\d{1,2})\)?$/.test(text)) && numbers.every((number) => number !== undefined)
  )
}
