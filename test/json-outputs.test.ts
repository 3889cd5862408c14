import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { runInNewContext } from 'node:vm'
import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js'
import { describe, expect, it } from 'vitest'
import { audited } from '../src/calc/audit/audit.ts'
import { findingRules } from '../src/model/check.ts'
import { readInput } from '../src/read/input.ts'
import { renderAuditJson } from '../src/render/data/audit.ts'
import { renderCheckJson } from '../src/render/data/check.ts'
import { renderReportJson } from '../src/render/data/report.ts'
import { auditOf, everyReason } from './support/audit.ts'
import { checkResult, finding, policy } from './support/check.ts'
import { everyCase } from './support/every-case.ts'
import { copyToFolder, inFreshFolder, ROOT, writeInFolder } from './support/folder.ts'
import { halfYear } from './support/half-year.ts'
import { IS_LONG } from './support/long.ts'
import { codesOfProblemFolders, problemFolderOf } from './support/problem-folder.ts'
import { outcomeOf } from './support/pva.ts'
import { indicator, line, percent } from './support/report.ts'
import { schemaFile } from './support/schemas.ts'

/* Every JSON output against the schema that is shipped for it, by a validator of others. */

const ajv = new Ajv2020({ logger: false, allErrors: true })
const outputs = ['report', 'check', 'compare', 'problems', 'audit'] as const
type OutputKind = (typeof outputs)[number]
const validators = Object.fromEntries(
  outputs.map((kind) => [kind, ajv.compile(JSON.parse(readFileSync(schemaFile(kind), 'utf8')))]),
) as Record<OutputKind, ValidateFunction>

function faultsOf(kind: OutputKind, json: unknown): readonly string[] {
  const validate = validators[kind]
  validate(json)
  return (validate.errors ?? []).map(({ instancePath, message, params }) => {
    return `${instancePath} ${message} ${JSON.stringify(params)}`
  })
}

const commands: readonly (readonly [string, OutputKind])[] = [
  ['pva report . --format json', 'report'],
  ['pva report . --format json --by area --as-of 2018-06-30', 'report'],
  ['pva poverty . --format json', 'report'],
  ['pva check . --format json', 'check'],
  ['pva check . --format json --min 100% --fail-on missed,behind,not-reported --max-warnings 0', 'check'],
  ['pva compare . --format json', 'compare'],
  ['pva compare . --format json --as-of 2018-06-30', 'compare'],
  ['pva validate . --format json --lang vi', 'problems'],
  ['pva audit . --format json --lang vi', 'audit'],
]

const codes = codesOfProblemFolders()

/** The first command of each kind sees every problem, the others see those of the samples. */
const first = new Set(outputs.map((kind) => commands.find(([, each]) => each === kind)))

describe.each(commands)('%s', (command, kind) => {
  it('is as its schema says for the samples', async () => {
    const json = await inFreshFolder(async (folder) => {
      await copyToFolder(folder, 'plans')
      return printedBy(command, folder)
    })
    expect(faultsOf(kind, json)).toEqual([])
  })

  const seen = IS_LONG || [...first].some((each) => each?.[0] === command) ? codes : []
  it.each(seen)('is as its schema says where there is %s', async (code) => {
    const { inputs } = await problemFolderOf(code)
    const json = await inFreshFolder(async (folder) => {
      for (const { argument, content } of inputs) await writeInFolder(folder, argument, content)
      return printedBy(command, folder)
    })
    expect(faultsOf(kind, json)).toEqual([])
  })
})

it('pva explain INDICATOR --format json is as the schema of a report says', async () => {
  const json = await inFreshFolder(async (folder) => {
    await copyToFolder(folder, 'plans')
    return printedBy('pva explain poverty-rate plans --format json', folder)
  })
  expect(faultsOf('report', json)).toEqual([])
})

async function printedBy(command: string, folder: string): Promise<unknown> {
  const { stdout } = await outcomeOf({
    command,
    folder,
    env: {},
    today: '2019-01-15',
    stdin: Buffer.alloc(0),
    terminal: { isTTY: false, columns: 80 },
  })
  return JSON.parse(stdout)
}

const context = { problems: [], complete: true, inputs: [], lang: 'en' } as const

describe('a report', () => {
  const json = JSON.parse(String(renderReportJson({ plans: [everyCase()] }, context)))

  it('is as its schema says in every case', () => {
    expect(faultsOf('report', json)).toEqual([])
  })

  it('is as its schema says with all that time and place add', () => {
    const added = JSON.parse(String(renderReportJson({ plans: [halfYear()] }, context)))
    expect(faultsOf('report', added)).toEqual([])
  })

  it('with a key more or less, or a word of its own, is refused', () => {
    const [plan] = json.plans
    const [row] = plan.indicators
    const { area: _, ...lacking } = row
    const withRow = (changed: unknown) => ({ ...json, plans: [{ ...plan, indicators: [changed] }] })
    expect(faultsOf('report', withRow(row))).toEqual([])
    for (const changed of [lacking, { ...row, areas: [] }, { ...row, verdict: 'good' }, { ...row, actual: '15995' }]) {
      expect(faultsOf('report', withRow(changed))).not.toEqual([])
    }
  })
})

describe('a check', () => {
  const jobs = line(indicator('jobs'))
  const all = findingRules.flatMap((rule) => [
    finding(jobs, { rule, expected: 'met', found: 'missed' }),
    finding(jobs, { rule, severity: 'warn', expected: percent('100'), found: percent('85.5'), at: null, line: null }),
    finding(jobs, { rule, expected: null, found: null, area: 'phu-ly' }),
  ])
  const strict = policy('ha-nam-2018', {
    maxWarnings: 0,
    indicators: new Map([['jobs', { severity: 'warn', min: percent('90'), failOn: ['missed'] }]]),
    refused: [{ indicator: null, key: 'fail-on' }],
  })

  it('is as its schema says for every rule', () => {
    const json = String(renderCheckJson(checkResult(all, { policies: [strict] }), context))
    expect(faultsOf('check', JSON.parse(json))).toEqual([])
  })
})

interface ExplainedClaim {
  readonly judgements: readonly {
    readonly derivations: readonly { readonly figures: string; readonly value: number }[]
  }[]
}

describe('an audit', () => {
  const json = JSON.parse(String(renderAuditJson(auditOf(everyReason(), { unread: 1 }), context)))

  it('is as its schema says for every reason, and without claims', () => {
    expect(faultsOf('audit', json)).toEqual([])
    expect(faultsOf('audit', JSON.parse(String(renderAuditJson(auditOf([]), context))))).toEqual([])
  })

  it('that explains has formulas that come to the value they say, and is as its schema says', () => {
    const files = readdirSync(join(ROOT, 'plans/published')).filter((name) => name.endsWith('.yaml'))
    const claims = files.flatMap((name) => {
      const path = join(ROOT, 'plans/published', name)
      return audited(readInput({ path: name, bytes: readFileSync(path), named: true }).claims)
    })
    const explained = JSON.parse(String(renderAuditJson({ ...auditOf(claims), explains: true }, context)))
    expect(faultsOf('audit', explained)).toEqual([])
    const derivations = explained.claims.flatMap((claim: ExplainedClaim) =>
      claim.judgements.flatMap((each) => each.derivations),
    )
    expect(derivations.length).toBeGreaterThan(50)
    for (const { figures, value } of derivations) {
      expect(figures).toMatch(/^[\d.()+*/\sabs-]+$/)
      expect(runInNewContext(figures, { abs: Math.abs })).toBeCloseTo(value, 6)
    }
  })

  it('with a key more or less, or a word of its own, is refused', () => {
    const [claim] = json.claims
    const [judgement] = claim.judgements
    const { slip: _, ...lacking } = judgement
    const withJudgement = (changed: unknown) => ({ ...json, claims: [{ ...claim, judgements: [changed] }] })
    expect(faultsOf('audit', withJudgement(judgement))).toEqual([])
    for (const changed of [
      lacking,
      { ...judgement, more: 1 },
      { ...judgement, verdict: 'good' },
      { ...judgement, unit: null },
    ]) {
      expect(faultsOf('audit', withJudgement(changed))).not.toEqual([])
    }
  })
})
