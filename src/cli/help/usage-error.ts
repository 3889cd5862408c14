import type { Command, CommanderError } from 'commander'
import { closest } from '../../model/suggestion.ts'
import { visibleText } from '../../render/figure/safe-text.ts'
import { placeholderIn, withPlaceholders } from './help.ts'
import { UsageError } from './option.ts'

/** What the parser found wrong with the command line of a command: its code says what, and the command where. */
export function usageFault({ code, message }: CommanderError, command: Command, argv: readonly string[]): UsageError {
  const { args, registeredArguments, options } = command
  switch (code) {
    case 'commander.unknownOption': {
      const flag = args.find((word) => /^-(?![\d.]|$)/.test(word)) ?? ''
      const known = [command, command.parent ?? command].flatMap((each) => each.createHelp().visibleOptions(each))
      const names = known.flatMap(({ long }) => long ?? [])
      const meant = flag.startsWith('--') ? closest(flag, names) : null
      // What was typed is told as it is seen: a terminal would obey some of it.
      return new UsageError(
        ({ usage }) => usage.unknownOption(visibleText(flag)) + (meant ? `\n${usage.didYouMean(meant)}` : ''),
      )
    }
    case 'commander.optionMissingArgument': {
      // Only the last word can be followed by nothing; of short options written as one, it is the last of them.
      const last = argv.at(-1) ?? ''
      const option = options.find(
        ({ long, short }) => last === long || (short && /^-\w+$/.test(last) && last.endsWith(short[1] ?? '')),
      )
      return new UsageError((say) => say.usage.missingValue(withPlaceholders(option?.flags ?? last, say)))
    }
    case 'commander.missingArgument': {
      const name = registeredArguments[args.length]?.name() ?? ''
      return new UsageError((say) => say.usage.missingArgument(placeholderIn(name, say)))
    }
    case 'commander.excessArguments':
      return new UsageError(({ usage }) => usage.tooMany(command.name(), registeredArguments.length, args.length))
    default:
      return new UsageError(() => visibleText(message))
  }
}
