import { spawnSync } from 'node:child_process'
import { chmodSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { ROOT } from './folder.ts'

/**
 * A Markdown file whose ```console blocks show what their commands really print. The commands run in `folder`, in
 * order, by a real shell; `pva` and `npx pva` are the built command. A line `…` in a block stands for any lines; a
 * block that holds as it is stays as it is.
 *
 * A block that names a file (```yaml plan.yaml) is that file: it is written before the commands that follow, or, where
 * the file is there already, it must be an excerpt of it.
 */
export function withTrueOutput(markdown: string, folder: string): string {
  return markdown.replaceAll(/^(```+)(\w+)(?: (\S+))?\n(.*?)^\1$/gms, (block, ticks, language, path, body) => {
    if (language === 'console') return `${ticks}console\n${trueConsole(body, folder)}${ticks}`
    if (path) writeOrCompare(join(folder, path), path, body)
    return block
  })
}

function writeOrCompare(file: string, path: string, body: string): void {
  if (!existsSync(file)) {
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

function trueConsole(body: string, folder: string): string {
  const shown = commandsIn(body)
  const outputs = outputsOf(
    shown.map(({ command }) => command),
    folder,
  )
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
