/*
 * Counts the calls that the system may refuse, and refuses the one that it is told: `12`, `12:signal`, `12:closed`.
 * Loaded before `pva` (`--require`) it is told by PVA_TORTURE, and tells on descriptor 3 how many there were. Started by
 * itself it runs one command line after the other in this process, which takes a tenth of the time.
 */
const fs = require('node:fs')
const { writeSync } = fs
const { open } = fs.promises
const program = require('node:path').join(__dirname, '../..')
let [wanted, how] = ['0', 'refused']
let calls = 0
let refused = ''
/** What was written to descriptors that are caught. */
let caught = null

function begin(fault) {
  ;[wanted, how = 'refused'] = fault.split(':')
  calls = 0
  refused = ''
}

/** As the system would refuse each: with what a disk, a table of open files or a limit has against it. */
const REFUSALS = {
  ...{
    openSync: 'EMFILE',
    open: 'EMFILE',
    createReadStream: 'EMFILE',
    readSync: 'EIO',
    read: 'EIO',
    closeSync: 'EIO',
    close: 'EIO',
  },
  ...{
    writeSync: 'ENOSPC',
    write: 'ENOSPC',
    writev: 'ENOSPC',
    writeFile: 'ENOSPC',
    truncate: 'ENOSPC',
    fsyncSync: 'EIO',
    sync: 'EIO',
  },
  ...{
    statSync: 'EACCES',
    stat: 'EACCES',
    lstatSync: 'EACCES',
    statfs: 'ENOSYS',
    accessSync: 'EACCES',
    readdirSync: 'EACCES',
  },
  ...{
    readdir: 'EACCES',
    realpathSync: 'EACCES',
    renameSync: 'EXDEV',
    mkdirSync: 'ENOSPC',
    unlinkSync: 'EPERM',
    rmdirSync: 'EPERM',
  },
  ...{
    rmSync: 'EPERM',
    rm: 'EPERM',
    symlinkSync: 'EPERM',
    spawn: 'EAGAIN',
    dlopen: 'ERR_DLOPEN_FAILED',
    fstatSync: 'EIO',
    readFileSync: 'EIO',
  },
}

/** Whether this call is the one; files of the program itself are there. */
function isTheOne(name, what) {
  if (typeof what === 'string' && what.startsWith(program) && name !== 'dlopen') return false
  calls++
  if (calls !== Number(wanted)) return false
  refused = `${name} ${typeof what === 'object' ? '' : what}`
  if (how !== 'signal') return true
  process.kill(process.pid, 'SIGINT')
  return false
}

function refusal(name, what) {
  const code = how === 'closed' && /^write/.test(name) ? 'EPIPE' : REFUSALS[name]
  return Object.assign(new Error(`${code}: refused, ${name} '${what}'`), {
    code,
    errno: -1,
    syscall: name.replace(/Sync$/, ''),
    path: what,
  })
}

function wrapped(holder, name, refuse) {
  const original = holder[name]
  if (typeof original !== 'function') return
  holder[name] = Object.assign(function (...args) {
    return isTheOne(name, args[0]) ? refuse(args, original.bind(this)) : original.apply(this, args)
  }, original)
}

const { writeSync: writes } = fs
fs.writeSync = (descriptor, content, ...rest) => {
  if (!caught?.[descriptor]) return writes(descriptor, content, ...rest)
  const bytes = Buffer.from(content)
  caught[descriptor].push(bytes)
  return bytes.length
}
for (const name of Object.keys(REFUSALS).filter((each) => each.endsWith('Sync'))) {
  wrapped(fs, name, (args, original) => {
    // A full disk takes a part of it first, and what cannot be closed is closed.
    if (name === 'writeSync' && how === 'refused') original(args[0], Buffer.from(args[1]).subarray(0, 3))
    if (name === 'closeSync') original(...args)
    throw refusal(name, args[0])
  })
}
const { fstatSync } = fs
fs.fstatSync = (descriptor, ...rest) =>
  caught?.[descriptor] ? { isFile: () => false, isFIFO: () => true } : fstatSync(descriptor, ...rest)
wrapped(fs, 'readdir', (args) => process.nextTick(args.at(-1), refusal('readdir', args[0])))
wrapped(fs, 'createReadStream', (args, original) => {
  const stream = original(...args)
  stream.destroy(refusal('createReadStream', args[0]))
  return stream
})
for (const name of ['open', 'stat', 'statfs', 'rm', 'writeFile']) {
  wrapped(fs.promises, name, async (args) => {
    throw refusal(name, args[0])
  })
}
const childProcess = require('node:child_process')
wrapped(childProcess, 'spawn', (args, original) => original('/nowhere/at/all', args[1], args[2]))
wrapped(process, 'dlopen', (args) => {
  throw refusal('dlopen', args[1])
})
// What an open file of promises does.
open(__filename).then(async (handle) => {
  await handle.close()
  for (const name of ['read', 'write', 'writev', 'writeFile', 'truncate', 'close', 'stat', 'sync']) {
    wrapped(Object.getPrototypeOf(handle), name, async (args, original) => {
      if (name === 'close') await original(...args)
      throw refusal(name, '')
    })
  }
})
require('node:module').syncBuiltinESMExports()

if (require.main === module) serve()
else {
  begin(process.env.PVA_TORTURE ?? '0')
  process.on('exit', () => {
    try {
      writeSync(3, `${calls} ${refused}`)
    } catch {
      // Nobody asked.
    }
  })
}

/** A command line for each message, in the folder that the process was started in. */
function serve() {
  const bin = require('node:path').join(program, 'bin/pva.js')
  process.on('disconnect', () => process.exit())
  process.on('message', ({ args, fault }) => {
    for (const path of Object.keys(require.cache)) if (path.startsWith(program)) delete require.cache[path]
    process.argv = [process.argv[0], bin, ...args]
    process.exitCode = undefined
    caught = { 1: [], 2: [] }
    begin(fault)
    process.channel.unref()
    require(bin)
  })
  // When nothing is left to do, the run is over.
  process.on('beforeExit', () => {
    if (!caught) return
    const [stdout, stderr] = [1, 2].map((each) => Buffer.concat(caught[each]).toString())
    caught = null
    process.channel.ref()
    process.send({ exit: process.exitCode ?? 0, signal: null, stdout, stderr, calls, refused })
  })
}
