import { Command } from 'commander'
import type { CommandDefinition } from './command/command.ts'
import type { HelpWords } from './help/en.ts'
import { endOfHelp, helpIn } from './help/help.ts'
import { namedFormat } from './help/options.ts'

/** The commands in the order of the help, each a file of its own that is loaded on use. */
const commands = {
  report: async () => (await import('./command/report.ts')).command,
  poverty: async () => (await import('./command/poverty.ts')).command,
  check: async () => (await import('./command/check.ts')).command,
  validate: async () => (await import('./command/validate.ts')).command,
  explain: async () => (await import('./command/explain.ts')).command,
  compare: async () => (await import('./command/compare.ts')).command,
  audit: async () => (await import('./command/audit.ts')).command,
  draft: async () => (await import('./command/draft.ts')).command,
  schema: async () => (await import('./command/schema.ts')).command,
  init: async () => (await import('./command/init.ts')).command,
  completion: async () => (await import('./command/completion.ts')).command,
  help: async () => (await import('./command/help.ts')).command,
} satisfies Readonly<Record<keyof HelpWords['commands'], () => Promise<CommandDefinition<never, never>>>>

export type CommandName = keyof typeof commands

export const commandNames = Object.keys(commands) as readonly CommandName[]
export const DEFAULT_COMMAND: CommandName = 'report'

export const isCommand = (word: string | undefined): word is CommandName =>
  (commandNames as readonly (string | undefined)[]).includes(word)

/** Runs a command with what stands on its command line. */
type Act = (run: CommandDefinition<never, never>['run'], words: never, flags: never) => Promise<void>

/** The command line with these commands, all unless told otherwise. */
export async function program(
  say: HelpWords,
  act: Act = async () => {},
  names: readonly CommandName[] = commandNames,
): Promise<Command> {
  const pva = new Command('pva')
    .description(say.about)
    .version(PVA_VERSION, '-V, --version', say.options.version)
    .helpOption('-h, --help', say.options.help)
    .helpCommand(false)
    .configureHelp(helpIn(say))
    .addHelpText('after', endOfHelp(say.examples.top, say.notes.exitCodes, say))
  for (const name of names) {
    const definition: CommandDefinition<never, never> = await commands[name]()
    const command = pva.command(name, { isDefault: name === DEFAULT_COMMAND }).description(say.commands[name])
    for (const argument of definition.arguments(say)) command.addArgument(argument)
    for (const option of definition.options(say)) command.addOption(option)
    const notes = [definition.notes?.(say) ?? [], name === 'help' ? [] : say.notes.more(name)].flat().join('\n')
    command.addHelpText('after', endOfHelp(say.examples[name], notes, say))
    command.action((...given) =>
      act(definition.run, given.slice(0, -2) as never, { ...given.at(-2), ...namedFormat(command) } as never),
    )
  }
  return pva
}
