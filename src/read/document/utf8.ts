import { wellFormedLength } from '../../model/utf8.ts'

/** Text of a file, or the offset of the first byte that belongs to no character of UTF-8. A byte-order mark is no part of the text. */
export type DecodedText = { readonly text: string } | { readonly badByte: number }

export function decodedText(bytes: Uint8Array): DecodedText {
  try {
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(bytes) }
  } catch {
    return { badByte: wellFormedLength(bytes) }
  }
}
