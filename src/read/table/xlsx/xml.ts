import { parser as saxParser } from 'sax'

export interface XmlHandlers {
  /** `name` without its prefix. */
  readonly open: (name: string, attribute: (name: string) => string | undefined) => void
  readonly text?: (text: string) => void
  readonly close?: (name: string) => void
  /** Whether what follows is of no interest any more. */
  readonly isDone?: () => boolean
}

/**
 * Goes through a document; false where it is not well-formed, not UTF-8, or declares a document type: no workbook has
 * one, and entities are how XML is made to swell or to read other files.
 */
export function goneThrough(bytes: Uint8Array, { open, text, close, isDone }: XmlHandlers): boolean {
  const parser = saxParser(true)
  let depth = 0
  let elements = 0
  let attributes = 0
  parser.onerror = refuse
  parser.ondoctype = refuse
  parser.onattribute = () => {
    if (++attributes > MOST_ATTRIBUTES) refuse()
  }
  parser.onopentag = ({ name, attributes: given }) => {
    attributes = 0
    if (++depth > MOST_DEPTH || ++elements > MOST_ELEMENTS) refuse()
    open(local(name), (wanted) => {
      const key = Object.hasOwn(given, wanted) ? wanted : Object.keys(given).find((each) => local(each) === wanted)
      const value = key === undefined ? undefined : given[key]
      return typeof value === 'string' ? value : undefined
    })
  }
  if (text) {
    parser.ontext = text
    parser.oncdata = text
  }
  parser.onclosetag = (name) => {
    depth--
    close?.(local(name))
  }
  try {
    const decoder = new TextDecoder('utf-8', { fatal: true })
    // In pieces, so that the whole is never held a second time as one text.
    for (let at = 0; at < bytes.length; at += PIECE) {
      parser.write(decoder.decode(bytes.subarray(at, at + PIECE), { stream: true }))
      if (isDone?.()) return true
    }
    parser.write(decoder.decode())
    parser.close()
    return true
  } catch (error) {
    if (error instanceof Refused || error instanceof TypeError) return false
    throw error
  }
}

const PIECE = 1 << 16
/** No part of a workbook has as many; each level, attribute and element costs more than its bytes. */
const MOST_DEPTH = 100
const MOST_ATTRIBUTES = 200
const MOST_ELEMENTS = 1_000_000

class Refused extends Error {}

function refuse(): never {
  throw new Refused()
}

function local(name: string): string {
  return name.slice(name.indexOf(':') + 1)
}
