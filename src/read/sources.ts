import { type Problem, problem } from '../model/problem.ts'
import { type DataSource, databaseEngines, isLocal } from '../model/source.ts'
import { scalarAt, textAt, wholeNumberAt, wordAt } from './document/fields.ts'
import { onlyDocument } from './document/only-document.ts'
import { hasErrors, report, type Scope, scopeOf } from './document/scope.ts'
import { reportShape } from './document/shape.ts'
import { MapNode } from './document/tree.ts'
import type { FileToRead } from './input.ts'
import { sourcesSchema } from './schema/sources.ts'

/** Reads a file of sources, by their names; none with its problems where anything in it cannot be read. */
export function readSources(file: FileToRead): {
  readonly sources: ReadonlyMap<string, DataSource>
  readonly problems: readonly Problem[]
} {
  const sources = new Map<string, DataSource>()
  const found = onlyDocument(file, 'sources')
  if ('problems' in found) return { sources, problems: found.problems }
  const scope = scopeOf(file.path, null)
  const secrets = new Set(secretsIn(found.root, null, scope))
  reportShape(found.root, sourcesSchema, scope)
  const named = found.root.get('sources')
  for (const [name, { value }] of named instanceof MapNode ? named.entries : []) {
    const source = value instanceof MapNode ? sourceFrom(name, value, scope) : null
    if (source) sources.set(name, source)
  }
  // A password is no key that is spelt wrong.
  const problems = scope.problems.filter(({ code, at }) => code !== 'unknown-key' || !secrets.has(at?.line ?? 0))
  return { sources: hasErrors(scope) ? new Map() : sources, problems }
}

/** The variable of the environment that holds the password of a source. */
export function secretVariable(name: string): string {
  return `PVA_${name.toUpperCase().replace(/[^A-Z0-9]/g, '_')}_PASSWORD`
}

/** The lines in which keys stand that are called as secrets are. */
function secretsIn(map: MapNode, name: string | null, scope: Scope): readonly number[] {
  return [...map.entries].flatMap(([key, { keyAt, value }]) => {
    if (/pass(?:word|wd|phrase)?$|^pw$|pwd|secret|token|api.?key|^url$|^dsn$|mat_?khau/i.test(key)) {
      scope.problems.push(problem('secret-in-file', keyAt, { key, variable: secretVariable(name ?? 'name') }))
      return [keyAt.line]
    }
    return value instanceof MapNode ? secretsIn(value, map.entries.has('kind') ? null : (name ?? key), scope) : []
  })
}

function sourceFrom(name: string, map: MapNode, scope: Scope): DataSource | null {
  const engine = wordAt(map, 'engine', databaseEngines)
  const [database, user] = [textAt(map, 'database'), textAt(map, 'user')]
  const host = textAt(map, 'host') ?? 'localhost'
  const hostAt = scalarAt(map, 'host')?.at ?? map.at
  const [stated, ca] = [textAt(map, 'tls'), scalarAt(map, 'ca')]
  const tls = stated === null ? !isLocal(host) : stated === 'true'
  if (!/^[\w.:/-]+$/.test(host) || host.includes('//')) {
    report(scope, 'bad-value', hostAt, { written: host, expected: 'text', suggestion: null })
  }
  if (!tls && !isLocal(host)) {
    report(scope, 'source-not-read', scalarAt(map, 'tls')?.at ?? hostAt, { why: 'no-tls', source: name, detail: host })
  }
  if (!engine || database === null || user === null) return null
  return {
    ...{ name, engine, host, database, user, tls },
    port: wholeNumberAt(map, 'port') ?? (engine === 'postgres' ? 5432 : tls ? 8443 : 8123),
    ca: ca && { path: ca.text, at: ca.at },
    seconds: wholeNumberAt(map, 'timeout') ?? 600,
  }
}
