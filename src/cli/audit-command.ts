import { type Command, InvalidArgumentError, Option } from 'commander'
import { type ClaimVerdict, claimVerdicts } from '../model/claim.ts'
import type { AuditFlags } from './commands/audit.ts'
import { examples } from './help.ts'
import { withCommonOptions } from './options.ts'
import type { World } from './world.ts'

const formats = ['table', 'json', 'markdown', 'csv', 'junit', 'github', 'sarif']

/** `audit`: are the published figures right? */
export function addAudit(pva: Command, world: World, done: (code: number) => void): void {
  const command = pva
    .command('audit')
    .description('whether published figures can be true, by which formula and rounding; exit code 1 when one cannot')
    .argument(
      '[files...]',
      'claims: documents, tables (CSV, TSV), folders or patterns, - for standard input (default: the folder plans)',
    )
  const decimals = 'decimals of computed figures, 0 to 20 (default: two more than were printed)'
  withCommonOptions(command, formats, null, decimals)
    .addOption(
      new Option('--numbers <notation>', 'how numbers are written in tables, which cannot say so').choices([
        'plain',
        'vi',
        'en',
      ]),
    )
    .option('--explain', 'how each figure was judged: its inputs with file, line and source, formula, rounding')
    .option(
      '--fail-on <verdicts>',
      'verdicts that break the audit, with commas between (default: inconsistent)',
      failOnIn,
    )
    .addHelpText(
      'after',
      `${examples(
        ['pva audit plans/published', 'the claims of all files below a folder'],
        ['pva audit claims.csv --numbers vi --explain', 'a table, each figure worked out'],
        ['pva audit claims.yaml --fail-on inconsistent,wording', 'strict about words too'],
        ['pva audit claims.yaml --format github', 'annotations on a pull request'],
      )}\n\nVerdicts: ${verdictLines()}\nExit codes: 0 no claim breaks the audit, 1 some claim does, 2 input or usage wrong.`,
    )
    .action(async (files: string[], flags: AuditFlags) => {
      if (flags.explain && flags.format !== 'table' && flags.format !== 'markdown') {
        command.error("error: option '--explain' needs the format table or markdown")
      }
      const { audit } = await import('./commands/audit.ts')
      done(await audit(files, flags, world))
    })
}

/** Three lines of names, which fit 80 columns. */
function verdictLines(): string {
  const lines = [claimVerdicts.slice(0, 3), claimVerdicts.slice(3, 7), claimVerdicts.slice(7)]
  return lines.map((names) => names.join(', ')).join(',\n  ')
}

function failOnIn(text: string): readonly ClaimVerdict[] {
  const words = text.split(',')
  const chosen = claimVerdicts.filter((verdict) => words.includes(verdict))
  if (chosen.length === new Set(words).size) return chosen
  throw new InvalidArgumentError(`Write one or more of ${claimVerdicts.join(', ')} with commas between.`)
}
