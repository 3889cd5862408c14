import { type Command, Option } from 'commander'
import type { CompareFlags } from './commands/compare.ts'
import { examples } from './help.ts'
import { withCommonOptions } from './options.ts'
import { withTableOptions } from './table-options.ts'
import type { World } from './world.ts'

/** `compare`: plans and results of several years side by side. */
export function addCompare(
  pva: Command,
  filesArgument: readonly [string, string],
  world: World,
  done: (code: number) => void,
): void {
  const command = pva
    .command('compare')
    .description('plans and results of several years side by side')
    .argument(...filesArgument)
  withTableOptions(withCommonOptions(command, ['table', 'json', 'markdown', 'csv']))
    .addOption(new Option('--by <what>', 'a line for each area as well').choices(['area']))
    .addHelpText(
      'after',
      `${examples(
        ['pva compare plans/ha-nam', 'each year beside the one before'],
        ['pva compare plans/ha-nam --lang vi', 'in Vietnamese'],
        ['pva compare plans --by area --width 160', 'area by area'],
      )}

A plan is compared with the plan that it names:
  follows: ha-nam-2017`,
    )
    .action(async (files: string[], flags: CompareFlags) => {
      const { compare } = await import('./commands/compare.ts')
      done(await compare(files, flags, world))
    })
}
