import { join } from 'node:path'
import { eachChunk } from '../../engine/csv-structure.ts'
import { temporaryFile } from './temporary-file.ts'

/** The path of a copy in UTF-8 of a table in another encoding, or in UTF-16 with a byte-order mark: engines read nothing else. */
export async function utf8Copy(
  path: string,
  folder: string,
  encoding: string | null,
  onBytes: (bytes: number) => void = () => {},
): Promise<string> {
  const copy = join(folder, `utf-8-${copies++}.csv`)
  const out = await temporaryFile(copy)
  const encoder = new TextEncoder()
  let decoder: TextDecoder | null = null
  let done = 0
  try {
    await eachChunk(path, async (chunk) => {
      decoder ??= new TextDecoder(encoding ?? (chunk[0] === 0xfe ? 'utf-16be' : 'utf-16le'))
      await out.write(encoder.encode(decoder.decode(chunk, { stream: true })))
      done += chunk.length
      onBytes(done)
      return true
    })
    await out.write(encoder.encode((decoder as TextDecoder | null)?.decode() ?? ''))
  } finally {
    await out.close()
  }
  return copy
}

let copies = 0
