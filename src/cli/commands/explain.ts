import { narrowed } from '../../calc/report.ts'
import type { Report } from '../../model/report.ts'
import { closest } from '../../model/suggestion.ts'
import { delivered, resultPresentation } from '../deliver.ts'
import { exitCode } from '../exit-code.ts'
import { hasErrors, type Loaded, loaded } from '../load.ts'
import { askedBy, type CommonFlags } from '../options.ts'
import { presentation } from '../presentation.ts'
import { cliWords } from '../words.ts'
import type { World } from '../world.ts'

/** `pva explain INDICATOR`: how each of its figures came about, in every plan that has it. */
export async function explain(id: string, files: readonly string[], flags: CommonFlags, world: World): Promise<number> {
  const load = await loaded(files, askedBy(flags, world), world)
  const shown = narrowed(load.report, ({ indicator }) => indicator.id === id)
  const isLeftOut = load.report.plans.some(({ leftOut }) => leftOut.includes(id))
  if (shown.plans.length > 0 || isLeftOut || load.report.plans.length === 0) {
    return delivered(await rendered(shown, load, flags, world), load, flags, world)
  }
  const code = await delivered('', load, { ...flags, output: '-' }, world)
  const ids = load.report.plans.flatMap(({ lines }) => lines.map(({ indicator }) => indicator.id))
  const { lang } = presentation(flags, world, world.stderr)
  await world.stderr.write(`pva: ${cliWords(lang).noSuchIndicator(id, closest(id, new Set(ids)))}\n`)
  return Math.max(code, exitCode.wrong)
}

async function rendered(shown: Report, load: Loaded, flags: CommonFlags, world: World): Promise<string> {
  const { lang, ...look } = resultPresentation(flags, world)
  if (flags.format === 'json') {
    const { renderReportJson } = await import('../../render/json.ts')
    const { problems } = load
    return renderReportJson(shown, { problems, complete: !hasErrors(problems), inputs: await load.inputFiles(), lang })
  }
  if (shown.plans.length === 0) return ''
  const lines = shown.plans.flatMap((report) => report.lines.map((line) => ({ plan: report.plan, line })))
  const { renderExplanation, renderExplanationMarkdown } = await import('../../render/explain.ts')
  const render = flags.format === 'markdown' ? renderExplanationMarkdown : renderExplanation
  return render(lines, { lang, ...look, decimals: flags.decimals ?? null })
}
