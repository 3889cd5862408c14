import { createRequire } from 'node:module'
import { EngineFailure } from './engine.ts'

/*
 * DuckDB is called by the bindings that its package stands on. The package itself is two hundred small files, whose loading
 * takes as long as adding up half a million rows, and takes rows apart value by value; the bindings lend the memory in which
 * DuckDB keeps a column. They are no public interface: the version is held to the one that they are written for.
 */

declare const handle: unique symbol

/** Something of DuckDB's, to be handed back to it. */
interface Handle<Of extends string> {
  readonly [handle]: Of
}

export type Database = Handle<'database'>
export type Connection = Handle<'connection'>
export type Result = Handle<'result'>
export type DataChunk = Handle<'chunk'>
export type Vector = Handle<'vector'>
type Config = Handle<'config'>
type Statement = Handle<'statement'>

/** Those of the bindings that are used here, as the C API of DuckDB describes them. */
export interface Bindings {
  library_version(): string
  create_config(): Config
  set_config(config: Config, name: string, value: string): void
  open(path: string, config: Config): Promise<Database>
  close_sync(database: Database): void
  connect(database: Database): Promise<Connection>
  disconnect_sync(connection: Connection): void
  interrupt(connection: Connection): void
  query_progress(connection: Connection): { readonly percentage: number }
  prepare(connection: Connection, statement: string): Promise<Statement>
  execute_prepared_streaming(statement: Statement): Promise<Result>
  destroy_prepare_sync(statement: Statement): void
  column_count(result: Result): number
  column_type(result: Result, column: number): number
  fetch_chunk(result: Result): Promise<DataChunk | null>
  data_chunk_get_size(chunk: DataChunk): number
  data_chunk_get_vector(chunk: DataChunk, column: number): Vector
  /** The first so many bytes of a column. */
  vector_get_data(vector: Vector, bytes: number): Uint8Array
  /** One bit a row; null: there are no NULLs. */
  vector_get_validity(vector: Vector, bytes: number): Uint8Array | null
  /** The bytes that a pointer points at, which stands at an offset. */
  get_data_from_pointer(buffer: ArrayBufferLike, offset: number, bytes: number): Uint8Array
}

/** As the package that package.json names says of itself. Another version may read the same table otherwise. */
const VERSION = 'v1.5.6'

const PACKAGE = '@duckdb/node-api'

export function loadedBindings(): Bindings {
  const bindings = requiredBindings()
  const version = typeof bindings.library_version === 'function' ? bindings.library_version() : '?'
  if (version !== VERSION) throw new EngineFailure('version', version)
  return bindings
}

function requiredBindings(): Bindings {
  try {
    // They belong to the package, and need not lie where ours can see them.
    return createRequire(createRequire(import.meta.url).resolve(PACKAGE))('@duckdb/node-bindings')
  } catch (error) {
    const said = error instanceof Error ? error.message : String(error)
    throw new EngineFailure(said.startsWith(`Cannot find module '${PACKAGE}'`) ? 'missing' : 'broken', said)
  }
}
