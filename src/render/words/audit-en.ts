import type { ClaimedThing, ClaimInputKey, ClaimUndefinedReason, ClaimVerdict, PrintedWord } from '../../model/claim.ts'
import type { RoundingMode } from '../../model/exact.ts'
import type { Unit } from '../../model/unit.ts'
import { listed } from '../problem/problem-words.ts'
import type { Counted } from './en.ts'

/** The words of `audit` in one language. Figures, names and places come in already written. */
export const auditEn = {
  columns: {
    claim: 'Claim',
    what: 'What',
    printed: 'Printed',
    computed: 'Computed',
    verdict: 'Verdict',
    why: 'Why',
    place: 'Place',
  },
  things: {
    completion: 'Completion',
    exceedsBy: 'Beyond the plan',
    change: 'Change',
    relativeChange: 'Relative change',
    poorChange: 'Change in the poor',
    rate: 'Rate',
    total: 'Total of parts',
    growth: 'Growth',
    base: 'Points and households',
    verdict: 'Outcome',
  } satisfies Record<ClaimedThing, string>,
  verdicts: {
    consistent: 'Consistent',
    'consistent-truncated': 'Consistent, cut off',
    'consistent-half-even': 'Consistent, half to even',
    'consistent-within-rounding': 'Consistent within rounding',
    implied: 'Implied',
    undefined: 'Undefined',
    undecided: 'Undecided',
    wording: 'Wording',
    'other-formula': 'Other formula',
    inconsistent: 'Inconsistent',
  } satisfies Record<ClaimVerdict, string>,
  /** A verdict in the middle of a sentence: `3 consistent`. */
  verdictCounts: {
    consistent: 'consistent',
    'consistent-truncated': 'consistent when cut off',
    'consistent-half-even': 'consistent with halves to even',
    'consistent-within-rounding': 'consistent within rounding',
    implied: 'implied',
    undefined: 'undefined',
    undecided: 'undecided',
    wording: 'wrong in wording',
    'other-formula': 'by another formula',
    inconsistent: 'inconsistent',
  } satisfies Record<ClaimVerdict, string>,
  /** What a number of a claim is called in a sentence. */
  inputs: {
    baseline: 'baseline',
    from: 'start',
    to: 'end',
    target: 'target',
    actual: 'actual',
    completion: 'completion',
    exceeds_by: 'excess',
    change: 'change',
    relative_change: 'relative change',
    poor_change: 'change in the poor',
    numerator: 'numerator',
    denominator: 'denominator',
    rate: 'rate',
    total: 'total',
    previous: 'previous figure',
    growth: 'growth',
    parts: 'parts',
  } satisfies Record<ClaimInputKey, string>,
  outcomes: { met: 'met', exceeded: 'exceeded', missed: 'missed' } satisfies Record<PrintedWord['word'], string>,
  undefinedReasons: {
    'zero-target': 'the target is 0',
    'zero-actual': 'the actual is 0',
    'target-equals-baseline': 'the target equals the baseline',
    'no-baseline': 'there is no baseline',
    'zero-start': 'it starts from 0',
    'zero-denominator': 'the denominator is 0',
    'formula-does-not-fit': 'the stated formula needs another kind of target',
  } satisfies Record<ClaimUndefinedReason, string>,
  /** A claim without a figure to check. */
  nothingClaimed: 'no published figure',
  /** The ratio of a figure to an earlier one that is not printed. */
  ratio: 'of the earlier figure',
  directions: {
    at_least: 'at least',
    at_most: 'at most',
    above: 'above',
    below: 'below',
    reduce_by: 'as a reduction',
    increase_by: 'as an increase',
  },
  /** Where a target was taken from that is not in the sentence. */
  ofPlan: (indicator: string, place: string) => `target of ${indicator}, ${place}`,
  readAs: 'read as',
  unread: { title: 'Not read', figure: 'Figure', sentence: 'Sentence' },
  quoted: (sentence: string) => `“${sentence}”`,
  and: (items: readonly string[]) => listed(items, 'and'),
  or: (items: readonly string[]) => listed(items, 'or'),
  why: {
    exactly: 'exactly',
    /** Behind how it fits: no mark says per cent, and the number is the ratio. */
    asRatio: 'as a ratio',
    rounds: (printed: string) => `rounds to ${printed}`,
    inside: 'inside the printed range',
    outcomeFits: 'as the figures say',
    holdsForAll: 'true for all values the figures allow',
    cutOff: (halfUp: string) => `decimals cut off; rounded: ${halfUp}`,
    halvesToEven: (halfUp: string) => `only with halves rounded to even; usually ${halfUp}`,
    inputsRounded: (keys: readonly string[], possible: string) =>
      `${listed(keys, 'and')} ${keys.length === 1 ? 'is' : 'are'} rounded: ${possible}`,
    takenAsRounded: (keys: readonly string[], possible: string) =>
      `if ${listed(keys, 'and')} ${keys.length === 1 ? 'was' : 'were'} rounded as printed: ${possible}`,
    impliedTarget: (roundest: string | null, interval: string) =>
      `implied target ${roundest === null ? interval : `${roundest}; ${interval}`}`,
    otherTarget: (reading: string, roundest: string | null, interval: string) =>
      `${reading}: ${roundest === null ? interval : `${roundest}; ${interval}`}`,
    readBy: (formula: string) => `read as ${formula}`,
    readOffBy100: 'if the percentage is of the plan',
    readIn: {
      percent: 'if per cent is meant',
      points: 'if points are meant',
      number: 'if the unit is meant',
    } satisfies Record<Unit, string>,
    pointsOrPercent: (inPoints: readonly string[], inPercent: readonly string[]) =>
      `${listed(inPoints, 'or')} if the plan is in points, ${listed(inPercent, 'or')} if it is per cent of the start`,
    decidedBy: (sets: readonly (readonly string[])[]) =>
      `cannot be decided without ${listed(
        sets.map((keys) => listed(keys, 'and')),
        'or',
      )}`,
    notExact: (keys: readonly string[]) =>
      keys.length === 1
        ? `${keys[0]} is rounded; the exact figure would settle it`
        : `${listed(keys, 'and')} are rounded; exact figures would settle it`,
    directionNotStated: 'right if less is better; state `direction`',
    anyTargetFits: 'any target fits, because the actual is 0',
    noTargetFits: 'no target gives this percentage',
    meantOfPlan: (printed: string, computed: string) =>
      `${printed} is the percentage of the plan; the excess is ${computed}`,
    meantBeyondPlan: (printed: string, computed: string) =>
      `${printed} is the excess over the plan; the completion is ${computed}`,
    meantOfStart: (printed: string, computed: string) =>
      `${printed} is the percentage of the earlier figure; the change is ${computed}`,
    pointsAsPercent: 'these are percentage points, printed as per cent',
    percentAsPoints: 'this is per cent, printed as percentage points',
    otherFormula: (formula: string, usual: string, usualComputed: string | null) =>
      `right by ${formula}${usualComputed === null ? '' : `; ${usual} gives ${usualComputed}`}`,
    tooHigh: (by: string) => `too high by ${by}`,
    tooLow: (by: string) => `too low by ${by}`,
    otherwise: (reading: string, computed: string) => `${reading}: ${computed}`,
    outside: (interval: string) => `the figures allow only ${interval}`,
    swappedDigits: (key: string, printed: string, corrected: string) =>
      `fits with two digits swapped: ${key} ${corrected} for ${printed}`,
    /** The decimal mark of any one of these may have been shifted. */
    shiftedDecimals: (corrected: readonly string[]) => `fits with the decimal mark shifted: ${listed(corrected, 'or')}`,
    swappedInputs: (keys: readonly string[]) => `fits with ${listed(keys, 'and')} swapped`,
    figuresSay: (outcomes: readonly string[]) => `the figures say ${listed(outcomes, 'or')}`,
    oneBase: (base: string, interval: string) => `both fit ${base} households; ${interval}`,
    baseChanged: (from: string | null, to: string | null) =>
      from === null || to === null
        ? 'both fit only if the number of households changed'
        : `both fit only if the number of households changed from ${from} to ${to}`,
    baseIfUnchanged: (base: string, interval: string) =>
      `${base} households if their number did not change; ${interval}`,
    noBase: 'no number of households that changes by at most a tenth fits both',
  },
  summary: {
    figures: ({ count, text }: Counted) => `${text} ${count === 1 ? 'figure' : 'figures'}`,
    claims: ({ count, text }: Counted) => `${text} ${count === 1 ? 'claim' : 'claims'}`,
    /** Behind the number of claims. */
    inClaims: (figures: string, claims: string) => `${figures} in ${claims}`,
    /** Figures, those that were read, audited and not read. */
    ofProse: (sentences: Counted, [figures, ...counts]: readonly Counted[]) => {
      const [read, audited, unread] = counts.map(({ text }) => text)
      return `${sentences.text} ${sentences.count === 1 ? 'sentence' : 'sentences'} with ${figures?.text} ${figures?.count === 1 ? 'figure' : 'figures'}: ${read} read, ${audited} audited, ${unread} not read.`
    },
    leftOut: ({ count, text }: Counted) =>
      `${text} ${count === 1 ? 'claim was' : 'claims were'} left out: see the errors on standard error.`,
  },
  sheet: {
    source: 'source',
    steps: {
      printed: 'printed',
      formula: 'formula',
      interval: 'possible',
      rounding: 'rounded',
      target: 'implied target',
      verdict: 'verdict',
    },
    readAs: (number: string) => `read as ${number}`,
    isExact: 'taken as exact',
    mayBe: (interval: string) => `may be ${interval}`,
    roundedTo: (mode: RoundingMode, decimals: number, result: string) =>
      `${result}, ${MODES[mode]} to ${decimals} ${decimals === 1 ? 'decimal' : 'decimals'}`,
    roundest: (number: string) => `the roundest number in it is ${number}`,
    sumOfParts: 'sum of the parts',
    lowEnd: 'lower end',
    highEnd: 'upper end',
  },
}

export type AuditWords = typeof auditEn

const MODES = { 'half-up': 'rounded half-up', 'half-even': 'rounded half to even', truncate: 'cut off' } as const
