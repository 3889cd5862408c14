import { comparedPlans } from '../../calc/compare/compare.ts'
import type { ComparedPlans, ComparedRow } from '../../model/compare.ts'
import { firstError, problem, sortedProblems } from '../../model/problem.ts'
import { loneText } from '../../render/view/compare/compare-text.ts'
import { commonOptions, type LineFlags, lineOptions, timeOptions } from '../help/options.ts'
import { tableOptions } from '../help/table-options.ts'
import { loadedWith } from '../input/indicators.ts'
import { deliveredIn, formatsOf } from '../output/formats.ts'
import { presentation } from '../output/presentation.ts'
import type { World } from '../world.ts'
import { type CommandDefinition, filesArgument } from './command.ts'

const formats = formatsOf<ComparedPlans, LineFlags>(
  async (compared, { flags: { decimals = null, by, indicator } }) => {
    const { compareDocument } = await import('../../render/view/compare/compare.ts')
    return (look) =>
      compared.chains.length === 0 && !look.showsNothing
        ? null
        : compareDocument(indicator ? compared : withRows(compared, (row) => !row.indicator.hidden), {
            ...look,
            decimals,
            byArea: by === 'area',
          })
  },
  {
    json: async (compared, told) =>
      (await import('../../render/data/compare.ts')).renderCompareJson(compared, await told.all()),
    csv: async (compared) => (await import('../../render/data/compare.ts')).renderCompareCsv(compared),
  },
)

/** `pva compare`: plans and results of several years side by side. */
export const command: CommandDefinition<[readonly string[]], LineFlags> = {
  arguments: (say) => [filesArgument(say)],
  options: (say) => [
    ...commonOptions(say, formats.keys()),
    ...timeOptions(say),
    ...tableOptions(say),
    ...lineOptions(say),
  ],
  notes: ({ notes }) => `${notes.follows}\n  follows: ha-nam-2017`,
  run: async ([files], flags, world) => {
    const load = await loadedWith(flags.indicator, files, flags, world)
    if (typeof load === 'number') return load
    const all = comparedPlans(load.report)
    const compared = flags.indicator ? withIndicators(all, flags.indicator) : all
    const ids = load.report.plans.map(({ plan }) => plan.id)
    // Where a plan cannot be read, nothing is known of what follows what.
    const isEmpty = all.chains.length === 0 && ids.length > 0 && !firstError(load.problems)
    const missing = isEmpty ? [problem('nothing-to-do', null, { why: 'no-chain', where: ids.join(', ') })] : []
    const told = { ...load, problems: sortedProblems([...load.problems, ...missing]) }
    const code = await deliveredIn(formats, compared, told, flags, world)
    if (!flags.quiet) await world.stderr.write(hints(compared, flags, world))
    return code
  },
}

const withRows = (compared: ComparedPlans, isShown: (row: ComparedRow) => boolean): ComparedPlans => ({
  ...compared,
  chains: compared.chains.map((chain) => ({ ...chain, rows: chain.rows.filter(isShown) })),
})

/** The rows of these indicators only; a part whose whole is not asked for stands for itself. */
function withIndicators({ chains, alone }: ComparedPlans, ids: readonly string[]): ComparedPlans {
  const asked = new Set(ids)
  const shown = chains.map(({ plans, rows }) => ({
    plans: plans.map((plan) => ({ ...plan, leftOut: plan.leftOut.filter((id) => asked.has(id)) })),
    rows: rows
      .filter(({ indicator }) => asked.has(indicator.id))
      .map((row) => (asked.has(row.indicator.parent ?? '') ? row : { ...row, depth: 0 })),
  }))
  return {
    chains: shown.filter(({ plans, rows }) => rows.length > 0 || plans.some(({ leftOut }) => leftOut.length > 0)),
    alone,
  }
}

/** Which plans are not compared, and why: it is easily forgotten that only `follows` links them. */
function hints({ chains, alone }: ComparedPlans, flags: LineFlags, world: World): string {
  const { lang } = presentation(flags, world, world.stderr)
  // Problems say the rest: that a plan follows none before it, and that no plan at all follows another.
  const told = alone.filter(({ why }) => why === 'not-given' || (why === 'follows-none' && chains.length > 0))
  return told.map((lone) => `${loneText(lone, lang)}\n`).join('')
}
