/** Takes one entry apart, to `most` bytes; null: there are more, or it is broken. */
export type Inflate = (compressed: Uint8Array, most: number) => Uint8Array | null

/** Why an archive cannot be read. */
export type ZipFault = 'not-a-zip' | 'encrypted' | 'too-large' | 'broken'

export interface Archive {
  readonly names: readonly string[]
  /** The bytes of an entry; undefined: there is none of that name. */
  readonly entry: (name: string) => Uint8Array | ZipFault | undefined
}

/** All entries that are read, taken apart, may come to this many bytes: a workbook of a few kilobytes can swell to gigabytes. */
const MOST_UNPACKED_BYTES = 32 * 1024 * 1024

const MOST_ENTRIES = 10_000
const END_OF_DIRECTORY = 0x06054b50
const DIRECTORY_ENTRY = 0x02014b50
const LOCAL_ENTRY = 0x04034b50

/**
 * The entries of a ZIP archive by its directory (PKWARE's APPNOTE 6.3, 4.3), without ZIP64, which no workbook of this
 * size needs. What the directory says of sizes is looked at before anything is taken apart, and not believed after.
 */
export function archiveIn(bytes: Uint8Array, inflate: Inflate): Archive | ZipFault {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const end = endOfDirectory(view)
  if (end === null) return isProtected(bytes) ? 'encrypted' : 'not-a-zip'
  const entries = directory(view, end)
  if (typeof entries === 'string') return entries
  let left = MOST_UNPACKED_BYTES
  return {
    names: [...entries.keys()],
    entry: (name) => {
      const found = entries.get(name)
      if (!found) return undefined
      if (found.size > left) return 'too-large'
      const content = contentOf(found, bytes, view, inflate, left)
      if (typeof content !== 'string') left -= content.length
      return content
    },
  }
}

/** With a password Office writes the archive into a stream of a compound file ([MS-OFFCRYPTO] 2.3.4.4). */
function isProtected(bytes: Uint8Array): boolean {
  const isCompound = [0xd0, 0xcf, 0x11, 0xe0].every((byte, at) => bytes[at] === byte)
  return isCompound && new TextDecoder('utf-16le').decode(bytes).includes('EncryptedPackage')
}

interface Entry {
  readonly method: number
  readonly isEncrypted: boolean
  readonly packed: number
  readonly size: number
  readonly at: number
}

/** A comment of up to 65,535 bytes may stand behind it. */
function endOfDirectory(view: DataView): number | null {
  for (let at = view.byteLength - 22; at >= Math.max(0, view.byteLength - 65_557); at--) {
    if (view.getUint32(at, true) === END_OF_DIRECTORY) return at
  }
  return null
}

function directory(view: DataView, end: number): ReadonlyMap<string, Entry> | ZipFault {
  const count = view.getUint16(end + 10, true)
  const length = view.getUint32(end + 12, true)
  let at = view.getUint32(end + 16, true)
  if (count > MOST_ENTRIES) return 'too-large'
  if (at + length > end) return 'broken'
  const entries = new Map<string, Entry>()
  for (let index = 0; index < count; index++) {
    if (at + 46 > end || view.getUint32(at, true) !== DIRECTORY_ENTRY) return 'broken'
    const [nameLength, extraLength, commentLength] = [28, 30, 32].map((offset) => view.getUint16(at + offset, true))
    const nameEnd = at + 46 + (nameLength ?? 0)
    if (nameEnd > end) return 'broken'
    const name = new TextDecoder().decode(new Uint8Array(view.buffer, view.byteOffset + at + 46, nameLength))
    entries.set(name.replaceAll('\\', '/'), {
      method: view.getUint16(at + 10, true),
      isEncrypted: (view.getUint16(at + 8, true) & 1) === 1,
      packed: view.getUint32(at + 20, true),
      size: view.getUint32(at + 24, true),
      at: view.getUint32(at + 42, true),
    })
    at = nameEnd + (extraLength ?? 0) + (commentLength ?? 0)
  }
  return entries
}

function contentOf(
  { method, isEncrypted, packed, at }: Entry,
  bytes: Uint8Array,
  view: DataView,
  inflate: Inflate,
  most: number,
): Uint8Array | ZipFault {
  if (isEncrypted) return 'encrypted'
  if (at + 30 > bytes.length || view.getUint32(at, true) !== LOCAL_ENTRY) return 'broken'
  const start = at + 30 + view.getUint16(at + 26, true) + view.getUint16(at + 28, true)
  const compressed = bytes.subarray(start, start + packed)
  if (compressed.length !== packed) return 'broken'
  if (method === 0) return compressed.length > most ? 'too-large' : compressed
  return method === 8 ? (inflate(compressed, most) ?? 'broken') : 'broken'
}
