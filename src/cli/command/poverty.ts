import { narrowed } from '../../calc/report/report.ts'
import { isPovertyRate } from '../../model/indicator.ts'
import { problem, sortedProblems } from '../../model/problem.ts'
import type { Report } from '../../model/report.ts'
import { option, wordsOf } from '../help/option.ts'
import { commonOptions, lineOptions, planOption, timeOptions } from '../help/options.ts'
import { tableOptions } from '../help/table-options.ts'
import { loadedWith, withIndicators } from '../input/indicators.ts'
import { deliveredIn, formatsIn, showsPlaces } from '../output/formats.ts'
import { type CommandDefinition, filesArgument } from './command.ts'
import { type ReportFlags, reportFormats, type Shown } from './report.ts'

/** Those of a report, but for what holds results against targets: a change is none. */
const formats = new Map([
  ...[...reportFormats].filter(([name]) => !['junit', 'sdmx-csv', 'iati-xml'].includes(name)),
  ...formatsIn<Shown, ReportFlags>({
    'review-form': async ({ report }) => {
      const { cellOfForm, renderReviewForms } = await import('../../render/xlsx/review-form.ts')
      const { reviewForms } = await import('../../render/view/review-form.ts')
      return renderReviewForms(reviewForms(report, cellOfForm))
    },
  }),
])

const sections = ['changes', 'series'] as const

/** `pva poverty`: the poverty-rate changes alone, with their splits and movements. */
export const command: CommandDefinition<[readonly string[]], ReportFlags> = {
  arguments: (say) => [filesArgument(say)],
  options: (say) => [
    ...commonOptions(say, formats.keys()),
    ...timeOptions(say),
    ...tableOptions(say),
    planOption(say),
    ...lineOptions(say),
    option('--split <way>', say.options.split, { choices: ['shapley', 'ravallion-huppi'] }),
    option('--only <sections>', say.options.povertySections, {
      // The table of changes is the poverty section of a report.
      read: (text) => wordsOf(sections)(text)?.map((word) => (word === 'changes' ? 'poverty' : word)),
      why: ({ povertySections }) => povertySections,
      completes: sections,
      isList: true,
    }),
  ],
  run: async ([files], flags, world) => {
    const load = await loadedWith(flags.indicator, files, flags, world, { showsPlaces: showsPlaces(flags) })
    if (typeof load === 'number') return load
    const asked = flags.indicator ? withIndicators(load.report, flags.indicator) : load.report
    const only = flags.only ?? (['poverty', 'series'] as const)
    const rates = narrowed(
      asked,
      ({ indicator }) => isPovertyRate(indicator),
      (id, { indicators }) => {
        const read = indicators.find((indicator) => indicator.id === id)
        // What could not be read may be one.
        return read === undefined || isPovertyRate(read)
      },
    )
    const report = flags.format !== 'json' && only.join() === 'series' ? lastOfEachChain(rates) : rates
    const isEmpty = report.plans.length === 0 && load.report.plans.length > 0
    const where = load.report.plans.map(({ plan }) => plan.id).join(', ')
    const missing = isEmpty ? [problem('nothing-to-do', null, { why: 'no-poverty-rate', where })] : []
    const all = { ...load, problems: sortedProblems([...load.problems, ...missing]) }
    return deliveredIn(formats, { report, sections: only, detail: true }, all, flags, world)
  },
}

/** A series goes on through the plans that a plan follows: it is told once, with the last of them. */
function lastOfEachChain({ plans }: Report): Report {
  const last = plans.filter(({ plan }) => !plans.some((other) => other.plan.follows === plan.id))
  return { plans: last.length > 0 ? last : plans }
}
