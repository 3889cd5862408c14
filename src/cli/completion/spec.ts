import type { Argument, Command, Option } from 'commander'

/** What can be completed, whatever the shell. */
export interface CompletionSpec {
  /** Of `pva` itself, before any command, that the default command does not have. */
  readonly options: readonly CompletedOption[]
  readonly commands: readonly CompletedCommand[]
  /** Runs where no command is named. */
  readonly defaultCommand: CompletedCommand
}

export interface CompletedCommand {
  readonly name: string
  readonly description: string
  readonly options: readonly CompletedOption[]
  /** What its first argument is. */
  readonly first: 'files' | 'folder' | 'indicator' | readonly string[]
}

export interface CompletedOption {
  /** `--format`, `-f` */
  readonly names: readonly string[]
  readonly description: string
  readonly value: 'none' | 'file' | 'any' | readonly string[]
}

/** Read off the program itself, so that a command or option cannot be forgotten. */
export function completionSpec(pva: Command): CompletionSpec {
  const commands = pva.commands.map(completedCommand)
  const [defaultCommand] = commands
  if (!defaultCommand) throw new Error('a program without commands has nothing to complete')
  const known = new Set(defaultCommand.options.flatMap(({ names }) => names))
  const options = optionsOf(pva).filter(({ names }) => !names.some((name) => known.has(name)))
  return { options, commands, defaultCommand }
}

function completedCommand(command: Command): CompletedCommand {
  return {
    name: command.name(),
    description: command.description(),
    options: optionsOf(command),
    first: firstArgument(command.registeredArguments[0]),
  }
}

function firstArgument(argument: Argument | undefined): CompletedCommand['first'] {
  if (argument?.argChoices) return argument.argChoices
  const name = argument?.name()
  return name === 'indicator' || name === 'folder' ? name : 'files'
}

function optionsOf(command: Command): readonly CompletedOption[] {
  return command
    .createHelp()
    .visibleOptions(command)
    .map((option) => ({
      names: [option.long, option.short].filter((name) => name !== undefined && name !== null),
      description: option.description,
      value: valueNamedBy(option),
    }))
}

/** What an option's value names is said by its placeholder: `--output <file>`. */
function valueNamedBy(option: Option): CompletedOption['value'] {
  if (option.argChoices) return option.argChoices
  if (!option.required && !option.optional) return 'none'
  return /<(?:file|report)>/.test(option.flags) ? 'file' : 'any'
}
