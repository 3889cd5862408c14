import { askedBy, type CommonFlags } from '../help/options.ts'
import { type Loaded, loaded } from '../input/load.ts'
import { delivered, resultPresentation } from '../output/deliver.ts'
import { cliWords } from '../output/words.ts'
import type { World } from '../world.ts'

/** `pva validate`: reads everything and tells every problem; no figure is printed. */
export async function validate(files: readonly string[], flags: CommonFlags, world: World): Promise<number> {
  const load = await loaded(files, askedBy({}, world), world, flags, { needs: 'any' })
  return delivered(await rendered(load, flags, world), load, flags, world)
}

/** Without a format for programs the problems stand on standard error, and the result is how many there are. */
async function rendered(load: Loaded, flags: CommonFlags, world: World): Promise<string> {
  const { lang } = resultPresentation(flags, world)
  const { problems } = load
  switch (flags.format) {
    case 'json': {
      const { renderProblemsJson } = await import('../../render/data/report.ts')
      return renderProblemsJson(problems, { inputs: await load.inputFiles(), lang })
    }
    case 'github': {
      const { renderProblemsGithub } = await import('../../render/pipeline/github.ts')
      return renderProblemsGithub(problems, { lang })
    }
    case 'sarif': {
      const { renderProblemsSarif } = await import('../../render/pipeline/sarif.ts')
      return renderProblemsSarif(problems, { lang, version: PVA_VERSION, inputs: await load.inputFiles() })
    }
    case 'junit': {
      const { renderProblemsJunit } = await import('../../render/pipeline/problems-junit.ts')
      return renderProblemsJunit(problems, { lang, files: (await load.inputFiles()).map(({ file }) => file) })
    }
    default: {
      const { problemCount } = await import('../../render/problem/problems.ts')
      const files = load.inputCount - load.skipped
      // What was named could not be opened: there is nothing to count.
      if (files === 0) return ''
      return `${cliWords(lang).validated(load.report.plans.length, files, problemCount(problems, lang))}\n`
    }
  }
}
