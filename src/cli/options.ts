import { type Command, InvalidArgumentError, Option } from 'commander'
import type { Language } from '../model/figure.ts'
import { type AskedPeriod, parseAskedPeriod, parseDay } from '../model/period.ts'
import { type Asked, type TargetChoice, targetChoices } from '../model/report.ts'
import { widthIn } from './presentation.ts'
import type { TableFlags } from './table-options.ts'
import type { World } from './world.ts'

/** What every command that reads files takes. */
export interface CommonFlags extends TableFlags {
  readonly format: string
  readonly output?: string
  readonly lang?: Language
  readonly asOf?: string
  readonly period?: AskedPeriod
  readonly target?: TargetChoice
  readonly decimals?: number
  readonly color?: 'auto' | 'always' | 'never'
  readonly width?: number
  readonly quiet?: boolean
}

const MOST_DECIMALS = 20

const DECIMALS_OF_PLAN = 'decimals of printed percentages, 0 to 20 (default: the plan’s, else 1)'

/**
 * Gives a command the flags that all have, and the formats that it has. Where nothing depends on a day, `asOf` null, the
 * flag is taken like everywhere and not shown.
 */
export function withCommonOptions(
  command: Command,
  formats: readonly string[],
  asOf: string | null = 'the end of the newest results',
  decimals = DECIMALS_OF_PLAN,
): Command {
  return command
    .addOption(new Option('-f, --format <format>', 'how the result is written').choices(formats).default(formats[0]))
    .option('-o, --output <file>', 'write the result to a file: beside it first, then renamed over it')
    .addOption(
      new Option('--lang <lang>', 'language of the output (default: from LC_ALL or LANG, else en)').choices([
        'en',
        'vi',
      ]),
    )
    .addOption(
      new Option('--as-of <date>', `calculate as of a day: 2018-06-30 or today (default: ${asOf})`)
        .argParser(asOfIn)
        .hideHelp(asOf === null),
    )
    .option('--decimals <count>', decimals, decimalsIn)
    .addOption(
      new Option('--color <when>', 'colour in the output (default: auto)').choices(['auto', 'always', 'never']),
    )
    .option('--width <columns>', 'width of tables (default: the terminal’s, else 80)', columnsIn)
    .option('-q, --quiet', 'tables without head, summary and hints; problems are still told')
}

/** Formats that say where figures stand, not only where problems do. */
const FORMATS_WITH_PLACES: ReadonlySet<string> = new Set(['json', 'csv', 'xlsx', 'junit'])

export function showsPlaces({ format }: Pick<CommonFlags, 'format'>): boolean {
  return FORMATS_WITH_PLACES.has(format)
}

/** Gives a command the flags that say which time, and which targets, it calculates for. */
export function withTimeOptions(command: Command): Command {
  return command
    .addOption(
      new Option(
        '--period <period>',
        'the reporting period: 2018-06, 2018-Q2, 2018-H1, 2018-01/2018-09, or 6m, 9m for the first months of each plan',
      )
        .argParser(periodIn)
        .conflicts('asOf'),
    )
    .addOption(
      new Option('--target <which>', 'hold against the targets as revised, or as first set (default: revised)').choices(
        targetChoices,
      ),
    )
}

/** Gives a command the flags that say which lines it shows. */
export function withReportOptions(command: Command): Command {
  return command
    .addOption(new Option('--by <what>', 'a line for each area as well').choices(['area']))
    .option('--indicator <ids>', 'only these, with commas between (default: all); may be repeated', indicatorsIn)
}

/** What of the time, and of the targets, the calculation is asked for. */
export function askedBy(
  { asOf, period, target }: Pick<CommonFlags, 'asOf' | 'period' | 'target'>,
  world: World,
): Asked {
  const day = asOf === undefined ? undefined : parseDay(asOf === 'today' ? world.today() : asOf)
  return { asOf: day ?? null, period: period ?? null, targets: target ?? 'revised' }
}

function periodIn(text: string): AskedPeriod {
  const period = parseAskedPeriod(text)
  if (period) return period
  throw new InvalidArgumentError('Write a period as 2018-06, 2018-Q2, 2018-H1, 2018-01/2018-09, 6m or 9m.')
}

function indicatorsIn(text: string, before: readonly string[] = []): readonly string[] {
  const ids = text.split(',')
  if (ids.every((id) => /^[a-z0-9][a-z0-9_-]{0,63}$/.test(id))) return [...new Set([...before, ...ids])]
  throw new InvalidArgumentError('Write the id of an indicator, or several with commas between: jobs,trainees.')
}

function asOfIn(text: string): string {
  if (text === 'today' || parseDay(text) !== undefined) return text
  throw new InvalidArgumentError('Write a day as 2018-06-30, or today.')
}

function decimalsIn(text: string): number {
  const decimals = Number(text)
  if (/^\d{1,2}$/.test(text) && decimals <= MOST_DECIMALS) return decimals
  throw new InvalidArgumentError('Write a whole number from 0 to 20.')
}

function columnsIn(text: string): number {
  const width = widthIn(text)
  if (width !== undefined) return width
  throw new InvalidArgumentError('Write a whole number from 40 to 9999.')
}
