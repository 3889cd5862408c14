import { spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { fileURLToPath } from 'node:url'
import { main } from '../../src/cli/main.ts'
import type { Output } from '../../src/cli/world.ts'
import { ROOT } from './folder.ts'

/** Everything that a run of `pva` may depend on. */
export interface Invocation {
  /** As typed: `pva report plans --lang vi`. */
  readonly command: string
  readonly folder: string
  readonly env: Readonly<Record<string, string>>
  readonly today: string
  readonly stdin: Buffer
  readonly terminal: Terminal
  /** As `2>&1`: both streams in their order. Only in this process. */
  readonly joined?: boolean
}

interface Terminal {
  readonly isTTY: boolean
  readonly columns: number | undefined
}

export interface Outcome {
  readonly stdout: string
  readonly stderr: string
  readonly exit: number
}

/** In this process, or with `PVA_NODE=/path/to/node` as the real command in a process of that Node. */
export async function outcomeOf(invocation: Invocation): Promise<Outcome> {
  const node = process.env['PVA_NODE']
  const { stdout, stderr, exit } = node ? await outcomeInProcessOf(node, invocation) : await outcomeHere(invocation)
  // Where the folder is differs from run to run.
  const anywhere = (output: string) => output.replaceAll(invocation.folder, '$PWD')
  return { stdout: anywhere(stdout), stderr: anywhere(stderr), exit }
}

async function outcomeHere({ command, folder, env, today, stdin, terminal, joined }: Invocation): Promise<Outcome> {
  const written = { stdout: '', stderr: '' }
  const output = (stream: 'stdout' | 'stderr'): Output => ({
    ...terminal,
    write: async (chunk) => {
      written[joined ? 'stdout' : stream] += chunk
    },
  })
  const exit = await main(argumentsOf(command), {
    env,
    cwd: folder,
    today: () => today,
    stdout: output('stdout'),
    stderr: output('stderr'),
    stdin: async () => stdin,
    onInterrupt: () => () => {},
    guardedFolder: async () => () => {},
    shipped: (path) => readFileSync(join(ROOT, path), 'utf8'),
    page: output('stdout').write,
  })
  return { ...written, exit }
}

const BIN = fileURLToPath(new URL('../../bin/pva.js', import.meta.url))
const AS_TOLD = fileURLToPath(new URL('./as-told.cjs', import.meta.url))

async function outcomeInProcessOf(node: string, invocation: Invocation): Promise<Outcome> {
  const { command, folder, env, today, stdin, terminal } = invocation
  const child = spawn(node, ['--require', AS_TOLD, BIN, ...argumentsOf(command)], {
    cwd: folder,
    env: { ...env, TZ: 'UTC', AS_TOLD: JSON.stringify({ today, terminal }) },
  })
  // The command may end without having read its input.
  child.stdin.on('error', () => {})
  child.stdin.end(stdin)
  const ended = new Promise<number>((resolve, reject) => {
    child.on('error', reject)
    child.on('close', (status, signal) => (status === null ? reject(new Error(`ended by ${signal}`)) : resolve(status)))
  })
  const [stdout, stderr, exit] = await Promise.all([text(child.stdout), text(child.stderr), ended])
  return { stdout, stderr, exit }
}

/** Words as a shell splits them, with quotes and nothing else: `*` and `$` stay as they are. */
function argumentsOf(command: string): readonly string[] {
  const [name, ...rest] = [...command.trim().matchAll(/(?:[^\s'"]|'[^']*'|"[^"]*")+/g)].map(([word]) =>
    word.replaceAll(/'([^']*)'|"([^"]*)"/g, (_, single, double) => single ?? double),
  )
  if (name !== 'pva') throw new Error(`a command starts with pva: ${command}`)
  return rest
}
