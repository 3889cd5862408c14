import type { Language } from '../../model/figure.ts'
import type { Problem } from '../../model/problem.ts'
import type { InputFile } from '../../model/report.ts'
import type { Long } from '../figure/pieces.ts'
import type { Document } from './document.ts'

/** A format for people: a writer of documents, whatever they are of. */
export interface DocumentFormat {
  /** Bytes that a terminal would obey. */
  readonly isBinary?: true
  readonly look: (around: Around) => Omit<DocumentLook, 'lang'>
  readonly write: (documentIn: (lang: Language) => Document, around: Around) => Written | Promise<Written>
}

export type Written = Long | Uint8Array

/** What a document has to know of the format that it is made for. */
export interface DocumentLook {
  readonly lang: Language
  readonly unicode: boolean
  /** How a footnote is marked. */
  readonly marks: { readonly sign: (number: number, text: string) => string; readonly separator?: string }
  /** Years that stand side by side in one table; null: as many as the width takes. */
  readonly yearsPerTable: number | null
  /** There is room for all that is known, … */
  readonly hasRoom?: true
  /** … and for every figure that it came from. */
  readonly isWorkbook?: true
  /** It says so where there is nothing to show. */
  readonly showsNothing?: true
}

/** What a format may need besides the document. */
export interface Around {
  readonly lang: Language
  /** Of a page that shows a choice of languages: the one it opens in first. */
  readonly languages: readonly [Language, ...Language[]]
  readonly width: number
  readonly color: boolean
  readonly unicode: boolean
  readonly quiet: boolean
  readonly problems: readonly Problem[]
  readonly inputs: () => Promise<readonly InputFile[]>
  /** Of this program. */
  readonly version: string
  /** SHA-256 of a text in UTF-8, in Base64. */
  readonly sha256: (text: string) => string
}
