import type { Report } from '../../model/report.ts'
import type { AreaSplitName } from '../../render/view/report/poverty-remarks.ts'
import { exitCode } from '../exit-code.ts'
import { askedBy, type CommonFlags, showsPlaces } from '../help/options.ts'
import { refused, unknownIndicators, withIndicators } from '../input/indicators.ts'
import { hasErrors, type Loaded, loaded } from '../input/load.ts'
import { delivered, resultPresentation } from '../output/deliver.ts'
import { presentation } from '../output/presentation.ts'
import { cliWords } from '../output/words.ts'
import type { World } from '../world.ts'

export type ReportSection = 'completion' | 'poverty' | 'series'

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
  if (flags.format === 'xlsx' && isForTerminal(flags, world)) return refusedOnTerminal(flags, world)
  const load = await loaded(files, askedBy(flags, world), world, flags, { showsPlaces: showsPlaces(flags) })
  const unknown = unknownIndicators(flags.indicator ?? [], load)
  if (unknown.length > 0) return refused(unknown, load, flags, world)
  const sections = flags.only ?? ['completion', 'poverty']
  const shown = flags.indicator ? withIndicators(load.report, flags.indicator) : load.report
  return delivered(await rendered(shown, load, sections, false, flags, world), load, flags, world)
}

/** A workbook is no text: a terminal would obey some of its bytes. */
function isForTerminal({ output }: CommonFlags, { stdout }: World): boolean {
  return (output === undefined || output === '-') && stdout.isTTY
}

async function refusedOnTerminal(flags: CommonFlags, world: World): Promise<number> {
  const { lang } = presentation(flags, world, world.stderr)
  await world.stderr.write(`pva: ${cliWords(lang).notForTerminal}\n`)
  return exitCode.wrong
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
  const { lang, ...look } = resultPresentation(flags, world)
  const decimals = flags.decimals ?? null
  const byArea = flags.by === 'area'
  const forecast = flags.forecast === true
  const { split } = flags
  switch (flags.format) {
    case 'json': {
      const { renderReportJson } = await import('../../render/data/json.ts')
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
        const { renderSeriesCsv } = await import('../../render/data/series-csv.ts')
        return renderSeriesCsv(shown)
      }
      const { renderReportCsv } = await import('../../render/data/csv.ts')
      return renderReportCsv(shown)
    }
    case 'html': {
      const { page } = await import('../output/page.ts')
      return page(shown, load, { sections, decimals, byArea, forecast, lang }, flags.lang === undefined)
    }
    case 'xlsx': {
      const { renderWorkbook } = await import('../../render/xlsx/workbook.ts')
      return shown.plans.length > 0 ? renderWorkbook(shown, { lang, decimals, problems: load.problems }) : ''
    }
    case 'junit': {
      const { renderReportJunit } = await import('../../render/pipeline/report-junit.ts')
      return renderReportJunit(shown, { problems: load.problems, lang })
    }
    case 'markdown': {
      const { renderMarkdown } = await import('../../render/markdown/markdown.ts')
      const options = { lang, decimals, sections, byArea, forecast, detail, split }
      return shown.plans.length > 0 ? renderMarkdown(shown, options) : ''
    }
    default: {
      const { renderTable } = await import('../../render/terminal/table.ts')
      const quiet = flags.quiet === true
      const options = { lang, ...look, decimals, quiet, sections, byArea, forecast, detail, split }
      return shown.plans.length > 0 ? renderTable(shown, options) : ''
    }
  }
}
