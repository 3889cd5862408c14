import { delivered, resultPresentation } from '../deliver.ts'
import { loaded } from '../load.ts'
import type { CommonFlags } from '../options.ts'
import { cliWords } from '../words.ts'
import type { World } from '../world.ts'

/** `pva validate`: reads everything and tells every problem; no figure is printed. */
export async function validate(files: readonly string[], flags: CommonFlags, world: World): Promise<number> {
  const load = await loaded(files, null, world, 'any')
  const { lang } = resultPresentation(flags, world)
  const inputs = await load.inputFiles()
  if (flags.format === 'json') {
    const { renderProblemsJson } = await import('../../render/json.ts')
    return delivered(renderProblemsJson(load.problems, { inputs, lang }), load, flags, world)
  }
  const isClean = load.problems.length === 0
  const result = isClean ? `${cliWords(lang).valid(load.report.plans.length, inputs.length)}\n` : ''
  return delivered(result, load, flags, world)
}
