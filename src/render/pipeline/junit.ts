import { type XmlElement, xmlText } from './xml.ts'

/** One case of a suite. Its texts are plain; what JUnit cannot hold is written out. */
export interface TestCase {
  readonly name: string
  readonly classname: string
  readonly outcome: Outcome
}

export type Outcome =
  | { readonly kind: 'passed'; readonly note?: string }
  | { readonly kind: 'skipped'; readonly why: string }
  /** `failure`: what was held against something fell short; `error`: it could not be held against it. */
  | { readonly kind: 'failure' | 'error'; readonly type: string; readonly message: string; readonly body: string }

export interface TestSuite {
  readonly name: string
  readonly properties?: Readonly<Record<string, string>>
  readonly cases: readonly TestCase[]
}

/**
 * Suites as JUnit XML, in the form that Jenkins and GitLab read. Suites without a case are left out. There are no
 * times in it: the same input gives the same text.
 */
export function junitText(name: string, suites: readonly TestSuite[]): string {
  const filled = suites.filter(({ cases }) => cases.length > 0)
  const all = filled.flatMap(({ cases }) => cases)
  const { skipped: _, ...counters } = countersOf(all)
  return xmlText({ name: 'testsuites', attributes: { name, ...counters }, children: filled.map(suiteElement) })
}

function suiteElement({ name, properties = {}, cases }: TestSuite): XmlElement {
  const stated = Object.entries(properties)
  const list: XmlElement = {
    name: 'properties',
    attributes: {},
    children: stated.map(([key, value]) => ({ name: 'property', attributes: { name: key, value }, children: [] })),
  }
  return {
    name: 'testsuite',
    attributes: { name, ...countersOf(cases) },
    children: [...(stated.length > 0 ? [list] : []), ...cases.map(caseElement)],
  }
}

function countersOf(cases: readonly TestCase[]) {
  const of = (kind: Outcome['kind']) => cases.filter(({ outcome }) => outcome.kind === kind).length
  return { tests: cases.length, failures: of('failure'), errors: of('error'), skipped: of('skipped') }
}

function caseElement({ name, classname, outcome }: TestCase): XmlElement {
  return { name: 'testcase', attributes: { classname, name }, children: outcomeElements(outcome) }
}

function outcomeElements(outcome: Outcome): readonly XmlElement[] {
  switch (outcome.kind) {
    case 'passed':
      return outcome.note ? [{ name: 'system-out', attributes: {}, children: outcome.note }] : []
    case 'skipped':
      return [{ name: 'skipped', attributes: {}, children: outcome.why }]
    default: {
      const { kind, type, message, body } = outcome
      return [{ name: kind, attributes: { type, message }, children: body }]
    }
  }
}
