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

/** Why a server gives no sums. */
export type SourceFailure =
  /** The package that asks it is not installed. */
  | 'no-package'
  | 'version'
  /** Its texts are in no UTF-8. */
  | 'encoding'
  | 'connection'
  | 'login'
  | 'tls'
  | 'no-table'
  | 'no-permission'
  | 'time-out'
  | 'cancelled'
  /** The answer broke off. */
  | 'broken-off'
  | 'server'
  /** It is not what it was when reading began. */
  | 'changed'
  /** The file that should hold the password: others may read it, it lies where plans do, or is not there. */
  | 'secret-mode'
  | 'secret-inside'
  | 'secret-missing'
