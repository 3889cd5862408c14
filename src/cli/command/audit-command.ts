import { type Command, InvalidArgumentError, Option } from 'commander'
import { type ClaimVerdict, claimVerdicts } from '../../model/claim.ts'
import type { HelpWords } from '../help/en.ts'
import { examples } from '../help/help.ts'
import { withCommonOptions } from '../help/options.ts'
import type { Running } from '../running.ts'
import type { AuditFlags } from './audit.ts'

const formats = ['table', 'json', 'markdown', 'csv', 'html', 'xlsx', 'junit', 'github', 'sarif']

/** `audit`: are the published figures right? */
export function addAudit(pva: Command, { say, world, done }: Running): void {
  const command = pva.command('audit').description(say.commands.audit).argument('[files...]', say.arguments.claims)
  withCommonOptions(command, say, formats, null, say.options.decimalsOfAudit)
    .addOption(new Option('--numbers <notation>', say.options.numbersOfClaims).choices(['plain', 'vi', 'en']))
    .option('--explain', say.options.explain)
    .option('--unread', say.options.unreadOfAudit)
    .option('--fail-on <verdicts>', say.options.failOnOfAudit, (text) => failOnIn(text, say))
    .addHelpText(
      'after',
      `${examples(say.examples.audit, say)}\n\n${say.notes.verdicts(verdictLines())}\n${say.notes.exitCodesOfAudit}`,
    )
    .action(async (files: string[], flags: AuditFlags) => {
      if (flags.explain && flags.format !== 'table' && flags.format !== 'markdown') {
        command.error(`error: ${say.usage.explainNeeds}`)
      }
      const { audit } = await import('./audit.ts')
      done(await audit(files, flags, world))
    })
}

/** Three lines of names, which fit 80 columns. */
function verdictLines(): string {
  const lines = [claimVerdicts.slice(0, 3), claimVerdicts.slice(3, 7), claimVerdicts.slice(7)]
  return lines.map((names) => names.join(', ')).join(',\n  ')
}

function failOnIn(text: string, { values }: HelpWords): readonly ClaimVerdict[] {
  const words = text.split(',')
  const chosen = claimVerdicts.filter((verdict) => words.includes(verdict))
  if (chosen.length === new Set(words).size) return chosen
  throw new InvalidArgumentError(values.oneOrMore(claimVerdicts.join(', ')))
}
