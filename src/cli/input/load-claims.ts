import { withPlanTargets } from '../../calc/audit/plan-target.ts'
import type { Claim, ReadProse } from '../../model/claim.ts'
import type { Notation } from '../../model/notation.ts'
import { firstError, problem, sortedProblems } from '../../model/problem.ts'
import { type FileToRead, nothing, type ReadFile } from '../../read/input.ts'
import { readWithClaims } from '../table/claims-tables.ts'
import { inflate } from '../table/table-text.ts'
import type { World } from '../world.ts'
import { DEFAULT_FOLDER, type ReadInputs, readFiles, withPlanTables } from './load.ts'
import { PROSE_NAME, proseKindOf } from './prose.ts'

export interface LoadedClaims extends ReadInputs {
  /** In the order of the files. */
  readonly claims: readonly Claim[]
  /** How many are there but could not be read. */
  readonly unread: number
  /** What was read of prose; null: there is none. */
  readonly prose: ReadProse | null
}

/** Reads the claims of the files that the arguments stand for: documents, tables in `notation`, and prose. */
export async function loadedClaims(
  args: readonly string[],
  notation: Notation | null,
  world: World,
): Promise<LoadedClaims> {
  const prose = await proseReader(notation)
  const { parts, problems, tablesInFolders, ...inputs } = await withPlanTables(
    await readFiles(
      args,
      world,
      (file): Part => prose(file) ?? { ...readWithClaims(file, notation), prose: null },
      undefined,
      PROSE_NAME,
    ),
    world,
  )
  const claims = withPlanTargets(
    parts.flatMap((part) => part.claims),
    parts.flatMap(({ plans }) => plans),
  )
  const all = [...problems, ...parts.flatMap((part) => part.problems)]
  const read = parts.flatMap((part) => part.prose ?? [])
  if (claims.length === 0 && !firstError(all)) {
    const why = read.length > 0 ? 'no-statements' : 'no-claims'
    all.push(problem('nothing-to-do', null, { why, where: args.join(' ') || DEFAULT_FOLDER }))
  }
  return {
    claims,
    unread: parts.reduce((sum, { unreadClaims }) => sum + unreadClaims, 0),
    prose: read.length === 0 ? null : read.reduce(together),
    problems: sortedProblems(all),
    skipped: parts.filter(({ skipped }) => skipped).length,
    passedTables: tablesInFolders.map(({ path }) => path),
    ...inputs,
  }
}

interface Part extends ReadFile {
  readonly prose: ReadProse | null
}

/** Reads a file of prose; null where it is none. The reader is loaded with the first one. */
async function proseReader(notation: Notation | null): Promise<(file: FileToRead) => Part | null> {
  const { claimsOfText, textIn } = await import('../../read/prose/claims.ts')
  const inflating = await inflate()
  return ({ path, bytes }) => {
    const kind = proseKindOf(path, bytes)
    if (!kind) return null
    const text = textIn(path, bytes, kind, notation, inflating)
    return 'code' in text ? { ...nothing, prose: null, problems: [text] } : { ...nothing, ...claimsOfText(text) }
  }
}

function together(one: ReadProse, other: ReadProse): ReadProse {
  return {
    sentences: one.sentences + other.sentences,
    figures: one.figures + other.figures,
    read: one.read + other.read,
    unread: [...one.unread, ...other.unread],
    tasks: [...one.tasks, ...other.tasks],
  }
}
