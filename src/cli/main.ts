import { existsSync } from 'node:fs'
import { resolve } from 'node:path'
import { CommanderError } from 'commander'
import type { Language } from '../model/figure.ts'
import { closest } from '../model/suggestion.ts'
import { wrappedText } from '../render/figure/safe-text.ts'
import { exitCode } from './exit-code.ts'
import { type HelpWords, helpEn } from './help/en.ts'
import { UsageError } from './help/option.ts'
import { usageFault } from './help/usage-error.ts'
import { refusedOnTerminal } from './output/formats.ts'
import { presentation } from './output/presentation.ts'
import { type CommandName, commandNames, DEFAULT_COMMAND, isCommand, program } from './program.ts'
import type { World } from './world.ts'

/** Runs one command line and returns its exit code. */
export async function main(argv: readonly string[], world: World): Promise<number> {
  const lang = languageAsked(argv) ?? presentation({}, world, null).lang
  const say = await helpWordsOf(lang)
  const [word, ...words] = argv
  if (word === '__complete') {
    const { candidates } = await import('./completion/candidates.ts')
    await world.stdout.write(await candidates(words, { say, lang }, world))
    return exitCode.done
  }
  let code: number = exitCode.done
  let out = ''
  const pva = await program(
    say,
    async (run, given, flags) => {
      code = (await refusedOnTerminal(flags, world)) ?? (await run(given, flags, world))
    },
    commandsFor(argv),
  )
  for (const command of [pva, ...pva.commands]) {
    command
      .configureOutput({
        writeOut: (text) => {
          out += text
        },
        writeErr: () => {},
        getOutHelpWidth: () => world.stdout.columns ?? 80,
      })
      .exitOverride((error) => {
        throw error.exitCode === 0 ? error : usageFault(error, command, argv)
      })
  }
  try {
    refuseMistyped(word, world)
    await pva.parseAsync([...argv], { from: 'user' })
  } catch (thrown) {
    if (thrown instanceof UsageError) {
      const told = `pva: ${thrown.told(say)}\n${say.usage.see(isCommand(word) ? `pva ${word}` : 'pva')}`
      const { width } = presentation({}, world, world.stderr)
      const lines = world.stderr.isTTY ? told.split('\n').flatMap((line) => wrappedText(line, width)) : [told]
      await world.stderr.write(`${lines.join('\n')}\n`)
      return exitCode.wrong
    }
    // Help and version were printed.
    if (!(thrown instanceof CommanderError)) throw thrown
  }
  await world.stdout.write(out)
  return code
}

/** Only help shows all of them. */
function commandsFor(argv: readonly string[]): readonly CommandName[] {
  const [word] = argv
  if (isCommand(word)) return [word]
  if (word === '--version' || word === '-V') return []
  return optionsIn(argv).some((option) => option === '--help' || option === '-h') ? commandNames : [DEFAULT_COMMAND]
}

/** Without a command the first word is a file. One that is no file, and nearly a command, was meant as that. */
function refuseMistyped(word: string | undefined, { cwd }: World): void {
  if (!word || !/^[a-z]+$/i.test(word) || isCommand(word) || existsSync(resolve(cwd, word))) return
  const meant = closest(word, commandNames)
  if (meant) throw new UsageError(({ usage }) => usage.noCommand(word, meant))
}

/** The language that a command line asks for, known before it is understood. */
function languageAsked(argv: readonly string[]): Language | null {
  const options = optionsIn(argv)
  const stated = options.flatMap((word, index) => {
    if (word === '--lang') return [options[index + 1]]
    return word.startsWith('--lang=') ? [word.slice('--lang='.length)] : []
  })
  const last = stated.at(-1)
  return last === 'en' || last === 'vi' ? last : null
}

function optionsIn(argv: readonly string[]): readonly string[] {
  const end = argv.indexOf('--')
  return end < 0 ? argv : argv.slice(0, end)
}

/** The Vietnamese words are loaded by whoever reads them. */
async function helpWordsOf(lang: Language): Promise<HelpWords> {
  return lang === 'vi' ? (await import('./help/vi.ts')).helpVi : helpEn
}
