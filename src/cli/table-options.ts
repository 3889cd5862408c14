import { type Command, InvalidArgumentError, Option } from 'commander'
import { Exact } from '../model/exact.ts'
import type { Language } from '../model/figure.ts'
import { type Basis, bases } from '../model/observation.ts'
import { type Period, parsePeriod } from '../model/period.ts'
import type { Reading } from '../model/problem.ts'

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
export function withTableOptions(command: Command): Command {
  return command
    .optionsGroup('Tables of results:')
    .option('--table-plan <ids>', 'the plan that tables answer, or several with commas (default: the only one)', idsIn)
    .option('--table-period <period>', 'what the rows cover where no column says it: 2018, 2018-Q1', periodIn)
    .addOption(new Option('--basis <basis>', 'what figures count that start later than the plan').choices(bases))
    .addOption(
      new Option('--numbers <notation>', 'how their numbers are written: plain 1250.5, vi 1.250,5, en 1,250.5').choices(
        ['plain', 'vi', 'en'],
      ),
    )
    .addOption(
      new Option('--rows <rows>', 'what a row is: a result, or a part of one to be added up').choices([
        'results',
        'register',
      ]),
    )
    .option('--allow-rejects <count>', 'how many rows of a table that cannot be read are left out: 12, 0.5%', allowedIn)
    .option('--rejects <file>', 'write all rows that cannot be read to a CSV file')
    .option('--root <folder>', 'tables named in files of results may lie anywhere below this folder')
    .option('--memory <size>', 'memory for reading large tables: 512MB, 4GB (default: 1GB)', memoryIn)
    .optionsGroup('Options:')
}

function idsIn(text: string): readonly string[] {
  const ids = text.split(',')
  if (ids.every((id) => id !== '')) return ids
  throw new InvalidArgumentError('Write the ids of plans with commas between.')
}

function periodIn(text: string): Period {
  const period = parsePeriod(text)
  if (period) return period
  throw new InvalidArgumentError('Write a period as 2018, 2018-H1, 2018-Q1, 2018-03 or 2018-01/2018-09.')
}

function memoryIn(text: string): string {
  const size = /^(\d{1,6})([MG])B$/i.exec(text)
  if (size && Number(size[1]) * (size[2]?.toUpperCase() === 'G' ? 1024 : 1) >= LEAST_MEMORY) return text.toUpperCase()
  throw new InvalidArgumentError('Write 128MB or more: 512MB, 4GB.')
}

/** In MB. */
const LEAST_MEMORY = 128

function allowedIn(text: string): AllowedRejects {
  const [, count, percent] = /^(\d{1,12}(?:\.\d{1,6})?)(%?)$/.exec(text) ?? []
  const isPercent = percent === '%'
  if (count !== undefined && (isPercent || /^\d+$/.test(count))) return { text, count: Exact.parse(count), isPercent }
  throw new InvalidArgumentError('Write a number of rows, 12, or a share of them, 0.5%.')
}

/** Whether so many refused rows may be left out. */
export function mayLeaveOut(allowed: AllowedRejects | undefined, refused: number, rows: number): boolean {
  if (!allowed) return false
  const limit = allowed.isPercent ? allowed.count.times(Exact.of(BigInt(rows), 100n)) : allowed.count
  return !Exact.of(BigInt(refused)).isAbove(limit)
}
