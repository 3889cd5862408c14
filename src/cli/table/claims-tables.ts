import { closeSync, openSync, readSync, statSync } from 'node:fs'
import type { Notation } from '../../model/notation.ts'
import { claimsFromTable, isClaimsTable } from '../../read/claims/claims-table.ts'
import { type FileToRead, nothing, type ReadFile, readInput } from '../../read/input.ts'
import { type FoundFile, STDIN } from '../input/files.ts'

/** Tables of text by the ending of their names; one that a spreadsheet wrote as UTF-16 may have any. */
const TABLE_NAME = /\.(?:csv|tsv|tab)$/i

/** Reads a file that may be a table of claims as well as a document of any kind. */
export function readWithClaims(file: FileToRead, notation: Notation | null): ReadFile {
  const { path, bytes } = file
  const isTable = path === STDIN ? isClaimsTable(bytes) : TABLE_NAME.test(path) || isUtf16(bytes)
  if (!isTable) return readInput(file)
  return { ...nothing, claimDocuments: 1, ...claimsFromTable(path, bytes, notation) }
}

/** Whether a file that could be a table of results is one of claims, by its header. */
export function isTableOfClaims({ absolute }: FoundFile): boolean {
  return isClaimsTable(headOf(absolute))
}

function isUtf16([first, second]: Uint8Array): boolean {
  return (first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff)
}

const MOST_OF_HEADER = 65_536

/** The beginning of a regular file; empty where it cannot be read: whoever reads all of it says why. */
function headOf(path: string): Uint8Array {
  try {
    if (!statSync(path).isFile()) return new Uint8Array()
    const descriptor = openSync(path, 'r')
    try {
      const head = Buffer.alloc(MOST_OF_HEADER)
      return head.subarray(0, readSync(descriptor, head))
    } finally {
      closeSync(descriptor)
    }
  } catch {
    return new Uint8Array()
  }
}
