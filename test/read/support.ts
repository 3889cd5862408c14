import { Exact } from '../../src/model/exact.ts'
import type { Indicator, Target } from '../../src/model/indicator.ts'
import type { Observation } from '../../src/model/observation.ts'
import type { Plan } from '../../src/model/plan.ts'
import type { Problem } from '../../src/model/problem.ts'
import { type ReadFile, readInput } from '../../src/read/input.ts'

/** Reads text as a file that was named on the command line. */
export function read(text: string, path = 'input.yaml'): ReadFile {
  return readInput({ path, bytes: new TextEncoder().encode(text), named: true })
}

/** `line:column code`, in the order of the file. */
export function placed(problems: readonly Problem[]): readonly string[] {
  return [...problems]
    .sort((a, b) => (a.at?.line ?? 0) - (b.at?.line ?? 0) || (a.at?.column ?? 0) - (b.at?.column ?? 0))
    .map(({ at, code }) => `${at?.line}:${at?.column} ${code}`)
}

/** A plan of 2018 around indicators, or plan keys, that a test is about. */
export function planText(indicators: string, keys = 'numbers: plain'): string {
  return [
    'kind: plan',
    'id: p',
    'title: Plan',
    'period: 2018',
    keys,
    'indicators:',
    indicators.replace(/^/gm, '  '),
    '',
  ].join('\n')
}

export function readPlan(indicators: string, keys?: string): { plan: Plan | undefined; problems: readonly Problem[] } {
  const { plans, problems } = read(planText(indicators, keys))
  return { plan: plans[0], problems }
}

/** The only indicator of a plan, which has to be without problems. */
export function onlyIndicator(keys: string, planKeys?: string): Indicator {
  const { plan, problems } = readPlan(`- id: i\n  name: I\n${keys.replace(/^/gm, '  ')}`, planKeys)
  const [indicator] = plan?.indicators ?? []
  if (!indicator || problems.length > 0) throw new Error(JSON.stringify(problems))
  return indicator
}

/** The problems of a plan of one indicator with these keys, as codes and facts. */
export function indicatorProblems(keys: string, planKeys?: string): readonly Pick<Problem, 'code' | 'args'>[] {
  const { problems } = readPlan(`- id: i\n  name: I\n${keys.replace(/^/gm, '  ')}`, planKeys)
  return problems.map(({ code, args }) => ({ code, args }) as Pick<Problem, 'code' | 'args'>)
}

export function actualsText(rest: string, keys = 'numbers: plain'): string {
  return ['kind: actuals', 'plan: p', 'period: 2018', keys, rest, ''].join('\n')
}

/** The only observation of a file of results, which has to be without problems. */
export function onlyObservation(rest: string, keys?: string): Observation {
  const { observations, problems } = read(actualsText(rest, keys))
  const [observation] = observations
  if (!observation || problems.length > 0) throw new Error(JSON.stringify(problems))
  return observation
}

/** `at_least 16250`, `reduce_by 1..1.5 of baseline per year`. */
export function inShort(found: Target): string {
  switch (found.kind) {
    case 'done':
      return 'done'
    case 'between':
      return `between ${found.range.low}..${found.range.high} ${found.direction}`
    case 'reduce_by':
    case 'increase_by': {
      const by = found.by instanceof Exact ? found.by : `${found.by.low}..${found.by.high}`
      return `${found.kind} ${by}${found.ofBaseline ? ' of baseline' : ''}${found.perYear ? ' per year' : ''}`
    }
    default:
      return `${found.kind} ${found.value}`
  }
}
