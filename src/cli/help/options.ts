import type { Command } from 'commander'
import type { Language } from '../../model/figure.ts'
import { type AskedPeriod, parseAskedPeriod, parseDay } from '../../model/period.ts'
import { type Asked, type TargetChoice, targetChoices } from '../../model/report.ts'
import { visibleText } from '../../render/figure/safe-text.ts'
import { widthIn } from '../output/presentation.ts'
import type { World } from '../world.ts'
import type { HelpWords } from './en.ts'
import { withPlaceholders } from './help.ts'
import { option, type PvaOption, UsageError } from './option.ts'
import type { TableFlags } from './table-options.ts'

/** What every command that reads files takes. */
export interface CommonFlags extends TableFlags {
  readonly format: string
  readonly output?: string
  readonly lang?: Language
  readonly asOf?: string
  /** Days that a figure may come late. */
  readonly lag?: number
  readonly period?: AskedPeriod
  readonly target?: TargetChoice
  /** Ids of the plans that are reported on; absent: all. */
  readonly plan?: readonly string[]
  readonly decimals?: number
  readonly color?: 'auto' | 'always' | 'never'
  readonly width?: number
  readonly quiet?: boolean
}

/** What a command says that shows only some indicators. */
export interface LineFlags extends CommonFlags {
  readonly by?: 'area'
  /** Ids of the indicators asked for; absent: all. */
  readonly indicator?: readonly string[]
}

const MOST_DECIMALS = 20
const namedDays = ['today', 'newest']

export const languageOption = (description: string) => option('--lang <lang>', description, { choices: ['en', 'vi'] })

export const outputOption = ({ options }: HelpWords) =>
  option('-o, --output <file>', options.output, { completes: 'files' })

/** What all take that read files. Where nothing depends on a day, `asOf` null, it is taken as well, and not shown. */
export function commonOptions(
  { options }: HelpWords,
  formats: Iterable<string>,
  { asOf = options.newest, decimals = options.decimals }: { asOf?: string | null; decimals?: string } = {},
): readonly PvaOption[] {
  return [
    option('-f, --format <format>', options.format, { choices: [...formats] }).default('table') as PvaOption,
    outputOption({ options } as HelpWords),
    languageOption(options.lang),
    option('--as-of <date>', options.asOf(asOf ?? options.today), {
      read: (text) => (namedDays.includes(text) || parseDay(text) !== undefined ? text : undefined),
      why: ({ day }) => day,
      completes: namedDays,
    }).hideHelp(asOf === null) as PvaOption,
    option<number>('--decimals <count>', decimals, {
      read: (text) => (/^\d{1,2}$/.test(text) && Number(text) <= MOST_DECIMALS ? Number(text) : undefined),
      why: ({ decimals }) => decimals,
    }),
    option('--color <when>', options.color, { choices: ['auto', 'always', 'never'] }),
    option<number>('--width <columns>', options.width, { read: widthIn, why: ({ columns }) => columns }),
    option('-q, --quiet', options.quiet),
  ]
}

/** Formats by the ending of a file's name. */
const formatsByEnding: ReadonlyMap<string, string> = new Map([
  ...(['csv', 'json', 'html', 'xlsx', 'sarif'] as const).map((format) => [format, format] as const),
  ['txt', 'table'],
  ['md', 'markdown'],
  ['markdown', 'markdown'],
  ['htm', 'html'],
  ['xml', 'junit'],
])

/** The format that `--output` names where `--format` does not: `report.xlsx` never holds a text. */
export function namedFormat(command: Command): { readonly format?: string } {
  const { output = '' } = command.opts<Partial<CommonFlags>>()
  const choices = command.options.find(({ long }) => long === '--format')?.argChoices
  const format = formatsByEnding.get(/\.(\w+)$/.exec(output)?.[1]?.toLowerCase() ?? '')
  if (!choices || !format || command.getOptionValueSource('format') !== 'default') return {}
  if (choices.includes(format)) return { format }
  throw new UsageError((say) => say.usage.otherFormat(visibleText(output), format, choices.join(', ')))
}

/** Which time, and which targets, are calculated for. */
export const timeOptions = ({ options }: HelpWords): readonly PvaOption[] => [
  option<AskedPeriod>('--period <period>', options.period, {
    read: (text) => parseAskedPeriod(text) ?? undefined,
    why: ({ period }) => period,
    completes: ['3m', '6m', '9m'],
  }),
  option<number>('--lag <days>', options.lag, {
    read: (text) => (/^\d{1,4}d$/.test(text) ? Number.parseInt(text, 10) : undefined),
    why: ({ lag }) => lag,
  }),
  option('--target <which>', options.target, { choices: targetChoices }),
]

/** Which plans are reported on; the others are there to be compared with. */
export const planOption = ({ options }: HelpWords) =>
  option<readonly string[]>('--plan <ids>', options.plan, {
    read: idsIn,
    why: ({ plans }) => plans,
    completes: 'plans',
    isList: true,
  })

/** Ids with commas between, after those of the same option before. */
function idsIn(text: string, before: readonly string[] = []): readonly string[] | undefined {
  const ids = text.split(',')
  return ids.every((id) => /^[a-z0-9][a-z0-9_-]{0,63}$/.test(id)) ? [...new Set([...before, ...ids])] : undefined
}

/** Which lines are shown. */
export const lineOptions = ({ options }: HelpWords): readonly PvaOption[] => [
  option('--by <what>', options.by, { choices: ['area'] }),
  option<readonly string[]>('--indicator <ids>', options.indicator, {
    read: idsIn,
    why: ({ indicators }) => indicators,
    completes: 'indicators',
    isList: true,
  }),
]

/** What of the time, and of the targets, the calculation is asked for. */
export function askedBy(
  { asOf, lag, period, target, plan }: Pick<CommonFlags, 'asOf' | 'lag' | 'period' | 'target' | 'plan'>,
  world: World,
): Asked {
  const other = asOf !== undefined ? '--as-of <date>' : lag !== undefined ? '--lag <days>' : null
  if (other && period !== undefined) {
    throw new UsageError((say) =>
      say.usage.notTogether(withPlaceholders('--period <period>', say), withPlaceholders(other, say)),
    )
  }
  const stated = asOf === 'newest' ? undefined : asOf
  const named = stated ?? (lag === undefined ? undefined : 'today')
  const day = named === undefined ? undefined : parseDay(named === 'today' ? world.today() : named)
  return { asOf: day ?? null, lag: lag ?? null, period: period ?? null, targets: target ?? 'revised', plans: plan }
}
