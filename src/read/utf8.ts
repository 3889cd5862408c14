/** Text of a file, or the offset of the first byte that is not UTF-8. A byte-order mark is no part of the text. */
export type DecodedText = { readonly text: string } | { readonly badByte: number }

export function decodedText(bytes: Uint8Array): DecodedText {
  try {
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(bytes) }
  } catch {
    return { badByte: firstBadByte(bytes) }
  }
}

/** Halves the range in which decoding first fails: the decoder itself does not tell where it did. */
function firstBadByte(bytes: Uint8Array): number {
  let good = 0
  let bad = bytes.length + 1
  while (bad - good > 1) {
    const middle = (good + bad) >> 1
    if (decodes(bytes.subarray(0, middle))) good = middle
    else bad = middle
  }
  return bad > bytes.length ? startOfLastCharacter(bytes) : bad - 1
}

/** `stream` lets a prefix end inside a character. */
function decodes(bytes: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes, { stream: true })
    return true
  } catch {
    return false
  }
}

/** Every prefix is fine, so the file breaks off inside its last character. */
function startOfLastCharacter(bytes: Uint8Array): number {
  let start = bytes.length - 1
  while (start > 0 && ((bytes[start] ?? 0) & 0xc0) === 0x80) start--
  return start
}
