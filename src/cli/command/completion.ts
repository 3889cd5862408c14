import { type Shell, scripts, shells } from '../completion/scripts.ts'
import { exitCode } from '../exit-code.ts'
import { argument } from '../help/option.ts'
import type { CommandDefinition } from './command.ts'

/** `pva completion SHELL`: a script for that shell. */
export const command: CommandDefinition<[Shell], object> = {
  arguments: (say) => [argument('<shell>', say.arguments.shell, { choices: shells })],
  options: () => [],
  run: async ([shell], _, world) => {
    await world.stdout.write(scripts[shell])
    return exitCode.done
  },
}
