import { existsSync, readFileSync, statSync } from 'node:fs'
import { homedir } from 'node:os'
import { dirname, join, resolve, sep } from 'node:path'
import { type Connection, DatabaseFailure, type Server } from '../../engine/database.ts'
import { type Problem, problem } from '../../model/problem.ts'
import type { DataSource } from '../../model/source.ts'
import { closest } from '../../model/suggestion.ts'
import { readSources, secretVariable } from '../../read/sources.ts'
import type { TableFlags } from '../help/table-options.ts'
import { contentOf, realPath } from '../input/files.ts'
import type { World } from '../world.ts'
import type { TableFile } from './table-files.ts'

/** What is looked for at the top of the repository where `--sources` names no file. */
const SOURCES_FILE = 'pva.sources.yaml'

/** The databases that tables may name. */
export interface Sources {
  /** The one that a table names; or why there is none. */
  readonly sourceOf: (table: TableFile) => DataSource | readonly Problem[]
  /** Asks its server, until the work is done or is interrupted. */
  readonly connected: <T>(source: DataSource, work: (connection: Connection) => Promise<T>) => Promise<T>
}

/**
 * The sources that whoever runs the command names, or that lie at the top of the repository: no file of plans or results can
 * choose a server.
 */
export function sourcesOf({ sources: named }: TableFlags, world: World, connect = connectionTo): Sources {
  const top = topOf(world.cwd)
  const path = named ?? relativeTo(world.cwd, join(top, SOURCES_FILE))
  const absolute = resolve(world.cwd, path)
  const isThere = named !== undefined || existsSync(absolute)
  const content = isThere ? contentOf({ path, absolute, named: true }) : null
  const { sources, problems } =
    content === null || 'code' in content
      ? { sources: new Map<string, DataSource>(), problems: content === null ? [] : [content] }
      : readSources({ path, bytes: content, named: true })
  return {
    sourceOf: ({ request, path: table }) => {
      const asked = request?.relation?.source
      if (problems.length > 0 || !asked) return problems
      const source = sources.get(asked.text)
      if (source) return source
      const names = [...sources.keys()]
      const args = { written: asked.text, expected: names, suggestion: closest(asked.text, names) }
      return names.length > 0
        ? [problem('bad-value', asked.at, args)]
        : [problem('source-not-read', asked.at, { why: 'no-sources', source: table, detail: SOURCES_FILE })]
    },
    connected: async (source, work) => {
      const connection = await connect(source, serverOf(source, dirname(absolute), top, world))
      const forget = world.onInterrupt(() => connection.cancel())
      try {
        return await work(connection)
      } finally {
        forget()
        await connection.close().catch(() => {})
      }
    },
  }
}

async function connectionTo({ engine }: DataSource, server: Server): Promise<Connection> {
  try {
    if (engine === 'postgres') return await (await import('../../engine/postgres.ts')).postgresConnection(server)
    return await (await import('../../engine/clickhouse.ts')).clickhouseConnection(server)
  } catch (error) {
    // Whatever repeats it, it is told nobody.
    if (!(error instanceof DatabaseFailure) || !server.password) throw error
    throw new DatabaseFailure(error.why, error.message.replaceAll(server.password, '…'))
  }
}

function serverOf(source: DataSource, folder: string, top: string, world: World): Server {
  const { host, port, database, user, tls, seconds, ca } = source
  const certificates = ca && textOf(resolve(folder, ca.path))
  if (ca && certificates === null) throw new DatabaseFailure('tls', ca.path)
  const password = passwordOf(source, world.env, [top, folder])
  return { host, port, database, user, tls, seconds, ca: certificates, password }
}

/** From the environment, a file that it names, or `~/.pgpass`; null: there is none. */
function passwordOf(source: DataSource, env: World['env'], inside: readonly string[]): string | null {
  const variable = secretVariable(source.name)
  const stated = env[variable]
  if (stated) return stated
  const file = env[`${variable}_FILE`]
  if (file) return secretIn(file, inside).split(/\r?\n/, 1).join('')
  const usual = env[source.engine === 'postgres' ? 'PGPASSWORD' : 'CLICKHOUSE_PASSWORD']
  if (usual) return usual
  const home = env['HOME'] ?? homedir()
  const named = env['PGPASSFILE']
  const passwords =
    named ??
    (process.platform === 'win32' ? join(env['APPDATA'] ?? home, 'postgresql', 'pgpass.conf') : join(home, '.pgpass'))
  if (!named && !existsSync(passwords)) return null
  return passwordAmong(secretIn(passwords, inside), source)
}

/** A file that holds a secret: nobody else may read it, and it lies where nobody adds it to a repository. */
function secretIn(path: string, inside: readonly string[]): string {
  const text = textOf(path)
  if (text === null) throw new DatabaseFailure('secret-missing', path)
  const real = realPath(resolve(path))
  if (inside.some((folder) => real.startsWith(join(realPath(folder), sep))))
    throw new DatabaseFailure('secret-inside', path)
  if (process.platform !== 'win32' && (statSync(path).mode & 0o077) !== 0)
    throw new DatabaseFailure('secret-mode', path)
  return text
}

/** A line is `host:port:database:user:password`, in which `*` stands for any and `\\` before what would end a part. */
function passwordAmong(text: string, { host, port, database, user }: DataSource): string | null {
  const asked = [host.startsWith('/') ? 'localhost' : host, String(port), database, user]
  for (const line of text.split(/\r?\n/)) {
    if (line.startsWith('#')) continue
    const parts = line.match(/(?:\\.|[^:\\])+|(?<=:|^)(?=:)/g)?.map((part) => part.replace(/\\(.)/g, '$1')) ?? []
    if (parts.length === 5 && asked.every((each, index) => parts[index] === '*' || parts[index] === each))
      return parts[4] ?? null
  }
  return null
}

function textOf(path: string): string | null {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    return null
  }
}

/** The folder of the repository that a folder is in; else the folder itself. */
function topOf(folder: string): string {
  for (let top = folder; ; top = dirname(top)) {
    if (existsSync(join(top, '.git'))) return top
    if (dirname(top) === top) return folder
  }
}

function relativeTo(folder: string, path: string): string {
  const above = folder
    .slice(dirname(path).length)
    .split(sep)
    .filter((part) => part !== '').length
  return `${'../'.repeat(above)}${SOURCES_FILE}`
}
