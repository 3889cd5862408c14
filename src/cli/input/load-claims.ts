import type { Claim } from '../../model/claim.ts'
import { firstError, problem, sortedProblems } from '../../model/problem.ts'
import type { Notation } from '../../read/number/number-text.ts'
import { readWithClaims } from '../table/claims-tables.ts'
import type { World } from '../world.ts'
import { DEFAULT_FOLDER, type ReadInputs, readFiles } from './load.ts'

export interface LoadedClaims extends ReadInputs {
  /** In the order of the files. */
  readonly claims: readonly Claim[]
  /** How many are there but could not be read. */
  readonly unread: number
}

/** Reads the claims of the files that the arguments stand for: documents, and tables in `notation`. */
export async function loadedClaims(
  args: readonly string[],
  notation: Notation | null,
  world: World,
): Promise<LoadedClaims> {
  const { parts, problems, tablesInFolders, ...inputs } = await readFiles(args, world, (file) =>
    readWithClaims(file, notation),
  )
  const claims = parts.flatMap((part) => part.claims)
  const all = [...problems, ...parts.flatMap((part) => part.problems)]
  if (claims.length === 0 && !firstError(all)) {
    all.push(problem('nothing-to-do', null, { why: 'no-claims', where: args.join(' ') || DEFAULT_FOLDER }))
  }
  return {
    claims,
    unread: parts.reduce((sum, { unreadClaims }) => sum + unreadClaims, 0),
    problems: sortedProblems(all),
    skipped: parts.filter(({ skipped }) => skipped).length,
    passedTables: tablesInFolders.map(({ path }) => path),
    ...inputs,
  }
}
