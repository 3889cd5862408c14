import { type Problem, problem } from '../../model/problem.ts'
import { MapNode, writtenOf } from './tree.ts'
import { decodedText } from './utf8.ts'
import { readYaml } from './yaml-source.ts'

/** The map that a file holds which may hold no other; or why it does not. */
export function onlyDocument(
  { path, bytes }: { readonly path: string; readonly bytes: Uint8Array },
  what: 'policies' | 'sources',
): { readonly root: MapNode } | { readonly problems: readonly Problem[] } {
  const start = { file: path, line: 1, column: 1, length: 1 }
  const decoded = decodedText(bytes)
  if ('badByte' in decoded) return { problems: [problem('not-utf8', start, { byte: decoded.badByte })] }
  const { documents, problems } = readYaml(path, decoded.text, /\.json$/i.test(path))
  const [document, second] = documents
  const found = [...problems, ...documents.flatMap((each) => each.problems)]
  if (found.length > 0) return { problems: found }
  if (!document?.root) return { problems: [problem('empty-file', start, {})] }
  // Half of it is none.
  if (second) return { problems: [problem('too-many', second.root?.at ?? start, { why: what, limit: 1 })] }
  const { root } = document
  if (root instanceof MapNode) return { root }
  return { problems: [problem('bad-value', root.at, { written: writtenOf(root), expected: 'map', suggestion: null })] }
}
