import type { Report } from '../../model/report.ts'
import { askedBy, type CommonFlags } from '../help/options.ts'
import { refused, withIndicators } from '../input/indicators.ts'
import { hasErrors, type Loaded, loaded } from '../input/load.ts'
import { delivered, resultPresentation } from '../output/deliver.ts'
import { documentText, isBinaryForTerminal, isForPeople, refusedOnTerminal } from '../output/document.ts'
import type { World } from '../world.ts'

/** `pva explain INDICATOR`: how each of its figures came about, in every plan that has it. */
export async function explain(id: string, files: readonly string[], flags: CommonFlags, world: World): Promise<number> {
  if (isBinaryForTerminal(flags, world)) return refusedOnTerminal(flags, world)
  const load = await loaded(files, askedBy(flags, world), world, flags, { showsPlaces: true })
  const shown = withIndicators(load.report, [id])
  if (shown.plans.length > 0 || load.report.plans.length === 0) {
    return delivered(await rendered(shown, load, flags, world), load, flags, world)
  }
  return refused([id], load, flags, world)
}

async function rendered(shown: Report, load: Loaded, flags: CommonFlags, world: World): Promise<string | Uint8Array> {
  const { lang } = resultPresentation(flags, world)
  if (flags.format === 'json') {
    const { renderReportJson } = await import('../../render/data/report.ts')
    const { problems } = load
    return renderReportJson(shown, { problems, complete: !hasErrors(problems), inputs: await load.inputFiles(), lang })
  }
  const { format } = flags
  if (shown.plans.length === 0 || !isForPeople(format)) return ''
  const { explainDocument } = await import('../../render/explain/explain.ts')
  const decimals = flags.decimals ?? null
  return documentText((look) => explainDocument(shown.plans, { ...look, decimals }), format, load, flags, world)
}
