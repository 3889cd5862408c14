import type { Command, HelpConfiguration, Option } from 'commander'
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
    return ['', titles.examples, ...shown, ...(notes === '' ? [] : folded)].join('\n')
  }
}

/** What help lists under one title: commands, options or arguments, and what each of them is. */
export interface HelpGroup {
  /** null: below what the command does. */
  readonly title: string | null
  readonly items: readonly (readonly [term: string, what: string])[]
}

/** All that can stand on the command line behind `command`. */
export function groupsOf(command: Command, say: HelpWords): readonly HelpGroup[] {
  const helper = command.createHelp()
  const { titles } = say
  const titleOf = ({ helpGroupHeading }: Option) => helpGroupHeading ?? titles.options
  const options = helper.visibleOptions(command)
  return [
    {
      title: null,
      items: command.registeredArguments.map((each) => [placeholderIn(each.name(), say), described(each)] as const),
    },
    ...[titles.options, titles.tables].map((title) => ({
      title,
      items: options
        .filter((option) => titleOf(option) === title)
        .map((option) => [withPlaceholders(option.flags, say), described(option)] as const),
    })),
    {
      title: titles.commands,
      items: helper.visibleCommands(command).map((each) => [each.name(), each.description()] as const),
    },
  ].filter(({ items }) => items.length > 0)
}

/** `way of printing: table, json (default: table)`: the values stand before what is in brackets. */
function described({ description, argChoices }: Pick<Option, 'description' | 'argChoices'>): string {
  const [what = '', ...rest] = description.split(' (')
  return [argChoices ? `${what}: ${argChoices.join(', ')}` : what, ...rest].join(' (')
}

export const usageOf = (command: Command, say: HelpWords): string =>
  withPlaceholders(command.createHelp().commandUsage(command), say)

/** How the help looks: a line for each thing that can be said, in the language of `say`. */
export function helpIn(say: HelpWords): HelpConfiguration {
  return {
    formatHelp: (command, { helpWidth }) => {
      const width = helpWidth ?? 80
      const groups = groupsOf(command, say)
      const terms = groups.flatMap(({ items }) => items.map(([term]) => displayWidth(term)))
      const column = terms.reduce((most, each) => Math.max(most, each), 0) + 4
      const listed = ([term, what]: readonly [string, string]) =>
        wrappedText(what, Math.max(width - column, 20)).map(
          (line, index) =>
            (index === 0 ? `  ${term}${' '.repeat(column - 2 - displayWidth(term))}` : ' '.repeat(column)) + line,
        )
      const lines = [
        ...[`${say.titles.usage} ${usageOf(command, say)}`, '', ...wrappedText(command.description(), width)],
        ...groups.flatMap(({ title, items }, index) => [
          ...(title === null ? [] : index > 1 && title !== say.titles.commands ? [title] : ['', title]),
          ...items.flatMap(listed),
        ]),
      ]
      return `${lines.join('\n')}\n`
    },
  }
}

/** `--output <file>` in the language of `say`: `--output <tệp>`. */
export function withPlaceholders(flags: string, say: HelpWords): string {
  return flags.replace(/(?<=[<[])[a-z]+(?=(?:\.\.\.)?[>\]])/g, (name) => placeholderIn(name, say))
}

export function placeholderIn(name: string, { placeholders }: HelpWords): string {
  return Object.hasOwn(placeholders, name) ? placeholders[name as keyof typeof placeholders] : name
}
