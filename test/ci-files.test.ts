import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { parse, parseAllDocuments } from 'yaml'
import { copyToFolder, inFreshFolder, ROOT } from './support/folder.ts'
import { elementsOf, junitDocuments, sarifFaults } from './support/machine-formats.ts'
import { inShell } from './support/run.ts'

/* What other repositories take from this one: each of its shell steps is run as its runner does it. */

const text = (path: string) => readFileSync(join(ROOT, path), 'utf8')
const manifest = JSON.parse(text('package.json'))

interface Step {
  readonly id?: string
  readonly name?: string
  readonly if?: string
  readonly run?: string
  readonly env?: Readonly<Record<string, string>>
}

interface Action {
  readonly inputs: Readonly<Record<string, { readonly default: string }>>
  readonly outputs: { readonly report: { readonly value: string } }
  readonly runs: { readonly using: string; readonly steps: readonly Step[] }
}

const action = parse(text('action.yml')) as Action
const PASSING = 'plans/ha-nam/2017-plan.yaml plans/ha-nam/2017-actuals.yaml'

/** As the runner does it: inputs in place of their expressions, each step in a shell of its own, until one fails. */
function actionRun(folder: string, given: Readonly<Record<string, string>>) {
  const inputs = Object.entries(action.inputs).map(
    ([name, { default: usual }]) => [name, given[name] ?? usual] as const,
  )
  const filled = (value: string) =>
    inputs.reduce((whole, [name, input]) => whole.replace(`\${{ inputs.${name} }}`, () => input), value)
  const statuses: Record<string, number | null> = {}
  let stdout = ''
  let failed = false
  for (const { name = '', run, if: condition, env = {} } of action.runs.steps) {
    if (run === undefined || name === 'Install' || (failed && !condition?.includes('!cancelled()'))) continue
    const files = { GITHUB_STEP_SUMMARY: 'summary.md', GITHUB_OUTPUT: 'output.txt', RUNNER_TEMP: folder }
    const own = Object.fromEntries(Object.entries(env).map(([key, value]) => [key, filled(value)]))
    const result = inShell('bash', `set -eo pipefail\n${run}`, folder, { CI: 'true', ...files, ...own })
    statuses[name] = result.status
    stdout += result.stdout
    failed ||= result.status !== 0
  }
  return { statuses, stdout }
}

const inRepository = (use: (folder: string, read: (path: string) => string) => void) =>
  inFreshFolder(async (folder) => {
    await copyToFolder(folder, 'plans')
    use(folder, (path) => readFileSync(join(folder, path), 'utf8'))
  })

describe('the GitHub action', () => {
  it('passes, leaves the report for the next run, and compares with it then', async () => {
    await inRepository((folder, read) => {
      expect(actionRun(folder, { files: PASSING }).statuses).toEqual({ Check: 0, Report: 0 })
      expect(read('output.txt')).toBe(`report=${folder}/report.json\n`)
      expect(JSON.parse(read('report.json'))).toMatchObject({ complete: true })
      expect(sarifFaults(read('pva.sarif'))).toEqual([])
      const lower = read('plans/ha-nam/2017-actuals.yaml').replaceAll('18.923', '18.800')
      writeFileSync(join(folder, 'plans/ha-nam/2017-actuals.yaml'), lower)
      const run = actionRun(folder, { files: PASSING, against: 'report.json' })
      expect(run).toMatchObject({
        statuses: { Check: 1, Report: 0 },
        stdout: expect.stringContaining('title=revised::'),
      })
    })
  })

  it('fails with annotations and a summary where the policy is broken', async () => {
    await inRepository((folder, read) => {
      writeFileSync(join(folder, 'my policy.yaml'), 'kind: policy\nmin: 119%\n')
      const run = actionRun(folder, { files: PASSING, policy: 'my policy.yaml' })
      expect(run.statuses).toEqual({ Check: 1, Report: 0 })
      expect(run.stdout).toMatch(/^::error file=plans\/ha-nam\/2017-actuals\.yaml,line=\d+/m)
      expect(read('summary.md')).toMatch(/Check failed\..*118\.3%/s)
    })
  })

  it('takes inputs as names, whatever a shell would make of them, and leaves patterns to pva', async () => {
    await inRepository((folder) => {
      const run = actionRun(folder, { files: '$(touch ran) `touch ran` ;touch ran', policy: '$(touch ran)' })
      expect(run.statuses['Check']).toBe(2)
      expect(existsSync(join(folder, 'ran'))).toBe(false)
      expect(actionRun(folder, { files: 'plans/ha-nam/2017-*.yaml', format: 'table' }).statuses['Check']).toBe(0)
    })
  })

  it('hands no expression to a shell, and gives the report that it writes', () => {
    expect(action.runs.using).toBe('composite')
    expect(action.runs.steps.filter(({ run }) => run?.includes('${{'))).toEqual([])
    expect(action.outputs.report.value).toContain(`steps.${action.runs.steps.at(-1)?.id}.outputs.report`)
  })
})

it('the GitLab component runs the check and leaves a test report', async () => {
  const [spec, jobs] = parseAllDocuments(text('templates/check.yml')).map((each) => each.toJS())
  const given: Readonly<Record<string, string>> = { files: PASSING, policy: '', package: 'pva.tgz' }
  const job = jobs['plan-vs-actual'] as { variables: Record<string, string>; script: readonly string[] }
  const named = [...text('templates/check.yml').matchAll(/\$\[\[ inputs\.(\w+) \]\]/g)].map(([, name = '']) => name)
  expect(Object.keys(spec.spec.inputs).toSorted()).toEqual([...new Set(named)].toSorted())
  const variables = Object.entries(job.variables).map(
    ([key, value]) => [key, given[/inputs\.(\w+)/.exec(value)?.[1] ?? ''] ?? ''] as const,
  )
  await inFreshFolder(async (folder) => {
    await copyToFolder(folder, 'plans')
    const run = (changes: object) =>
      inShell('bash', `set -eo pipefail\n${job.script.join('\n')}`, folder, {
        ...Object.fromEntries(variables),
        ...changes,
      })
    expect(run({})).toMatchObject({ status: 0, stderr: '' })
    const failures = async () =>
      elementsOf((await junitDocuments([readFileSync(join(folder, 'pva.xml'), 'utf8')]))[0] as never, 'failure').length
    expect(await failures()).toBe(0)
    expect(run({ PVA_FILES: 'plans/ha-nam' })).toMatchObject({ status: 1 })
    expect(await failures()).toBeGreaterThan(0)
  })
})

describe('the hooks of pre-commit', () => {
  const hooks = parse(text('.pre-commit-hooks.yaml')) as readonly Record<string, unknown>[]

  it.each(hooks)(
    '$id runs a command that the package has, on the folder that it watches',
    async ({ id, entry, files }) => {
      expect(manifest.bin).toHaveProperty(String(entry).split(' ')[0] ?? '')
      expect('plans/ha-nam/2017-plan.yaml').toMatch(new RegExp(String(files)))
      await inFreshFolder(async (folder) => {
        await copyToFolder(folder, 'plans')
        for (const name of ['2018-plan.yaml', '2018-actuals.yaml']) rmSync(join(folder, 'plans/ha-nam', name))
        rmSync(join(folder, 'plans/quang-nam'), { recursive: true })
        expect(inShell('bash', String(entry), folder).status, String(id)).toBe(0)
        writeFileSync(join(folder, 'plans/broken.yaml'), 'kind: plan\nid: broken\n')
        expect(inShell('bash', String(entry), folder).status, String(id)).toBe(2)
      })
    },
  )
})

it('the container installs the package file that `npm pack` writes, and runs as an ordinary user without a network', async () => {
  const lines = text('Containerfile').split('\n')
  expect(lines.indexOf('USER node')).toBeLessThan(lines.indexOf('ENTRYPOINT ["pva"]'))
  expect(lines.find((line) => line.startsWith('COPY --from'))).toContain(`/${manifest.name}-*.tgz /`)
  const [pack = '', install = ''] = lines.flatMap((line) => /^RUN (?:npm ci .*? && )?(.*)/.exec(line)?.[1] ?? [])
  await inFreshFolder(async (folder) => {
    // Its root is this folder, what is built is there.
    const below = (script: string) => script.replaceAll(/ \/(?=plan|$)/g, ` ${folder}/`)
    const env = { npm_config_prefix: folder, npm_config_ignore_scripts: 'true', npm_config_update_notifier: 'false' }
    expect(inShell('bash', `cd ${ROOT} && ${below(pack)}`, folder, env).status).toBe(0)
    expect(inShell('bash', below(install), folder, env)).toMatchObject({ status: 0, stderr: '' })
    expect(readdirSync(folder).filter((name) => name.endsWith('.tgz'))).toEqual([])
    await copyToFolder(folder, 'plans')
    expect(inShell('bash', 'bin/pva report plans/ha-nam', folder).stdout).toContain('Hà Nam')
  })
})
