import { narrowed } from '../../calc/report/report.ts'
import { isPovertyRate } from '../../model/indicator.ts'
import { problem, sortedProblems } from '../../model/problem.ts'
import type { Report } from '../../model/report.ts'
import { askedBy, showsPlaces } from '../help/options.ts'
import { refused, unknownIndicators, withIndicators } from '../input/indicators.ts'
import { loaded } from '../input/load.ts'
import { delivered } from '../output/deliver.ts'
import { isBinaryForTerminal, refusedOnTerminal } from '../output/document.ts'
import type { World } from '../world.ts'
import { type ReportFlags, rendered } from './report.ts'

/** `pva poverty`: the poverty-rate changes alone, with their splits and movements. */
export async function poverty(files: readonly string[], flags: ReportFlags, world: World): Promise<number> {
  if (isBinaryForTerminal(flags, world)) return refusedOnTerminal(flags, world)
  const load = await loaded(files, askedBy(flags, world), world, flags, { showsPlaces: showsPlaces(flags) })
  const unknown = unknownIndicators(flags.indicator ?? [], load)
  if (unknown.length > 0) return refused(unknown, load, flags, world)
  const asked = flags.indicator ? withIndicators(load.report, flags.indicator) : load.report
  const sections = flags.only ?? ['poverty', 'series']
  const rates = narrowed(
    asked,
    ({ indicator }) => isPovertyRate(indicator),
    (id, { indicators }) => {
      const read = indicators.find((indicator) => indicator.id === id)
      // What could not be read may be one.
      return read === undefined || isPovertyRate(read)
    },
  )
  const shown = flags.format !== 'json' && sections.join() === 'series' ? lastOfEachChain(rates) : rates
  const isEmpty = shown.plans.length === 0 && load.report.plans.length > 0
  const where = load.report.plans.map(({ plan }) => plan.id).join(', ')
  const missing = isEmpty ? [problem('nothing-to-do', null, { why: 'no-poverty-rate', where })] : []
  const all = { ...load, problems: sortedProblems([...load.problems, ...missing]) }
  return delivered(await rendered(shown, all, sections, true, flags, world), all, flags, world)
}

/** A series goes on through the plans that a plan follows: it is told once, with the last of them. */
function lastOfEachChain({ plans }: Report): Report {
  const last = plans.filter(({ plan }) => !plans.some((other) => other.plan.follows === plan.id))
  return { plans: last.length > 0 ? last : plans }
}
