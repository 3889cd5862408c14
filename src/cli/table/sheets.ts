import type { Problem } from '../../model/problem.ts'
import type { KnownNames } from '../../model/table.ts'
import { mappingOfPart } from '../../read/table/part.ts'
import { contentOf } from '../input/files.ts'
import type { TableFile } from './table-files.ts'
import { inflate } from './table-text.ts'

/** The parts of a table that are read one by one: each sheet that is asked for, with what the names of sheet and file say of it. */
export async function partsOf(
  table: TableFile,
  known: KnownNames | null,
): Promise<{ readonly tables: readonly TableFile[]; readonly problems: readonly Problem[] }> {
  const { request, mapping, path } = table
  if (!request || !mapping) return { tables: [table], problems: [] }
  const tables: TableFile[] = []
  const problems: Problem[] = []
  for (const sheet of await sheetsOf(table)) {
    const file = path.slice(path.lastIndexOf('/') + 1).replace(/(?:\.\w+){1,2}$/, '')
    const part = mappingOfPart({ ...mapping, known }, request.named, { sheet: sheet?.name ?? '', file })
    for (const added of part.problems) problems.push(added)
    if (part.mapping) tables.push({ ...table, sheet, mapping: part.mapping })
  }
  return { tables, problems }
}

/** The sheets that are asked for; `otherwise`: those that are read where none is asked for. */
export async function sheetsOf(
  table: TableFile,
  otherwise: 'first' | 'all' = 'first',
): Promise<readonly TableFile['sheet'][]> {
  const { request, path, absolute, format, isPacked } = table
  const asked = request?.sheets ?? null
  const isNamed = request?.named.some(({ from }) => from === 'sheet') === true
  const [only, ...others] = asked ?? []
  const isOne = asked === null || (only && others.length === 0 && !only.name.includes('*'))
  const isFirst = isOne && !(asked === null && (isNamed || otherwise === 'all'))
  if (format !== 'xlsx' || isPacked || isFirst) return [only ?? null]
  const content = contentOf({ path, absolute, named: true })
  // Whoever reads it says what is wrong with it.
  if ('code' in content) return [only ?? null]
  const { sheetNames } = await import('../../read/table/xlsx/workbook.ts')
  const names = sheetNames(content, await inflate())
  if (asked === null) return (otherwise === 'all' ? names : names.slice(0, 1)).map((name) => ({ name, at: null }))
  const found = asked.flatMap((sheet) => {
    const fits = names.filter((name) => isLike(name, sheet.name))
    // One that is not there is asked for all the same, and told of.
    return fits.length > 0 ? fits.map((name) => ({ ...sheet, name })) : [sheet]
  })
  return found.filter(({ name }, index) => found.findIndex((each) => each.name === name) === index)
}

function isLike(name: string, pattern: string): boolean {
  const source = pattern.split('*').map((piece) => piece.replace(/[^\w\s]/gu, '\\$&'))
  return name === pattern || new RegExp(`^${source.join('.*')}$`, 'su').test(name)
}
