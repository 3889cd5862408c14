import type { Activity, ActivityFigure, ActivityIndicator } from '../../model/activity.ts'
import type { Name } from '../../model/figure.ts'
import { parseDay } from '../../model/period.ts'
import { goneThrough } from '../table/xlsx/xml.ts'

type Changing<T> = { -readonly [Key in keyof T]: T[Key] }
type Texts = { en: string; vi: string }

/** The results part of an activity file of IATI 2.03; null: it is no XML, or no such file. */
export function activitiesIn(bytes: Uint8Array): readonly Activity[] | null {
  const activities: (Omit<Activity, 'locations' | 'indicators'> & {
    title: Texts
    locations: Map<string, Name>
    indicators: (Omit<ActivityIndicator, 'figures'> & { figures: ActivityFigure[] })[]
  })[] = []
  const path: string[] = []
  /** What the next narrative is of; texts of elements that are left out go nowhere. */
  let texts: Texts | null = null
  let lang = ''
  let written = ''
  let result: Texts = none()
  let counts = { result: 0, indicator: 0, period: 0 }
  let span: { start: number | null; end: number | null } = { start: null, end: null }
  let figure: Changing<ActivityFigure> | null = null
  let comment: Texts = none()
  const isWell = goneThrough(bytes, {
    open: (name, attribute) => {
      const parent = path.at(-1)
      path.push(name)
      written = ''
      const activity = activities.at(-1)
      const indicator = activity?.indicators.at(-1)
      if (name === 'iati-activity') {
        activities.push({ id: '', title: none(), locations: new Map(), indicators: [] })
        counts = { result: 0, indicator: 0, period: 0 }
      } else if (name === 'location' && parent === 'iati-activity') {
        texts = none()
        activity?.locations.set(attribute('ref') ?? '', texts)
      } else if (name === 'location' && figure) figure.location = attribute('ref') ?? ''
      else if (name === 'dimension' && figure) {
        const stated = `${attribute('name') ?? ''}: ${attribute('value') ?? ''}`
        figure.dimensions = figure.dimensions === '' ? stated : `${figure.dimensions}, ${stated}`
      } else if (name === 'result') {
        result = none()
        counts = { result: counts.result + 1, indicator: 0, period: 0 }
      } else if (name === 'indicator' && parent === 'result') {
        const ascending = attribute('ascending')
        const isUp = ascending === undefined ? null : ascending === '1' || ascending === 'true'
        const measure = attribute('measure') ?? ''
        activity?.indicators.push({ title: none(), result, measure, ascending: isUp, figures: [] })
        counts = { ...counts, indicator: counts.indicator + 1, period: 0 }
      } else if (name === 'period') {
        span = { start: null, end: null }
        counts = { ...counts, period: counts.period + 1 }
      } else if (name === 'period-start') span.start = dayOf(attribute('iso-date'))
      else if (name === 'period-end') span.end = dayOf(attribute('iso-date'))
      else if (name === 'baseline' || ((name === 'target' || name === 'actual') && parent === 'period')) {
        const [start, end] = name === 'baseline' ? yearOf(attribute('year')) : [span.start, span.end]
        const place = `result ${counts.result}, indicator ${counts.indicator}${name === 'baseline' ? '' : `, period ${counts.period}`}`
        comment = none()
        figure = {
          ...{ kind: name as ActivityFigure['kind'], start: start ?? Number.NaN, end: end ?? Number.NaN, place },
          ...{ value: attribute('value') ?? null, location: null, dimensions: '', comment: '' },
        }
      } else if (name === 'title') {
        const of = { 'iati-activity': activity?.title, result, indicator: indicator?.title }
        texts = (parent && Object.hasOwn(of, parent) ? of[parent as keyof typeof of] : null) as Texts | null
      } else if (name === 'comment') texts = figure ? comment : null
      else if (name === 'narrative') lang = attribute('lang') ?? ''
      else if (name !== 'name') texts = null
    },
    text: (text) => {
      written += text
    },
    close: (name) => {
      path.pop()
      const activity = activities.at(-1)
      if (name === 'iati-identifier' && activity) Object.assign(activity, { id: written.trim() })
      if (name === 'narrative' && texts) {
        const text = written.trim().replace(/\s+/g, ' ')
        if (lang === 'vi') texts.vi = text
        else if (texts.en === '') texts.en = text
      }
      if (figure && name === figure.kind) {
        activity?.indicators.at(-1)?.figures.push({ ...figure, comment: comment.en || comment.vi })
        figure = null
      }
    },
  })
  return isWell && activities.length > 0 ? activities : null
}

const none = (): Texts => ({ en: '', vi: '' })
const dayOf = (text: string | undefined) => (text === undefined ? null : (parseDay(text) ?? null))
const yearOf = (year: string | undefined) => [dayOf(`${year}-01-01`), dayOf(`${year}-12-31`)] as const
