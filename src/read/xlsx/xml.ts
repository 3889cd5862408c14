import { parser as saxParser } from 'sax'

export interface XmlHandlers {
  /** `name` without its prefix. */
  readonly open: (name: string, attribute: (name: string) => string | undefined) => void
  readonly text?: (text: string) => void
  readonly close?: (name: string) => void
}

/**
 * Goes through a document; false where it is not well-formed, not UTF-8, or declares a document type: no workbook has
 * one, and entities are how XML is made to swell or to read other files.
 */
export function goneThrough(bytes: Uint8Array, { open, text, close }: XmlHandlers): boolean {
  const parser = saxParser(true)
  parser.onerror = refuse
  parser.ondoctype = refuse
  parser.onopentag = ({ name, attributes }) => {
    open(local(name), (wanted) => {
      const key = Object.keys(attributes).find((each) => each === wanted || local(each) === wanted)
      const value = key === undefined ? undefined : attributes[key]
      return typeof value === 'string' ? value : undefined
    })
  }
  if (text) {
    parser.ontext = text
    parser.oncdata = text
  }
  if (close) parser.onclosetag = (name) => close(local(name))
  try {
    const decoder = new TextDecoder('utf-8', { fatal: true })
    // In pieces, so that the whole is never held a second time as one text.
    for (let at = 0; at < bytes.length; at += PIECE)
      parser.write(decoder.decode(bytes.subarray(at, at + PIECE), { stream: true }))
    parser.write(decoder.decode())
    parser.close()
    return true
  } catch (error) {
    if (error instanceof Refused || error instanceof TypeError) return false
    throw error
  }
}

const PIECE = 1 << 16

class Refused extends Error {}

function refuse(): never {
  throw new Refused()
}

function local(name: string): string {
  return name.slice(name.indexOf(':') + 1)
}
