import { Exact } from '../../model/exact.ts'
import type { Language } from '../../model/figure.ts'
import { type Notation, notationIn, notations } from '../../model/notation.ts'
import { type Basis, bases } from '../../model/observation.ts'
import { type Period, parsePeriod } from '../../model/period.ts'
import type { HelpWords } from './en.ts'
import { option, type PvaOption } from './option.ts'

/** What is said of tables of results on the command line. */
export interface TableFlags {
  readonly tablePlan?: readonly string[]
  readonly tablePeriod?: Period
  readonly basis?: Basis
  readonly numbers?: Notation
  readonly rows?: 'results' | 'register'
  /** The folder in which tables that a document names may lie, besides its own. */
  readonly root?: string
  /** The file that names databases. */
  readonly sources?: string
  /** The file for all rows that cannot be read. */
  readonly rejects?: string
  readonly allowRejects?: AllowedRejects
  /** What an engine for large tables may use, `512MB`. */
  readonly memory?: string
  readonly lang?: Language
  readonly quiet?: boolean
  /** Tells what became of all rows. */
  readonly verbose?: boolean
}

/** How many rows of each table may be left out. */
export interface AllowedRejects {
  /** As written: `12` or `0.5%`. */
  readonly text: string
  readonly count: Exact
  /** Per cent of the rows. */
  readonly isPercent: boolean
}

/** How numbers are written, by name or by their signs. */
export const numbersOption = (description: string) =>
  option<Notation>('--numbers <notation>', `${description}: ${notations.join(', ')}, ' ,'`, {
    read: notationIn,
    why: ({ notation }) => notation(notations.join(', ')),
    completes: notations,
  })

/** What is said of tables of results. */
export function tableOptions({ options, titles }: HelpWords): readonly PvaOption[] {
  const all = [
    option<readonly string[]>('--table-plan <ids>', options.tablePlan, {
      read: (text) => (text.split(',').includes('') ? undefined : text.split(',')),
      why: ({ plans }) => plans,
      completes: 'plans',
      isList: true,
    }),
    option<Period>('--table-period <period>', options.tablePeriod, {
      read: (text) => parsePeriod(text) ?? undefined,
      why: ({ periodOfRows }) => periodOfRows,
    }),
    option('--basis <basis>', options.basis, { choices: bases }),
    numbersOption(options.numbers),
    option('--rows <rows>', options.rows, { choices: ['results', 'register'] }),
    option('--allow-rejects <count>', options.allowRejects, { read: allowedIn, why: ({ rejects }) => rejects }),
    option('--verbose', options.verbose),
    // Seldom needed: the pages of the commands have them, so that a screen holds all else.
    option('--rejects <file>', options.rejects, { completes: 'files' }).hideHelp(),
    option('--root <folder>', options.root, { completes: 'folders' }).hideHelp(),
    option('--sources <file>', options.sources, { completes: 'files' }).hideHelp(),
    option('--memory <size>', options.memory, { read: memoryIn, why: ({ memory }) => memory }).hideHelp(),
  ]
  return all.map((each) => each.helpGroup(titles.tables) as PvaOption)
}

/** In MB. */
const LEAST_MEMORY = 128

function memoryIn(text: string): string | undefined {
  const [, size, unit] = /^(\d{1,6})([MG])B$/i.exec(text) ?? []
  const megabytes = Number(size) * (unit?.toUpperCase() === 'G' ? 1024 : 1)
  return megabytes >= LEAST_MEMORY ? text.toUpperCase() : undefined
}

function allowedIn(text: string): AllowedRejects | undefined {
  const [, count, percent] = /^(\d{1,12}(?:\.\d{1,6})?)(%?)$/.exec(text) ?? []
  const isPercent = percent === '%'
  return count !== undefined && (isPercent || /^\d+$/.test(count))
    ? { text, count: Exact.parse(count), isPercent }
    : undefined
}

/** Whether so many refused rows may be left out. */
export function mayLeaveOut(allowed: AllowedRejects | undefined, refused: number, rows: number): boolean {
  if (!allowed) return false
  const limit = allowed.isPercent ? allowed.count.times(Exact.of(BigInt(rows), 100n)) : allowed.count
  return !Exact.of(BigInt(refused)).isAbove(limit)
}
