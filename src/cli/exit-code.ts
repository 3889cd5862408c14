/** What a run tells its caller (FORMATS §2). */
export const exitCode = {
  done: 0,
  /** A target was missed, a claim is inconsistent. */
  broken: 1,
  /** Input or usage is wrong; wins over `broken`. */
  wrong: 2,
  /** A fault in the program. */
  fault: 70,
} as const
