import type {
  AuditedClaim,
  Claim,
  ClaimFigureKey,
  ClaimInput,
  ClaimReason,
  Judgement,
  PrintedNumber,
  PrintedWord,
  Reach,
} from '../../src/model/claim.ts'
import type { Figure, Mark, Place } from '../../src/model/figure.ts'
import type { Audit } from '../../src/render/view/audit/audit.ts'
import { at } from './check.ts'
import { number } from './report.ts'

/* Builders of what an audit comes to, made up by hand: they calculate nothing. */

const place = at('claims.yaml', 8, 17)

/** `118%`, `-0.96%`, `~4`, `<7.6`, `80-90%`; decimals and marks as written. */
export function printed(text: string, where: Place = place): PrintedNumber {
  const [, sign = '', low = '', high] = /^([~<>]?)(-?[\d.]+(?: ?pp|%)?)(?:-([\d.]+(?: ?pp|%)?))?$/.exec(text) ?? []
  const common = { text, at: where }
  if (high !== undefined) {
    const end = figureOf(high, where)
    return { form: 'range', figure: { ...figureOf(low, where), mark: end.mark }, high: end, ...common }
  }
  const form = ({ '': 'number', '~': 'about', '<': 'below', '>': 'above' } as const)[sign as '' | '~' | '<' | '>']
  return { form, figure: figureOf(low, where), ...common }
}

function figureOf(text: string, where: Place): Figure {
  const [, digits = '', sign = ''] = /^(-?[\d.]+)(.*)$/.exec(text) ?? []
  const mark: Mark = sign === '%' ? 'percent' : sign.endsWith('pp') ? 'points' : 'none'
  return { value: number(digits), mark, text, decimals: digits.split('.')[1]?.length ?? 0, at: where, source: null }
}

export function word(text: string, meant: PrintedWord['word']): PrintedWord {
  return { word: meant, text, at: place }
}

type Figures = Partial<Record<ClaimFigureKey, string>>

export function claim(figures: Figures = {}, given: Partial<Claim> = {}): Claim {
  const entries = Object.entries(figures).map(([key, text]) => [key, printed(text)])
  return {
    id: 'jobs-2017',
    text: null,
    figures: Object.fromEntries(entries),
    parts: [],
    unit: null,
    direction: null,
    formula: null,
    verdict: null,
    rounded: new Set(),
    steps: new Map(),
    source: null,
    at: at('claims.yaml', 5, 9),
    ...given,
  }
}

/** `(15968.78, 16104.68]`, `[80, 90]`, `(1200, )`. */
export function reach(text: string): Reach {
  const [, open, low = '', high = '', close] = /^([[(])([-\d.]*), ?([-\d.]*)([\])])$/.exec(text) ?? []
  return {
    low: low === '' ? null : number(low),
    lowOpen: open === '(',
    high: high === '' ? null : number(high),
    highOpen: close === ')',
  }
}

export function judgement(given: Partial<Judgement> = {}): Judgement {
  return {
    what: 'completion',
    verdict: 'consistent',
    why: { kind: 'fits' },
    claimed: printed('118%'),
    unit: 'percent',
    targetUnit: 'number',
    computed: null,
    formula: null,
    derivation: null,
    interval: null,
    impliedTarget: null,
    slip: null,
    inputs: [],
    ...given,
  }
}

/** What a claim is judged from: its printed numbers under these keys, each exact unless a reach is given. */
export function inputsOf(of: Claim, reaches: Partial<Record<ClaimFigureKey, string>>): readonly ClaimInput[] {
  return Object.entries(reaches).flatMap(([key, text]) => {
    const found = of.figures[key as ClaimFigureKey]
    return found ? [{ key: key as ClaimFigureKey, printed: found, reach: reach(text) }] : []
  })
}

export function auditedClaim(of: Claim, judgements: readonly Judgement[]): AuditedClaim {
  return { claim: of, judgements, worst: judgements.at(-1)?.verdict ?? null }
}

export function auditOf(claims: readonly AuditedClaim[], given: Partial<Audit> = {}): Audit {
  return { claims, unread: 0, failOn: ['inconsistent'], ...given }
}

/** One judgement of each reason that there is, with a verdict that it goes with. */
export function everyReason(): readonly AuditedClaim[] {
  return Object.values(reasons).map((given, index) =>
    auditedClaim(claim(figures, { id: `claim-${index}`, text: 'đạt 118% kế hoạch' }), [judgement(given)]),
  )
}

const figures: Figures = { from: '4.24%', to: '3.28%', target: '16000', actual: '18923', completion: '118%' }
const implied = { ...reach('(15968.78, 16104.68]'), roundest: number('16000'), bounds: null }
const correction = {
  key: 'actual',
  printed: printed('5374'),
  figure: figureOf('5374', place),
  corrected: number('5347'),
  decimals: 0,
} as const

const reasons: Readonly<Record<ClaimReason['kind'], Partial<Judgement>>> = {
  fits: { computed: number('118.26875'), formula: 'attainment' },
  'rounded-otherwise': {
    verdict: 'consistent-truncated',
    why: { kind: 'rounded-otherwise', halfUp: number('119') },
    computed: number('118.7'),
  },
  'inputs-rounded': {
    verdict: 'consistent-within-rounding',
    why: { kind: 'inputs-rounded', keys: ['from', 'to'] },
    computed: number('117.2'),
    interval: reach('(116.4, 118.1)'),
  },
  'taken-as-rounded': {
    verdict: 'consistent-within-rounding',
    why: { kind: 'taken-as-rounded', keys: ['target'] },
    computed: number('5.21'),
    interval: reach('(5.13, 5.28)'),
  },
  'points-or-percent': {
    what: 'verdict',
    verdict: 'undecided',
    why: { kind: 'points-or-percent', inPoints: ['missed'], inPercent: ['exceeded', 'met'] },
    claimed: word('Vượt', 'exceeded'),
  },
  implied: {
    verdict: 'implied',
    why: {
      kind: 'implied',
      others: [
        { meant: 'level', target: implied },
        { meant: 'of-plan', target: implied },
        { meant: 'points', target: implied },
      ],
    },
    impliedTarget: implied,
    formula: 'attainment',
  },
  'not-defined': { verdict: 'undefined', why: { kind: 'not-defined', reason: 'zero-target' } },
  'not-printed': { verdict: 'undecided', why: { kind: 'not-printed', needed: [['from', 'to'], ['change']] } },
  'not-exact': {
    verdict: 'undecided',
    why: { kind: 'not-exact', keys: ['target'] },
    interval: reach('(118, )'),
  },
  'direction-not-stated': {
    verdict: 'undecided',
    why: { kind: 'direction-not-stated' },
    computed: number('81.25'),
  },
  'any-target-fits': { verdict: 'undecided', why: { kind: 'any-target-fits' }, claimed: printed('0%') },
  'no-target-fits': { verdict: 'inconsistent', why: { kind: 'no-target-fits' } },
  'off-by-100': {
    what: 'exceedsBy',
    verdict: 'wording',
    why: { kind: 'off-by-100', meant: 'of-plan' },
    claimed: printed('117.62%'),
    computed: number('17.622377622377'),
  },
  'points-as-percent': {
    what: 'change',
    unit: 'points',
    verdict: 'wording',
    why: { kind: 'points-as-percent' },
    claimed: printed('-0.96%'),
    computed: number('-0.96'),
  },
  'percent-as-points': {
    what: 'change',
    unit: 'points',
    verdict: 'wording',
    why: { kind: 'percent-as-points' },
    claimed: printed('-22.64 pp'),
    computed: number('-0.96'),
  },
  'other-formula': {
    verdict: 'other-formula',
    why: { kind: 'other-formula', usual: 'attainment', usualComputed: number('104.4') },
    claimed: printed('115.7%'),
    computed: number('115.65'),
    formula: 'progress',
  },
  differs: {
    verdict: 'inconsistent',
    why: {
      kind: 'differs',
      by: number('10.8'),
      slip: { kind: 'swapped-digits', corrections: [correction] },
      other: { computed: number('3'), unit: 'number' },
    },
    claimed: printed('113%'),
    computed: number('102.2'),
    slip: 'swapped-digits',
  },
  'other-outcome': {
    what: 'verdict',
    verdict: 'inconsistent',
    why: { kind: 'other-outcome', outcomes: ['met'] },
    claimed: word('Vượt', 'exceeded'),
    computed: 'met',
  },
  'one-base': {
    what: 'base',
    unit: 'number',
    why: { kind: 'one-base' },
    claimed: printed('-2527'),
    computed: number('263229'),
    interval: reach('(260515.46, 266000)'),
  },
  'base-changed': {
    what: 'base',
    unit: 'number',
    verdict: 'undecided',
    why: { kind: 'base-changed', from: reach('(240000, 241000)'), to: null },
    claimed: printed('-2527'),
  },
  'no-base': {
    what: 'base',
    unit: 'number',
    verdict: 'inconsistent',
    why: { kind: 'no-base', slip: null },
    claimed: printed('-2527'),
  },
}
