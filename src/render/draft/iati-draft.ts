import type { Activity, ActivityFigure, ActivityIndicator } from '../../model/activity.ts'
import type { Language, Name } from '../../model/figure.ts'
import { type Period, periodFrom } from '../../model/period.ts'
import { idFromName } from '../../model/text.ts'
import { safeText } from '../figure/safe-text.ts'
import { draftEn } from '../words/draft-en.ts'
import { draftVi } from '../words/draft-vi.ts'
import { type DraftKind, idsOf, OPEN, quoted } from './draft.ts'

/**
 * Plans and results from activities of IATI. Each period of an activity is a plan of its own, since the standard does not
 * say whether figures of several periods add up.
 */
export function iatiDraftOf(
  kind: DraftKind | null,
  file: string,
  activities: readonly Activity[],
  lang: Language,
): string {
  const say = lang === 'vi' ? draftVi : draftEn
  const documents = activities.flatMap((activity) => {
    const ids = idsOf()
    const named = activity.indicators.map((indicator) => ({ ...indicator, id: ids(nameOf(indicator.title)) }))
    const all = named.flatMap(({ figures }) => figures.filter((figure) => figure.kind !== 'baseline'))
    const spans = new Map(
      all.filter(({ start, end }) => start <= end).map((each) => [`${each.start}/${each.end}`, each]),
    )
    return [...spans.values()]
      .sort((a, b) => a.start - b.start || a.end - b.end)
      .flatMap(({ start, end }) => {
        const period = periodFrom(start, end)
        const ofPeriod = {
          ...activity,
          period,
          id: idFromName(`${activity.id} ${spans.size > 1 ? period.text : ''}`) || OPEN,
        }
        return [
          ...(kind === 'results' ? [] : [planOf(ofPeriod, named, say)]),
          ...(kind === 'plan' ? [] : [resultsOf(ofPeriod, named, say)]),
        ]
      })
  })
  return documents.length === 0 ? '' : [`# ${say.headOfActivity(safeText(file))}`, documents.join('---\n')].join('\n')
}

type Say = typeof draftEn
type Of = Activity & { readonly period: Period }
type Named = ActivityIndicator & { readonly id: string }

const nameOf = ({ en, vi }: Name) => en || vi
const textOf = ({ en, vi }: Name) =>
  en === '' || vi === '' ? quoted(en || vi) : `{ en: ${quoted(en)}, vi: ${quoted(vi)} }`

/** Figures of one kind in a period: of the whole or by area; what has a dimension besides, or is no number, is told apart. */
function figuresOf({ figures }: Named, kind: ActivityFigure['kind'], period: Period | null) {
  const own = figures.filter(
    (each) => each.kind === kind && (!period || (each.start === period.start && each.end === period.end)),
  )
  const isRead = ({ value, dimensions }: ActivityFigure) =>
    dimensions === '' && value !== null && /^-?\d+(?:\.\d+)?$/.test(value)
  return { read: own.filter(isRead), left: own.filter((each) => !isRead(each)) }
}

const leftLines = (left: readonly ActivityFigure[], say: Say, indent: string) =>
  left.map(({ kind, place, value, location, dimensions, comment }) => {
    const said = [value ?? '', location ?? '', dimensions, comment].filter((text) => text !== '').join('; ')
    return `${indent}# ${say.leftAside(`${place}, ${kind}: ${safeText(said)}`)}`
  })

function planOf(activity: Of, indicators: readonly Named[], say: Say): string {
  const { id, title, period, locations } = activity
  const areas = [...locations].filter(([ref]) => ref !== '')
  const sections = new Map(indicators.map(({ result }) => [idFromName(nameOf(result)), result]))
  return [
    ...['kind: plan', `id: ${id}`, `title: ${textOf(title)}`, `period: ${period.text}`, 'numbers: plain'],
    ...(areas.length === 0 ? [] : ['areas:']),
    ...areas.map(
      ([ref, name]) => `  - { id: ${areaId(ref)}, name: ${textOf(nameOf(name) === '' ? { en: ref, vi: ref } : name)} }`,
    ),
    'sections:',
    ...[...sections].map(([section, name]) => `  - { id: ${section}, name: ${textOf(name)} }`),
    'indicators:',
    ...indicators.flatMap((indicator) => indicatorLines(indicator, period, say)),
    '',
  ].join('\n')
}

const areaId = (ref: string) => idFromName(ref) || OPEN

function indicatorLines(indicator: Named, period: Period, say: Say): readonly string[] {
  const { id, title, result, measure, ascending } = indicator
  const { read: targets, left } = figuresOf(indicator, 'target', period)
  const head = [`  - id: ${id}`, `    section: ${idFromName(nameOf(result))}`, `    name: ${textOf(title)}`]
  if (measure === '5') return [...head, '    type: task', '    target: done', ...leftLines(left, say, '    ')]
  const bound = ascending === null ? null : ascending ? 'at_least' : 'at_most'
  const targetOf = ({ value, place }: ActivityFigure) =>
    bound ? `{ ${bound}: ${value} }` : `${OPEN} # ${value}; ${place}: ${say.direction}`
  const whole = targets.find(({ location }) => location === null)
  const ofAreas = targets.filter(({ location }) => location !== null)
  const baselines = figuresOf(indicator, 'baseline', null)
  const baseline = baselines.read.find(({ location }) => location === null)
  const isSame = (each: ActivityFigure) => each.start === baseline?.start && each.location !== null
  const baselineAreas = baselines.read.filter(isSame)
  const stated = baselineAreas.map(({ location, value }) => `${areaId(location ?? '')}: { value: ${value} }`)
  const areas = stated.length === 0 ? '' : `, areas: { ${stated.join(', ')} }`
  const others = baselines.read.filter((each) => each !== baseline && !baselineAreas.includes(each))
  return [
    ...head,
    `    type: ${measure === '2' ? `${OPEN} # ${say.type('per-cent')}` : `${OPEN} # ${say.type('number')}`}`,
    ...(baseline
      ? [`    baseline: { period: ${periodFrom(baseline.start, baseline.end).text}, value: ${baseline.value}${areas} }`]
      : []),
    whole ? `    target: ${targetOf(whole)}` : '    target: none',
    ...(ofAreas.length === 0 ? [] : ['    targets_by_area:']),
    ...ofAreas.map((each) => `      ${areaId(each.location ?? '')}: ${targetOf(each)}`),
    ...leftLines([...baselines.left, ...others, ...left], say, '    '),
  ]
}

function resultsOf({ id, period }: Of, indicators: readonly Named[], say: Say): string {
  const lines = indicators.flatMap((indicator) => {
    const { read, left } = figuresOf(indicator, 'actual', period)
    return [
      ...read.map(({ value, location, place }) => {
        const area = location === null ? '' : `area: ${areaId(location)}, `
        return `  - { indicator: ${indicator.id}, ${area}value: ${value} } # ${place}`
      }),
      ...leftLines(left, say, '  '),
    ]
  })
  const isEmpty = !lines.some((line) => line.startsWith('  - '))
  const head = [
    'kind: actuals',
    `plan: ${id}`,
    `period: ${period.text}`,
    'numbers: plain',
    `source: ${OPEN} # ${say.source}`,
  ]
  return [...head, isEmpty ? 'observations: []' : 'observations:', ...lines, ''].join('\n')
}
