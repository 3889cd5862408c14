import { type Command, Option } from 'commander'
import type { CompareFlags } from './commands/compare.ts'
import { examples } from './help.ts'
import { withCommonOptions } from './options.ts'
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
    .description('plans and results of several years side by side: each plan beside the one that it follows')
    .argument(...filesArgument)
  withCommonOptions(command, ['table', 'json', 'markdown', 'csv'])
    .addOption(new Option('--by <what>', 'a line for each area as well').choices(['area']))
    .addHelpText(
      'after',
      `${examples(
        ['pva compare plans/ha-nam', 'targets and actuals against those of the year before'],
        ['pva compare plans/ha-nam --lang vi --decimals 2', 'in Vietnamese, percentages with two decimals'],
        ['pva compare plans --format csv -o years.csv', 'one row an indicator and year, for a spreadsheet'],
      )}

A plan is compared with the plan that it names:
  follows: ha-nam-2017`,
    )
    .action(async (files: string[], flags: CompareFlags) => {
      const { compare } = await import('./commands/compare.ts')
      done(await compare(files, flags, world))
    })
}
