import type { Report } from '../../model/report.ts'
import { delivered } from '../deliver.ts'
import { exitCode } from '../exit-code.ts'
import { hasErrors, loaded } from '../load.ts'
import { asOfDay } from '../options.ts'
import { presentation } from '../presentation.ts'
import { cliWords } from '../words.ts'
import type { World } from '../world.ts'
import { type ReportFlags, rendered } from './report.ts'

/** `pva poverty`: the poverty-rate changes alone, with their splits and movements. */
export async function poverty(files: readonly string[], flags: ReportFlags, world: World): Promise<number> {
  const load = await loaded(files, asOfDay(flags.asOf, world), world)
  const shown = povertyOnly(load.report)
  const code = await delivered(await rendered(shown, load, ['poverty'], true, flags, world), load, flags, world)
  if (shown.plans.length > 0 || hasErrors(load.problems)) return code
  const { lang } = presentation(flags, world, world.stderr)
  await world.stderr.write(`pva: ${cliWords(lang).noPovertyRate}\n`)
  return exitCode.wrong
}

function povertyOnly({ plans }: Report): Report {
  const kept = plans.map((plan) => {
    const lines = plan.lines.filter(({ indicator }) => indicator.type === 'poverty-rate')
    return { ...plan, lines }
  })
  return { plans: kept.filter(({ lines }) => lines.length > 0) }
}
