import { type CommonFlags, commonOptions } from '../help/options.ts'
import { tableOptions } from '../help/table-options.ts'
import { type Loaded, loaded } from '../input/load.ts'
import { deliveredIn, formatsIn } from '../output/formats.ts'
import { cliWords } from '../output/words.ts'
import { type CommandDefinition, filesArgument } from './command.ts'

const formats = formatsIn<Loaded, CommonFlags>({
  /** The problems themselves stand on standard error, and the result is how many there are. */
  table: async ({ report, inputCount, skipped }, { problems, lang }) => {
    const files = inputCount - skipped
    // What was named could not be opened: there is nothing to count.
    if (files === 0) return ''
    const { problemCount } = await import('../../render/problem/problems.ts')
    return `${cliWords(lang).validated(report.plans.length, files, problemCount(problems, lang))}\n`
  },
  json: async (_, told) =>
    (await import('../../render/data/report.ts')).renderProblemsJson(told.problems, await told.all()),
  junit: async (_, { problems, lang, load }) => {
    const files = (await load.inputFiles()).map(({ file }) => file)
    return (await import('../../render/pipeline/cases.ts')).renderProblemsJunit(problems, { lang, files })
  },
  github: async (_, told) =>
    (await import('../../render/pipeline/github.ts')).renderProblemsGithub(told.problems, told),
  sarif: async (_, told) =>
    (await import('../../render/pipeline/sarif.ts')).renderProblemsSarif(told.problems, await told.all()),
})

/** `pva validate`: reads everything and tells every problem; no figure is printed. */
export const command: CommandDefinition<[readonly string[]], CommonFlags> = {
  arguments: (say) => [filesArgument(say)],
  options: (say) => [...commonOptions(say, formats.keys()), ...tableOptions(say)],
  run: async ([files], flags, world) => {
    const load = await loaded(files, { asOf: null, period: null, targets: 'revised' }, world, flags, { needs: 'any' })
    return deliveredIn(formats, load, load, flags, world)
  },
}
