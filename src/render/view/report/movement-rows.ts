import type { Exact } from '../../../model/exact.ts'
import type { CompletionLine } from '../../../model/report.ts'
import type { Format } from '../../figure/format.ts'
import { formatNumber, formatSigned } from '../../figure/number.ts'
import { safeText } from '../../figure/safe-text.ts'

const movementKeys = ['start', 'escaped', 'relapsed', 'newlyPoor', 'other', 'end', 'gap'] as const

/** The movements of one area, or of the whole, in words. */
export interface MovementRow extends Readonly<Record<(typeof movementKeys)[number], string>> {
  readonly name: string
  readonly depth: number
  /** Nothing is left unexplained, or it is not known what. */
  readonly balances: boolean
}

/** Where several areas told how their poor moved: one table says more than a sentence each. */
export function movementRows(lines: readonly CompletionLine[], { words, notation }: Format): readonly MovementRow[] {
  const telling = lines.filter(({ change }) => change?.movements)
  if (!telling.some(({ area }) => area !== null)) return []
  const number = (value: Exact | null) => (value ? formatNumber(value, notation) : '–')
  return telling.flatMap(({ change, indicator, area }) => {
    const movements = change?.movements
    if (!movements) return []
    const { start, escaped, relapsed, newlyPoor, other, end, gap } = movements
    return [
      {
        name: safeText((area ?? indicator).name[words.lang]),
        depth: area ? 1 : 0,
        start: number(start),
        escaped: escaped ? `−${number(escaped)}` : '–',
        relapsed: relapsed ? `+${number(relapsed)}` : '–',
        newlyPoor: newlyPoor ? `+${number(newlyPoor)}` : '–',
        other: other ? formatSigned(other, notation) : '–',
        end: number(end),
        gap: gap ? formatSigned(gap, notation) : '–',
        balances: gap?.isZero ?? true,
      },
    ]
  })
}

/** Columns that say something: nobody reported what stands in none, and a balance needs no column. */
export function shownMovements(rows: readonly MovementRow[]): readonly (typeof movementKeys)[number][] {
  return movementKeys.filter((key) =>
    key === 'gap' ? rows.some(({ balances }) => !balances) : rows.some((row) => row[key] !== '–'),
  )
}
