import type { Table } from '../../read/table/grid.ts'
import type { Inflate } from '../../read/table/xlsx/zip.ts'
import type { TableFile } from './table-files.ts'

/** The cells of a table that is held. */
export async function tableText(
  { path, format, sheet, header, encoding, mapping }: TableFile,
  content: Uint8Array,
): Promise<Table> {
  if (format === 'xlsx') {
    const { workbookTable } = await import('../../read/table/xlsx/rows.ts')
    return workbookTable(path, content, { sheet, skipsHidden: mapping?.hidden === 'skip' }, await inflate(), header)
  }
  if (format === 'jsonl' || format === 'json') {
    const { jsonArrayTable, jsonLinesTable } = await import('../../read/table/json-lines.ts')
    return (format === 'json' ? jsonArrayTable : jsonLinesTable)(path, content)
  }
  const { csvTable } = await import('../../read/table/csv.ts')
  return csvTable(path, content, header, encoding)
}

/** Takes an entry of an archive apart, and stops where it is larger than it may be. */
export async function inflate(): Promise<Inflate> {
  const { inflateRawSync } = await import('node:zlib')
  return (compressed, most) => {
    try {
      return inflateRawSync(compressed, { maxOutputLength: Math.max(most, 1) })
    } catch {
      return null
    }
  }
}
