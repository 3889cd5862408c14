import { type TableMapping, WHOLE } from '../../model/table.ts'
import { likeness } from './known.ts'

/**
 * Reads a column that says in turn what rows are of, an indicator, below it its areas, below each of them men and women: what
 * a row says holds for those below it, until one says another or goes back further out. Below what nobody knows, and where a
 * text may mean several, nothing holds.
 */
export function levelsHeld({ levels, codes, known, breakdowns }: TableMapping) {
  const held = new Map<string, string>()
  const isOf = (level: string, text: string) => {
    if (level !== 'indicator' && text === WHOLE) return true
    const isKey = level === 'indicator' || level === 'area'
    const byCode = isKey ? codes[level] : breakdowns.get(level)?.codes
    const byName = isKey ? known?.[`${level}s`] : known?.groups.get(level)
    return byCode?.has(text) === true || byName?.has(likeness(text)) === true
  }
  return (written: string): ReadonlyMap<string, string> => {
    const text = written.trim()
    if (text === '') return NOTHING
    const [own, ...others] = levels.filter((level) => isOf(level, text))
    if (own === undefined || others.length > 0) held.clear()
    else {
      held.set(own, text)
      for (const below of levels.slice(levels.indexOf(own) + 1)) held.set(below, below === 'indicator' ? '' : WHOLE)
    }
    if (held.has(levels[0] ?? '')) return held
    const ofNone = own === undefined ? text : `… / ${text}`
    return new Map(levels.map((level, at) => [level, at === 0 ? ofNone : level === 'indicator' ? '' : WHOLE]))
  }
}

const NOTHING: ReadonlyMap<string, string> = new Map()
