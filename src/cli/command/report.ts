import type { Report } from '../../model/report.ts'
import type { AreaSplitName } from '../../render/view/report/poverty-remarks.ts'
import type { ReportSection } from '../../render/view/report/report.ts'
import { askedBy, type CommonFlags, showsPlaces } from '../help/options.ts'
import { refused, unknownIndicators, withIndicators } from '../input/indicators.ts'
import { hasErrors, type Loaded, loaded } from '../input/load.ts'
import { delivered, resultPresentation } from '../output/deliver.ts'
import {
  type DocumentFormat,
  documentText,
  isBinaryForTerminal,
  isForPeople,
  refusedOnTerminal,
} from '../output/document.ts'
import type { World } from '../world.ts'

export interface ReportFlags extends CommonFlags {
  readonly only?: readonly ReportSection[]
  readonly by?: 'area'
  /** In tables and Markdown; formats for programs always have it. */
  readonly forecast?: boolean
  /** How a change is split by area. */
  readonly split?: AreaSplitName
  /** Ids of the indicators asked for; absent: all. */
  readonly indicator?: readonly string[]
}

export const reportFormats = ['table', 'json', 'markdown', 'csv', 'html', 'xlsx', 'junit'] as const

/** `pva report`: the completion table and the poverty-rate changes of each plan. */
export async function report(files: readonly string[], flags: ReportFlags, world: World): Promise<number> {
  if (isBinaryForTerminal(flags, world)) return refusedOnTerminal(flags, world)
  const load = await loaded(files, askedBy(flags, world), world, flags, { showsPlaces: showsPlaces(flags) })
  const unknown = unknownIndicators(flags.indicator ?? [], load)
  if (unknown.length > 0) return refused(unknown, load, flags, world)
  const sections = flags.only ?? ['completion', 'poverty']
  const shown = flags.indicator ? withIndicators(load.report, flags.indicator) : load.report
  return delivered(await rendered(shown, load, sections, false, flags, world), load, flags, world)
}

/** The report in the format asked for; nothing where there is no plan to report on, unless a program reads it. */
export async function rendered(
  shown: Report,
  load: Loaded,
  sections: readonly ReportSection[],
  detail: boolean,
  flags: ReportFlags,
  world: World,
): Promise<string | Uint8Array> {
  const { lang } = resultPresentation(flags, world)
  const { format } = flags
  if (isForPeople(format)) {
    if (shown.plans.length === 0 && format !== 'html') return ''
    const { reportDocument } = await import('../../render/view/report/report.ts')
    const asked = {
      decimals: flags.decimals ?? null,
      byArea: flags.by === 'area',
      forecast: flags.forecast === true,
      split: flags.split,
      sections: isPage(format) && flags.only === undefined ? [...sections, 'series' as const] : sections,
      detail: detail || isPage(format),
    }
    return documentText(
      (look) => reportDocument(shown, { ...look, ...asked, isWorkbook: look.format === 'xlsx' }),
      format,
      load,
      flags,
      world,
    )
  }
  switch (format) {
    case 'json': {
      const { renderReportJson } = await import('../../render/data/report.ts')
      const { problems } = load
      return renderReportJson(shown, {
        problems,
        complete: !hasErrors(problems),
        inputs: await load.inputFiles(),
        lang,
      })
    }
    case 'csv': {
      // The points of a series are no rows of a report: they are a table of their own.
      if (sections.length === 1 && sections[0] === 'series') {
        const { renderSeriesCsv } = await import('../../render/data/change.ts')
        return renderSeriesCsv(shown)
      }
      const { renderReportCsv } = await import('../../render/data/report.ts')
      return renderReportCsv(shown)
    }
    default: {
      const { renderReportJunit } = await import('../../render/pipeline/report-junit.ts')
      return renderReportJunit(shown, { problems: load.problems, lang })
    }
  }
}

/** A page and a workbook have room for all that is known. */
const isPage = (format: DocumentFormat) => format === 'html' || format === 'xlsx'
