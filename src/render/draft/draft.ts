import type { Claim, ClaimFigureKey, PrintedNumber, ReadProse } from '../../model/claim.ts'
import { claimFigureKeys } from '../../model/claim.ts'
import type { Language } from '../../model/figure.ts'
import { idFromName } from '../../model/text.ts'
import { placeText } from '../figure/place-text.ts'
import { safeText } from '../figure/safe-text.ts'
import { draftEn } from '../words/draft-en.ts'
import { draftVi } from '../words/draft-vi.ts'

export const draftKinds = ['claims', 'plan', 'results'] as const
export type DraftKind = (typeof draftKinds)[number]

export interface DraftSource {
  readonly file: string
  readonly notation: string
  readonly claims: readonly Claim[]
  readonly prose: ReadProse
}

/**
 * A document of ours from what was read in a text, in YAML. Every line has its sentence and its place in a comment; where a
 * person has to decide stands `'?'`, which no command reads over (`left-open`).
 */
export function draftOf(kind: DraftKind, source: DraftSource, lang: Language): string {
  const say = lang === 'vi' ? draftVi : draftEn
  const ids = idsOf()
  const named = (claim: Claim) => ids(claim.said?.subject ?? '')
  const body = { claims: claimsDraft, plan: planDraft, results: resultsDraft }[kind](source, named, say)
  return [`# ${say.head(safeText(source.file))}`, ...body, ''].join('\n')
}

type Named = (claim: Claim) => string
type Say = typeof draftEn
export const OPEN = "'?'"

function claimsDraft({ claims, notation }: DraftSource, named: Named, say: Say): readonly string[] {
  const told = claims.filter(({ said }) => !said?.isAim)
  return [
    'kind: claims',
    `numbers: ${notation}`,
    `source: ${OPEN} # ${say.source}`,
    told.length === 0 ? 'claims: []' : 'claims:',
    ...told.flatMap((claim) => [
      `  # ${placeText(claim.at)}`,
      `  - id: ${named(claim)}`,
      `    text: ${quoted(claim.text ?? '')}`,
      ...claimFigureKeys.flatMap((key) => figureLine(claim, key)),
      ...(claim.parts.length > 0 ? [`    parts: ${quoted(claim.parts.map(({ text }) => text).join(' + '))}`] : []),
      ...(claim.unit ? [`    unit: ${quoted(claim.unit.vi)}`] : []),
      ...(claim.direction ? [`    direction: ${claim.direction}`] : []),
      ...(claim.verdict ? [`    verdict: ${claim.verdict.word}`] : []),
    ]),
  ]
}

function figureLine({ figures }: Claim, key: ClaimFigureKey): readonly string[] {
  const printed = figures[key]
  return printed ? [`    ${key}: ${scalar(printed.text)} # ${placeText(printed.at)}`] : []
}

function planDraft({ claims, prose, notation, file }: DraftSource, named: Named, say: Say): readonly string[] {
  const aims = claims.filter(({ said, figures }) => said?.isAim && figures.target)
  const period = mostOf(aims.map(({ said }) => said?.period ?? ''))
  const [base = ''] = file.split(/[/\\]/).slice(-1)
  const name = base.includes('.') ? base.slice(0, base.lastIndexOf('.')) : base
  const lines: string[] = []
  let sentence: string | null = null
  const comment = (claim: Claim, indent: string) => {
    if (claim.text !== sentence) lines.push(`${indent}# ${placeText(claim.at)} ${oneLine(claim.text ?? '')}`)
    sentence = claim.text
  }
  const add = (claim: Claim, indent: string) => {
    comment(claim, indent)
    lines.push(
      `${indent}- id: ${named(claim)}`,
      `${indent}  name: ${quoted(claim.said?.subject ?? '')}`,
      ...targetLines(claim, claims, say).map((line) => `${indent}  ${line}`),
    )
  }
  const isPart = (claim: Claim) => wholeOf(claim, claims) !== null
  for (const aim of aims) {
    if (isPart(aim)) continue
    add(aim, '  ')
    const parts = aims.filter((part) => wholeOf(part, claims) === aim)
    if (parts.length > 0) lines.push('    of_which:')
    for (const part of parts) add(part, '      ')
  }
  for (const { text, at } of prose.tasks) {
    lines.push(
      `  # ${placeText(at)}`,
      `  - id: ${named({ said: { subject: text } } as Claim)}`,
      `    name: ${quoted(text)}`,
    )
    lines.push('    type: task', '    target: done')
  }
  return [
    'kind: plan',
    `id: ${idFromName([name, period].filter((part) => part !== '').join('-')) || OPEN}`,
    `title: ${quoted(name)}`,
    period === '' ? `period: ${OPEN} # ${say.period}` : `period: ${period}`,
    `numbers: ${notation}`,
    lines.length === 0 ? 'indicators: []' : 'indicators:',
    ...lines,
  ]
}

/** The target that a part is told behind, where both are counts: a rate has no people for parts. */
function wholeOf({ said, figures }: Claim, claims: readonly Claim[]): Claim | null {
  const whole = said?.whole === null || said?.whole === undefined ? undefined : claims[said.whole]
  const isCount = (target: PrintedNumber | undefined) => target?.figure.mark === 'none'
  return whole?.said?.isAim && isCount(whole.figures.target) && isCount(figures.target) ? whole : null
}

function targetLines(claim: Claim, claims: readonly Claim[], say: Say): readonly string[] {
  const { figures, direction, unit, said } = claim
  const { target } = figures
  if (!target) return []
  const at = `# ${placeText(target.at)}`
  const number = bareText(target)
  const each = said?.perYear ? say.perYear : ''
  if (target.figure.mark === 'none') {
    const counted = unit ? [`unit: ${quoted(unit.vi)}`] : []
    const isOpen = target.form === 'about' || direction === 'reduce_by' || direction === 'increase_by'
    const isBound = direction === 'at_most' || direction === 'at_least'
    const value = isBound ? ['target:', `  ${direction}: ${number} ${at}`] : [`target: ${scalar(number)} ${at}`]
    return [...counted, ...(isOpen ? [`target: ${OPEN} ${at}: ${target.text} ${say.whichTarget}`] : value)]
  }
  const rate = ['type: rate', "unit: '%'"]
  if (direction === 'reduce_by' || direction === 'increase_by') {
    const before = [...claims]
      .reverse()
      .find((each) => each !== claim && sameName(each, claim) && (each.figures.to ?? each.figures.actual))
    const last = before?.figures.to ?? before?.figures.actual
    const value = last && [
      'baseline:',
      `  period: ${before?.said?.period ?? OPEN}`,
      `  value: ${bareText(last)} # ${placeText(last.at)}`,
    ]
    return [
      ...rate,
      ...(value ?? [`baseline: ${OPEN} # ${say.baseline}`]),
      'target:',
      `  ${direction}: ${OPEN} ${at}: ${target.text}: ${say.pointsOrPercent(number)}`,
      ...(said?.perYear ? ['  per: year'] : []),
    ]
  }
  if (direction === null) return [...rate, `target: ${OPEN} ${at}: ${target.text}: ${say.direction}`]
  const kind = target.form === 'below' ? 'below' : target.form === 'above' ? 'above' : direction
  return [...rate, 'target:', `  ${kind}: ${number} ${at}${each}`]
}

function sameName(one: Claim, other: Claim): boolean {
  return one.said?.subject.toLowerCase() === other.said?.subject.toLowerCase()
}

function resultsDraft({ claims, notation }: DraftSource, named: Named, say: Say): readonly string[] {
  const told = claims.filter(({ figures, said }) => !said?.isAim && (figures.actual ?? figures.to ?? figures.numerator))
  const periods = [...new Set(told.map(({ said }) => said?.period ?? ''))]
  const documents = (periods.length === 0 ? [''] : periods).map((period) => {
    const results = told.filter(({ said }) => (said?.period ?? '') === period)
    return [
      'kind: actuals',
      `plan: ${OPEN} # ${say.plan}`,
      period === '' ? `period: ${OPEN} # ${say.period}` : `period: ${period}`,
      `numbers: ${notation}`,
      results.length === 0 ? 'results: {}' : 'results:',
      ...results.flatMap((claim) => {
        const { actual, to, numerator, completion } = claim.figures
        const value = actual ?? to ?? numerator
        if (!value) return []
        const isExact = value.form === 'number'
        return [
          `  # ${placeText(claim.at)} ${oneLine(claim.text ?? '')}`,
          `  ${named(claim)}:`,
          `    value: ${isExact ? scalar(bareText(value)) : OPEN} # ${placeText(value.at)}${isExact ? '' : `: ${value.text}`}`,
          ...(completion?.figure.mark === 'percent' && completion.form === 'number'
            ? [`    published: ${completion.text} # ${placeText(completion.at)}`]
            : []),
        ]
      }),
    ]
  })
  return documents.flatMap((document, index) => (index > 0 ? ['---', ...document] : document))
}

/** Without its mark; of a bound, the number. */
function bareText({ text }: PrintedNumber): string {
  return text
    .replace(/^[~<>]/, '')
    .replaceAll('%', '')
    .replace(/ pp$/, '')
}

/** The text that most have, the first among equals. */
function mostOf(texts: readonly string[]): string {
  const counts = new Map<string, number>()
  for (const text of texts) if (text !== '') counts.set(text, (counts.get(text) ?? 0) + 1)
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0] ?? ''
}

/** Ids from names, each once. */
export function idsOf(longest?: number): (name: string) => string {
  const used = new Map<string, number>()
  return (name) => {
    const id = idFromName(name, longest) || 'indicator'
    const count = (used.get(id) ?? 0) + 1
    used.set(id, count)
    return count === 1 ? id : `${id}-${count}`
  }
}

function scalar(text: string): string {
  return /^-?\d/.test(text) ? text : quoted(text)
}

/** In YAML's double quotes, which are those of JSON. */
export function quoted(text: string): string {
  return JSON.stringify(text)
}

function oneLine(text: string): string {
  return `“${safeText(text)}”`
}
