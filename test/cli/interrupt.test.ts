import { type ChildProcess, spawn } from 'node:child_process'
import { existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as after } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { gzipSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { inFreshFolder } from '../support/folder.ts'
import { daysOf, planOf, resultsOf } from '../support/register.ts'
import { BIN, NODE } from '../support/run.ts'

const AS_TOLD = fileURLToPath(new URL('../support/as-told.cjs', import.meta.url))
const AREAS = Array.from({ length: 500 }, (_, area) => `a${area}`)

/** Each of these takes seconds, so that the signal comes while it is at work. */
const STAGES: Readonly<Record<string, Stage>> = {
  'unpacking a table': {
    files: () => ({ 'r.csv.gz': gzipSync(daysOf(AREAS, 365).repeat(12), { level: 1 }) }),
    isReached: ({ temporary }) => inTemporary(temporary).some((name) => name.startsWith('unpacked')),
    signals: ['SIGTERM', 'SIGKILL'],
  },
  'copying a table whose lines end in several ways': {
    files: () => ({ 'r.csv': `\r\n${daysOf(AREAS, 365).repeat(8)}` }),
    isReached: ({ temporary }) => inTemporary(temporary).some((name) => name.startsWith('regular')),
    signals: ['SIGHUP'],
  },
  'reading a table': {
    files: () => ({ 'r.csv': daysOf(AREAS, 365).repeat(5) }),
    isReached: ({ temporary }) => readdirSync(temporary).length > 0,
  },
  'adding up what the engine read': {
    files: () => ({ 'r.csv': daysOf(AREAS, 365) }),
    isReached: ({ told }) => told().includes('adding up'),
    signals: ['SIGINT'],
  },
  'finding rows that were refused': {
    files: () => ({ 'r.csv': `${daysOf(AREAS.slice(0, 100), 365)}${daysOf(AREAS, 365, 'x')}` }),
    more: ['--rejects', 'bad.csv'],
    isReached: ({ told }) => told().includes('finding rows'),
    signals: ['SIGINT'],
  },
}

interface Stage {
  readonly files: () => Readonly<Record<string, string | Buffer>>
  readonly more?: readonly string[]
  readonly isReached: (run: Run) => boolean
  /** All of them where it does not take long to get there. */
  readonly signals?: readonly NodeJS.Signals[]
}

const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP', 'SIGKILL'] as const

interface Run {
  readonly temporary: string
  /** What it has written to standard error. */
  readonly told: () => string
}

describe('whoever is interrupted', () => {
  it.each(Object.keys(STAGES))('while %s ends within a second, by the signal, and leaves nothing behind', (name) =>
    inFreshFolder(async (folder) => {
      const { isReached, files, more = [], signals = SIGNALS } = STAGES[name] as Stage
      const written = files()
      for (const [path, content] of Object.entries(written)) writeFileSync(join(folder, path), content)
      writeFileSync(join(folder, 'r.json'), resultsOf(Object.keys(written)[0] ?? ''))
      writeFileSync(join(folder, 'plan.json'), planOf(AREAS))
      for (const signal of signals) {
        const { child, run } = started(folder, ['validate', 'plan.json', 'r.json', ...more])
        await until(() => isReached(run) || child.exitCode !== null)
        // On a machine so fast that nothing is left to interrupt.
        if (child.exitCode === 0) return
        const since = performance.now()
        child.kill(signal)
        await until(() => child.exitCode !== null || child.signalCode !== null)
        expect([signal, child.signalCode]).toEqual([signal, signal])
        expect(performance.now() - since).toBeLessThan(1000)
        await until(() => readdirSync(run.temporary).length === 0)
        expect(existsSync(join(folder, 'bad.csv'))).toBe(false)
      }
    }),
  )

  it('is told of as a shell does: by the number of the signal', () =>
    inFreshFolder(async (folder) => {
      writeFileSync(join(folder, 'r.csv'), daysOf(AREAS, 365))
      writeFileSync(join(folder, 'r.json'), resultsOf('r.csv'))
      writeFileSync(join(folder, 'plan.json'), planOf(AREAS))
      mkdirSync(join(folder, 'tmp'))
      const script = `'${NODE}' '${BIN}' validate plan.json r.json & sleep 1; kill -INT $!; wait $!; echo $?`
      // A job in the background of a shell without job control would not hear SIGINT.
      const shell = spawn('bash', ['-m', '-c', script], { cwd: folder, env: environment(folder) })
      let out = ''
      shell.stdout.on('data', (chunk) => {
        out += chunk
      })
      await until(() => shell.exitCode !== null)
      expect(out.trim().split('\n').at(-1)).toBe('130')
    }))
})

function started(folder: string, args: readonly string[]): { readonly child: ChildProcess; readonly run: Run } {
  const temporary = join(folder, 'tmp')
  mkdirSync(temporary, { recursive: true })
  const child = spawn(NODE, ['--require', AS_TOLD, BIN, ...args], {
    cwd: folder,
    env: {
      ...environment(folder),
      AS_TOLD: JSON.stringify({ today: '2019-01-15', terminal: { isTTY: true, columns: 80 } }),
    },
    stdio: ['ignore', 'ignore', 'pipe'],
  })
  let text = ''
  child.stderr?.on('data', (chunk) => {
    text += chunk
  })
  return { child, run: { temporary, told: () => text } }
}

function environment(folder: string) {
  return { PATH: process.env['PATH'], LC_ALL: 'C.UTF-8', TMPDIR: join(folder, 'tmp') }
}

/** What is in the folders that were made in the one for temporary files. */
function inTemporary(temporary: string): readonly string[] {
  return readdirSync(temporary, { recursive: true }).map((path) => String(path).replace(/^.*\//, ''))
}

async function until(isSo: () => boolean): Promise<void> {
  while (!isSo()) await after(5)
}
