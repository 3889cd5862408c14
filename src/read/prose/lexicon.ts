/** What a phrase does in a statement. */
export type Role =
  /** A plan, target or budget. */
  | 'plan'
  /** What follows is planned. */
  | 'aim'
  /** What follows was done. */
  | 'done'
  | 'reach'
  | 'exceed'
  | 'short'
  | 'up'
  | 'down'
  | 'from'
  | 'to'
  | 'by'
  /** So many times. */
  | 'times'
  /** What follows is what it is compared with. */
  | 'than'
  /** An earlier time. */
  | 'earlier'
  /** The same again, in another way of counting: `or 2%`. */
  | 'or'
  | 'share'
  /** What follows are all parts; or some of them. */
  | 'whole'
  | 'among'
  /** What has rates for values. */
  | 'rate'
  | 'about'
  | 'above'
  | 'below'
  | 'least'
  | 'most'
  /** Several numbers in the order of other words: nothing is read of such a sentence. */
  | 'each'
  /** A plan falls short of itself in the words that follow: `the 17,000 it had planned`. */
  | 'planned'
  /** A plan that is spoken of and not set: `the goals above`. */
  | 'said'
  /** Another clause begins: `while`, `sau khi`. */
  | 'clause'
  | 'and'

/** Phrases that do the same, and a text with each in turn at `{}`, with what is read of it: the test of the line. */
export type Phrases = readonly [role: Role, phrases: string, example: string, reads: string]

export interface Lexicon {
  readonly phrases: readonly Phrases[]
  /** Words that may stand between a phrase and its number, and begin no subject. */
  readonly fillers: string
  /** Words whose number is a name: `page 12`; and those that make one of the number before them: `12 years old`. */
  readonly names: string
  readonly measures: string
  /** What is counted, where it has more than one word; `person times` is no `person`. */
  readonly units: string
  /** How many words behind a number belong to its unit where the list does not know it. */
  readonly mostUnitWords: number
  /** Words that a task begins with. */
  readonly tasks: string
}
