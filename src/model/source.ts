import type { Place } from './figure.ts'

export const databaseEngines = ['postgres', 'clickhouse'] as const
export type DatabaseEngine = (typeof databaseEngines)[number]

/** A server that holds registers, as a file of sources names it. */
export interface DataSource {
  readonly name: string
  readonly engine: DatabaseEngine
  readonly host: string
  readonly port: number
  readonly database: string
  readonly user: string
  readonly tls: boolean
  /** A file of certificates, as written. */
  readonly ca: { readonly path: string; readonly at: Place } | null
  /** How long a statement may take. */
  readonly seconds: number
}

/** A table of a database as it was when it was read. */
export interface DatabaseRead extends Pick<DataSource, 'engine' | 'host' | 'port' | 'database'> {
  readonly table: string
  readonly rows: number
  /** By the server's clock: `2018-12-31T17:00:00Z`. */
  readonly at: string
}

/** Whether a server is on this computer: its name, an address of it, or a folder. */
export function isLocal(host: string): boolean {
  return /^(?:localhost|127(?:\.\d{1,3}){3}|::1|\/.*)$/i.test(host)
}
