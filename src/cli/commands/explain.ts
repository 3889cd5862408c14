import { closest } from '../../model/suggestion.ts'
import { delivered, resultPresentation } from '../deliver.ts'
import { exitCode } from '../exit-code.ts'
import { loaded } from '../load.ts'
import { asOfDay, type CommonFlags } from '../options.ts'
import { cliWords } from '../words.ts'
import type { World } from '../world.ts'

/** `pva explain INDICATOR`: how each of its figures came about, in every plan that has it. */
export async function explain(id: string, files: readonly string[], flags: CommonFlags, world: World): Promise<number> {
  const load = await loaded(files, asOfDay(flags.asOf, world), world)
  const all = load.report.plans.flatMap(({ plan, lines }) => lines.map((line) => ({ plan, line })))
  const lines = all.filter(({ line }) => line.indicator.id === id)
  const { lang, ...look } = resultPresentation(flags, world)
  const leftOut = load.report.plans.some((plan) => plan.leftOut.includes(id))
  if (lines.length === 0 && !leftOut && load.report.plans.length > 0) {
    const code = await delivered('', load, { ...flags, output: '-' }, world)
    const ids = new Set(all.map(({ line }) => line.indicator.id))
    await world.stderr.write(`pva: ${cliWords(lang).noSuchIndicator(id, closest(id, ids))}\n`)
    return Math.max(code, exitCode.wrong)
  }
  const { renderExplanation, renderExplanationMarkdown } = await import('../../render/explain.ts')
  const options = { lang, ...look, decimals: flags.decimals ?? null }
  const render = flags.format === 'markdown' ? renderExplanationMarkdown : renderExplanation
  return delivered(lines.length > 0 ? render(lines, options) : '', load, flags, world)
}
