/** Parts of the sentences of `report --format text`. Numbers, periods and verdicts come in already written. */
export const sentenceEn = {
  reached: (percent: string, target: string, verdict: string) => `${percent} of the target of ${target} (${verdict})`,
  heldAgainst: (target: string, verdict: string) => `target ${target} (${verdict})`,
  target: (target: string) => `target ${target}`,
  due: (expected: string) => `${expected} expected to date`,
  /** Of a ceiling. */
  ceilingDue: (expected: string) => `at most ${expected} to date`,
  /** The target of a part of the plan. */
  of: (target: string, period: string) => `${target} for ${period}`,
  up: (size: string, on: string) => `up ${size} on ${on}`,
  down: (size: string, on: string) => `down ${size} on ${on}`,
  unchanged: (on: string) => `unchanged on ${on}`,
}

export type SentenceWords = typeof sentenceEn
