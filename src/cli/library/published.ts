import type { AuditDocument, ReportDocument } from '../../../schemas/documents.d.ts'

export type { AuditDocument, ReportDocument }

/** What was read: plans, results, claims. Nothing of the disk is looked at again, but for tables too large to hold. */
export interface Inputs {
  /** The files that were read, as they were named or found. */
  readonly files: readonly string[]
}

/** What is said of the files; the options of the command line of the same name. */
export interface ReadOptions {
  /** The folder that paths start from; the folder of the process unless stated. */
  readonly folder?: string
  /** How numbers are written in tables and articles: `16.250` is sixteen thousand in `vi`. */
  readonly numbers?: 'plain' | 'vi' | 'en' | 'si' | 'ch' | 'in' | { readonly group?: string; readonly decimal: string }
  /** The plans of the tables, by id. */
  readonly tablePlan?: readonly string[]
  /** Rows are results, or parts of them that are added up. */
  readonly rows?: 'results' | 'register'
}

/** What is calculated; `asOf` or `period`. */
export interface ReportOptions {
  /** A day, `2018-06-30`; the day of the newest results unless stated. */
  readonly asOf?: string
  /** The reporting period: `2018-06`, `2018-Q2`, `6m`. */
  readonly period?: string
  readonly targets?: 'revised' | 'original'
}

export interface AuditOptions {
  /** Also the figures of articles that were not read. */
  readonly unread?: boolean
}

export interface RenderOptions {
  /** Without it `en`; a page without it can be switched. */
  readonly lang?: 'en' | 'vi'
  readonly decimals?: number
  /** Of tables for a terminal, in columns; 80 unless stated. */
  readonly width?: number
  readonly color?: boolean
}

export type Format = 'table' | 'markdown' | 'html' | 'xlsx' | 'json' | 'csv' | 'junit' | 'sdmx-csv' | 'iati-xml'

/** Reads files, folders and patterns, as the command does; whatever is wrong with them stands in `problems` of a document. */
export declare function read(files: string | readonly string[], options?: ReadOptions): Promise<Inputs>

/** What `pva report --format json` writes. Throws a RangeError for an option that is none. */
export declare function report(inputs: Inputs, options?: ReportOptions): Promise<ReportDocument>

/** What `pva audit --format json` writes. */
export declare function audit(inputs: Inputs, options?: AuditOptions): Promise<AuditDocument>

/** A document of `report` or `audit` for people or programs: text, or bytes of a workbook. Throws a TypeError for any other. */
export declare function render<Asked extends Format>(
  document: ReportDocument | AuditDocument,
  format: Asked,
  options?: RenderOptions,
): Promise<Asked extends 'xlsx' ? Uint8Array : string>
