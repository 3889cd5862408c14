import { type Command, InvalidArgumentError, Option } from 'commander'
import { Exact } from '../../model/exact.ts'
import type { Language } from '../../model/figure.ts'
import { type Basis, bases } from '../../model/observation.ts'
import { type Period, parsePeriod } from '../../model/period.ts'
import type { Reading } from '../../model/problem.ts'
import { notations } from '../../read/number/number-text.ts'
import type { HelpWords } from './en.ts'

/** What is said of tables of results on the command line. */
export interface TableFlags {
  readonly tablePlan?: readonly string[]
  readonly tablePeriod?: Period
  readonly basis?: Basis
  readonly numbers?: Reading['notation']
  readonly rows?: 'results' | 'register'
  /** The folder in which tables that a document names may lie, besides its own. */
  readonly root?: string
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

/** Gives a command that reads results the flags for tables of results. */
export function withTableOptions(command: Command, { options, values, titles }: HelpWords): Command {
  return command
    .optionsGroup(titles.tables)
    .option('--table-plan <ids>', options.tablePlan, (text) => idsIn(text, values))
    .option('--table-period <period>', options.tablePeriod, (text) => periodIn(text, values))
    .addOption(new Option('--basis <basis>', options.basis).choices(bases))
    .addOption(new Option('--numbers <notation>', options.numbers).choices(notations))
    .addOption(new Option('--rows <rows>', options.rows).choices(['results', 'register']))
    .option('--allow-rejects <count>', options.allowRejects, (text) => allowedIn(text, values))
    .option('--rejects <file>', options.rejects)
    .option('--verbose', options.verbose)
    .option('--root <folder>', options.root)
    .option('--memory <size>', options.memory, (text) => memoryIn(text, values))
    .optionsGroup('Options:')
}

function idsIn(text: string, values: HelpWords['values']): readonly string[] {
  const ids = text.split(',')
  if (ids.every((id) => id !== '')) return ids
  throw new InvalidArgumentError(values.plans)
}

function periodIn(text: string, values: HelpWords['values']): Period {
  const period = parsePeriod(text)
  if (period) return period
  throw new InvalidArgumentError(values.periodOfRows)
}

function memoryIn(text: string, values: HelpWords['values']): string {
  const size = /^(\d{1,6})([MG])B$/i.exec(text)
  if (size && Number(size[1]) * (size[2]?.toUpperCase() === 'G' ? 1024 : 1) >= LEAST_MEMORY) return text.toUpperCase()
  throw new InvalidArgumentError(values.memory)
}

/** In MB. */
const LEAST_MEMORY = 128

function allowedIn(text: string, values: HelpWords['values']): AllowedRejects {
  const [, count, percent] = /^(\d{1,12}(?:\.\d{1,6})?)(%?)$/.exec(text) ?? []
  const isPercent = percent === '%'
  if (count !== undefined && (isPercent || /^\d+$/.test(count))) return { text, count: Exact.parse(count), isPercent }
  throw new InvalidArgumentError(values.rejects)
}

/** Whether so many refused rows may be left out. */
export function mayLeaveOut(allowed: AllowedRejects | undefined, refused: number, rows: number): boolean {
  if (!allowed) return false
  const limit = allowed.isPercent ? allowed.count.times(Exact.of(BigInt(rows), 100n)) : allowed.count
  return !Exact.of(BigInt(refused)).isAbove(limit)
}
