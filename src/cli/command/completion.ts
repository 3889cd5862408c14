import type { Command } from 'commander'
import { readInput } from '../../read/document/input.ts'
import { idPattern } from '../../read/schema/leaf.ts'
import { bashCompletion } from '../completion/bash.ts'
import { fishCompletion } from '../completion/fish.ts'
import type { Shell } from '../completion/shells.ts'
import { type CompletionSpec, completionSpec } from '../completion/spec.ts'
import { zshCompletion } from '../completion/zsh.ts'
import { exitCode } from '../exit-code.ts'
import { contentOf, foundFiles } from '../input/files.ts'
import { DEFAULT_FOLDER } from '../input/load.ts'
import type { World } from '../world.ts'

const scripts: Readonly<Record<Shell, (spec: CompletionSpec) => string>> = {
  bash: bashCompletion,
  zsh: zshCompletion,
  fish: fishCompletion,
}

/** `pva completion SHELL`: a script for that shell. */
export async function completion(shell: Shell, pva: Command, world: World): Promise<number> {
  await world.stdout.write(scripts[shell](completionSpec(pva)))
  return exitCode.done
}

/**
 * The ids of the indicators in the folder that `explain` reads, one a line. A shell puts them on its command line, so
 * that what is no id by the letter never gets there. Silent where something cannot be read: someone is typing.
 */
export async function indicatorIds(world: World): Promise<number> {
  const { files } = await foundFiles([DEFAULT_FOLDER], world.cwd)
  const ids = new Set<string>()
  for (const file of files) {
    const content = contentOf(file)
    if ('code' in content) continue
    const { plans } = readInput({ path: file.path, bytes: content, named: false })
    for (const { indicators } of plans) for (const { id } of indicators) if (idPattern.test(id)) ids.add(id)
  }
  await world.stdout.write([...ids].sort().join('\n') + (ids.size > 0 ? '\n' : ''))
  return exitCode.done
}
