import { availableParallelism } from 'node:os'
import type { DuckDBConnection, DuckDBInstance } from '@duckdb/node-api'
import { EngineFailure } from './engine.ts'
import { literal } from './sql.ts'

/** What DuckDB may use of the machine. */
export interface DuckdbLimits {
  /** The only files that it may open. */
  readonly paths: readonly string[]
  /** `512MB` */
  readonly memory: string
  /** A folder of our own for what does not fit into memory. */
  readonly folder: string
}

/** DuckDB inside this process, which can open nothing but the files named, load nothing, and be told nothing else. */
export async function lockedDuckdb({
  paths,
  memory,
  folder,
}: DuckdbLimits): Promise<{ readonly instance: DuckDBInstance; readonly connection: DuckDBConnection }> {
  const { DuckDBInstance } = await loadedDuckdb()
  const instance = await DuckDBInstance.create(':memory:', {
    memory_limit: memory,
    threads: String(threadsWithin(memory)),
    temp_directory: folder,
    autoinstall_known_extensions: 'false',
    autoload_known_extensions: 'false',
    allow_community_extensions: 'false',
    allow_persistent_secrets: 'false',
  })
  const connection = await instance.connect()
  // How far it is, it knows only where it would draw a bar.
  await connection.run('SET enable_progress_bar = true')
  await connection.run('SET enable_progress_bar_print = false')
  await connection.run(`SET allowed_paths = [${paths.map(literal).join(', ')}]`)
  await connection.run('SET enable_external_access = false')
  await connection.run('SET lock_configuration = true')
  return { instance, connection }
}

/** As the package that package.json names says of itself. Another version may read the same table otherwise. */
const VERSION = 'v1.5.6'

async function loadedDuckdb(): Promise<typeof import('@duckdb/node-api')> {
  const duckdb = await import('@duckdb/node-api').catch((error: unknown) => {
    const said = error instanceof Error ? error.message : String(error)
    // It asks for parts of its own, which may be missing as well.
    const isMissing = /^Cannot find (?:module|package) '@duckdb\/node-api'/.test(said)
    throw new EngineFailure(isMissing ? 'missing' : 'broken', said)
  })
  const version = typeof duckdb.version === 'function' ? duckdb.version() : '?'
  if (version !== VERSION) throw new EngineFailure('version', version)
  return duckdb
}

/** Each holds some of the rows, so that many of them would need more than there is before anything can be spilled. */
function threadsWithin(memory: string): number {
  const megabytes = Number.parseInt(memory, 10) * (/G/i.test(memory) ? 1024 : 1)
  return Math.max(1, Math.min(availableParallelism(), Math.floor(megabytes / MEGABYTES_A_THREAD)))
}

/** The least that DuckDB's manual advises. */
const MEGABYTES_A_THREAD = 125
