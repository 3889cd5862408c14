import { describe, expect, it } from 'vitest'
import { decodedText } from '../../../src/read/document/utf8.ts'

const bytes = (...parts: (string | number[])[]) =>
  Uint8Array.from(parts.flatMap((part) => (typeof part === 'string' ? [...new TextEncoder().encode(part)] : part)))

describe('the text of a file', () => {
  it('is UTF-8, its byte-order mark left out', () => {
    expect(decodedText(bytes([0xef, 0xbb, 0xbf], 'Hà Nam'))).toEqual({ text: 'Hà Nam' })
  })

  it.each([
    ['the first byte that begins no character', bytes('Hà', [0xff], 'x'), 3],
    ['the character that breaks off', bytes('a', [0xe1, 0xbb], 'x'), 1],
    ['a character in more bytes than it needs', bytes('a', [0xe0, 0x80, 0xaf]), 1],
    ['half of a character of UTF-16', bytes('a', [0xed, 0xa0, 0x80]), 1],
    ['a character beyond the last one', bytes('a', [0xf4, 0x90, 0x80, 0x80]), 1],
    ['the character that the file breaks off in', bytes('ab', [0xe1, 0xbb]), 2],
    ['UTF-16 by its byte-order mark', bytes([0xff, 0xfe, 0x6b, 0x00]), 0],
    ['Windows-1258', bytes('kind: plan # T', [0xff], ' l'), 14],
  ])('names %s', (_, input, badByte) => {
    expect(decodedText(input)).toEqual({ badByte })
  })
})
