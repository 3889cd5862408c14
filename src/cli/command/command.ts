import type { HelpWords } from '../help/en.ts'
import { argument, type PvaArgument, type PvaOption } from '../help/option.ts'
import type { World } from '../world.ts'

/** One command of pva. What it says of itself stands in the dictionaries of the help, by its name. */
export interface CommandDefinition<Words extends readonly unknown[], Flags> {
  readonly arguments: (say: HelpWords) => readonly PvaArgument[]
  readonly options: (say: HelpWords) => readonly PvaOption[]
  /** What help says below the examples. */
  readonly notes?: (say: HelpWords) => string
  /** Returns the exit code. */
  readonly run: (words: Words, flags: Flags, world: World) => Promise<number>
}

export const filesArgument = (say: HelpWords): PvaArgument =>
  argument('[files...]', say.arguments.files, { completes: 'files' })
