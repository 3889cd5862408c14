import { Argument, type Command, InvalidArgumentError, Option } from 'commander'
import { closest } from '../model/suggestion.ts'
import type { SchemaFlags } from './commands/schema.ts'
import { examples } from './help.ts'
import type { World } from './world.ts'

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
export function addSchema(pva: Command, world: World, done: (code: number) => void): void {
  pva
    .command('schema')
    .description('the JSON Schema of an input file, for editors, or of the JSON that a command writes')
    .addArgument(new Argument('<kind>', 'what it describes').choices(schemaKinds).argParser(kindIn))
    .option('-o, --output <file>', 'write the result to a file: beside it first, then renamed over it')
    .addOption(
      new Option('--lang <lang>', 'language of messages (default: from LC_ALL or LANG, else en)').choices(['en', 'vi']),
    )
    .addHelpText(
      'after',
      `${examples(
        ['pva schema plan -o plan.schema.json', 'what a plan may hold'],
        ['pva schema report', 'what pva report --format json writes'],
      )}

An editor that speaks to a YAML language server completes and explains the keys of a file with this first line:
  # yaml-language-server: $schema=plan.schema.json`,
    )
    .action(async (kind: SchemaKind, flags: SchemaFlags) => {
      const { schema } = await import('./commands/schema.ts')
      done(await schema(kind, flags, world))
    })
}

function kindIn(text: string): SchemaKind {
  const kind = schemaKinds.find((each) => each === text)
  if (kind) return kind
  const meant = closest(text, schemaKinds)
  throw new InvalidArgumentError(`${meant ? `Did you mean ${meant}? ` : ''}There are ${schemaKinds.join(', ')}.`)
}
