import { tmpdir } from 'node:os'
import type { DatabaseFailure } from '../../engine/database.ts'
import type { EngineFailure } from '../../engine/engine.ts'
import { type Problem, problem } from '../../model/problem.ts'
import type { TableFile } from './table-files.ts'

/** What a user is told of a table that an engine, or what it needs, failed at. */
export function engineProblem(
  { why, message }: EngineFailure,
  { path, format }: Pick<TableFile, 'path' | 'format'>,
): Problem {
  const at = { file: path, line: 1, column: 1, length: 0 }
  if (why === 'missing') return problem('table-not-read', at, { why: 'no-engine', detail: ENGINE_PACKAGE })
  if (why === 'broken' || why === 'version') {
    const found = message.split('\n', 1)[0] ?? ''
    return problem('table-not-read', at, { why: `engine-${why}`, detail: ENGINE_PACKAGE, found })
  }
  if (why === 'rows-disagree') return problem('table-not-read', at, { why: 'parquet-rows', detail: '' })
  if (why !== 'unreadable') return problem('table-not-read', at, { why, detail: tmpdir() })
  // What an engine says begins with the sort of its error, and names the file as it was given to it.
  const [said = ''] = message.replace(/^[\w ]+ Error: /, '').split('\n', 1)
  const detail = said.replace(/(['"])([^'"]*)\1/g, (quoted, quote: string, name: string) =>
    /[/\\]/.test(name) ? quote + path + quote : quoted,
  )
  return format === 'parquet'
    ? problem('table-not-read', at, { why: 'parquet-other', detail })
    : problem('unreadable', at, { why: 'other', detail })
}

/** What a user is told of a database that does not give a table. */
export function databaseProblem({ why, message }: DatabaseFailure, { path, namedAt }: TableFile): Problem {
  const at = namedAt ?? { file: path, line: 1, column: 1, length: 0 }
  const detail = why === 'no-package' ? DATABASE_PACKAGE : message.split('\n', 1).join('')
  return problem('source-not-read', at, { why, source: path, detail })
}

/** As package.json names it. */
const DATABASE_PACKAGE = 'pg@8'

/** As package.json names it. */
const ENGINE_PACKAGE = '@duckdb/node-api@1.5.6-r.1'
