import { spawnSync } from 'node:child_process'
import { chmodSync, mkdirSync, writeFileSync } from 'node:fs'
import { delimiter, dirname, join } from 'node:path'
import { ROOT } from './folder.ts'
import { type Invocation, type Outcome, outcomeOf } from './pva.ts'

/** A run of `pva` in this process, in a terminal-less world on 15 January 2019, unless told otherwise. */
export function pva(folder: string, command: string, changes: Partial<Invocation> = {}): Promise<Outcome> {
  return outcomeOf({
    folder,
    command: `pva ${command}`,
    env: { LANG: 'en_US.UTF-8' },
    today: '2019-01-15',
    stdin: Buffer.alloc(0),
    terminal: { isTTY: false, columns: undefined },
    ...changes,
  })
}

/** The built command as a shell would find it. */
export const BIN = join(ROOT, 'bin/pva.js')
export const NODE = process.env['PVA_NODE'] ?? process.execPath

/** What a shell makes of a script in which `pva` is the built command. */
export function inShell(shell: string, script: string, folder: string, env: Readonly<Record<string, string>> = {}) {
  const args = { bash: ['--norc', '-c'], zsh: ['-f', '-c'], fish: ['--no-config', '-c'] }[shell] ?? ['-c']
  const { stdout, stderr, status } = spawnSync(shell, [...args, script], {
    cwd: folder,
    encoding: 'utf8',
    env: { PATH: pathWithPva(folder), HOME: folder, LC_ALL: 'C.UTF-8', TZ: 'UTC', ...env },
    maxBuffer: 1 << 30,
  })
  return { stdout, stderr, status }
}

/** A PATH on which `pva` is the built command. */
function pathWithPva(folder: string): string {
  const bin = join(folder, '.bin')
  mkdirSync(bin, { recursive: true })
  writeFileSync(join(bin, 'pva'), `#!/bin/sh\nexec '${NODE}' '${BIN}' "$@"\n`)
  chmodSync(join(bin, 'pva'), 0o755)
  return [bin, dirname(NODE), process.env['PATH']].join(delimiter)
}

export function isInstalled(program: string): boolean {
  return spawnSync(program, ['--version'], { stdio: 'ignore' }).status === 0
}
