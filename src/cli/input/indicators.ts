import { narrowed } from '../../calc/report/report.ts'
import type { Report } from '../../model/report.ts'
import { suggestionFor } from '../../model/suggestion.ts'
import { visibleText } from '../../render/figure/safe-text.ts'
import { exitCode } from '../exit-code.ts'
import { askedBy, type CommonFlags, type LineFlags } from '../help/options.ts'
import { delivered } from '../output/deliver.ts'
import { presentation } from '../output/presentation.ts'
import { cliWords } from '../output/words.ts'
import type { World } from '../world.ts'
import { type Loaded, loaded, type Purpose } from './load.ts'

/**
 * Loads what the arguments stand for. Where no plan has one of the indicators asked for, that is said with what may have
 * been meant, and there is no result but an exit code; so it is with a breakdown.
 */
export async function loadedWith(
  ids: readonly string[] | undefined,
  files: readonly string[],
  flags: CommonFlags & Pick<LineFlags, 'by'>,
  world: World,
  purpose?: Purpose,
): Promise<Loaded | number> {
  const load = await loaded(files, askedBy(flags, world), world, flags, purpose)
  // Of all indicators that were written, also of those that an error keeps out.
  const all = load.report.plans.flatMap(({ lines, leftOut }) => [...lines.map((line) => line.indicator.id), ...leftOut])
  const known = new Set(all)
  const unknown = (ids ?? []).filter((id) => !known.has(id))
  const { by = 'area' } = flags
  const ways = ['area', ...load.report.plans.flatMap(({ plan }) => plan.breakdowns.map(({ id }) => id))]
  // That there is no plan is a problem of its own.
  if ((unknown.length === 0 && ways.includes(by)) || load.report.plans.length === 0) return load
  const code = await delivered('', load, { ...flags, output: '-' }, world)
  const { noSuchIndicator, noSuchBreakdown } = cliWords(presentation(flags, world, world.stderr).lang)
  const told = unknown.map((id) => noSuchIndicator(visibleText(id), suggestionFor(id, [...known])))
  if (!ways.includes(by)) told.push(noSuchBreakdown(visibleText(by), ways.join(', ')))
  await world.stderr.write(told.map((each) => `pva: ${each}\n`).join(''))
  return Math.max(code, exitCode.wrong)
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
