const { existsSync, readFileSync, writeFileSync } = require('node:fs')
const { dirname, join } = require('node:path')

const BUNDLE = join(__dirname, '../dist/pva.cjs')

/** Of this very Node: another one could not read it. */
const CODE_CACHE = `${BUNDLE}.${process.version}-${process.platform}-${process.arch}.cache`

/** What Node puts around a CommonJS module. */
const WRAPPER = ['(function (exports, require, module, __filename, __dirname) { ', '\n})']

/** Two checksums stand before the code cache: of the bundle it belongs to, and of itself. */
const HEADER_BYTES = 8

/**
 * Runs the bundle. Compiling it costs a third of a short run, so that is skipped where possible: by the code cache
 * that the build left beside the bundle for its own Node, else by Node's own compile cache (22.8 and later).
 */
function launch() {
  const script = scriptFromCodeCache()
  if (script) return run(script)
  if (!existsSync(BUNDLE)) return sayThatItIsNotBuilt()
  require('node:module').enableCompileCache?.()
  require(BUNDLE)
}

/** undefined: there is no code cache that fits this bundle and this Node to the byte. */
function scriptFromCodeCache() {
  const cache = contentOf(CODE_CACHE)
  const source = cache && contentOf(BUNDLE)
  if (!source) return undefined
  // V8 checks the version that wrote a cache, but not that it is whole: a damaged one crashes the process. It tells
  // sources apart by their length alone.
  const cachedData = cache.subarray(HEADER_BYTES)
  if (!headerOf(source, cachedData).equals(cache.subarray(0, HEADER_BYTES))) return undefined
  const script = compile(source, cachedData)
  return script.cachedDataRejected ? undefined : script
}

/** For the build: runs the bundle once and keeps what V8 has compiled by the end of that run. */
function launchAndWriteCodeCache() {
  const source = readFileSync(BUNDLE)
  const script = compile(source)
  process.on('exit', () => {
    const cachedData = script.createCachedData()
    writeFileSync(CODE_CACHE, Buffer.concat([headerOf(source, cachedData), cachedData]))
  })
  run(script)
}

function compile(source, cachedData) {
  const { Script } = require('node:vm')
  const [before, after] = WRAPPER
  // The offset keeps the columns of stack traces those of the file.
  return new Script(before + source + after, { filename: BUNDLE, columnOffset: -before.length, cachedData })
}

function run(script) {
  const bundled = { exports: {} }
  const requireFromBundle = require('node:module').createRequire(BUNDLE)
  script.runInThisContext()(bundled.exports, requireFromBundle, bundled, BUNDLE, dirname(BUNDLE))
}

function headerOf(source, cachedData) {
  const { crc32 } = require('node:zlib')
  const header = Buffer.alloc(HEADER_BYTES)
  header.writeUInt32LE(crc32(source), 0)
  header.writeUInt32LE(crc32(cachedData), 4)
  return header
}

function sayThatItIsNotBuilt() {
  process.stderr.write('pva: not built yet. Run `npm ci` in its folder.\n')
  process.exitCode = 70
}

function contentOf(file) {
  try {
    return readFileSync(file)
  } catch {
    return undefined
  }
}

module.exports = { launch, launchAndWriteCodeCache }
