import { Exact } from '../../model/exact.ts'
import type { Name } from '../../model/figure.ts'
import { isChangeTarget, isRange, type StatedTarget, unitOf } from '../../model/indicator.ts'
import type { ObservationStatus } from '../../model/observation.ts'
import { civilDate, commonGrain, formatDay, grainCount, type Period, wholeYears } from '../../model/period.ts'
import type { Area } from '../../model/plan.ts'
import type { CompletionLine, PlanReport, Report } from '../../model/report.ts'
import { csvCell } from '../data/escaped.ts'
import { wordOf } from '../data/report.ts'
import { formatOf, targetText } from '../figure/format.ts'
import { machineNumber } from '../figure/machine-number.ts'
import { type XmlElement, xmlText } from './xml.ts'

/*
 * Plans and results in the standards of statistics (SDMX-CSV 2.0) and of aid (IATI 2.03). What a standard has no place for
 * stands in words beside the figure; docs/exchange.md lists it.
 */

interface Fact {
  readonly figure: 'BASELINE' | 'TARGET' | 'ACTUAL'
  /** null: not stated, so that a standard has no place for the figure. */
  readonly period: Pick<Period, 'start' | 'end'> | null
  /** null: not reported, or no number. */
  readonly value: Exact | null
  readonly status: ObservationStatus | null
  /** What its value does not say. */
  readonly comment: string
}

/** The figures that make a line, in the order in which they came to be. */
function factsOf(line: CompletionLine): readonly Fact[] {
  const { indicator, area, target, actual, state, partial } = line
  const baseline = area ? (indicator.baselinesByArea.get(area.id) ?? null) : indicator.baseline
  const from = line.change?.from.value ?? baseline?.value?.value ?? null
  const reported = actual !== null || state !== null
  return [
    ...(baseline && from ? [{ ...plain, figure: 'BASELINE' as const, period: baseline.period, value: from }] : []),
    ...(target ? [{ ...plain, figure: 'TARGET' as const, period: line.span, ...targetFact(target, from, line) }] : []),
    {
      figure: 'ACTUAL',
      period: line.actualPeriod ?? line.span,
      value: actual,
      status: line.status,
      comment: partial
        ? `${partial.reported} of ${partial.expected} ${partial.of}`
        : state
          ? (wordOf(line) ?? '')
          : reported
            ? ''
            : 'not reported',
    },
  ]
}

const plain = { status: null, comment: '' }

/** The figure to be reached: the end that a planned change leads to, where it leads to one. */
function targetFact({ target }: StatedTarget, from: Exact | null, { indicator, span }: CompletionLine) {
  const years = wholeYears(span)
  const comment = targetText(target, indicator.type, formatOf('en', true, 'half-up'), years)
  if (!isChangeTarget(target)) return { value: 'value' in target ? target.value : null, comment }
  const { by, ofBaseline, perYear } = target
  if (from === null || isRange(by) || ofBaseline || (perYear && !years)) return { value: null, comment }
  const whole = perYear ? by.times(Exact.of(BigInt(years ?? 1))) : by
  return { value: target.kind === 'reduce_by' ? from.minus(whole) : from.plus(whole), comment }
}

const SDMX_COLUMNS =
  'STRUCTURE,STRUCTURE_ID,ACTION,PLAN,INDICATOR,REF_AREA,FIGURE,TIME_PERIOD,OBS_VALUE,OBS_STATUS,UNIT_MEASURE,INDICATOR_NAME,REF_AREA_NAME,COMMENT'

/** Normal, provisional, estimated, missing: the codes of SDMX's CL_OBS_STATUS. */
const obsStatus = { final: 'A', provisional: 'P', estimate: 'E' } satisfies Readonly<Record<ObservationStatus, string>>

/** SDMX-CSV 2.0: a row for each figure. The area of a whole plan is `_T`, the code for a total. */
export function renderReportSdmx({ plans }: Report): string {
  const rows = plans.flatMap(({ plan, lines }) =>
    lines
      .filter(({ area }) => !area?.of)
      .flatMap((line) =>
        factsOf(line).map(({ figure, period, value, status, comment }) => {
          const { indicator, area } = line
          const observed = [figure, period ? sdmxPeriod(period) : '', value ? machineNumber(value) : '']
          const settled = value ? obsStatus[status ?? 'final'] : figure === 'ACTUAL' && !line.state ? 'O' : ''
          const unit = indicator.unit?.en ?? (isPercent(indicator.type) ? 'PT' : '')
          const names = [indicator.name.en, area?.name.en ?? '', comment]
          const key = ['datastructure', 'PVA:PLAN_RESULTS(1.0.0)', 'M', plan.id, indicator.id, area?.id ?? '_T']
          return [...key, ...observed, settled, unit, ...names].map(csvCell).join(',')
        }),
      ),
  )
  return `${[SDMX_COLUMNS, ...rows].join('\n')}\n`
}

const isPercent = (type: CompletionLine['indicator']['type']) => unitOf(type) === 'percent'

/** `2018`, `2018-S1`, `2018-Q1`, `2018-M03`; any other span as its first day and its length, `2018-01-01/P9M`. */
function sdmxPeriod(period: Pick<Period, 'start' | 'end'>): string {
  const grain = commonGrain([period])
  const count = grainCount(period, grain)
  const { year, month } = civilDate(period.start)
  if (grain === 'days') return `${formatDay(period.start)}/P${count}D`
  if (count > 1)
    return `${formatDay(period.start)}/P${count * { years: 12, halves: 6, quarters: 3, months: 1 }[grain]}M`
  const two = String(month).padStart(2, '0')
  const parts = {
    years: '',
    halves: `-S${month > 6 ? 2 : 1}`,
    quarters: `-Q${Math.ceil(month / 3)}`,
    months: `-M${two}`,
  }
  return `${year}${parts[grain]}`
}

/** An activity file of IATI 2.03: an activity a plan, a result a section. `?`: what a plan does not say and a person has to. */
export function renderReportIati({ plans }: Report): string {
  return xmlText(element('iati-activities', { version: '2.03' }, plans.map(activity)))
}

type Attributes = XmlElement['attributes']
const element = (name: string, attributes: Attributes, children: XmlElement['children'] = []): XmlElement => ({
  name,
  attributes,
  children,
})

function named(name: string, { en, vi }: Name, attributes: Attributes = {}, more: readonly XmlElement[] = []) {
  const narratives = [
    element('narrative', {}, en),
    ...(vi === en ? [] : [element('narrative', { 'xml:lang': 'vi' }, vi)]),
  ]
  return element(name, attributes, [...narratives, ...more])
}
const both = (text: string): Name => ({ en: text, vi: text })

function activity({ plan, lines, asOf }: PlanReport): XmlElement {
  const { period, title, areas } = plan
  const sections = [...new Set(lines.map(({ indicator }) => indicator.section))]
  const isOver = asOf !== null && asOf >= period.end
  return element('iati-activity', { 'xml:lang': 'en' }, [
    element('iati-identifier', {}, plan.id),
    named('reporting-org', both('?'), { ref: '?', type: '?' }),
    named('title', title),
    named('description', plan.note ?? title, { type: 1 }),
    named('participating-org', both('?'), { role: '?' }),
    element('activity-status', { code: isOver ? 4 : 2 }),
    element('activity-date', { type: 1, 'iso-date': formatDay(period.start) }),
    element('activity-date', { type: 3, 'iso-date': formatDay(period.end) }),
    ...areas.map(({ id, name }) => element('location', { ref: id }, [named('name', name)])),
    ...sections.map((id) => {
      const own = lines.filter(({ indicator }) => indicator.section === id)
      const name = plan.sections.find((section) => section.id === id)?.name ?? title
      const ids = [...new Set(own.map(({ indicator }) => indicator.id))]
      const indicators = ids.map((each) => indicatorElement(own.filter(({ indicator }) => indicator.id === each)))
      return element('result', { type: 9 }, [named('title', name), ...indicators])
    }),
  ])
}

/** The lines of one indicator: the whole, and areas, which are locations. */
function indicatorElement(lines: readonly CompletionLine[]): XmlElement {
  const [first] = lines
  if (!first) throw new RangeError('an indicator without a line')
  const { name, unit, type, note } = first.indicator
  const title = unit ? { en: `${name.en} (${unit.en})`, vi: `${name.vi} (${unit.vi})` } : name
  const facts = lines.flatMap((line) => factsOf(line).map((fact) => ({ ...fact, area: line.area })))
  const baselines = facts.flatMap((fact) => {
    if (fact.figure !== 'BASELINE' || !fact.period) return []
    const at = { year: civilDate(fact.period.end).year, 'iso-date': formatDay(fact.period.end) }
    return [figureElement('baseline', fact, at)]
  })
  const timed = facts.flatMap((fact) =>
    fact.period && fact.figure !== 'BASELINE' ? [{ ...fact, period: fact.period }] : [],
  )
  const spans = new Map(timed.map(({ period }) => [`${period.start}/${period.end}`, period]))
  const periods = [...spans.values()].sort((a, b) => a.start - b.start || a.end - b.end)
  const measure = type === 'task' || type === 'text' ? 5 : isPercent(type) ? 2 : 1
  return element('indicator', { measure, ...ascending(first) }, [
    named('title', title),
    ...(note ? [named('description', note)] : []),
    ...baselines,
    ...periods.map(({ start, end }) =>
      element('period', {}, [
        element('period-start', { 'iso-date': formatDay(start) }),
        element('period-end', { 'iso-date': formatDay(end) }),
        ...(['TARGET', 'ACTUAL'] as const).flatMap((figure) =>
          timed
            .filter((fact) => fact.figure === figure && fact.period.start === start && fact.period.end === end)
            .map((fact) => figureElement(figure.toLowerCase(), fact, {})),
        ),
      ]),
    ),
  ])
}

function figureElement(name: string, fact: Fact & { readonly area: Area | null }, at: Attributes): XmlElement {
  const { value, status, comment, area } = fact
  const said = [comment, ...(status && status !== 'final' ? [status] : [])].filter((text) => text !== '').join('; ')
  return element(name, { ...at, ...(value ? { value: machineNumber(value) } : {}) }, [
    ...(area?.of ? [element('dimension', { name: area.of, value: area.id.slice(area.of.length + 1) })] : []),
    ...(area && !area.of ? [element('location', { ref: area.id })] : []),
    ...(said === '' ? [] : [named('comment', both(said))]),
  ])
}

/** Whether more is better; nothing where the target does not say. */
function ascending({ target }: CompletionLine): Attributes {
  const kind = target?.target.kind ?? ''
  if (['at_least', 'above', 'increase_by'].includes(kind)) return { ascending: 1 }
  return ['at_most', 'below', 'reduce_by'].includes(kind) ? { ascending: 0 } : {}
}
