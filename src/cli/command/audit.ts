import { audited } from '../../calc/audit/audit.ts'
import type { ClaimVerdict } from '../../model/claim.ts'
import { problem, sortedProblems } from '../../model/problem.ts'
import type { Notation } from '../../read/number/number-text.ts'
import { type Audit, isBroken } from '../../render/view/audit/audit-text.ts'
import { exitCode } from '../exit-code.ts'
import type { CommonFlags } from '../help/options.ts'
import { DEFAULT_FOLDER, hasErrors, type ReadInputs } from '../input/load.ts'
import { loadedClaims } from '../input/load-claims.ts'
import { delivered, resultPresentation } from '../output/deliver.ts'
import { documentText, isBinaryForTerminal, isForPeople, refusedOnTerminal } from '../output/document.ts'
import type { World } from '../world.ts'

export interface AuditFlags extends CommonFlags {
  readonly failOn?: readonly ClaimVerdict[]
  readonly numbers?: Notation
  readonly explain?: true
  readonly unread?: true
}

/** `pva audit`: whether published figures can be true. */
export async function audit(files: readonly string[], flags: AuditFlags, world: World): Promise<number> {
  if (isBinaryForTerminal(flags, world)) return refusedOnTerminal(flags, world)
  const load = await loadedClaims(files, flags.numbers ?? null, world)
  const claims = audited(load.claims)
  const prose = load.prose && { ...load.prose, listsUnread: flags.unread ?? false }
  const result: Audit = { claims, unread: load.unread, failOn: flags.failOn ?? ['inconsistent'], prose }
  // An audit that judges nothing passes everything.
  const isIdle = claims.length > 0 && claims.every(({ judgements }) => judgements.length === 0)
  const where = files.join(' ') || DEFAULT_FOLDER
  const idle = isIdle ? [problem('nothing-to-do', null, { why: 'nothing-claimed', where })] : []
  const all = { ...load, problems: sortedProblems([...load.problems, ...idle]) }
  const otherwise = isBroken(result) ? exitCode.broken : exitCode.done
  return delivered(await rendered(result, all, flags, world), all, flags, world, otherwise)
}

async function rendered(
  result: Audit,
  load: ReadInputs,
  flags: AuditFlags,
  world: World,
): Promise<string | Uint8Array> {
  const { lang } = resultPresentation(flags, world)
  const { problems } = load
  const { format } = flags
  if (isForPeople(format)) {
    const decimals = flags.decimals ?? null
    const { auditSheets } = await import('../../render/explain/audit-sheet.ts')
    const { auditDocument } = await import('../../render/view/audit/audit.ts')
    const documentOf = flags.explain ? auditSheets : auditDocument
    return documentText((look) => documentOf(result, { ...look, decimals }), format, load, flags, world)
  }
  switch (format) {
    case 'json': {
      const { renderAuditJson } = await import('../../render/data/audit-json.ts')
      const inputs = await load.inputFiles()
      return renderAuditJson(result, { problems, complete: !hasErrors(problems), inputs, lang })
    }
    case 'csv': {
      const { renderAuditCsv } = await import('../../render/data/audit-csv.ts')
      return renderAuditCsv(result)
    }
    case 'junit': {
      const { renderAuditJunit } = await import('../../render/pipeline/audit-junit.ts')
      return renderAuditJunit(result, { problems, lang })
    }
    case 'sarif': {
      const { renderAuditSarif } = await import('../../render/pipeline/sarif.ts')
      return renderAuditSarif(result, problems, { lang, version: PVA_VERSION, inputs: await load.inputFiles() })
    }
    default: {
      const { renderAuditGithub } = await import('../../render/pipeline/github.ts')
      return renderAuditGithub(result, problems, { lang })
    }
  }
}
