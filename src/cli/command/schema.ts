import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Language } from '../../model/figure.ts'
import { visibleText } from '../../render/figure/safe-text.ts'
import { exitCode } from '../exit-code.ts'
import { written } from '../output/output.ts'
import { presentation } from '../output/presentation.ts'
import { cliWords } from '../output/words.ts'
import type { World } from '../world.ts'
import type { SchemaKind } from './schema-command.ts'

export interface SchemaFlags {
  readonly output?: string
  readonly lang?: Language
}

/** `pva schema KIND`: the JSON Schema that is shipped, for editors and for whoever reads our JSON. */
export async function schema(kind: SchemaKind, flags: SchemaFlags, world: World): Promise<number> {
  const file = join(world.schemas, `${kind}.schema.json`)
  const failure = await written(readFileSync(file, 'utf8'), flags.output, [file], world)
  if (!failure) return exitCode.done
  const { lang } = presentation(flags, world, world.stderr)
  await world.stderr.write(`pva: ${cliWords(lang).notWritten(visibleText(flags.output ?? ''), failure)}\n`)
  return exitCode.wrong
}
