import type { CompletionLine, Input, LineDerivation } from '../../model/report.ts'
import type { OtherTimes } from '../results/other-times.ts'
import type { Judged } from '../target/judgement.ts'

/** What of a line is calculated when it is first read. */
export interface LateParts {
  readonly inputs: () => readonly Input[]
  readonly times: () => OtherTimes
  readonly derivation: () => LineDerivation
}

/** What of a line is known at once, beside how it is judged. */
export type LineFacts = Omit<CompletionLine, keyof Judged | 'inputs' | keyof OtherTimes | 'rank' | 'shortfallShare'>

/**
 * A line of a report. Of thousands of areas few formats show the inputs and other times, which take more work and memory
 * than all else: they are put together when they are asked for. Its place among other areas is set once all are known.
 */
export class LateLine implements CompletionLine {
  readonly indicator: CompletionLine['indicator']
  readonly area: CompletionLine['area']
  readonly target: CompletionLine['target']
  readonly originalTarget: CompletionLine['originalTarget']
  readonly actual: CompletionLine['actual']
  readonly origin: CompletionLine['origin']
  readonly state: CompletionLine['state']
  readonly actualPeriod: CompletionLine['actualPeriod']
  readonly status: CompletionLine['status']
  readonly partial: CompletionLine['partial']
  readonly measurement: CompletionLine['measurement']
  readonly variance: CompletionLine['variance']
  readonly favourable: CompletionLine['favourable']
  readonly formula: CompletionLine['formula']
  readonly achievement: CompletionLine['achievement']
  readonly achievementInterval: CompletionLine['achievementInterval']
  readonly undefinedReason: CompletionLine['undefinedReason']
  readonly used: CompletionLine['used']
  readonly progress: CompletionLine['progress']
  readonly verdict: CompletionLine['verdict']
  readonly standing: CompletionLine['standing']
  readonly expected: CompletionLine['expected']
  readonly pace: CompletionLine['pace']
  readonly forecast: CompletionLine['forecast']
  readonly required: CompletionLine['required']
  readonly original: CompletionLine['original']
  readonly published: CompletionLine['published']
  readonly change: CompletionLine['change']
  readonly superseded: CompletionLine['superseded']
  rank: CompletionLine['rank'] = null
  shortfallShare: CompletionLine['shortfallShare'] = null
  readonly #late: LateParts
  #times: OtherTimes | null = null

  /** Key by key: copying so many at once takes ten times as long. */
  constructor(facts: LineFacts, judged: Judged, late: LateParts) {
    this.indicator = facts.indicator
    this.area = facts.area
    this.target = facts.target
    this.originalTarget = facts.originalTarget
    this.actual = facts.actual
    this.origin = facts.origin
    this.state = facts.state
    this.actualPeriod = facts.actualPeriod
    this.status = facts.status
    this.partial = facts.partial
    this.measurement = facts.measurement
    this.variance = judged.variance
    this.favourable = judged.favourable
    this.formula = judged.formula
    this.achievement = judged.achievement
    this.achievementInterval = judged.achievementInterval
    this.undefinedReason = judged.undefinedReason
    this.used = judged.used
    this.progress = judged.progress
    this.verdict = judged.verdict
    this.standing = judged.standing
    this.expected = judged.expected
    this.pace = judged.pace
    this.forecast = judged.forecast
    this.required = judged.required
    this.original = facts.original
    this.published = facts.published
    this.change = facts.change
    this.superseded = facts.superseded
    this.#late = late
  }

  get inputs(): readonly Input[] {
    // Whoever reads them reads them several times before those of the next line; all of them would fill the memory.
    if (latest?.line !== this) latest = { line: this, inputs: this.#late.inputs() }
    return latest.inputs
  }

  get derivation(): LineDerivation {
    return this.#late.derivation()
  }

  get inPeriod(): OtherTimes['inPeriod'] {
    return this.#otherTimes().inPeriod
  }

  get lastYear(): OtherTimes['lastYear'] {
    return this.#otherTimes().lastYear
  }

  get previous(): OtherTimes['previous'] {
    return this.#otherTimes().previous
  }

  get increments(): OtherTimes['increments'] {
    return this.#otherTimes().increments
  }

  #otherTimes(): OtherTimes {
    this.#times ??= this.#late.times()
    return this.#times
  }
}

let latest: { readonly line: LateLine; readonly inputs: readonly Input[] } | null = null
