import { type Problem, problem } from '../../model/problem.ts'
import type { TableMapping } from '../../model/table.ts'
import { keyFrom } from './cells.ts'
import type { NamedPart } from './mapping.ts'
import { partsByPattern, periodByPattern, periodNamed } from './periods.ts'

/** The mapping of one sheet or file, whose names say more about its rows; null where they do not, or it is passed over. */
export function mappingOfPart(
  mapping: TableMapping,
  named: readonly NamedPart[],
  names: { readonly sheet: string; readonly file: string },
): { readonly mapping: TableMapping | null; readonly problems: readonly Problem[] } {
  const problems: Problem[] = []
  let { stated } = mapping
  let isPassed = false
  for (const { tells, from, pattern, at } of named) {
    const name = names[from]
    const fail = (why: 'no-match' | 'no-year') =>
      problems.push(problem('unread-name', at, { name, from, pattern, tells, why }))
    if (tells === 'period') {
      const year = mapping.periodBy?.year ?? null
      const period = pattern === null ? periodNamed(name, year) : periodByPattern(name, pattern, year)
      if (period === null || period === 'no-year') fail(period ?? 'no-match')
      else stated = { ...stated, period }
    } else {
      const text = pattern === null ? name : partsByPattern(name, pattern)?.['area']
      const { key, faults, passed } = keyFrom((field) => (field === 'area' ? (text ?? null) : null), mapping)
      const fault = faults.get('area')
      if (text === undefined || text === '') fail('no-match')
      else if (fault) problems.push(fault(at))
      else stated = { ...stated, area: key.area }
      isPassed ||= passed === 'code'
    }
  }
  return { mapping: problems.length > 0 || isPassed ? null : { ...mapping, stated }, problems }
}
