import { existsSync } from 'node:fs'
import { resolve } from 'node:path'
import { type Command, CommanderError } from 'commander'
import type { Language } from '../model/figure.ts'
import { closest } from '../model/suggestion.ts'
import { exitCode } from './exit-code.ts'
import { type HelpWords, helpEn } from './help/en.ts'
import { usageErrorIn } from './help/usage-error.ts'
import { presentation } from './output/presentation.ts'
import { program } from './program.ts'
import type { World } from './world.ts'

/** Runs one command line and returns its exit code. */
export async function main(argv: readonly string[], world: World): Promise<number> {
  let code: number = exitCode.done
  let out = ''
  let error = ''
  const say = await helpWordsOf(languageAsked(argv) ?? presentation({}, world, null).lang)
  const pva = program(
    world,
    (result) => {
      code = result
    },
    say,
  )
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
    const mistyped = mistypedCommand(argv, pva, say, world)
    if (mistyped) pva.error(mistyped, { code: 'commander.unknownCommand' })
    await pva.parseAsync([...argv], { from: 'user' })
  } catch (thrown) {
    if (!(thrown instanceof CommanderError)) throw thrown
    code = thrown.exitCode === 0 ? exitCode.done : exitCode.wrong
  }
  await world.stdout.write(out)
  await world.stderr.write(usageError(error, argv, pva, say))
  return code
}

/** Without a command the first word is a file. One that is no file, and nearly a command, was meant as that. */
function mistypedCommand(argv: readonly string[], pva: Command, { usage }: HelpWords, { cwd }: World): string | null {
  const [word] = argv
  const names = pva.commands.map((command) => command.name())
  if (!word || !/^[a-z]+$/i.test(word) || names.includes(word) || existsSync(resolve(cwd, word))) return null
  const meant = closest(word, names)
  return meant && `error: ${usage.noCommand(word, meant)}`
}

function usageError(text: string, argv: readonly string[], pva: Command, say: HelpWords): string {
  if (text === '') return ''
  const name = pva.commands.find((command) => command.name() === argv[0])?.name()
  return `pva: ${usageErrorIn(text, say)}\n${say.usage.see(name ? `pva ${name}` : 'pva')}\n`
}

/** The language that a command line asks for, known before it is understood. */
function languageAsked(argv: readonly string[]): Language | null {
  const end = argv.indexOf('--')
  const options = end < 0 ? argv : argv.slice(0, end)
  const stated = options.flatMap((word, index) => {
    if (word === '--lang') return [options[index + 1]]
    return word.startsWith('--lang=') ? [word.slice('--lang='.length)] : []
  })
  const last = stated.at(-1)
  return last === 'en' || last === 'vi' ? last : null
}

/** The Vietnamese words are loaded by whoever reads them. */
async function helpWordsOf(lang: Language): Promise<HelpWords> {
  return lang === 'vi' ? (await import('./help/vi.ts')).helpVi : helpEn
}
