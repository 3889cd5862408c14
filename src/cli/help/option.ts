import { Argument, Option } from 'commander'
import { visibleText } from '../../render/figure/safe-text.ts'
import type { HelpWords } from './en.ts'
import { placeholderIn, withPlaceholders } from './help.ts'

/** A command line that cannot be run, and why, in the language of whoever reads it. */
export class UsageError extends Error {
  constructor(readonly told: (say: HelpWords) => string) {
    super('a command line that cannot be run')
  }
}

/** What a shell completes: words, or what lies in the files at hand. */
export type Completes = readonly string[] | 'files' | 'folders' | 'indicators' | 'plans'

interface Completing {
  readonly completes?: Completes | undefined
  /** Several words with commas between. */
  readonly isList?: boolean | undefined
}

/** What an option or argument takes. */
interface Takes<T> extends Completing {
  readonly choices?: readonly string[]
  /** undefined: the text is nothing that may be written. */
  readonly read?: (text: string, before: T | undefined) => T | undefined
  /** What may be written instead. */
  readonly why?: (values: HelpWords['values'], text: string) => string
}

export class PvaOption extends Option {
  constructor(
    flags: string,
    description: string,
    readonly completing: Completing,
  ) {
    super(flags, description)
  }
}

export class PvaArgument extends Argument {
  constructor(
    name: string,
    description: string,
    readonly completing: Completing,
  ) {
    super(name, description)
  }
}

/** An option: `--width <columns>`. */
export function option<T = string>(flags: string, description: string, takes: Takes<T> = {}): PvaOption {
  const { choices, completes = choices, isList } = takes
  const made = new PvaOption(flags, description, { completes, isList })
  if (choices) made.choices(choices)
  const read = reader(takes, (say, text, why) => say.usage.badValue(withPlaceholders(flags, say), text, why))
  return read ? made.argParser(read) : made
}

/** An argument: `[files...]`, `<shell>`. */
export function argument(name: string, description: string, takes: Takes<string>): PvaArgument {
  const { choices, completes = choices } = takes
  const made = new PvaArgument(name, description, { completes })
  if (choices) made.choices(choices)
  const read = reader(takes, (say, text, why) => say.usage.badArgument(placeholderIn(made.name(), say), text, why))
  return read ? made.argParser(read) : made
}

/** Reads a text, or says what is wrong with it in either language; undefined: any text will do. */
function reader<T>(
  { choices, read, why }: Takes<T>,
  wrong: (say: HelpWords, text: string, why: string) => string,
): ((text: string, before: T | undefined) => T) | undefined {
  if (!choices && !read) return undefined
  return (text, before) => {
    const value = read ? read(text, before) : choices?.includes(text) ? (text as T) : undefined
    if (value !== undefined) return value
    throw new UsageError((say) => {
      const instead = why?.(say.values, text) ?? say.usage.allowed((choices ?? []).join(', '))
      return wrong(say, visibleText(text), instead)
    })
  }
}

/** Words with commas between, in the order of `words`; undefined where one is none of these. */
export function wordsOf<Word extends string>(words: readonly Word[]) {
  return (text: string): readonly Word[] | undefined => {
    const written = text.split(',')
    return written.every((word) => (words as readonly string[]).includes(word))
      ? words.filter((word) => written.includes(word))
      : undefined
  }
}
