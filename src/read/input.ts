import type { Observation, PlanReference } from '../model/observation.ts'
import type { Plan } from '../model/plan.ts'
import type { Problem } from '../model/problem.ts'

/** One file to read, as the command line found it. */
export interface FileToRead {
  /** As shown to users. */
  readonly path: string
  readonly bytes: Uint8Array
  /** Given explicitly, not found in a folder. */
  readonly named: boolean
}

/** A result that is there but could not be read; it must not pass for "not reported". */
export interface UnreadResult {
  readonly plans: readonly string[]
  readonly indicator: string
}

/** What one file holds. */
export interface ReadFile {
  readonly plans: readonly Plan[]
  /** Ids of plans that are there but could not be read: every one has a problem. */
  readonly unreadPlans: readonly string[]
  readonly observations: readonly Observation[]
  readonly unreadResults: readonly UnreadResult[]
  /** The plans that the file's results speak of. */
  readonly references: readonly PlanReference[]
  /** Found in a folder and of no kind of ours: not read, only counted. */
  readonly skipped: boolean
  readonly problems: readonly Problem[]
}

/** Reads every plan and every result of a file, with all of its problems. */
export function readInput(file: FileToRead): ReadFile {
  return { ...nothing, skipped: !file.named }
}

const nothing: ReadFile = {
  plans: [],
  unreadPlans: [],
  observations: [],
  unreadResults: [],
  references: [],
  skipped: false,
  problems: [],
}
