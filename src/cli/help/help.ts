import { type Argument, type Command, Help, type HelpConfiguration, type Option } from 'commander'
import { displayWidth, wrappedText } from '../../render/figure/safe-text.ts'
import type { Example, HelpWords } from './en.ts'

/** For the end of a help text: commands to copy, each with what it does, and notes, folded to the width of the help. */
export function endOfHelp(lines: readonly Example[], notes: string, { titles }: HelpWords) {
  return ({ command }: { readonly command: Command }): string => {
    const width = command.configureOutput().getOutHelpWidth?.() ?? 80
    const longest = lines.reduce((most, [example]) => Math.max(most, example.length), 0)
    const fits = lines.every(([, what]) => 4 + longest + displayWidth(what) <= width)
    const shown = lines.flatMap(([example, what]) =>
      fits
        ? `  ${example.padEnd(longest)}  ${what}`
        : [`  ${example}`, ...wrappedText(what, width - 6).map((line) => `      ${line}`)],
    )
    // A line to copy stays whole.
    const folded = notes.split('\n').flatMap((note) => (/^[#\s]/.test(note) ? note : wrappedText(note, width)))
    return ['', titles.examples, ...shown, ...(notes === '' ? [] : ['', ...folded])].join('\n')
  }
}

/** How the help looks: what the parser's own would say in English is said in the language of `say`. */
export function helpIn(say: HelpWords): HelpConfiguration {
  const plain = new Help()
  const { usage, arguments: argumentsTitle, options, commands } = say.titles
  const titles = new Map([
    ['Usage:', usage],
    ['Arguments:', argumentsTitle],
    ['Options:', options],
    ['Commands:', commands],
  ])
  const described = (text: string) =>
    text
      .replace('(choices: ', `(${say.choices}: `)
      .replace(/([(,] ?)default: (?="(?:[^"\\]|\\.)*"\)$)/, `$1${say.default}: `)
  return {
    minWidthToWrap: 20,
    styleTitle: (title) => titles.get(title) ?? title,
    commandUsage: (command) => withPlaceholders(plain.commandUsage(command), say),
    subcommandTerm: (command) => subcommandTerm(command, say),
    optionTerm: (option: Option) => withPlaceholders(option.flags, say),
    argumentTerm: (argument: Argument) => placeholderIn(argument.name(), say),
    optionDescription: (option) => described(plain.optionDescription(option)),
    argumentDescription: (argument) => described(plain.argumentDescription(argument)),
  }
}

/** Without `[options]`, which all of them take, so that the descriptions have room at 80 columns. */
function subcommandTerm(command: Command, say: HelpWords): string {
  return [command.name(), ...command.registeredArguments.map((argument) => argumentTerm(argument, say))].join(' ')
}

function argumentTerm(argument: Argument, say: HelpWords): string {
  const name = `${placeholderIn(argument.name(), say)}${argument.variadic ? '…' : ''}`
  return argument.required ? `<${name}>` : `[${name}]`
}

/** `--output <file>` in the language of `say`: `--output <tệp>`. */
export function withPlaceholders(flags: string, say: HelpWords): string {
  return flags.replace(/(?<=[<[])[a-z]+(?=(?:\.\.\.)?[>\]])/g, (name) => placeholderIn(name, say))
}

export function placeholderIn(name: string, { placeholders }: HelpWords): string {
  return Object.hasOwn(placeholders, name) ? placeholders[name as keyof typeof placeholders] : name
}
