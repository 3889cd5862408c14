import { visibleText } from '../../render/figure/safe-text.ts'
import type { HelpWords } from './en.ts'
import { placeholderIn, withPlaceholders } from './help.ts'

/** What the parser says of a command line that it cannot run, in the language of `say`; nothing of it is lost. */
export function usageErrorIn(text: string, say: HelpWords): string {
  const plain = text.replace(/^error: /, '').trimEnd()
  for (const [pattern, told] of faults) {
    const match = pattern.exec(plain)
    // What was typed is told as it is seen: a terminal would obey some of it.
    if (match)
      return told(
        say,
        match.slice(1).map((part: string | undefined) => part && visibleText(part)),
      )
  }
  return plain.split('\n').map(visibleText).join('\n')
}

type Told = (say: HelpWords, parts: readonly (string | undefined)[]) => string

const MEANT = String.raw`(?:\n\(Did you mean (?:one of )?(.+)\?\))?`

/** Every sentence that the parser has, by what stands in it. */
const faults: readonly (readonly [RegExp, Told])[] = [
  [
    new RegExp(`^unknown option '(.+?)'${MEANT}$`, 's'),
    (say, [flag = '', meant]) => withMeant(say.usage.unknownOption(flag), meant, say),
  ],
  [/^missing required argument '(.+)'$/, (say, [name = '']) => say.usage.missingArgument(placeholderIn(name, say))],
  [/^option '(.+)' argument missing$/, (say, [flags = '']) => say.usage.missingValue(withPlaceholders(flags, say))],
  [
    /^option '([^']+)' argument '(.*)' is invalid\. ?(.*)$/s,
    (say, [flags = '', value = '', why = '']) =>
      say.usage.badValue(withPlaceholders(flags, say), value, choicesIn(why, say)),
  ],
  [
    /^command-argument value '(.*)' is invalid for argument '([^']+)'\. ?(.*)$/s,
    (say, [value = '', name = '', why = '']) =>
      say.usage.badArgument(placeholderIn(name, say), value, choicesIn(why, say)),
  ],
  [
    /^too many arguments for '(.+)'\. Expected (\d+) arguments? but got (\d+)\.$/,
    (say, [command = '', expected, got]) => say.usage.tooMany(command, Number(expected), Number(got)),
  ],
  [
    /^option '([^']+)' cannot be used with option '([^']+)'$/,
    (say, [flags = '', others = '']) =>
      say.usage.notTogether(withPlaceholders(flags, say), withPlaceholders(others, say)),
  ],
]

function withMeant(message: string, meant: string | undefined, { usage }: HelpWords): string {
  return meant === undefined ? message : `${message}\n${usage.didYouMean(meant.split(', '))}`
}

function choicesIn(why: string, { usage }: HelpWords): string {
  const [, values] = /^Allowed choices are (.*)\.$/s.exec(why) ?? []
  return values === undefined ? why : usage.allowed(values)
}
