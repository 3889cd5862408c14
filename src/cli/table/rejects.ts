import { createReadStream } from 'node:fs'
import { join } from 'node:path'
import type { Language } from '../../model/figure.ts'
import type { RefusedRow } from '../../read/table/grid.ts'
import { rejectsCsvHeader, rejectsCsvLines } from '../../render/data/rejects.ts'
import type { World } from '../world.ts'
import { type TemporaryFile, temporaryFile } from './temporary-file.ts'
import { type Workplace, workplace } from './workplace.ts'

/** All rows that cannot be read. There may be millions of them: they are put aside on disk until the result is written. */
export interface Rejects {
  /** What takes those of one table, by its place among the tables; what was taken of it before is forgotten. */
  readonly of: (table: number) => RejectsOfTable
  /** The file that is asked for, piece by piece. */
  readonly content: () => AsyncIterable<Uint8Array>
  /** Removes what was put aside. */
  readonly leave: () => void
}

export interface RejectsOfTable {
  readonly add: (rows: readonly RefusedRow[]) => Promise<void>
  readonly close: () => Promise<void>
}

export function rejectsIn(lang: Language, world: World): Rejects {
  let work: Workplace | null = null
  let files = 0
  const paths = new Map<number, string>()
  return {
    of: (table) => {
      let file: TemporaryFile | null = null
      paths.delete(table)
      return {
        add: async (rows) => {
          if (!file) {
            work ??= await workplace(world)
            const path = join(work.folder, `refused-${files++}.csv`)
            file = await temporaryFile(path)
            paths.set(table, path)
          }
          await file.write(Buffer.from(rejectsCsvLines(rows, lang)))
        },
        close: async () => file?.close(),
      }
    },
    content: async function* () {
      yield Buffer.from(rejectsCsvHeader)
      for (const [, path] of [...paths].sort(([a], [b]) => a - b)) {
        for await (const chunk of createReadStream(path, { highWaterMark: 1024 * 1024 })) yield chunk as Uint8Array
      }
    },
    leave: () => work?.leave(),
  }
}
