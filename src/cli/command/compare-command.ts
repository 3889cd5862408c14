import type { Command } from 'commander'
import { examples } from '../help/help.ts'
import { withCommonOptions, withReportOptions, withTimeOptions } from '../help/options.ts'
import { withTableOptions } from '../help/table-options.ts'
import type { Running } from '../running.ts'
import type { CompareFlags } from './compare.ts'

/** `compare`: plans and results of several years side by side. */
export function addCompare(pva: Command, { say, world, done }: Running): void {
  const command = pva.command('compare').description(say.commands.compare).argument('[files...]', say.arguments.files)
  withCommonOptions(command, say, ['table', 'json', 'markdown', 'csv', 'html', 'xlsx'])
  withReportOptions(withTimeOptions(withTableOptions(command, say), say), say)
    .addHelpText(
      'after',
      `${examples(say.examples.compare, say)}

${say.notes.follows}
  follows: ha-nam-2017`,
    )
    .action(async (files: string[], flags: CompareFlags) => {
      const { compare } = await import('./compare.ts')
      done(await compare(files, flags, world))
    })
}
