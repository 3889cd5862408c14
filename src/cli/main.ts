import { existsSync } from 'node:fs'
import { resolve } from 'node:path'
import { type Command, CommanderError } from 'commander'
import { closest } from '../model/suggestion.ts'
import { exitCode } from './exit-code.ts'
import { program } from './program.ts'
import type { World } from './world.ts'

/** Runs one command line and returns its exit code. */
export async function main(argv: readonly string[], world: World): Promise<number> {
  let code: number = exitCode.done
  let out = ''
  let error = ''
  const pva = program(world, (result) => {
    code = result
  })
  for (const command of [pva, ...pva.commands]) {
    command.exitOverride().configureOutput({
      writeOut: (text) => {
        out += text
      },
      writeErr: (text) => {
        error += text
      },
      getOutHelpWidth: () => world.stdout.columns ?? 80,
      getErrHelpWidth: () => world.stderr.columns ?? 80,
    })
  }
  try {
    const mistyped = mistypedCommand(argv, pva, world)
    if (mistyped) pva.error(mistyped, { code: 'commander.unknownCommand' })
    await pva.parseAsync([...argv], { from: 'user' })
  } catch (thrown) {
    if (!(thrown instanceof CommanderError)) throw thrown
    code = thrown.exitCode === 0 ? exitCode.done : exitCode.wrong
  }
  await world.stdout.write(out)
  await world.stderr.write(usageError(error, argv, pva))
  return code
}

/** Without a command the first word is a file. One that is no file, and nearly a command, was meant as that. */
function mistypedCommand(argv: readonly string[], pva: Command, { cwd }: World): string | null {
  const [word] = argv
  const names = pva.commands.map((command) => command.name())
  if (!word || !/^[a-z]+$/i.test(word) || names.includes(word) || existsSync(resolve(cwd, word))) return null
  const meant = closest(word, names)
  return meant && `error: there is no command and no file '${word}'. Did you mean the command '${meant}'?`
}

function usageError(text: string, argv: readonly string[], pva: Command): string {
  if (text === '') return ''
  const name = pva.commands.find((command) => command.name() === argv[0])?.name()
  return `pva: ${text.replace(/^error: /, '').trimEnd()}\nSee \`pva ${name ? `${name} ` : ''}--help\`.\n`
}
