import { availableParallelism } from 'node:os'
import { literal } from './dialect.ts'
import { type Bindings, type Connection, type DataChunk, loadedBindings, type Result } from './duckdb-bindings.ts'
import { type Piece, SHORT, textIn } from './piece.ts'

/** What DuckDB may use of the machine. */
export interface DuckdbLimits {
  /** The only files that it may open. */
  readonly paths: readonly string[]
  /** `512MB` */
  readonly memory: string
  /** A folder of our own for what does not fit into memory. */
  readonly folder: string
}

export interface Duckdb {
  /** Runs a statement, and hands out what it gives piece by piece, so that it is never all in memory twice. */
  run(statement: string, use?: (piece: Piece) => void): Promise<void>
  /** All rows of a statement whose columns are all text; NULL is empty. */
  texts(statement: string): Promise<readonly (readonly string[])[]>
  /** How far it is with a statement, in per cent; below 0: not known. */
  percentage(): number
  /** Lets what is running fail. */
  interrupt(): void
  close(): void
}

/** DuckDB inside this process, which can open nothing but the files named, load nothing, and be told nothing else. */
export async function lockedDuckdb({ paths, memory, folder }: DuckdbLimits): Promise<Duckdb> {
  const bindings = loadedBindings()
  const config = bindings.create_config()
  const settings = {
    memory_limit: memory,
    threads: String(threadsWithin(memory)),
    temp_directory: folder,
    autoinstall_known_extensions: 'false',
    autoload_known_extensions: 'false',
    allow_community_extensions: 'false',
    allow_persistent_secrets: 'false',
  }
  for (const [name, value] of Object.entries(settings)) bindings.set_config(config, name, value)
  const database = await bindings.open(':memory:', config)
  const connection = await bindings.connect(database)
  const duckdb = duckdbOn(bindings, connection, () => {
    bindings.disconnect_sync(connection)
    bindings.close_sync(database)
  })
  // How far it is, it knows only where it would draw a bar.
  await duckdb.run('SET enable_progress_bar = true')
  await duckdb.run('SET enable_progress_bar_print = false')
  await duckdb.run(`SET allowed_paths = [${paths.map(literal).join(', ')}]`)
  await duckdb.run('SET enable_external_access = false')
  await duckdb.run('SET lock_configuration = true')
  return duckdb
}

/** Each holds some of the rows, so that many of them would need more than there is before anything can be spilled. */
function threadsWithin(memory: string): number {
  const megabytes = Number.parseInt(memory, 10) * (/G/i.test(memory) ? 1024 : 1)
  return Math.max(1, Math.min(availableParallelism(), Math.floor(megabytes / MEGABYTES_A_THREAD)))
}

/** The least that DuckDB's manual advises. */
const MEGABYTES_A_THREAD = 125

function duckdbOn(bindings: Bindings, connection: Connection, close: () => void): Duckdb {
  const run = async (statement: string, use: (piece: Piece) => void = () => {}) => {
    const prepared = await bindings.prepare(connection, statement)
    try {
      const result = await bindings.execute_prepared_streaming(prepared)
      for (;;) {
        const chunk = await bindings.fetch_chunk(result)
        if (!chunk || bindings.data_chunk_get_size(chunk) === 0) return
        use(pieceOf(bindings, result, chunk))
        // Asked again, so that it is held until here and its memory not given back while that is used.
        bindings.data_chunk_get_size(chunk)
      }
    } finally {
      bindings.destroy_prepare_sync(prepared)
    }
  }
  return {
    run,
    texts: async (statement) => {
      const all: string[][] = []
      await run(statement, (piece) => {
        const columns = Array.from({ length: piece.columns }, (_, column) => piece.texts(column))
        for (let row = 0; row < piece.rows; row++) all.push(columns.map((column) => textIn(column, row)))
      })
      return all
    },
    interrupt: () => bindings.interrupt(connection),
    percentage: () => bindings.query_progress(connection).percentage,
    close,
  }
}

const decoder = new TextDecoder('utf-8', { ignoreBOM: true })

/** What DuckDB calls its types. */
const TYPES = { DOUBLE: 11, VARCHAR: 17, DECIMAL: 19 } as const

function pieceOf(bindings: Bindings, result: Result, chunk: DataChunk): Piece {
  const rows = bindings.data_chunk_get_size(chunk)
  const lent = (column: number, type: keyof typeof TYPES, bytes: number) => {
    // Bytes taken for a pointer would end the program.
    if (bindings.column_type(result, column) !== TYPES[type]) throw new TypeError(`column ${column} is no ${type}`)
    const vector = bindings.data_chunk_get_vector(chunk, column)
    const { buffer, byteOffset } = bindings.vector_get_data(vector, rows * bytes)
    const validity = bindings.vector_get_validity(vector, Math.ceil(rows / 64) * 8)
    const isNull = (row: number) => validity !== null && (((validity[row >> 3] as number) >> (row & 7)) & 1) === 0
    return { buffer, byteOffset, isNull }
  }
  return {
    rows,
    columns: bindings.column_count(result),
    numbers: (column) => {
      const { buffer, byteOffset, isNull } = lent(column, 'DOUBLE', 8)
      return { values: new Float64Array(buffer, byteOffset, rows), isNull }
    },
    sums: (column) => {
      const { buffer, byteOffset, isNull } = lent(column, 'DECIMAL', 16)
      const words = new Int32Array(buffer, byteOffset, rows * 4)
      return { isNull, safe: (row) => safeNumber(words, row), whole: (row) => wholeNumber(words, row) }
    },
    texts: (column) => {
      const { buffer, byteOffset, isNull } = lent(column, 'VARCHAR', 16)
      const words = new Int32Array(buffer, byteOffset, rows * 4)
      const bytes = (row: number) => {
        const length = words[row * 4] as number
        return length <= SHORT
          ? new Uint8Array(buffer, byteOffset + row * 16 + 4, length)
          : bindings.get_data_from_pointer(buffer, byteOffset + row * 16 + 8, length)
      }
      return { words, text: (row) => decoder.decode(bytes(row)), isNull }
    },
  }
}

/** A number of 128 bits that is a safe integer; NaN: it is larger. */
function safeNumber(words: Int32Array, row: number): number {
  const at = row * 4
  const low = (words[at] as number) >>> 0
  const high = words[at + 1] as number
  const sign = high >> 31
  const isSafe = high > -SAFE && high < SAFE && words[at + 2] === sign && words[at + 3] === sign
  return isSafe ? high * 0x1_0000_0000 + low : Number.NaN
}

/** Of the upper 32 bits of 53. */
const SAFE = 2 ** 21

function wholeNumber(words: Int32Array, row: number): bigint {
  const [a = 0, b = 0, c = 0, d = 0] = words.subarray(row * 4, row * 4 + 4)
  const upper = (BigInt(d) << 96n) | (BigInt(c >>> 0) << 64n)
  return upper | (BigInt(b >>> 0) << 32n) | BigInt(a >>> 0)
}
