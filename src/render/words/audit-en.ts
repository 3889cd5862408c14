import { listed } from '../problem/problem-words.ts'
import type { AuditWords } from './audit-words.ts'

export const auditEn: AuditWords = {
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
  },
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
  },
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
  },
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
  },
  outcomes: { met: 'met', exceeded: 'exceeded', missed: 'missed' },
  undefinedReasons: {
    'zero-target': 'the target is 0',
    'zero-actual': 'the actual is 0',
    'target-equals-baseline': 'the target equals the baseline',
    'no-baseline': 'there is no baseline',
    'zero-start': 'it starts from 0',
    'zero-denominator': 'the denominator is 0',
    'formula-does-not-fit': 'the stated formula needs another kind of target',
  },
  nothingClaimed: 'nothing is claimed',
  quoted: (sentence) => `“${sentence}”`,
  and: (items) => listed(items, 'and'),
  or: (items) => listed(items, 'or'),
  why: {
    exactly: 'exactly',
    asRatio: 'as a ratio',
    rounds: (printed) => `rounds to ${printed}`,
    inside: 'inside what is printed',
    outcomeFits: 'the figures say so',
    holdsForAll: 'so for every number that the figures allow',
    cutOff: (halfUp) => `decimals cut off; rounded it is ${halfUp}`,
    halvesToEven: (halfUp) => `only with halves rounded to even; usually it is ${halfUp}`,
    inputsRounded: (keys, possible) =>
      `${listed(keys, 'and')} ${keys.length === 1 ? 'is' : 'are'} rounded: ${possible}`,
    takenAsRounded: (keys, possible) =>
      `if ${listed(keys, 'and')} ${keys.length === 1 ? 'was' : 'were'} rounded as printed: ${possible}`,
    impliedTarget: (roundest, interval) =>
      `implied target ${roundest === null ? interval : `${roundest}; ${interval}`}`,
    otherTarget: (reading, roundest, interval) =>
      `${reading}: ${roundest === null ? interval : `${roundest}; ${interval}`}`,
    readBy: (formula) => `read as ${formula}`,
    readOffBy100: 'if the percentage is of the plan',
    readIn: { percent: 'if per cent is meant', points: 'if points are meant', number: 'if the unit is meant' },
    pointsOrPercent: (inPoints, inPercent) =>
      `${listed(inPoints, 'or')} if the plan is in points, ${listed(inPercent, 'or')} if it is per cent of the start`,
    decidedBy: (sets) =>
      `cannot be told without ${listed(
        sets.map((keys) => listed(keys, 'and')),
        'or',
      )}`,
    notExact: (keys) =>
      keys.length === 1
        ? `${keys[0]} is no exact number; an exact one would decide it`
        : `${listed(keys, 'and')} are no exact numbers; exact ones would decide it`,
    directionNotStated: 'right if less is better; say which with `direction`',
    anyTargetFits: 'any target fits, since the actual is 0',
    noTargetFits: 'no target gives this percentage',
    meantOfPlan: (printed, computed) => `${printed} is the percentage of the plan, which is exceeded by ${computed}`,
    meantBeyondPlan: (printed, computed) => `${printed} is what goes beyond the plan; the completion is ${computed}`,
    meantOfStart: (printed, computed) =>
      `${printed} is the percentage of the earlier figure; the change is ${computed}`,
    pointsAsPercent: 'these are percentage points, printed as per cent',
    percentAsPoints: 'this is per cent, printed as percentage points',
    otherFormula: (formula, usual, usualComputed) =>
      `right by ${formula}${usualComputed === null ? '' : `; ${usual} gives ${usualComputed}`}`,
    tooHigh: (by) => `too high by ${by}`,
    tooLow: (by) => `too low by ${by}`,
    otherwise: (reading, computed) => `${reading}, it is ${computed}`,
    outside: (interval) => `the figures allow only ${interval}`,
    swappedDigits: (key, printed, corrected) => `fits with two digits swapped: ${key} ${corrected} for ${printed}`,
    shiftedDecimals: (corrected) => `fits with the decimal mark shifted: ${listed(corrected, 'or')}`,
    swappedInputs: (keys) => `fits with ${listed(keys, 'and')} swapped`,
    figuresSay: (outcomes) => `the figures say ${listed(outcomes, 'or')}`,
    oneBase: (base, interval) => `both fit one number of households, ${base}; ${interval}`,
    baseChanged: (from, to) =>
      from === null || to === null
        ? 'both fit only if the number of households changed'
        : `both fit only if the number of households changed from ${from} to ${to}`,
    baseIfUnchanged: (base, interval) => `${base} households if their number had not changed; ${interval}`,
    noBase: 'no number of households that changes by at most a tenth fits both',
  },
  summary: {
    figures: ({ count, text }) => `${text} ${count === 1 ? 'figure' : 'figures'}`,
    claims: ({ count, text }) => `${text} ${count === 1 ? 'claim' : 'claims'}`,
    inClaims: (figures, claims) => `${figures} in ${claims}`,
    leftOut: ({ count, text }) =>
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
    readAs: (number) => `read as ${number}`,
    isExact: 'counts as exact',
    mayBe: (interval) => `may be ${interval}`,
    roundedTo: (mode, decimals, result) =>
      `${result}, ${MODES[mode]} to ${decimals} ${decimals === 1 ? 'decimal' : 'decimals'}`,
    roundest: (number) => `the roundest number there is ${number}`,
    sumOfParts: 'sum of the parts',
    lowEnd: 'lower end',
    highEnd: 'upper end',
  },
}

const MODES = { 'half-up': 'rounded half-up', 'half-even': 'rounded half to even', truncate: 'cut off' } as const
