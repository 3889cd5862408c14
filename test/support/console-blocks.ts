import { spawnSync } from 'node:child_process'
import { chmodSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { ROOT } from './folder.ts'
import { pva } from './run.ts'

/**
 * A Markdown file whose ```console blocks show what their commands really print. The commands run in `folder`, in
 * order: a block of nothing but `pva …` and `echo $?` in this process, any other by a real shell, where `pva` and
 * `npx pva` are the built command. A line `…` in a block stands for any lines; a block that holds as it is stays as
 * it is.
 *
 * A block that names a file (```yaml plan.yaml) is that file: it is written before the commands that follow, or, where
 * the file is there already, it must be an excerpt of it. A draft with open questions is replaced by its answers.
 */
export async function withTrueOutput(markdown: string, folder: string): Promise<string> {
  const parts: string[] = []
  let end = 0
  for (const match of markdown.matchAll(/^(```+)(\w+)(?: (\S+))?\n(.*?)^\1$/gms)) {
    const [block, ticks, language, path, body = ''] = match
    if (path && language !== 'console') writeOrCompare(join(folder, path), path, body)
    const real = language === 'console' ? `${ticks}console\n${await trueConsole(body, folder)}${ticks}` : block
    parts.push(markdown.slice(end, match.index), real)
    end = match.index + block.length
  }
  return [...parts, markdown.slice(end)].join('')
}

function writeOrCompare(file: string, path: string, body: string): void {
  if (!existsSync(file) || readFileSync(file, 'utf8').includes(": '?'")) {
    mkdirSync(dirname(file), { recursive: true })
    writeFileSync(file, body)
  } else if (!contains(readFileSync(file, 'utf8'), body)) {
    throw new Error(`this is no excerpt of ${path}:\n${body}`)
  }
}

interface ShownCommand {
  readonly command: string
  readonly output: string
}

function commandsIn(body: string): readonly ShownCommand[] {
  const [before, ...rest] = body.split(/^\$ /m)
  if (before) throw new Error(`a console block begins with a command:\n${body}`)
  return rest.map((text) => {
    // A backslash at the end of a line continues the command.
    const [line = ''] = /^(?:.*\\\n)*.*\n/.exec(text) ?? []
    return { command: line.trimEnd(), output: text.slice(line.length) }
  })
}

async function trueConsole(body: string, folder: string): Promise<string> {
  const shown = commandsIn(body)
  const commands = shown.map(({ command }) => command)
  const outputs = commands.every((command) => PLAIN.test(command))
    ? await outputsHere(commands, folder)
    : outputsOf(commands, folder)
  return shown
    .map(({ command, output }, index) => {
      const real = outputs[index] ?? ''
      return `$ ${command}\n${holds(output, real) ? output : real}`
    })
    .join('')
}

function holds(shown: string, real: string): boolean {
  return new RegExp(`^${patternOf(shown)}$`).test(real)
}

function contains(whole: string, excerpt: string): boolean {
  return new RegExp(`^${patternOf(excerpt)}`, 'm').test(whole)
}

/** A line `…` is any lines. */
function patternOf(shown: string): string {
  const parts = shown.split(/^ *…\n/m).map((part) => part.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&'))
  return parts.join('(?:.*\\n)*')
}

/** What means the same to a shell as to a split at blanks and quotes. */
const PLAIN = /^(?:echo \$\?$|(?:npx )?pva(?: (?:[\p{L}\p{M}\w./:=,%@+-]|\\\n)+| '[^']*')*$)/u

/** Of commands that are plain, in this process, which takes a tenth of the time; both streams in their order. */
async function outputsHere(commands: readonly string[], folder: string): Promise<readonly string[]> {
  const outputs: string[] = []
  let status = 0
  for (const command of commands) {
    if (command.startsWith('echo')) {
      outputs.push(`${status}\n`)
      continue
    }
    const words = command.replace(/^(?:npx )?pva ?/, '').replaceAll('\\\n', '')
    const { stdout, exit } = await pva(folder, words, { env: { LC_ALL: 'C.UTF-8' }, joined: true })
    outputs.push(stdout)
    status = exit
  }
  return outputs
}

const END = '==== end of a command ===='

/** Of one shell, so that `$?` and variables carry over as they do for a reader. */
function outputsOf(commands: readonly string[], folder: string): readonly string[] {
  const steps = commands.map(
    (command) => `${runnablePart(command)}\nstatus=$?; printf '\\n%s\\n' '${END}'; (exit $status)\n`,
  )
  const { stdout } = spawnSync('bash', ['-c', `exec 2>&1\n${steps.join('')}`], {
    cwd: folder,
    encoding: 'utf8',
    env: { PATH: `${shims(folder)}:${dirname(process.execPath)}:${process.env['PATH']}`, LC_ALL: 'C.UTF-8', TZ: 'UTC' },
  })
  const outputs = stdout.split(`\n${END}\n`).slice(0, -1)
  return outputs.map((output) => (output === '' || output.endsWith('\n') ? output : `${output}\n`))
}

/** npm's own commands are not run, but must exist: `npm ci && npx pva report` runs its second half. */
function runnablePart(command: string): string {
  const parts = command.split(' && ')
  const runnable = parts.filter((part) => !/^(npm|node) /.test(part))
  for (const part of runnable) {
    if (!/^(pva|npx pva|cat|echo|cd|mkdir)\b/.test(part)) throw new Error(`not a command that docs show: ${part}`)
  }
  return runnable.join(' && ') || ':'
}

function shims(folder: string): string {
  const bin = join(folder, '.bin')
  if (existsSync(bin)) return bin
  mkdirSync(bin)
  const pva = `exec '${process.execPath}' '${join(ROOT, 'bin/pva.js')}' "$@"\n`
  writeFileSync(join(bin, 'pva'), `#!/bin/sh\n${pva}`)
  writeFileSync(join(bin, 'npx'), `#!/bin/sh\nshift\n${pva}`)
  for (const name of ['pva', 'npx']) chmodSync(join(bin, name), 0o755)
  return bin
}
