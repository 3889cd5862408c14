import type { Language } from '../../model/figure.ts'
import type { Notation } from '../../model/notation.ts'
import { type Problem, problem } from '../../model/problem.ts'
import { isClaimsTable } from '../../read/claims/claims-table.ts'
import type { FileToRead } from '../../read/input.ts'
import { namesOurKind } from '../../read/input.ts'
import type { ProseKind } from '../../read/prose/claims.ts'
import type { DraftKind } from '../../render/draft/draft.ts'
import { inflate } from '../table/table-text.ts'
import { STDIN } from './files.ts'

/** The endings of texts that are read as prose. */
export const PROSE_NAME = /\.(?:txt|text|md|markdown|html?|docx)$/i

/**
 * What kind of text a file is, by its ending; what comes by standard input, by how it begins. null: it is no prose, as
 * a table or document of ours is not, though its name ends in `.txt`.
 */
export function proseKindOf(path: string, bytes: Uint8Array): ProseKind | null {
  const begin = () => new TextDecoder().decode(bytes.subarray(0, MOST_LOOKED_AT)).trimStart()
  const isOurs = (text: string) => isClaimsTable(bytes) || namesOurKind(text)
  if (path !== STDIN) {
    const ending = PROSE_NAME.exec(path)?.[0].toLowerCase() ?? ''
    if (ending === '') return null
    if (ending === '.docx') return 'docx'
    if (ending.startsWith('.htm')) return 'html'
    return ending.startsWith('.m') ? 'md' : isOurs(begin()) ? null : 'txt'
  }
  if (bytes[0] === 0x50 && bytes[1] === 0x4b) return 'docx'
  const text = begin()
  if (/^<(?:!doctype|html|body|head|p|div|article|section|h[1-6])\b/i.test(text)) return 'html'
  return isOurs(text) || /^[{[]/.test(text) ? null : 'txt'
}

const MOST_LOOKED_AT = 65_536

/** Drafts a document from a file of prose; a problem where it is none, or cannot be read. */
export async function proseDraft(
  as: DraftKind,
  notation: Notation | null,
  lang: Language,
): Promise<(file: FileToRead) => { readonly text: string } | Problem> {
  const [{ claimsOfText, textIn }, { draftOf }, inflating] = await Promise.all([
    import('../../read/prose/claims.ts'),
    import('../../render/draft/draft.ts'),
    inflate(),
  ])
  return ({ path, bytes }) => {
    const kind = proseKindOf(path, bytes)
    if (!kind) return problem('nothing-to-do', null, { why: 'no-draft', where: path })
    const text = textIn(path, bytes, kind, notation, inflating)
    if ('code' in text) return text
    return { text: draftOf(as, { file: path, notation: text.notation, ...claimsOfText(text) }, lang) }
  }
}
