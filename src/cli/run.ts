import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { exitCode } from './exit-code.ts'
import { main } from './main.ts'
import { failureOf } from './output/output.ts'
import { presentation } from './output/presentation.ts'
import { bytesFrom, CannotWrite, outputTo } from './output/streams.ts'
import { cliWords } from './output/words.ts'
import type { World } from './world.ts'

/** For what has to be done before an interrupt ends the process. */
const MOST_PATIENCE = 3000

const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const

/** The real world: this process. */
const world: World = {
  env: process.env,
  get cwd() {
    return process.cwd()
  },
  today: () => {
    const now = new Date()
    const two = (part: number) => String(part).padStart(2, '0')
    return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`
  },
  stdout: outputTo(() => process.stdout, 1),
  stderr: outputTo(() => process.stderr, 2),
  stdin: (most) => bytesFrom(process.stdin, most),
  onInterrupt: (act) => {
    const interrupted = (signal: NodeJS.Signals) => {
      const acting = act()
      // Without a listener the signal ends the process, as whoever sent it expects; a second one does so at once.
      forget()
      const end = () => process.kill(process.pid, signal)
      if (acting) void Promise.race([acting, setTimeout(MOST_PATIENCE)]).then(end, end)
      else end()
    }
    const forget = () => {
      for (const signal of SIGNALS) process.off(signal, interrupted)
    }
    for (const signal of SIGNALS) process.on(signal, interrupted)
    return forget
  },
  guardedFolder: async (folder, remove) => {
    const { guardedFolder } = await import('./table/guard.ts')
    return guardedFolder(folder, world.onInterrupt, remove)
  },
  shipped: (path) => {
    const { isSea, getAsset } = process.getBuiltinModule('node:sea')
    return isSea() ? getAsset(path, 'utf8') : readFileSync(join(__dirname, '..', path), 'utf8')
  },
  page: async (text) => (await import('./output/pager.ts')).paged(text, world),
}

main(process.argv.slice(2), world).then(
  (code) => {
    process.exitCode = code
  },
  async (fault: unknown) => {
    if (fault instanceof CannotWrite) {
      process.exitCode = exitCode.wrong
      const { lang } = presentation({}, world, null)
      // Where standard error is what cannot be written, nobody can be told.
      await world.stderr.write(`pva: ${cliWords(lang).notPrinted(failureOf(fault))}\n`).catch(() => {})
      return
    }
    if (isWithoutFolder(fault)) {
      process.exitCode = exitCode.wrong
      await world.stderr.write(`pva: ${cliWords(presentation({}, world, null).lang).folderGone}\n`)
      return
    }
    const trace = fault instanceof Error ? fault.stack : String(fault)
    process.stderr.write(
      `pva: this is a bug in pva, not in your files. Please report it with the command you ran, the files, and these lines:\npva ${PVA_VERSION}, Node ${process.version}, ${process.platform}\n${trace}\n`,
    )
    process.exitCode = exitCode.fault
  },
)

/** The folder that the process was started in was removed since. */
function isWithoutFolder(fault: unknown): boolean {
  return fault instanceof Error && (fault as NodeJS.ErrnoException).syscall === 'uv_cwd'
}
