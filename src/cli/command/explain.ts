import type { Report } from '../../model/report.ts'
import { argument } from '../help/option.ts'
import { type CommonFlags, commonOptions, planOption, timeOptions } from '../help/options.ts'
import { tableOptions } from '../help/table-options.ts'
import { loadedWith, withIndicators } from '../input/indicators.ts'
import { deliveredIn, formatsOf } from '../output/formats.ts'
import { type CommandDefinition, filesArgument } from './command.ts'

const formats = formatsOf<Report, CommonFlags>(
  async ({ plans }, { flags: { decimals = null } }) => {
    if (plans.length === 0) return null
    const { explainDocument } = await import('../../render/explain/explain.ts')
    return (look) => explainDocument(plans, { ...look, decimals })
  },
  {
    json: async (report, told) =>
      (await import('../../render/data/report.ts')).renderReportJson(report, await told.all()),
  },
)

/** `pva explain INDICATOR`: how each of its figures came about, in every plan that has it. */
export const command: CommandDefinition<[string, readonly string[]], CommonFlags> = {
  arguments: (say) => [
    argument('<indicator>', say.arguments.indicator, { completes: 'indicators' }),
    filesArgument(say),
  ],
  options: (say) => [...commonOptions(say, formats.keys()), ...timeOptions(say), planOption(say), ...tableOptions(say)],
  run: async ([id, files], flags, world) => {
    const load = await loadedWith([id], files, flags, world, { showsPlaces: true })
    return typeof load === 'number' ? load : deliveredIn(formats, withIndicators(load.report, [id]), load, flags, world)
  },
}
