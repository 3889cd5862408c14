import { audited } from '../../calc/audit/audit.ts'
import { type ClaimVerdict, claimVerdicts } from '../../model/claim.ts'
import type { Notation } from '../../model/notation.ts'
import { problem, sortedProblems } from '../../model/problem.ts'
import { type Audit, isBroken } from '../../render/view/audit/audit.ts'
import { exitCode } from '../exit-code.ts'
import { argument, option, UsageError, wordsOf } from '../help/option.ts'
import { type CommonFlags, commonOptions } from '../help/options.ts'
import { numbersOption } from '../help/table-options.ts'
import { DEFAULT_FOLDER } from '../input/load.ts'
import { type LoadedClaims, loadedClaims } from '../input/load-claims.ts'
import { deliveredIn, formatsOf, isForPeople } from '../output/formats.ts'
import type { CommandDefinition } from './command.ts'

export interface AuditFlags extends CommonFlags {
  readonly failOn?: readonly ClaimVerdict[]
  readonly numbers?: Notation
  readonly explain?: true
  readonly unread?: boolean
}

export const auditFormats = formatsOf<Audit, AuditFlags>(
  async (audit, { flags: { decimals = null, explain } }) => {
    const { auditSheets } = await import('../../render/explain/audit-sheet.ts')
    const { auditDocument } = await import('../../render/view/audit/audit.ts')
    return (look) => (explain ? auditSheets : auditDocument)(audit, { ...look, decimals })
  },
  {
    json: async (audit, told) => (await import('../../render/data/audit.ts')).renderAuditJson(audit, await told.all()),
    csv: async (audit) => (await import('../../render/data/audit.ts')).renderAuditCsv(audit),
    junit: async (audit, told) => (await import('../../render/pipeline/cases.ts')).renderAuditJunit(audit, told),
    github: async (audit, told) =>
      (await import('../../render/pipeline/github.ts')).renderAuditGithub(audit, told.problems, told),
    sarif: async (audit, told) =>
      (await import('../../render/pipeline/sarif.ts')).renderAuditSarif(audit, told.problems, await told.all()),
  },
)

/** `pva audit`: whether published figures can be true. */
export const command: CommandDefinition<[readonly string[]], AuditFlags> = {
  arguments: (say) => [argument('[files...]', say.arguments.claims, { completes: 'files' })],
  options: (say) => [
    ...commonOptions(say, auditFormats.keys(), { asOf: null, decimals: say.options.decimalsOfAudit }),
    numbersOption(say.options.numbersOfClaims),
    option('--explain', say.options.explain),
    option('--unread', say.options.unreadOfAudit),
    option('--fail-on <verdicts>', say.options.failOnOfAudit, {
      read: wordsOf(claimVerdicts),
      why: ({ oneOrMore }) => oneOrMore(claimVerdicts.join(', ')),
      completes: claimVerdicts,
      isList: true,
    }),
  ],
  notes: ({ notes }) => `${notes.verdicts(verdictLines())}\n${notes.exitCodesOfAudit}`,
  run: async ([files], flags, world) => {
    if (flags.explain && flags.format !== 'json' && !isForPeople(flags.format)) {
      throw new UsageError((say) => say.usage.explainNeeds)
    }
    const load = await loadedClaims(files, flags.numbers ?? null, world)
    const claims = audited(load.claims)
    const result = auditOf(load, claims, flags)
    // An audit that judges nothing passes everything.
    const isIdle = claims.length > 0 && claims.every(({ judgements }) => judgements.length === 0)
    const where = files.join(' ') || DEFAULT_FOLDER
    const idle = isIdle ? [problem('nothing-to-do', null, { why: 'nothing-claimed', where })] : []
    const all = { ...load, problems: sortedProblems([...load.problems, ...idle]) }
    return deliveredIn(auditFormats, result, all, flags, world, isBroken(result) ? exitCode.broken : exitCode.done)
  },
}

export function auditOf(
  { unread, prose }: LoadedClaims,
  claims: Audit['claims'],
  flags: Pick<AuditFlags, 'failOn' | 'unread' | 'explain'>,
): Audit {
  const listed = prose && { ...prose, listsUnread: flags.unread ?? false }
  return { claims, unread, failOn: flags.failOn ?? ['inconsistent'], explains: flags.explain === true, prose: listed }
}

/** Three lines of names, which fit 80 columns. */
function verdictLines(): string {
  const lines = [claimVerdicts.slice(0, 3), claimVerdicts.slice(3, 7), claimVerdicts.slice(7)]
  return lines.map((names) => names.join(', ')).join(',\n  ')
}
