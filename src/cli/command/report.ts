import { narrowed, shownBy } from '../../calc/report/report.ts'
import type { Report } from '../../model/report.ts'
import type { AreaSplitName } from '../../render/view/report/poverty-remarks.ts'
import type { ReportSection } from '../../render/view/report/report.ts'
import { option, wordsOf } from '../help/option.ts'
import { commonOptions, type LineFlags, lineOptions, planOption, timeOptions } from '../help/options.ts'
import { tableOptions } from '../help/table-options.ts'
import { loadedWith, withIndicators } from '../input/indicators.ts'
import { deliveredIn, formatsOf, showsPlaces } from '../output/formats.ts'
import { type CommandDefinition, filesArgument } from './command.ts'

export interface ReportFlags extends LineFlags {
  readonly only?: readonly ReportSection[]
  /** In formats for people; those for programs always have it. */
  readonly forecast?: boolean
  /** How areas are laid out; absent: below one another. */
  readonly layout?: 'matrix'
  /** What else tables show. */
  readonly show?: readonly 'progress'[]
  /** What was not reported too, line by line. */
  readonly all?: boolean
  /** How a change is split by area. */
  readonly split?: AreaSplitName
}

/** A report, and what of it is shown. */
export interface Shown {
  readonly report: Report
  readonly sections: readonly ReportSection[]
  /** Standards, intervals and movements. */
  readonly detail: boolean
}

/** The lines that people look at: what only makes a rate is there for whoever asks for it. */
const seen = (all: Report, { indicator, by, layout }: ReportFlags): Report => {
  const report = shownBy(all, by ?? (layout === 'matrix' ? 'area' : undefined))
  return indicator || report.plans.every(({ lines }) => lines.every((line) => !line.indicator.hidden))
    ? report
    : narrowed(
        report,
        (line) => !line.indicator.hidden,
        () => true,
      )
}

export const reportFormats = formatsOf<Shown, ReportFlags>(
  async ({ report, sections, detail }, { flags }) => {
    const { reportDocument } = await import('../../render/view/report/report.ts')
    const { decimals = null, by, forecast = false, all = false, split } = flags
    return (look) =>
      report.plans.length === 0 && !look.showsNothing
        ? null
        : reportDocument(seen(report, flags), {
            ...look,
            ...{ decimals, forecast, all, split, byArea: by !== undefined && flags.layout !== 'matrix' },
            ...{ showsProgress: flags.show !== undefined, hasMatrix: flags.layout === 'matrix' },
            sections: look.hasRoom && flags.only === undefined ? [...sections, 'series'] : sections,
            detail: detail || look.hasRoom === true,
          })
  },
  {
    text: async ({ report }, { flags, lang }) => {
      const { reportSentences } = await import('../../render/view/report/sentences.ts')
      return reportSentences(seen(report, flags), {
        lang,
        decimals: flags.decimals ?? null,
        byArea: flags.by !== undefined,
      })
    },
    json: async ({ report }, told) =>
      (await import('../../render/data/report.ts')).renderReportJson(report, await told.all()),
    // The points of a series are no rows of a report: they are a table of their own.
    csv: async ({ report, sections }) =>
      sections.join() === 'series'
        ? (await import('../../render/data/change.ts')).renderSeriesCsv(report)
        : (await import('../../render/data/report.ts')).renderReportCsv(report),
    junit: async ({ report }, told) => (await import('../../render/pipeline/cases.ts')).renderReportJunit(report, told),
    'sdmx-csv': async ({ report }) => (await import('../../render/pipeline/exchange.ts')).renderReportSdmx(report),
    'iati-xml': async ({ report }) => (await import('../../render/pipeline/exchange.ts')).renderReportIati(report),
  },
)

/** `pva report`: the completion table and the poverty-rate changes of each plan. */
export const command: CommandDefinition<[readonly string[]], ReportFlags> = {
  arguments: (say) => [filesArgument(say)],
  options: (say) => [
    ...commonOptions(say, reportFormats.keys()),
    ...timeOptions(say),
    ...tableOptions(say),
    planOption(say),
    ...lineOptions(say),
    option('--forecast', say.options.forecast),
    option('--layout <layout>', say.options.layout, { choices: ['matrix'] }),
    option('--show <what>', say.options.show, { read: wordsOf(['progress']), completes: ['progress'] }),
    option('--all', say.options.all),
    option('--only <sections>', say.options.sections, {
      read: wordsOf(['completion', 'poverty']),
      why: ({ sections }) => sections,
      completes: ['completion', 'poverty'],
      isList: true,
    }),
  ],
  run: async ([files], flags, world) => {
    const load = await loadedWith(flags.indicator, files, flags, world, { showsPlaces: showsPlaces(flags) })
    if (typeof load === 'number') return load
    const report = flags.indicator ? withIndicators(load.report, flags.indicator) : load.report
    const shown = { report, sections: flags.only ?? (['completion', 'poverty'] as const), detail: false }
    return deliveredIn(reportFormats, shown, load, flags, world)
  },
}
