import type { Language } from '../../model/figure.ts'
import { closest } from '../../model/suggestion.ts'
import { visibleText } from '../../render/figure/safe-text.ts'
import { exitCode } from '../exit-code.ts'
import { argument } from '../help/option.ts'
import { languageOption, outputOption } from '../help/options.ts'
import { written } from '../output/output.ts'
import { presentation } from '../output/presentation.ts'
import { cliWords } from '../output/words.ts'
import type { CommandDefinition } from './command.ts'

/** What there is a JSON Schema of: our input files, then the JSON that our commands write. */
export const schemaKinds = [
  ...(['plan', 'actuals', 'claims', 'policy', 'mapping', 'sources'] as const),
  ...(['report', 'check', 'audit', 'compare', 'problems'] as const),
] as const
export type SchemaKind = (typeof schemaKinds)[number]

/** `pva schema KIND`: the JSON Schema that is shipped, for editors and for whoever reads our JSON. */
export const command: CommandDefinition<[SchemaKind], { readonly output?: string; readonly lang?: Language }> = {
  arguments: (say) => [
    argument('<kind>', say.arguments.kind, {
      choices: schemaKinds,
      why: ({ kind }, text) => kind(closest(text, schemaKinds), schemaKinds.join(', ')),
    }),
  ],
  options: (say) => [outputOption(say), languageOption(say.options.langOfMessages)],
  notes: ({ notes }) => `${notes.editor}\n  # yaml-language-server: $schema=plan.schema.json`,
  run: async ([kind], { output, ...flags }, world) => {
    const failure = await written(world.shipped(`schemas/${kind}.schema.json`), output, [], world)
    if (!failure) return exitCode.done
    const { lang } = presentation(flags, world, world.stderr)
    await world.stderr.write(`pva: ${cliWords(lang).notWritten(visibleText(output ?? ''), failure)}\n`)
    return exitCode.wrong
  },
}
