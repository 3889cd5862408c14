import { Argument, type Command, InvalidArgumentError, Option } from 'commander'
import { closest } from '../../model/suggestion.ts'
import type { HelpWords } from '../help/en.ts'
import { examples } from '../help/help.ts'
import type { Running } from '../running.ts'
import type { SchemaFlags } from './schema.ts'

/** What there is a JSON Schema of: our input files, then the JSON that our commands write. */
export const schemaKinds = [
  'plan',
  'actuals',
  'claims',
  'policy',
  'report',
  'check',
  'audit',
  'compare',
  'problems',
] as const
export type SchemaKind = (typeof schemaKinds)[number]

/** `schema`: what an editor or another program needs to understand our files. */
export function addSchema(pva: Command, { say, world, done }: Running): void {
  pva
    .command('schema')
    .description(say.commands.schema)
    .addArgument(new Argument('<kind>', say.arguments.kind).choices(schemaKinds).argParser((text) => kindIn(text, say)))
    .option('-o, --output <file>', say.options.output)
    .addOption(new Option('--lang <lang>', say.options.langOfMessages).choices(['en', 'vi']))
    .addHelpText(
      'after',
      `${examples(say.examples.schema, say)}

${say.notes.editor}
  # yaml-language-server: $schema=plan.schema.json`,
    )
    .action(async (kind: SchemaKind, flags: SchemaFlags) => {
      const { schema } = await import('./schema.ts')
      done(await schema(kind, flags, world))
    })
}

function kindIn(text: string, { values }: HelpWords): SchemaKind {
  const kind = schemaKinds.find((each) => each === text)
  if (kind) return kind
  throw new InvalidArgumentError(values.kind(closest(text, schemaKinds), schemaKinds.join(', ')))
}
