import type { Command } from 'commander'
import type { CompareFlags } from './commands/compare.ts'
import { examples } from './help.ts'
import { withCommonOptions, withReportOptions, withTimeOptions } from './options.ts'
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
  withCommonOptions(command, ['table', 'json', 'markdown', 'csv'])
  withReportOptions(withTimeOptions(withTableOptions(command)))
    .addHelpText(
      'after',
      `${examples(
        ['pva compare plans/ha-nam', 'each year beside the one before'],
        ['pva compare plans/ha-nam --lang vi', 'in Vietnamese'],
        ['pva compare plans --period 6m', 'six months of each year'],
        ['pva compare plans --by area --indicator jobs', 'one indicator, area by area'],
      )}

A plan is compared with the plan that it names:
  follows: ha-nam-2017`,
    )
    .action(async (files: string[], flags: CompareFlags) => {
      const { compare } = await import('./commands/compare.ts')
      done(await compare(files, flags, world))
    })
}
