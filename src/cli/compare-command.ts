import type { Command } from 'commander'
import type { CompareFlags } from './commands/compare.ts'
import { examples } from './help.ts'
import { withCommonOptions, withReportOptions, withTimeOptions } from './options.ts'
import type { Running } from './running.ts'
import { withTableOptions } from './table-options.ts'

/** `compare`: plans and results of several years side by side. */
export function addCompare(pva: Command, { say, world, done }: Running): void {
  const command = pva.command('compare').description(say.commands.compare).argument('[files...]', say.arguments.files)
  withCommonOptions(command, say, ['table', 'json', 'markdown', 'csv'])
  withReportOptions(withTimeOptions(withTableOptions(command, say), say), say)
    .addHelpText(
      'after',
      `${examples(say.examples.compare, say)}

${say.notes.follows}
  follows: ha-nam-2017`,
    )
    .action(async (files: string[], flags: CompareFlags) => {
      const { compare } = await import('./commands/compare.ts')
      done(await compare(files, flags, world))
    })
}
