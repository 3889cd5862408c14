import type { Name, Place, Source } from '../../model/figure.ts'
import {
  type Baseline,
  type boundsOf,
  type FormulaName,
  formulaNames,
  formulasFor,
  type Indicator,
  type IndicatorType,
  isNumeric,
  type Measurement,
  type Provider,
  type Revision,
  type StatedTarget,
  stateOf,
} from '../../model/indicator.ts'
import { type Period, wholeYears } from '../../model/period.ts'
import type { ExpectedPhrase } from '../../model/problem.ts'
import type { Suggest } from '../../model/suggestion.ts'
import { dayAt, nameAt, nameFrom, scalarAt, sourceAt, textAt, wholeNumberAt, wordAt } from '../document/fields.ts'
import { hasErrors, listedOr, report, type Scope } from '../document/scope.ts'
import { ListNode, MapNode, Scalar, writtenOf } from '../document/tree.ts'
import { minAt, toleranceFrom } from '../number/figures.ts'
import { type Baselines, baselinesFrom, givesValue, measurementOf } from './baseline.ts'
import type { Outline } from './outline.ts'
import { figuresByPeriod, type PeriodContext, targetsByPeriod } from './period-targets.ts'
import { badPhasing, isAsLastYear, phasingFrom } from './phasing.ts'
import { type TargetContext, targetFrom } from './target.ts'
import { reportTargetsBehindBaseline } from './target-checks.ts'

/** What an indicator has to know of its plan. */
export interface PlanFacts {
  readonly id: string
  /** null: could not be read. */
  readonly period: Period | null
  readonly source: Source | null
  readonly areas: ReadonlySet<string>
  /** That of all indicators whose targets it fits. */
  readonly formula: FormulaName | null
  readonly sections: ReadonlySet<string>
  /** Ids of the counts and stocks of the plan, parts as well. */
  readonly countable: ReadonlySet<string>
  readonly povertyRates: ReadonlySet<string>
  readonly suggest: Suggest
}

/** The indicator, or null where something in it could not be read, which is reported in `scope`. */
export function indicatorFrom(outline: Outline, plan: PlanFacts, scope: Scope): Indicator | null {
  const { map, type, id } = outline
  // A type that could not be read has been reported: what numbers mean depends on it.
  if (!map || !type || id === null) return null
  const source = sourceAt(map, 'source')
  const measurement = measurementOf(map, { standard: null, measured: null, method: null })
  const isShare = type === 'poverty-rate' || ['rate_of', 'same_base_as'].some((key) => map.entries.has(key))
  const bounds = type === 'index' ? 'index-0-1' : isShare ? 'rate-0-100' : null
  const reading: IndicatorReading = { map, id, type, bounds, plan, scope, measurement, source: source ?? plan.source }

  reportKeysNotForType(reading)
  reportUnknownSection(reading)
  const providers = providersOf(reading)
  const baselines = baselinesOf(reading, providers?.judge)
  const phasing = outline.phasing && plan.period ? phasingFrom(outline.phasing, type, plan.period, scope) : null
  const states = statesOf(reading)
  const targets = targetsOf(reading, {
    ...(states && { states }),
    phasing,
    accumulates: outline.accumulates,
  })
  const stated = wordAt(map, 'formula', formulaNames)
  const rateOf = rateOfParts(reading)
  const sameBaseAs = sameBaseOf(reading)
  const isHidden = textAt(map, 'hidden') === 'true'
  if (isHidden && (targets.target || targets.targetsByArea.size > 0)) {
    const stated = targets.target ?? [...targets.targetsByArea.values()][0]
    if (stated) report(scope, 'bad-target', stated.at, { why: 'hidden', written: stated.text })
  }
  const shares = {
    tolerance: outline.tolerance && toleranceFrom(outline.tolerance, scope),
    min: minAt(map, scope),
  }
  if (hasErrors(scope)) return null

  reportWhatNeedsBaseline(targets, baselines, stated, reading)
  reportFormulaOfOtherTarget(stated, targets.target, reading)
  const formula = stated ?? formulaOfPlan(plan, type, targets, baselines)
  reportTargetsBehindBaseline(id, targets, baselines, scope)
  const [name, counted] = [nameAt(map, 'name'), nameAt(map, 'counted')]
  if (hasErrors(scope) || !name) return null

  return {
    id,
    name,
    type,
    unit: outline.unit,
    section: outline.section,
    parent: outline.parent,
    parts: outline.parts.flatMap((part) => part.id ?? []),
    no: textAt(map, 'no'),
    ...measurement,
    ...targets,
    ...(states && { states }),
    ...(providers && { providers: { judge: providers.judge.provider, others: providers.others } }),
    baseline: baselines.whole,
    baselinesByArea: baselines.byArea,
    formula,
    phasing,
    ...(outline.phasing && isAsLastYear(outline.phasing) && { lastYearOf: textAt(outline.phasing.map, 'id') ?? id }),
    canFall: outline.canFall,
    accumulates: outline.accumulates,
    ...shares,
    decimals: wholeNumberAt(map, 'decimals'),
    severity: wordAt(map, 'severity', ['off', 'warn', 'error']),
    rateOf,
    sameBaseAs,
    ...(counted && { counted }),
    exhaustive: textAt(map, 'exhaustive') === 'true',
    ...(isHidden && { hidden: true }),
    responsible: nameAt(map, 'responsible'),
    note: nameAt(map, 'note'),
    source,
    at: outline.at,
  }
}

/** The plan's formula, where it fits the target and has the baseline that it needs. */
function formulaOfPlan({ formula }: PlanFacts, type: IndicatorType, { target }: Targets, { whole }: Baselines) {
  const fits = formula && target && formulasFor(target.target, type).includes(formula)
  return fits && (formula !== 'progress' || givesValue(whole)) ? formula : null
}

interface IndicatorReading {
  readonly map: MapNode
  readonly id: string
  readonly type: IndicatorType
  /** The range that its values cannot leave. */
  readonly bounds: ReturnType<typeof boundsOf>
  readonly plan: PlanFacts
  readonly scope: Scope
  readonly measurement: Measurement
  /** Its own source, else the plan's. */
  readonly source: Source | null
}

export type Targets = Pick<Indicator, 'target' | 'targetsByArea' | 'targetsByPeriod' | 'revisions'>

function targetsOf(
  reading: IndicatorReading,
  spread: Pick<PeriodContext, 'phasing' | 'accumulates' | 'states'>,
): Targets {
  const { map, type, bounds, plan, scope, source } = reading
  const direction = wordAt(map, 'direction', ['up', 'down'])
  const directionAt = map.get('direction')?.at ?? null
  const context: PeriodContext = {
    type,
    bounds,
    direction,
    directionAt,
    period: plan.period,
    source,
    scope,
    ...spread,
  }
  const node = map.get('target')
  const read = node && targetFrom(node, context)
  const target = read === 'none' || read === undefined ? null : read
  return {
    target,
    targetsByArea: targetsByArea(reading, context),
    targetsByPeriod: target ? targetsByPeriod(map, target, context) : [],
    revisions: revisionsOf(map, context),
  }
}

function targetsByArea({ map, plan, scope }: IndicatorReading, context: TargetContext): Map<string, StatedTarget> {
  const targets = new Map<string, StatedTarget>()
  const node = map.get('targets_by_area')
  if (!(node instanceof MapNode)) return targets
  reportUnknownAreas(node, plan, scope)
  for (const [area, { value }] of node.entries) {
    const target = targetFrom(value, context)
    if (target && target !== 'none') targets.set(area, target)
  }
  return targets
}

/** null: it has none of its own. */
function statesOf({ map, type, scope }: IndicatorReading): readonly Name[] | null {
  const node = map.get('states')
  if (!(node instanceof ListNode) || type !== 'task') return null
  const first = new Map<string, Place>()
  const states = node.items.flatMap((item) => {
    const name = nameFrom(item)
    if (name && !stateOf({ type: 'text' }, name.en)) {
      report(scope, 'bad-value', item.at, { written: name.en, expected: 'text', suggestion: null })
    }
    for (const id of new Set(name ? [name.vi, name.en] : [])) {
      const before = first.get(id.toLowerCase())
      if (before) report(scope, 'duplicate-id', item.at, { id, what: 'state', first: before })
      else first.set(id.toLowerCase(), item.at)
    }
    return name ?? []
  })
  if (node.items.length < 2) {
    report(scope, 'bad-value', node.at, { written: writtenOf(node), expected: 'states', suggestion: null })
  }
  return states
}

/** In the order of their dates. */
function revisionsOf(map: MapNode, context: PeriodContext): readonly Revision[] {
  const node = map.get('revisions')
  if (!(node instanceof ListNode)) return []
  const revisions = node.items.flatMap((item) => (item instanceof MapNode ? (revisionFrom(item, context) ?? []) : []))
  return revisions.sort((a, b) => a.date - b.date)
}

function revisionFrom(map: MapNode, context: PeriodContext): Revision | null {
  const node = map.get('target')
  const date = dayAt(map, 'date')
  const source = sourceAt(map, 'source') ?? context.source
  const target = node && targetFrom(node, { ...context, source })
  if (target === 'none' && node) {
    const written = 'none'
    report(context.scope, 'bad-value', node.at, { written, expected: 'number-or-map', suggestion: null })
    return null
  }
  if (!target || target === 'none' || date === null) return null
  const { type, period, scope } = context
  const figures = type === 'count' && period ? figuresByPeriod(map) : null
  const phasing = figures && period ? phasingFrom({ node: figures, map }, type, period, scope) : null
  const byPeriod = targetsByPeriod(map, target, { ...context, source, phasing })
  return { ...target, date, decision: textAt(map, 'decision'), targetsByPeriod: byPeriod }
}

interface ReadProvider {
  readonly map: MapNode
  readonly provider: Provider
}

/** Who gives its figures, in written order; null: it names nobody, or not who judges. */
function providersOf(reading: IndicatorReading) {
  const { map, plan, scope } = reading
  const node = map.get('providers')
  const judge = scalarAt(map, 'judged_by')
  if (!(node instanceof ListNode)) {
    if (judge) report(scope, 'missing-key', { ...map.at, length: 1 }, { key: 'providers', of: 'indicator' })
    return null
  }
  const byId = new Map<string, ReadProvider>()
  for (const item of node.items) {
    const [id, name] = item instanceof MapNode ? [scalarAt(item, 'id'), nameAt(item, 'name')] : []
    if (!(item instanceof MapNode) || !id || !name) continue
    const first = byId.get(id.text)?.map
    if (first) report(scope, 'duplicate-id', id.at, { id: id.text, what: 'provider', first: first.at })
    const isJudge = id.text === judge?.text
    const { whole, byArea } = isJudge ? NO_BASELINES : baselinesOf({ ...reading, map: item })
    byId.set(id.text, { map: item, provider: { id: id.text, name, baseline: whole, baselinesByArea: byArea } })
  }
  // Which of them counts nobody but the plan can say.
  if (!judge) report(scope, 'missing-key', { ...map.at, length: 1 }, { key: 'judged_by', of: 'providers' })
  else reportUnknownId(judge, new Set(byId.keys()), 'provider-of-indicator', plan, scope)
  const judging = byId.get(judge?.text ?? '')
  const others = [...byId.values()].flatMap((each) => (each === judging ? [] : [each.provider]))
  return judging ? { judge: judging, others } : null
}

const NO_BASELINES: Baselines = { whole: null, byArea: new Map() }

/** That of the provider who judges is the indicator's own, wherever it stands. */
function baselinesOf(
  { map, type, bounds, scope, plan, measurement, source }: IndicatorReading,
  judge?: ReadProvider,
): Baselines {
  const [own, ofJudge] = [map.entries.get('baseline'), judge?.map.entries.get('baseline')]
  if (own && ofJudge) report(scope, 'duplicate-key', ofJudge.keyAt, { key: 'baseline', first: own.keyAt })
  const node = (own ?? ofJudge)?.value
  if (!(node instanceof MapNode) || !isNumeric(type)) return NO_BASELINES
  const areas = node.get('areas')
  if (areas instanceof MapNode) reportUnknownAreas(areas, plan, scope)
  return baselinesFrom(node, { type, bounds, measurement, planPeriod: plan.period, source, scope })
}

function reportUnknownAreas(byArea: MapNode, { id, areas, suggest }: PlanFacts, scope: Scope): void {
  for (const [area, { keyAt }] of byArea.entries) {
    if (areas.has(area)) continue
    report(scope, 'unknown-area', keyAt, { area, plan: id, suggestion: suggest(area, () => areas) })
  }
}

function reportUnknownSection({ map, plan, scope }: IndicatorReading): void {
  const section = scalarAt(map, 'section')
  if (section) reportUnknownId(section, plan.sections, 'section-of-plan', plan, scope)
}

/** A change needs something to be counted from, and so does progress. */
function reportWhatNeedsBaseline(
  { target, targetsByArea: byArea, targetsByPeriod: byPeriod, revisions }: Targets,
  baselines: Baselines,
  formula: FormulaName | null,
  { id, map, scope }: IndicatorReading,
): void {
  const check = (stated: StatedTarget | null, baseline: Baseline | null | undefined) => {
    const isChange = stated?.target.kind === 'reduce_by' || stated?.target.kind === 'increase_by'
    if (isChange && !givesValue(baseline)) report(scope, 'no-baseline', stated.at, { indicator: id, needs: 'target' })
  }
  check(target, baselines.whole)
  for (const each of [...byPeriod, ...revisions]) check(each, baselines.whole)
  for (const [area, stated] of byArea) check(stated, baselines.byArea.get(area))
  if (formula === 'progress' && !givesValue(baselines.whole)) {
    report(scope, 'no-baseline', map.get('formula')?.at ?? map.at, { indicator: id, needs: 'formula' })
  }
}

/** Each formula compares with one sort of target: a change, a range, or a single number. */
function reportFormulaOfOtherTarget(
  formula: FormulaName | null,
  stated: StatedTarget | null,
  { map, type, scope }: IndicatorReading,
): void {
  const node = map.get('formula')
  if (!formula || !stated || !(node instanceof Scalar)) return
  const expected = formulasFor(stated.target, type)
  if (!expected.includes(formula)) report(scope, 'bad-value', node.at, { written: formula, expected, suggestion: null })
}

function rateOfParts({ map, plan, scope }: IndicatorReading): Indicator['rateOf'] {
  const node = map.get('rate_of')
  if (!(node instanceof MapNode)) return null
  for (const key of ['numerator', 'denominator']) {
    const id = scalarAt(node, key)
    if (id) reportUnknownId(id, plan.countable, 'countable-indicator', plan, scope)
  }
  const [numerator, denominator] = [textAt(node, 'numerator'), textAt(node, 'denominator')]
  if (denominator === null && !map.entries.has('same_base_as')) {
    report(scope, 'missing-key', { ...node.at, length: 1 }, { key: 'denominator', of: 'rate_of' })
  }
  return numerator === null ? null : { numerator, denominator }
}

function sameBaseOf({ map, id, plan, scope }: IndicatorReading): string | null {
  const other = scalarAt(map, 'same_base_as')
  if (!other) return null
  const others = new Set([...plan.povertyRates].filter((each) => each !== id))
  reportUnknownId(other, others, 'poverty-rate-of-plan', plan, scope)
  return other.text
}

function reportUnknownId(
  id: Scalar,
  known: ReadonlySet<string>,
  kind: ExpectedPhrase,
  { suggest }: PlanFacts,
  scope: Scope,
): void {
  if (known.has(id.text)) return
  const suggestion = suggest(id.text, () => known)
  report(scope, 'bad-value', id.at, { written: id.text, expected: listedOr(kind, known), suggestion })
}

/** What only numbers have. */
const notForTasks = [
  'baseline',
  'direction',
  'formula',
  'phasing',
  'tolerance',
  'can_fall',
  'accumulate',
  'targets_by_period',
  'decimals',
  'min',
  'standard',
  'measured',
  'rate_of',
  'same_base_as',
  'exhaustive',
  'providers',
  'judged_by',
]

function reportKeysNotForType({ map, type, plan, scope }: IndicatorReading): void {
  const misplaced = (key: string) => {
    const entry = map.entries.get(key)
    if (entry) report(scope, 'key-not-for-type', entry.keyAt, { key, type })
  }
  if (!isNumeric(type)) notForTasks.forEach(misplaced)
  else if (type !== 'count') ['can_fall', 'accumulate'].forEach(misplaced)
  if (type !== 'task') misplaced('states')
  if (type !== 'poverty-rate') misplaced('counted')
  const accumulate = map.get('accumulate')
  if (accumulate && plan.period && wholeYears(plan.period) === undefined) {
    badPhasing('100%', scope)('year', plan.period.text, accumulate.at)
  }
  if (isNumeric(type) && type !== 'rate' && type !== 'poverty-rate') ['rate_of', 'same_base_as'].forEach(misplaced)
}
