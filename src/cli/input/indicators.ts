import { narrowed } from '../../calc/report/report.ts'
import type { Report } from '../../model/report.ts'
import { closest } from '../../model/suggestion.ts'
import { visibleText } from '../../render/figure/safe-text.ts'
import { exitCode } from '../exit-code.ts'
import type { CommonFlags } from '../help/options.ts'
import { delivered } from '../output/deliver.ts'
import { presentation } from '../output/presentation.ts'
import { cliWords } from '../output/words.ts'
import type { World } from '../world.ts'
import type { Loaded } from './load.ts'

/** Those of the ids that no plan has; none where there is no plan, which is a problem of its own. */
export function unknownIndicators(ids: readonly string[], { report }: Loaded): readonly string[] {
  if (report.plans.length === 0) return []
  const known = new Set(idsIn(report))
  return ids.filter((id) => !known.has(id))
}

/** The report with the lines of these indicators only. What an error keeps out of it is still told of. */
export function withIndicators(report: Report, ids: readonly string[]): Report {
  const asked = new Set(ids)
  return narrowed(
    report,
    ({ indicator }) => asked.has(indicator.id),
    (id) => asked.has(id),
  )
}

/** No result; says which indicators no plan has, and what may have been meant. */
export async function refused(ids: readonly string[], load: Loaded, flags: CommonFlags, world: World): Promise<number> {
  const code = await delivered('', load, { ...flags, output: '-' }, world)
  const known = new Set(idsIn(load.report))
  const { lang } = presentation(flags, world, world.stderr)
  const said = ids.map((id) => `pva: ${cliWords(lang).noSuchIndicator(visibleText(id), closest(id, known))}\n`)
  await world.stderr.write(said.join(''))
  return Math.max(code, exitCode.wrong)
}

/** Of all indicators that were written, also of those that an error keeps out. */
function idsIn({ plans }: Report): readonly string[] {
  return plans.flatMap(({ lines, leftOut }) => [...lines.map(({ indicator }) => indicator.id), ...leftOut])
}
