import { closeSync, openSync, readSync, type Stats, statSync } from 'node:fs'
import { dirname, resolve, sep } from 'node:path'
import type { Place } from '../../model/figure.ts'
import { type Problem, problem } from '../../model/problem.ts'
import type { Encoding, NamedColumn, TableMapping } from '../../model/table.ts'
import type { HeaderLines } from '../../read/table/csv.ts'
import type { KeyOfSome, TableRequest } from '../../read/table/mapping.ts'
import { type FoundFile, realPath, STDIN } from '../input/files.ts'
import { onDisk } from '../input/on-disk.ts'
import { TABLE_NAME } from './table-name.ts'

/** How a table is stored, by the ending of its name. */
export type TableFormat = 'csv' | 'jsonl' | 'json' | 'parquet' | 'xlsx' | 'database'

/** A table that is to be read. */
export interface TableFile {
  /** As shown to users. */
  readonly path: string
  readonly absolute: string
  readonly format: TableFormat
  readonly isPacked: boolean
  /** The sheet of a workbook; null: the first. */
  readonly sheet: NamedColumn | null
  readonly header: HeaderLines
  readonly encoding: Encoding | null
  /** What a document says of it; null: named on the command line, where its columns say it. */
  readonly mapping: TableMapping | null
  /** Where it is named; null: on the command line. */
  readonly namedAt: Place | null
  /** What took it in, with whose other tables it is one register. */
  readonly request: TableRequest | null
}

/** Whether a file that is named on the command line is a table of results. */
export function isTable({ path, absolute }: FoundFile): boolean {
  return TABLE_NAME.test(path) || (/\.txt$/i.test(path) && isUtf16(absolute))
}

/** What spreadsheets call "Unicode text". No document of ours is written in it. */
export function isUtf16(path: string): boolean {
  const start = startOf(path)
  return start.startsWith('\xff\xfe') || start.startsWith('\xfe\xff')
}

/** The ending that belongs to a file that is no text, by what it begins with; null: it may be text. */
export function endingOfNoText(path: string): 'parquet' | 'xlsx' | 'gz' | null {
  const start = startOf(path)
  if (start === 'PAR1' || start === 'PARE') return 'parquet'
  if (start === 'PK\u0003\u0004') return 'xlsx'
  return start.startsWith('\x1f\x8b') ? 'gz' : null
}

/** Its first four bytes, each as a character; nothing where it cannot be read, which whoever reads it says. */
function startOf(path: string): string {
  if (!statsOf(path)?.isFile()) return ''
  try {
    const descriptor = openSync(path, 'r')
    try {
      const start = Buffer.alloc(4)
      return start.toString('latin1', 0, readSync(descriptor, start))
    } finally {
      closeSync(descriptor)
    }
  } catch {
    return ''
  }
}

export function namedTable({ path, absolute }: FoundFile): TableFile {
  const said = { sheet: null, header: null, encoding: null, mapping: null, namedAt: null, request: null }
  return { path, absolute, ...formatOf(path), ...said }
}

/** The tables that a document takes in, each below its folder or below `root`; and why others are not read. */
export async function requestedTables(
  request: TableRequest,
  absoluteOf: (file: string) => string,
  cwd: string,
  root: string | undefined,
): Promise<{ readonly tables: readonly TableFile[]; readonly problems: readonly Problem[] }> {
  const { file, paths, header, encoding, mapping, relation } = request
  if (relation) return { tables: [tableOf(request, relation)], problems: [] }
  const folder = file === STDIN ? cwd : dirname(absoluteOf(file))
  const folders = [folder, ...(root === undefined ? [] : [resolve(cwd, root)])]
  const tables: TableFile[] = []
  const problems: Problem[] = []
  for (const { text, at } of paths) {
    const found = await pathsOf(text, folder)
    for (const why of found.faults) problems.push(problem('unreadable', at, { why, detail: text }))
    for (const path of found.paths) {
      const absolute = onDisk(resolve(folder, path))
      if (!isBelow(absolute, folders)) {
        problems.push(problem('path-outside', at, { path, folder: file === STDIN ? '.' : dirname(file) || '.' }))
      } else if (!tables.some((table) => table.absolute === realPath(absolute))) {
        // Where it is, and not the way there, which could be made to lead elsewhere before it is read.
        const place = { absolute: realPath(absolute), namedAt: at }
        const said = { sheet: null, header, encoding, mapping, request }
        tables.push({ path: shownPath(file, path), ...place, ...formatOf(path), ...said })
      }
    }
  }
  for (const [key, at] of request.keysOfSome) {
    const fits = ({ format }: TableFile) => FORMATS_WITH[key].includes(format)
    const isOfNone = tables.length > 0 && !(key === 'levels' ? tables.every(fits) : tables.some(fits))
    if (isOfNone) problems.push(problem('bad-table', at, { why: 'format', written: key }))
  }
  return { tables, problems }
}

/** Where the tables lie that documents name, by those documents. */
export async function tablesNamedBy(
  requests: readonly Pick<TableRequest, 'file' | 'paths'>[],
  absoluteOf: (file: string) => string,
  cwd: string,
): Promise<ReadonlyMap<string, string>> {
  const documents = new Map<string, string>()
  for (const { file, paths } of requests) {
    const folder = file === STDIN ? cwd : dirname(absoluteOf(file))
    for (const { text } of paths) {
      const found = await pathsOf(text, folder)
      for (const path of found.paths) documents.set(realPath(onDisk(resolve(folder, path))), file)
    }
  }
  return documents
}

/** A table of a database has no file. */
function tableOf(request: TableRequest, { source, name }: NonNullable<TableRequest['relation']>): TableFile {
  const { header, encoding, mapping } = request
  const said = { sheet: null, header, encoding, mapping, request }
  const place = { absolute: '', namedAt: source.at }
  return { path: `${source.text}:${name.text}`, ...place, format: 'database', isPacked: false, ...said }
}

const FORMATS_WITH: Readonly<Record<KeyOfSome, readonly TableFormat[]>> = {
  header: ['csv', 'xlsx'],
  encoding: ['csv'],
  sheet: ['xlsx'],
  hidden: ['xlsx'],
  levels: ['csv', 'xlsx', 'json', 'jsonl'],
}

function formatOf(path: string): { readonly format: TableFormat; readonly isPacked: boolean } {
  const [, ending = 'csv', packed] = /\.(\w+?)(\.gz)?$/.exec(path) ?? []
  const format = FORMATS.get(ending.toLowerCase()) ?? 'csv'
  return { format, isPacked: packed !== undefined || /\.gz$/i.test(path) }
}

const FORMATS: ReadonlyMap<string, TableFormat> = new Map(
  Object.entries<TableFormat>({
    jsonl: 'jsonl',
    ndjson: 'jsonl',
    json: 'json',
    parquet: 'parquet',
    xlsx: 'xlsx',
    xlsm: 'xlsx',
    // Told by what they are: none of these can be read.
    xlsb: 'xlsx',
    xls: 'xlsx',
    ods: 'xlsx',
  }),
)

/** A file of that very name, else what the pattern matches; and why there is none, or not all of them. */
async function pathsOf(
  text: string,
  folder: string,
): Promise<{
  readonly paths: readonly string[]
  readonly faults: readonly ('missing' | 'no-match' | 'no-permission')[]
}> {
  if (statsOf(onDisk(resolve(folder, text)))) return { paths: [text], faults: [] }
  if (!/[*?[{]/.test(text)) return { paths: [], faults: ['missing'] }
  const { matchesOf } = await import('../input/matching.ts')
  const { paths, closed } = await matchesOf(text, folder)
  if (closed.length > 0) return { paths, faults: ['no-permission'] }
  return { paths, faults: paths.length > 0 ? [] : ['no-match'] }
}

/** Where the file really is: a link may lead elsewhere. */
function isBelow(path: string, folders: readonly string[]): boolean {
  const real = realPath(path)
  return folders.some((folder) => {
    const base = realPath(folder)
    return real.startsWith(base.endsWith(sep) ? base : base + sep)
  })
}

function shownPath(file: string, path: string): string {
  const folder = file === STDIN ? '.' : dirname(file)
  const shown = path.split(sep).join('/')
  return folder === '.' || shown.startsWith('/') ? shown : `${folder === '/' ? '' : folder}/${shown}`
}

export function statsOf(path: string): Stats | undefined {
  try {
    return statSync(path, { throwIfNoEntry: false })
  } catch {
    // A name that no file can have, a link to itself, a folder that may not be looked into.
    return undefined
  }
}
