import { readFileSync } from 'node:fs'
import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { stringify } from 'yaml'
import { type InputKind, inputDocuments, inputKinds, yamlValue } from './support/documents.ts'
import { schemaFile } from './support/schemas.ts'
import { readerOn } from './support/structure.ts'

/* The shipped schemas, by a validator of others, against the reader: they refuse what it refuses for its structure. */

const ajv = new Ajv2020({ logger: false, allErrors: true })
const validators = Object.fromEntries(
  inputKinds.map((kind) => [kind, ajv.compile(JSON.parse(readFileSync(schemaFile(kind), 'utf8')))]),
) as Record<InputKind, ValidateFunction>

function refusals(kind: InputKind, text: string): readonly string[] {
  const validate = validators[kind]
  validate(yamlValue(text))
  return (validate.errors ?? []).map(({ instancePath, message }) => `${instancePath}: ${message}`)
}

const documents = (await inputDocuments()).filter(({ text }) => readerOn(text).isYaml)

describe.each(documents)('$name', ({ kind, name, text }) => {
  const isRefused = readerOn(text, name.endsWith('.json') ? 'input.json' : 'input.yaml').structure.length > 0

  it(`is ${isRefused ? 'refused' : 'accepted'} by the schema as by the reader`, () => {
    const refused = refusals(kind, text)
    if (isRefused) expect(refused).not.toEqual([])
    else expect(refused).toEqual([])
  })
})

it('all samples, problem folders and scenarios were held against a schema', () => {
  expect(documents.length).toBeGreaterThan(60)
  expect([...new Set(documents.map(({ kind }) => kind))]).toEqual(expect.arrayContaining(['plan', 'actuals', 'claims']))
})

const PLAN = `kind: plan
id: p-1
title: { vi: Kế hoạch, en: Plan }
period: 2018
numbers: plain
source: { title: A yearbook, url: https://example.org/a, page: 21, date: 2018-12-31 }
decimals: 2
tolerance: 95%
policy: { min: 100, fail-on: [missed], max-warnings: 0 }
areas:
  - { id: a, name: A, from: 2018-01-01, was: [old-a] }
sections:
  - { id: s, name: S }
indicators:
  - id: jobs
    no: 1
    section: s
    name: Jobs
    unit: workers
    target: 16250
    phasing: { 2018-Q1: 20%, 2018-Q4: 100% }
    targets_by_area: { a: 3500 }
    severity: warn
    min: 90%
    exhaustive: false
    of_which:
      - { id: export, name: Export, target: { at_least: 1000 } }
    revisions:
      - { date: 2018-07-01, target: 17000, decision: 12/NQ-HĐND }
  - id: poverty-rate
    type: poverty-rate
    standard: 2016-2020
    measured: households
    name: Poverty rate
    baseline: { period: 2017, rate: 3.28, areas: { a: { rate: 3.5 } } }
    target: { reduce_by: [0.3, 0.5], per: year }
`
const ACTUALS = `kind: actuals
plan: p-1
period: 2018
basis: cumulative
status: provisional
source: A yearbook
results:
  jobs: 18923
  poverty-rate: { rate: 2.98, poor: 100, households: 2669, note: { en: checked } }
observations:
  - { indicator: jobs, period: 2018-Q1, area: a, value: 812, status: estimate }
`
const CLAIMS = `kind: claims
source: A newspaper
claims:
  - { id: jobs, text: printed, actual: 18923, target: ~16000, completion: 118%, verdict: Đạt }
  - { id: total, parts: 1 + 2, total: 3, rounded: [total], direction: at_most, formula: ratio }
`
const POLICY = `kind: policy
min: 90%
fail-on: [missed, behind]
max-warnings: 3
indicators:
  jobs: { severity: warn, min: 95% }
`
const MAPPING = `kind: mapping
id: province
codes: { indicator: { "01": jobs, "": skip }, area: { "347": phu-ly, _T: whole } }
areas: { Phủ Lý: phu-ly }
`
const wholes: Readonly<Record<InputKind, string>> = {
  plan: PLAN,
  actuals: ACTUALS,
  claims: CLAIMS,
  policy: POLICY,
  mapping: MAPPING,
}

describe.each(inputKinds)('%s', (kind) => {
  it('are accepted with every key that they may have', () => {
    expect(readerOn(wholes[kind]).errors).toEqual([])
    expect(refusals(kind, wholes[kind])).toEqual([])
  })

  it('are refused by schema and reader alike, however a key or a value is changed', () => {
    const whole = yamlValue(wholes[kind]) ?? {}
    const places = placesIn(whole)
    const change = fc.record({ place: fc.constantFrom(...places), to: fc.constantFrom(...replacements) })
    fc.assert(
      fc.property(change, ({ place, to }) => {
        const text = stringify(changed(whole, place, to))
        const { structure, errors } = readerOn(text)
        const refused = refusals(kind, text)
        if (structure.length > 0) expect(refused, text).not.toEqual([])
        if (errors.length === 0) expect(refused, text).toEqual([])
      }),
      { numRuns: 250, seed: 2018 },
    )
  })
})

type Place = readonly (string | number)[]
type Change = (holder: Record<string, unknown>, key: string) => void

/** Bare `true` is left out: the reader takes it for text, which the schemas do not. */
const replacements: readonly Change[] = [
  ...[null, '', ' ', 'text', 'Text x', '~', 'none', 'done', '95%', '3 pp', 0, 3, 21, 2.5, -1, 2018, [], {}].map(put),
  ...['2018-01', '2018-13', '2018-Q5', '2018-07-01', '2018-7-1', 'https://example.org', 'www.example.org'].map(put),
  ...[[1], [1, 2], [1, 2, 3], ['a'], [[]], [null], { vi: 'x' }, { en: null }, { at_most: 3 }, { a: 1 }].map(put),
  ...[{ at_least: 1, at_most: 3 }, { value: 3 }, { title: 'x' }, { direction: 'up' }, { '2018': '100%' }].map(put),
  (holder, key) => {
    delete holder[key]
  },
  (holder, key) => {
    holder[`${key}x`] = holder[key]
    delete holder[key]
  },
  (holder, key) => {
    holder[`${key}x`] = holder[key]
  },
]

function put(value: unknown): Change {
  return (holder, key) => {
    holder[key] = structuredClone(value)
  }
}

/** Every key and index, but `kind`, which says which schema it is. */
function placesIn(value: unknown, path: Place = []): readonly Place[] {
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([key, inner]) => {
    const at = [...path, key]
    return path.length === 0 && key === 'kind' ? [] : [at, ...placesIn(inner, at)]
  })
}

function changed(whole: object, place: Place, change: Change): unknown {
  const copy = structuredClone(whole) as Record<string, unknown>
  const holder = place.slice(0, -1).reduce<unknown>((at, key) => (at as Record<string, unknown>)[key], copy)
  change(holder as Record<string, unknown>, String(place.at(-1)))
  return copy
}
