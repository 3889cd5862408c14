import { type XmlElement, xmlText } from './xml.ts'

/** One case. Its texts are plain; what JUnit cannot hold is written out. */
export interface TestCase {
  readonly suite: string
  readonly classname: string
  readonly name: string
  readonly outcome: Outcome
}

export type Outcome =
  | { readonly kind: 'passed'; readonly note?: string }
  | { readonly kind: 'skipped'; readonly why: string }
  /** `failure`: what was held against something fell short; `error`: it could not be held against it. */
  | { readonly kind: 'failure' | 'error'; readonly type: string; readonly message: string; readonly body: string }

/**
 * Cases as JUnit XML, suite by suite, in the form that Jenkins and GitLab read. There are no times in it: the same input
 * gives the same text.
 */
export function junitText(
  name: string,
  cases: readonly TestCase[],
  properties: ReadonlyMap<string, Readonly<Record<string, string>>> = new Map(),
): string {
  const { skipped: _, ...counters } = countersOf(cases)
  const suites = [...groupedBy(cases, ({ suite }) => suite)]
  const children = suites.map(([suite, of]) => suiteElement(suite, of, properties.get(suite) ?? {}))
  return xmlText({ name: 'testsuites', attributes: { name, ...counters }, children })
}

export function groupedBy<T>(items: readonly T[], keyOf: (item: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>()
  for (const item of items) {
    const group = groups.get(keyOf(item))
    if (group) group.push(item)
    else groups.set(keyOf(item), [item])
  }
  return groups
}

function suiteElement(
  name: string,
  cases: readonly TestCase[],
  properties: Readonly<Record<string, string>>,
): XmlElement {
  const stated = Object.entries(properties).map(([key, value]) => element('property', { name: key, value }))
  return element('testsuite', { name, ...countersOf(cases) }, [
    ...(stated.length > 0 ? [element('properties', {}, stated)] : []),
    ...cases.map((each) =>
      element('testcase', { classname: each.classname, name: each.name }, outcomeElements(each.outcome)),
    ),
  ])
}

const element = (
  name: string,
  attributes: XmlElement['attributes'],
  children: XmlElement['children'] = [],
): XmlElement => ({ name, attributes, children })

function countersOf(cases: readonly TestCase[]) {
  const of = (kind: Outcome['kind']) => cases.filter(({ outcome }) => outcome.kind === kind).length
  return { tests: cases.length, failures: of('failure'), errors: of('error'), skipped: of('skipped') }
}

function outcomeElements(outcome: Outcome): readonly XmlElement[] {
  if (outcome.kind === 'passed') return outcome.note ? [element('system-out', {}, outcome.note)] : []
  if (outcome.kind === 'skipped') return [element('skipped', {}, outcome.why)]
  const { kind, type, message, body } = outcome
  return [element(kind, { type, message }, body)]
}
