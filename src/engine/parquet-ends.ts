import { open } from 'node:fs/promises'

/** What the first and last bytes of a file keep it from being. */
export type ParquetFault = 'not-parquet' | 'encrypted' | 'broken-off'

const MAGIC = 'PAR1'
/** Of a file whose footer is encrypted as well. */
const ENCRYPTED = 'PARE'

/** Both magic words, and the length of the footer between them. */
const LEAST_BYTES = 12

/** Why a file cannot be Parquet, or whole, before an engine is given it; null: nothing is known against it. */
export async function parquetFault(path: string): Promise<ParquetFault | null> {
  const file = await open(path)
  try {
    const { size } = await file.stat()
    const bytesAt = async (start: number, length: number) => {
      const { buffer, bytesRead } = await file.read(Buffer.alloc(length), 0, length, Math.max(start, 0))
      return buffer.subarray(0, bytesRead)
    }
    const first = (await bytesAt(0, 4)).toString('latin1')
    if (first === ENCRYPTED) return 'encrypted'
    if (first !== MAGIC) return 'not-parquet'
    const end = await bytesAt(size - 8, 8)
    const last = end.toString('latin1', 4)
    if (last === ENCRYPTED) return 'encrypted'
    return size < LEAST_BYTES || last !== MAGIC || end.readUInt32LE() > size - LEAST_BYTES ? 'broken-off' : null
  } finally {
    await file.close()
  }
}
