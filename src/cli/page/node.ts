import { Inflate } from 'fflate'

/*
 * What a page has of Node: the files that were dropped on it, in one folder and those below it, and nothing that leads out of it. The build
 * puts it in the place of every module of Node (esbuild.config.mjs).
 */

const FOLDER = '/'
/** The files, by their paths. */
export const files = new Map<string, Uint8Array>()
/** Open ones, and how far they have been read. */
const open = new Map<number, { readonly content: Uint8Array; at: number }>()

function missing(path: string): Error {
  return Object.assign(new Error(`ENOENT: ${path}`), { code: 'ENOENT' })
}

const statsOf = (path: string) => {
  const content = files.get(path)
  const index = [...files.keys()].indexOf(path) + 1
  const kind = { isFile: () => content !== undefined, isDirectory: () => content === undefined, isFIFO: () => false }
  return { ...kind, size: content?.length ?? 0, dev: 1, ino: index, mode: 0o444, mtimeMs: 0 }
}
const inside = (folder: string) => (folder === FOLDER ? folder : `${folder}/`)
const isFolder = (path: string) => path === FOLDER || [...files.keys()].some((file) => file.startsWith(inside(path)))
export const existsSync = (path: string) => files.has(path) || isFolder(path)
export function statSync(path: string, { throwIfNoEntry = true } = {}) {
  if (existsSync(path)) return statsOf(path)
  if (throwIfNoEntry) throw missing(path)
  return undefined
}
export function realpathSync(path: string): string {
  if (!existsSync(path)) throw missing(path)
  return path
}
export function openSync(path: string): number {
  const content = files.get(path)
  if (!content) throw missing(path)
  const descriptor = open.size + 3
  open.set(descriptor, { content, at: 0 })
  return descriptor
}
export function readSync(descriptor: number, into: Uint8Array, offset = 0, length = into.length, from?: number | null) {
  const file = open.get(descriptor)
  if (!file) throw missing(String(descriptor))
  const start = from ?? file.at
  const piece = file.content.subarray(start, start + length)
  into.set(piece, offset)
  if (from === undefined || from === null) file.at += piece.length
  return piece.length
}
export const closeSync = (descriptor: number) => open.delete(descriptor)
export function readdirSync(folder: string, { withFileTypes = false } = {}) {
  const start = inside(folder)
  const below = [...files.keys()].filter((path) => path.startsWith(start))
  const names = [...new Set(below.map((path) => path.slice(start.length).replace(/\/.*/, '')))]
  return withFileTypes ? names.map((name) => ({ name, ...statsOf(join(folder, name)) })) : names
}

export const sep = '/'
export const join = (...parts: readonly string[]) => normal(parts.join('/'))
export const resolve = (...parts: readonly string[]) =>
  normal(parts.reduce((path, part) => (part.startsWith('/') ? part : `${path}/${part}`), FOLDER)).replace(
    /(.)\/$/,
    '$1',
  )
export const dirname = (path: string) => /^(.*[^/])\/+[^/]*$/.exec(path)?.[1] ?? (path.startsWith('/') ? '/' : '.')
export const basename = (path: string) => path.slice(path.lastIndexOf('/') + 1)
export const relative = (from: string, to: string) => {
  const base = resolve(from)
  const path = resolve(to)
  return path === base ? '' : path.slice(base === '/' ? 1 : base.length + 1)
}

function normal(path: string): string {
  const kept: string[] = []
  for (const part of path.split('/')) {
    if (part === '..') kept.pop()
    else if (part !== '.' && part !== '') kept.push(part)
  }
  return `${path.startsWith('/') ? '/' : ''}${kept.join('/')}` || '.'
}

/** Piece by piece, so that what swells is stopped before it is there; a deflated byte becomes a thousand at most. */
export function inflateRawSync(packed: Uint8Array, { maxOutputLength }: { readonly maxOutputLength: number }) {
  const pieces: Uint8Array[] = []
  let length = 0
  const inflate = new Inflate((piece) => {
    length += piece.length
    if (length > maxOutputLength) throw new RangeError('larger than it may be')
    pieces.push(piece)
  })
  const STEP = 16_384
  for (let at = 0; at === 0 || at < packed.length; at += STEP) {
    inflate.push(packed.subarray(at, at + STEP), at + STEP >= packed.length)
  }
  return Buffer.concat(pieces)
}

class Bytes extends Uint8Array {
  override includes(wanted: number | Uint8Array): boolean {
    return typeof wanted === 'number' ? super.includes(wanted) : latin1(this).includes(latin1(wanted))
  }
  override toString(encoding = 'utf8', start = 0, end = this.length): string {
    const bytes = this.subarray(start, end)
    return encoding === 'latin1' ? latin1(bytes) : new TextDecoder().decode(bytes)
  }
}

/** Of text and bytes no more than the program asks for. */
export const Buffer = Object.assign(Bytes, {
  alloc: (length: number) => new Bytes(length),
  allocUnsafe: (length: number) => new Bytes(length),
  concat: (parts: readonly Uint8Array[]) => {
    const whole = new Bytes(parts.reduce((sum, { length }) => sum + length, 0))
    let at = 0
    for (const part of parts) {
      whole.set(part, at)
      at += part.length
    }
    return whole
  },
  from: (source: string | ArrayBuffer, second?: string | number, length?: number) => {
    if (typeof source !== 'string') return new Bytes(source, Number(second ?? 0), length)
    if (second === 'hex') return new Bytes((source.match(/../g) ?? []).map((pair) => Number.parseInt(pair, 16)))
    if (second === 'utf16le') return new Bytes([...source].flatMap((letter) => [letter.charCodeAt(0), 0]))
    return new Bytes(new TextEncoder().encode(source))
  },
})

function latin1(bytes: Uint8Array): string {
  let text = ''
  for (const byte of bytes) text += String.fromCharCode(byte)
  return text
}

/** SHA-256, as FIPS 180-4 has it: browsers have it only for whoever can wait. */
export function createHash() {
  const parts: Uint8Array[] = []
  const hash = {
    update(content: string | Uint8Array) {
      parts.push(typeof content === 'string' ? new TextEncoder().encode(content) : content)
      return hash
    },
    digest(encoding: 'hex' | 'base64') {
      const bytes = sha256(Buffer.concat(parts))
      return encoding === 'hex'
        ? [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('')
        : btoa(latin1(bytes))
    },
  }
  return hash
}

/** The first 32 bits of the fractions of the roots of the first primes. */
function rootsOfPrimes(count: number, power: number): readonly number[] {
  const roots: number[] = []
  for (let number = 2; roots.length < count; number++) {
    if (Array.from({ length: number - 2 }, (_, at) => at + 2).every((divisor) => number % divisor !== 0)) {
      roots.push(((number ** power % 1) * 2 ** 32) | 0)
    }
  }
  return roots
}

const K = rootsOfPrimes(64, 1 / 3)
const turned = (word: number, by: number) => (word >>> by) | (word << (32 - by))

function sha256(content: Uint8Array): Uint8Array {
  const blocks = new Uint8Array((((content.length + 8) >> 6) + 1) << 6)
  blocks.set(content)
  blocks[content.length] = 0x80
  const view = new DataView(blocks.buffer)
  view.setUint32(blocks.length - 8, Math.floor(content.length / 2 ** 29))
  view.setUint32(blocks.length - 4, content.length << 3)
  const sums = [...rootsOfPrimes(8, 1 / 2)]
  const w = new Int32Array(64)
  for (let block = 0; block < blocks.length; block += 64) {
    for (let at = 0; at < 16; at++) w[at] = view.getInt32(block + at * 4)
    for (let at = 16; at < 64; at++) {
      const [x, y] = [w[at - 15] as number, w[at - 2] as number]
      const small = turned(x, 7) ^ turned(x, 18) ^ (x >>> 3)
      const large = turned(y, 17) ^ turned(y, 19) ^ (y >>> 10)
      w[at] = ((w[at - 16] as number) + small + (w[at - 7] as number) + large) | 0
    }
    let [a, b, c, d, e, f, g, h] = sums as [number, number, number, number, number, number, number, number]
    for (let at = 0; at < 64; at++) {
      const first = h + (turned(e, 6) ^ turned(e, 11) ^ turned(e, 25)) + ((e & f) ^ (~e & g)) + (K[at] as number)
      const t1 = (first + (w[at] as number)) | 0
      const t2 = ((turned(a, 2) ^ turned(a, 13) ^ turned(a, 22)) + ((a & b) ^ (a & c) ^ (b & c))) | 0
      ;[h, g, f, e, d, c, b, a] = [g, f, e, (d + t1) | 0, c, b, a, (t1 + t2) | 0]
    }
    ;[a, b, c, d, e, f, g, h].forEach((word, at) => {
      sums[at] = ((sums[at] as number) + word) | 0
    })
  }
  const digest = new DataView(new ArrayBuffer(32))
  sums.forEach((word, at) => {
    digest.setInt32(at * 4, word)
  })
  return new Uint8Array(digest.buffer)
}

type Listener = (...given: readonly unknown[]) => void

/** What the command line builds upon. */
export class EventEmitter {
  readonly #listeners = new Map<string, Listener[]>()
  on(name: string, listener: Listener): this {
    this.#listeners.set(name, [...(this.#listeners.get(name) ?? []), listener])
    return this
  }
  emit(name: string, ...given: readonly unknown[]): boolean {
    for (const listener of this.#listeners.get(name) ?? []) listener(...given)
    return this.listenerCount(name) > 0
  }
  listenerCount(name: string): number {
    return this.#listeners.get(name)?.length ?? 0
  }
}

export const tmpdir = () => '/tmp'
export const homedir = () => '/'
export const availableParallelism = () => 1
export function createRequire(): never {
  throw Object.assign(new Error('a page has no packages'), { code: 'MODULE_NOT_FOUND' })
}

export const process = {
  ...{ env: {}, argv: ['page', 'pva'], execArgv: [], platform: 'browser', pid: 1, versions: {}, version: '' },
  cwd: () => FOLDER,
  on: () => process,
  off: () => process,
  getBuiltinModule: () => ({ createHash }),
}
