/** Everything of the outside that a run touches besides files, so that tests can stand in for it. */
export interface World {
  readonly env: Readonly<Record<string, string | undefined>>
  readonly cwd: string
  /** `2018-07-01`, in local time. */
  readonly today: () => string
  readonly stdout: Output
  readonly stderr: Output
  /** All of it, or more than `most` bytes of it; rejects where it cannot be read. */
  readonly stdin: (most: number) => Promise<Uint8Array>
  /** Runs something before an interrupt ends the process, and waits a little for it; gives what takes that back. */
  readonly onInterrupt: (act: () => void | Promise<void>) => () => void
  /** Has a folder removed when the process ends before it could be, however that comes; gives what takes that back. */
  readonly guardedFolder: (folder: string, remove: () => void) => Promise<() => void>
  /** A text that is shipped with the program: `schemas/plan.schema.json`, `docs/files.md`. */
  readonly shipped: (path: string) => string
  /** Prints a long text; page by page in a terminal. */
  readonly page: (text: string) => Promise<void>
}

export interface Output {
  readonly isTTY: boolean
  /** Of a terminal, as wide as it is now. */
  readonly columns: number | undefined
  /**
   * Resolves when the content is handed over, and also when nobody reads any more: a closed pipe is no error. Rejects
   * where it cannot be written: the disk is full.
   */
  write(content: string | Uint8Array): Promise<void>
}
