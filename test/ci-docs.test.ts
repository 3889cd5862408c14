import { chmodSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { copyToFolder, inFreshFolder, ROOT } from './support/folder.ts'
import { elementsOf, junitDocuments, sarifFaults } from './support/machine-formats.ts'
import { inShell, isInstalled } from './support/run.ts'

/*
 * What docs/ci.md tells its readers to copy is run here as it stands there: each shell step of the pipelines, the hook
 * in a real repository, the recipes with the real jq. Only what installs the program is left out.
 */

const text = readFileSync(join(ROOT, 'docs/ci.md'), 'utf8')
const blocks = [...text.matchAll(/^```(\w+)(?: (\S+))?\n(.*?)^```$/gms)].map(([, language, path, body = '']) => ({
  language,
  path,
  body,
}))

function shownFile(path: string): string {
  const block = blocks.find((each) => each.path === path)
  if (!block) throw new Error(`docs/ci.md does not show ${path}`)
  return block.body
}

const POLICY = 'pva-policy.yaml'
const JOBS_2017 = 'plans/ha-nam/2017-actuals.yaml'
const github = githubJob(shownFile('.github/workflows/plans.yaml'))
const gitlab: GitlabJob = parse(shownFile('.gitlab-ci.yml')).plans

it('the file that is installed is the one that `npm pack` writes now', () => {
  const { name, version } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'))
  const named = [...text.matchAll(/\b[\w-]+-\d[\d.]*\.tgz\b/g)].map(([file]) => file)
  expect(new Set(named)).toEqual(new Set([`${name}-${version}.tgz`]))
})

describe('the GitHub workflow', () => {
  it('passes where nothing breaks the policy, and fails once on a figure that was revised for the worse since', {
    timeout: 180_000,
  }, async () => {
    await inRepository(passing, (folder) => {
      const passed = () => {
        const run = githubRun(folder)
        expect(run.statuses).toEqual({ Validate: 0, Check: 0, Report: 0 })
        expect(run.stdout).not.toContain('::error')
        expect(json(folder, 'report.json')).toMatchObject({ format: 'pva.report/1', complete: true })
        expect(sarifFaults(read(folder, 'pva.sarif'))).toEqual([])
        expect(json(folder, 'pva.sarif').runs[0].results).toEqual([])
      }
      expect(existsSync(join(folder, 'report.json'))).toBe(false)
      passed()
      const { path } = given('actions/cache/save')
      const uploads = [
        given('actions/upload-artifact')['path'],
        given('github/codeql-action/upload-sarif')['sarif_file'],
      ]
      for (const file of [path, ...uploads]) expect(existsSync(join(folder, file ?? 'not named'))).toBe(true)
      lowerJobsOf2017(folder)
      const run = githubRun(folder)
      expect(run.statuses).toEqual({ Validate: 0, Check: 1, Report: 0 })
      expect(run.stdout).toMatch(/^::error file=plans\/ha-nam\/2017-actuals\.yaml,.*title=revised::/m)
      passed()
    })
  })

  it('fails where the policy is broken, with annotations, summary and report all the same', async () => {
    await inRepository(asTheyAre, (folder) => {
      const run = githubRun(folder)
      expect(run.statuses).toEqual({ Validate: 0, Check: 1, Report: 0 })
      expect(run.stdout).toMatch(/^::error file=plans\/ha-nam\/2018-plan\.yaml,line=37,.*not-reported::.*New jobs/m)
      const summary = read(folder, 'summary.md')
      expect(summary).toContain('Check failed.')
      expect(summary).toContain('118.3%')
      expect(json(folder, 'report.json')).toMatchObject({ complete: true })
    })
  })

  it('ends with the problems where a file has an error, and keeps no incomplete report', async () => {
    await inRepository(passing, (folder) => {
      writeFileSync(join(folder, 'plans/broken.yaml'), 'kind: plan\nid: broken\n')
      const run = githubRun(folder)
      expect(run.statuses).toEqual({ Validate: 2, Report: 2 })
      expect(run.stdout).toMatch(/^::error file=plans\/broken\.yaml,line=1,.*title=missing-key::/m)
      expect(sarifFaults(read(folder, 'pva.sarif'))).toEqual([])
      expect(json(folder, 'pva.sarif').runs[0].results).not.toEqual([])
      const keeping = github.filter(({ uses = '' }) => /^actions\/(cache\/save|upload-artifact)@/.test(uses))
      expect(keeping).toHaveLength(2)
      for (const step of keeping) expect(step.if).toContain("steps.report.outcome == 'success'")
    })
  })

  it('restores and keeps the report at one path', () => {
    const { path, key } = given('actions/cache/save')
    expect(given('actions/cache/restore')).toMatchObject({ path, key })
    expect(key?.startsWith(given('actions/cache/restore')['restore-keys'] ?? '-')).toBe(true)
  })

  const given = (action: string) => github.find(({ uses = '' }) => uses.startsWith(`${action}@`))?.with ?? {}
})

describe('the GitLab job', () => {
  it('passes where nothing breaks the policy, and fails once on a figure that was revised for the worse since', {
    timeout: 180_000,
  }, async () => {
    await inRepository(passing, async (folder) => {
      const passed = async () => {
        expect(gitlabRun(folder)).toMatchObject({ status: 0, stderr: '' })
        for (const file of [...gitlab.artifacts.paths, ...gitlab.cache.paths, gitlab.artifacts.reports.junit]) {
          expect(existsSync(join(folder, file))).toBe(true)
        }
        expect(json(folder, 'report.json')).toMatchObject({ complete: true })
        expect(await failuresIn(folder)).toBe(0)
      }
      await passed()
      lowerJobsOf2017(folder)
      expect(gitlabRun(folder)).toMatchObject({ status: 1, stdout: expect.stringContaining('Revised for the worse') })
      expect(await failuresIn(folder)).toBe(1)
      await passed()
    })
  })

  it('fails where the policy is broken, with the table, the test report and the report all the same', async () => {
    await inRepository(asTheyAre, async (folder) => {
      const { status, stdout } = gitlabRun(folder)
      expect(status).toBe(1)
      expect(stdout).toContain('Check failed.')
      expect(await failuresIn(folder)).toBeGreaterThan(0)
      expect(json(folder, 'report.json')).toMatchObject({ complete: true })
    })
  })

  it('ends with 2 where a file has an error, and leaves the report of the run before', async () => {
    await inRepository(passing, (folder) => {
      gitlabRun(folder)
      const before = read(folder, 'report.json')
      writeFileSync(join(folder, 'plans/broken.yaml'), 'kind: plan\nid: broken\n')
      expect(gitlabRun(folder)).toMatchObject({ status: 2, stderr: expect.stringContaining('plans/broken.yaml:1:1') })
      expect(read(folder, 'report.json')).toBe(before)
    })
  })
})

describe.skipIf(!isInstalled('git'))('the hook', () => {
  it('lets a good plan through, and what does not touch plans', async () => {
    await inGitRepository((folder, sh) => {
      expect(sh('git add plans && git commit -qm Plans')).toMatchObject({ status: 0 })
      expect(commits(sh)).toBe('Plans\n')
      breakPlan(folder)
      expect(sh('echo more > note && git add note && git commit -qm Note')).toMatchObject({ status: 0, stdout: '' })
      expect(sh('git rm -rqf plans && git commit -qm Removed')).toMatchObject({ status: 0 })
      expect(commits(sh)).toBe('Removed\nNote\nPlans\n')
    })
  })

  it('stops a staged error although the folder is right by now', async () => {
    await inGitRepository((folder, sh) => {
      const good = read(folder, 'plans/ha-nam/2017-plan.yaml')
      breakPlan(folder)
      sh('git add plans')
      writeFileSync(join(folder, 'plans/ha-nam/2017-plan.yaml'), good)
      const { status, stderr } = sh('git commit -qm Plans')
      expect(status).toBe(1)
      expect(stderr).toContain('plans/ha-nam/2017-plan.yaml:8:1 error unknown-key')
      expect(commits(sh)).toBe('')
    })
  })

  it('lets a good staged plan through although the folder has an error by now, and leaves the folder alone', async () => {
    await inGitRepository((folder, sh) => {
      sh('git add plans')
      const broken = breakPlan(folder)
      expect(sh('git commit -qm Plans')).toMatchObject({ status: 0 })
      expect(commits(sh)).toBe('Plans\n')
      expect(read(folder, 'plans/ha-nam/2017-plan.yaml')).toBe(broken)
    })
  })
})

describe.skipIf(!isInstalled('jq'))('the recipes', () => {
  const recipes = blocks.flatMap(({ language, body }, index) => {
    const next = blocks[index + 1]
    return language === 'sh' && next?.language === 'text' ? [{ script: body, output: next.body }] : []
  })

  it('are all followed by what they print', () => {
    expect(recipes).toHaveLength(blocks.filter(({ language, body }) => language === 'sh' && /^jq /m.test(body)).length)
  })

  it.each(recipes)('$script', async ({ script, output }) => {
    await inFreshFolder(async (folder) => {
      for (const path of ['district/plan.yaml', 'district/results.yaml']) write(folder, path, shownFile(path))
      inShell('bash', 'pva report district --format json -o report.json', folder)
      const fails = /^jq -e/.test(script) || script.includes('exit "$status"')
      expect(inShell('bash', `set -eo pipefail\n${script}`, folder)).toEqual({
        stdout: output,
        stderr: '',
        status: fails ? 1 : 0,
      })
    })
  })

  it('are right to beware of null', async () => {
    await inFreshFolder(async (folder) => {
      expect(inShell('bash', "jq -n 'null < 100'", folder).stdout).toBe('true\n')
    })
  })
})

interface GithubStep {
  readonly name?: string
  readonly if?: string
  readonly run?: string
  readonly uses?: string
  readonly with?: Readonly<Record<string, string>>
}

interface GitlabJob {
  readonly script: readonly string[]
  readonly cache: { readonly paths: readonly string[] }
  readonly artifacts: { readonly paths: readonly string[]; readonly reports: { readonly junit: string } }
}

function githubJob(workflow: string): readonly GithubStep[] {
  return parse(workflow).jobs.plans.steps
}

/** As the runner does it: each step in a shell of its own, which stops at the first failure, as does the job. */
function githubRun(folder: string) {
  const statuses: Record<string, number | null> = {}
  let stdout = ''
  let failed = false
  for (const { name = '', run, if: condition } of github) {
    if (run === undefined || run.startsWith('npm install') || (failed && !condition?.includes('!cancelled()'))) continue
    const result = inShell('bash', `set -e\n${run}`, folder, { CI: 'true', GITHUB_STEP_SUMMARY: 'summary.md' })
    statuses[name] = result.status
    stdout += result.stdout
    failed ||= result.status !== 0
  }
  return { statuses, stdout }
}

/** As the runner does it: one shell for all lines of the script. */
function gitlabRun(folder: string) {
  return inShell('bash', `set -eo pipefail\n${gitlab.script.join('\n')}`, folder, { CI: 'true' })
}

/** A folder that holds what the page tells to keep in the repository. */
async function inRepository(prepare: (folder: string) => void, use: (folder: string) => Promise<void> | void) {
  await inFreshFolder(async (folder) => {
    await copyToFolder(folder, 'plans/ha-nam')
    write(folder, POLICY, shownFile(POLICY))
    prepare(folder)
    await use(folder)
  })
}

/** Most results of Hà Nam of 2018 were never found. */
function asTheyAre(): void {}

function passing(folder: string): void {
  for (const file of ['2018-plan.yaml', '2018-actuals.yaml']) rmSync(join(folder, 'plans/ha-nam', file))
}

function lowerJobsOf2017(folder: string): void {
  const before = read(folder, JOBS_2017)
  const after = before.replaceAll(/^( *(?:jobs|value): *)18\.923\b/gm, '$118.800')
  if (after === before) throw new Error('18.923 new jobs are no longer in the samples')
  write(folder, JOBS_2017, after)
}

async function failuresIn(folder: string): Promise<number> {
  const [document] = await junitDocuments([read(folder, gitlab.artifacts.reports.junit)])
  if (!document) throw new Error('no document')
  return elementsOf(document, 'failure').length
}

type Sh = (script: string) => ReturnType<typeof inShell>

async function inGitRepository(use: (folder: string, sh: Sh) => void): Promise<void> {
  await inFreshFolder(async (folder) => {
    await copyToFolder(folder, 'plans/ha-nam')
    mkdirSync(join(folder, 'tmp'))
    write(folder, '.githooks/pre-commit', shownFile('.githooks/pre-commit'))
    chmodSync(join(folder, '.githooks/pre-commit'), 0o644)
    const person = { GIT_AUTHOR_NAME: 'A', GIT_AUTHOR_EMAIL: 'a@example.org' }
    const env = { ...person, GIT_COMMITTER_NAME: 'A', GIT_COMMITTER_EMAIL: 'a@example.org', GIT_CONFIG_NOSYSTEM: '1' }
    const sh: Sh = (script) => inShell('bash', script, folder, { ...env, TMPDIR: join(folder, 'tmp') })
    const switchedOn = blocks.find(({ body }) => body.includes('core.hooksPath'))?.body
    expect(sh(`set -e; git init -q\n${switchedOn}`)).toMatchObject({ status: 0 })
    use(folder, sh)
    expect(readdirSync(join(folder, 'tmp'))).toEqual([])
  })
}

/** With a misspelt key. */
function breakPlan(folder: string): string {
  const path = 'plans/ha-nam/2017-plan.yaml'
  const broken = read(folder, path).replace(/^id: /m, 'idd: x\nid: ')
  write(folder, path, broken)
  return broken
}

function commits(sh: Sh): string {
  return sh('git log --format=%s 2> /dev/null').stdout
}

function read(folder: string, path: string): string {
  return readFileSync(join(folder, path), 'utf8')
}

function json(folder: string, path: string) {
  return JSON.parse(read(folder, path))
}

function write(folder: string, path: string, content: string): void {
  mkdirSync(dirname(join(folder, path)), { recursive: true })
  writeFileSync(join(folder, path), content)
}
