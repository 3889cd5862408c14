import { isClaimsTable } from '../../read/claims/claims-table.ts'
import { namesOurKind } from '../../read/input.ts'
import type { ProseKind } from '../../read/prose/claims.ts'
import { STDIN } from './files.ts'

/** The endings of texts that are read as prose. */
export const PROSE_NAME = /\.(?:txt|text|md|markdown|html?|docx)$/i

/** What kind of text a file is, by its ending; what comes by standard input, by how it begins. null: it is no prose. */
export function proseKindOf(path: string, bytes: Uint8Array): ProseKind | null {
  if (path !== STDIN) {
    const ending = PROSE_NAME.exec(path)?.[0].toLowerCase() ?? ''
    if (ending === '') return null
    if (ending === '.docx') return 'docx'
    return ending.startsWith('.htm') ? 'html' : ending.startsWith('.m') ? 'md' : 'txt'
  }
  if (bytes[0] === 0x50 && bytes[1] === 0x4b) return 'docx'
  const begin = new TextDecoder().decode(bytes.subarray(0, MOST_LOOKED_AT)).trimStart()
  if (/^<(?:!doctype|html|body|head|p|div|article|section|h[1-6])\b/i.test(begin)) return 'html'
  const isOurs = isClaimsTable(bytes) || namesOurKind(begin) || /^[{[]/.test(begin)
  return isOurs ? null : 'txt'
}

const MOST_LOOKED_AT = 65_536
