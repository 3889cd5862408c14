import { goneThrough } from '../table/xlsx/xml.ts'
import { archiveIn, type Inflate, type ZipFault } from '../table/xlsx/zip.ts'
import type { Passage } from './passage.ts'

/**
 * The paragraphs of a Word document, with those of its tables left out; their number is the line of a place. What was
 * deleted or is a field's instruction is no text (ECMA-376 Part 1, 17.3 and 17.13).
 */
export function docxPassages(bytes: Uint8Array, inflate: Inflate): readonly Passage[] | ZipFault {
  const archive = archiveIn(bytes, inflate)
  if (typeof archive === 'string') return archive
  const content = archive.entry('word/document.xml')
  if (content === undefined) return 'broken'
  if (typeof content === 'string') return content
  const passages: Passage[] = []
  let number = 0
  let tables = 0
  let isText = false
  let text = ''
  let length = 0
  const isXml = goneThrough(content, {
    open: (name) => {
      if (name === 'tbl') tables++
      if (name === 'p') {
        number++
        text = ''
      }
      if (name === 'tab' || name === 'br') text += ' '
      isText = name === 't'
    },
    text: (piece) => {
      if (isText) text += piece
      length += isText ? piece.length : 0
    },
    isDone: () => length > MOST_TEXT,
    close: (name) => {
      if (name === 'tbl') tables--
      if (name === 't') isText = false
      if (name !== 'p') return
      if (tables === 0 && text.trim() !== '') {
        const line = number
        passages.push({ text, place: (index) => ({ line, column: index + 1 }) })
      }
      text = ''
    },
  })
  if (length > MOST_TEXT) return 'too-large'
  return isXml ? passages : 'broken'
}

/** In characters: of a thousand pages. What packs as well as one sentence over and over unpacks to far more. */
const MOST_TEXT = 2 * 1024 * 1024
