import { comparedPlans } from '../../calc/compare/compare.ts'
import type { ComparedPlans } from '../../model/compare.ts'
import { problem, sortedProblems } from '../../model/problem.ts'
import { loneText } from '../../render/view/compare/compare-text.ts'
import { askedBy, type CommonFlags } from '../help/options.ts'
import { refused, unknownIndicators } from '../input/indicators.ts'
import { hasErrors, type Loaded, loaded } from '../input/load.ts'
import { delivered, resultPresentation } from '../output/deliver.ts'
import { documentText, isBinaryForTerminal, isForPeople, refusedOnTerminal } from '../output/document.ts'
import { presentation } from '../output/presentation.ts'
import type { World } from '../world.ts'

export interface CompareFlags extends CommonFlags {
  readonly by?: 'area'
  /** Ids of the indicators asked for; absent: all. */
  readonly indicator?: readonly string[]
}

/** `pva compare`: plans and results of several years side by side. */
export async function compare(files: readonly string[], flags: CompareFlags, world: World): Promise<number> {
  if (isBinaryForTerminal(flags, world)) return refusedOnTerminal(flags, world)
  const load = await loaded(files, askedBy(flags, world), world, flags)
  const unknown = unknownIndicators(flags.indicator ?? [], load)
  if (unknown.length > 0) return refused(unknown, load, flags, world)
  const all = comparedPlans(load.report)
  const compared = flags.indicator ? withIndicators(all, flags.indicator) : all
  const ids = load.report.plans.map(({ plan }) => plan.id)
  // Where a plan cannot be read, nothing is known of what follows what.
  const isEmpty = all.chains.length === 0 && ids.length > 0 && !hasErrors(load.problems)
  const missing = isEmpty ? [problem('nothing-to-do', null, { why: 'no-chain', where: ids.join(', ') })] : []
  const told = { ...load, problems: sortedProblems([...load.problems, ...missing]) }
  const code = await delivered(await rendered(compared, told, flags, world), told, flags, world)
  if (!flags.quiet) await world.stderr.write(hints(compared, flags, world))
  return code
}

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
function hints({ chains, alone }: ComparedPlans, flags: CompareFlags, world: World): string {
  const { lang } = presentation(flags, world, world.stderr)
  // Problems say the rest: that a plan follows none before it, and that no plan at all follows another.
  const told = alone.filter(({ why }) => why === 'not-given' || (why === 'follows-none' && chains.length > 0))
  return told.map((lone) => `${loneText(lone, lang)}\n`).join('')
}

async function rendered(
  compared: ComparedPlans,
  load: Loaded,
  flags: CompareFlags,
  world: World,
): Promise<string | Uint8Array> {
  const { lang } = resultPresentation(flags, world)
  const { format } = flags
  if (isForPeople(format)) {
    if (compared.chains.length === 0 && format !== 'html') return ''
    const { compareDocument } = await import('../../render/view/compare/compare.ts')
    const asked = { decimals: flags.decimals ?? null, byArea: flags.by === 'area' }
    // Wider tables are scrolled sideways where Markdown and pages are read; a workbook has room for all.
    const yearsPerTable = { table: null, markdown: 2, html: 2, xlsx: Infinity }
    return documentText(
      (look) => compareDocument(compared, { ...look, ...asked, yearsPerTable: yearsPerTable[look.format] }),
      format,
      load,
      flags,
      world,
    )
  }
  switch (format) {
    case 'json': {
      const { renderCompareJson } = await import('../../render/data/compare.ts')
      const { problems } = load
      const inputs = await load.inputFiles()
      return renderCompareJson(compared, { problems, complete: !hasErrors(problems), inputs, lang })
    }
    default: {
      const { renderCompareCsv } = await import('../../render/data/compare.ts')
      return renderCompareCsv(compared)
    }
  }
}
