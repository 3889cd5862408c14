import { type Command, InvalidArgumentError, Option } from 'commander'
import type { Language } from '../../model/figure.ts'
import { type AskedPeriod, parseAskedPeriod, parseDay } from '../../model/period.ts'
import { type Asked, type TargetChoice, targetChoices } from '../../model/report.ts'
import { widthIn } from '../output/presentation.ts'
import type { World } from '../world.ts'
import type { HelpWords } from './en.ts'
import type { TableFlags } from './table-options.ts'

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

/**
 * Gives a command the flags that all have, and the formats that it has. Where nothing depends on a day, `asOf` null, the
 * flag is taken like everywhere and not shown.
 */
export function withCommonOptions(
  command: Command,
  { options, values }: HelpWords,
  formats: readonly string[],
  asOf: string | null = options.newest,
  decimals = options.decimals,
): Command {
  return command
    .addOption(new Option('-f, --format <format>', options.format).choices(formats).default(formats[0]))
    .option('-o, --output <file>', options.output)
    .addOption(new Option('--lang <lang>', options.lang).choices(['en', 'vi']))
    .addOption(
      new Option('--as-of <date>', options.asOf(asOf ?? options.today))
        .argParser((text) => asOfIn(text, values))
        .hideHelp(asOf === null),
    )
    .option('--decimals <count>', decimals, (text) => decimalsIn(text, values))
    .addOption(new Option('--color <when>', options.color).choices(['auto', 'always', 'never']))
    .option('--width <columns>', options.width, (text) => columnsIn(text, values))
    .option('-q, --quiet', options.quiet)
}

/** Formats that say where figures stand, not only where problems do. */
const FORMATS_WITH_PLACES: ReadonlySet<string> = new Set(['json', 'csv', 'xlsx', 'junit'])

export function showsPlaces({ format }: Pick<CommonFlags, 'format'>): boolean {
  return FORMATS_WITH_PLACES.has(format)
}

/** Gives a command the flags that say which time, and which targets, it calculates for. */
export function withTimeOptions(command: Command, { options, values }: HelpWords): Command {
  return command
    .addOption(
      new Option('--period <period>', options.period).argParser((text) => periodIn(text, values)).conflicts('asOf'),
    )
    .addOption(new Option('--target <which>', options.target).choices(targetChoices))
}

/** Gives a command the flags that say which lines it shows. */
export function withReportOptions(command: Command, { options, values }: HelpWords): Command {
  return command
    .addOption(new Option('--by <what>', options.by).choices(['area']))
    .option('--indicator <ids>', options.indicator, (text, before?: readonly string[]) =>
      indicatorsIn(text, before, values),
    )
}

/** What of the time, and of the targets, the calculation is asked for. */
export function askedBy(
  { asOf, period, target }: Pick<CommonFlags, 'asOf' | 'period' | 'target'>,
  world: World,
): Asked {
  const day = asOf === undefined ? undefined : parseDay(asOf === 'today' ? world.today() : asOf)
  return { asOf: day ?? null, period: period ?? null, targets: target ?? 'revised' }
}

function periodIn(text: string, values: HelpWords['values']): AskedPeriod {
  const period = parseAskedPeriod(text)
  if (period) return period
  throw new InvalidArgumentError(values.period)
}

function indicatorsIn(text: string, before: readonly string[] = [], values: HelpWords['values']): readonly string[] {
  const ids = text.split(',')
  if (ids.every((id) => /^[a-z0-9][a-z0-9_-]{0,63}$/.test(id))) return [...new Set([...before, ...ids])]
  throw new InvalidArgumentError(values.indicators)
}

function asOfIn(text: string, values: HelpWords['values']): string {
  if (text === 'today' || parseDay(text) !== undefined) return text
  throw new InvalidArgumentError(values.day)
}

function decimalsIn(text: string, values: HelpWords['values']): number {
  const decimals = Number(text)
  if (/^\d{1,2}$/.test(text) && decimals <= MOST_DECIMALS) return decimals
  throw new InvalidArgumentError(values.decimals)
}

function columnsIn(text: string, values: HelpWords['values']): number {
  const width = widthIn(text)
  if (width !== undefined) return width
  throw new InvalidArgumentError(values.columns)
}
