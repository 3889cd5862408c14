import type { Language } from '../../model/figure.ts'
import type { Notation } from '../../model/notation.ts'
import { problem } from '../../model/problem.ts'
import type { FileToRead } from '../../read/input.ts'
import { type DraftKind, draftKinds } from '../../render/draft/draft.ts'
import { argument, option } from '../help/option.ts'
import { languageOption, outputOption } from '../help/options.ts'
import { numbersOption } from '../help/table-options.ts'
import { readFiles } from '../input/load.ts'
import { PROSE_NAME, proseDraft } from '../input/prose.ts'
import { delivered } from '../output/deliver.ts'
import { presentation } from '../output/presentation.ts'
import { TABLE_NAME } from '../table/table-name.ts'
import type { CommandDefinition } from './command.ts'

interface DraftFlags {
  readonly as?: DraftKind
  readonly numbers?: Notation
  readonly output?: string
  readonly lang?: Language
}

/** `pva draft FILE`: what a file says as a document of ours, for a person to correct. */
export const command: CommandDefinition<[readonly string[]], DraftFlags> = {
  arguments: (say) => [argument('<files...>', say.arguments.drafted, { completes: 'files' })],
  options: (say) => [
    option('--as <kind>', say.options.draftAs, { choices: draftKinds }),
    numbersOption(say.options.numbersOfDraft),
    outputOption(say),
    languageOption(say.options.langOfMessages),
  ],
  run: async ([files], { as, numbers = null, ...rest }, world) => {
    const flags = { ...rest, format: 'table' }
    const { lang } = presentation(flags, world, null)
    const ofProse = await proseDraft(as ?? 'claims', numbers, lang)
    const of = { cwd: world.cwd, output: flags.output }
    const read = await readFiles(
      files,
      world,
      async (file) => {
        if (/\.xml$/i.test(file.path)) return activityDraft(file, as ?? null, lang)
        if (!TABLE_NAME.test(file.path)) return ofProse(file)
        return (await import('../table/table-draft.ts')).tableDraft(file, as ?? null, numbers, lang, of)
      },
      undefined,
      PROSE_NAME,
    )
    const { problems, tablesInFolders, ...inputs } = read
    const parts = await Promise.all(read.parts)
    const found = [...problems, ...parts.flatMap((part) => ('code' in part ? [part] : []))]
    const texts = parts.flatMap((part) => ('code' in part ? [] : [part.text]))
    const load = { ...inputs, problems: found, skipped: 0, passedTables: tablesInFolders.map(({ path }) => path) }
    return delivered(texts.join('---\n'), load, flags, world)
  },
}

/** Drafts plans and results from an activity file of IATI; a problem where it is none. */
async function activityDraft({ path, bytes }: FileToRead, as: DraftKind | null, lang: Language) {
  const { activitiesIn } = await import('../../read/iati/activities.ts')
  const { iatiDraftOf } = await import('../../render/draft/iati-draft.ts')
  const activities = as === 'claims' ? null : activitiesIn(bytes)
  const text = activities ? iatiDraftOf(as, path, activities, lang) : ''
  return text === '' ? problem('nothing-to-do', null, { why: 'no-draft', where: path }) : { text }
}
