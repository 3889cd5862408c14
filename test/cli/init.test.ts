import { existsSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { inFreshFolder, writeInFolder } from '../support/folder.ts'
import { inShell, pva } from '../support/run.ts'

const PERIODS = [
  '2026',
  '2026-H2',
  '2026-Q1',
  '2026-03',
  '2026-01/2026-09',
  '2026-01-15/2026-03-31',
  '2026-06-30',
  '2026/2030',
  '0000',
]

describe('pva init', () => {
  it('leaves nothing behind where the disk is full halfway', async () => {
    await inFreshFolder(async (folder) => {
      // One block of 1,024 bytes: the plan is longer.
      const { stderr, status } = inShell('bash', 'ulimit -f 1; pva init a/b', folder)
      expect(stderr).toMatch(
        /^pva: a\/b\/plan\.yaml was not written: the system does not allow files this large.*Nothing was written\.\n$/,
      )
      expect([status, existsSync(join(folder, 'a'))]).toEqual([2, false])
    })
  })

  describe.each(['vi', 'en'])('in %s', (lang) => {
    it.each(['plain', 'vi', 'en'])(
      'writes what validates and reports, with numbers in %s, for every period',
      async (numbers) => {
        await inFreshFolder(async (folder) => {
          for (const period of PERIODS) {
            const name = period.replaceAll('/', '_')
            const made = await pva(folder, `init --period ${period} --lang ${lang} --numbers ${numbers} ${name}`)
            expect({ period, exit: made.exit, stderr: made.stderr }).toEqual({ period, exit: 0, stderr: '' })
            expect(await pva(folder, `validate ${name}`)).toMatchObject({ exit: 0, stderr: '' })
            const { stdout, exit } = await pva(folder, `report ${name} --format json`)
            // 1,260 of 1,200; 141 of 150; nothing of 800; 61.5% of 60%; 5.20 to 4.30 of 0.8 points; done.
            const [plan] = JSON.parse(stdout).plans
            expect(exit).toBe(0)
            expect(plan.period).toBe(period)
            expect(plan.indicators.map(({ achievement, verdict }: Line) => [achievement, verdict])).toEqual([
              [105, 'exceeded'],
              [94, 'missed'],
              [null, 'not-reported'],
              [102.5, 'exceeded'],
              [112.5, 'exceeded'],
              [null, 'met'],
            ])
          }
        })
      },
    )
  })

  it('takes this year, the folder plans and the notation of the language', async () => {
    await inFreshFolder(async (folder) => {
      await pva(folder, 'init', { env: { LANG: 'vi_VN.UTF-8' }, today: '2031-12-31' })
      const plan = readFileSync(join(folder, 'plans/plan.yaml'), 'utf8')
      expect(plan).toContain('\nperiod: 2031 ')
      expect(plan).toContain('\nnumbers: vi ')
      expect(plan).toContain('rate: 5,20')
    })
  })

  it('says what it wrote, that the figures are invented, and what to type next', async () => {
    await inFreshFolder(async (folder) => {
      expect(await pva(folder, "init 'my plans'")).toEqual({
        stdout:
          'Wrote my plans/plan.yaml\n' +
          'Wrote my plans/actuals.yaml\n' +
          'The figures are invented: replace them with your own. To see the report:\n' +
          "  pva report 'my plans'\n",
        stderr: '',
        exit: 0,
      })
    })
  })

  it('names a next command that a shell runs as it stands, whatever the folder is called', async () => {
    await inFreshFolder(async (folder) => {
      for (const name of ["it's", '$(touch ran)', 'kế hoạch', 'a;b', './-x']) {
        const { stdout } = inShell('bash', 'pva init "$NAME"', folder, { NAME: name })
        const { status, stdout: report } = inShell('bash', stdout.trim().split('\n').at(-1) ?? '', folder)
        expect({ name, status, head: report.split('\n')[0] }).toEqual({
          name,
          status: 0,
          head: expect.stringMatching(/^Plan for/),
        })
      }
      expect(existsSync(join(folder, 'ran'))).toBe(false)
    })
  })

  it.each(['plan.yaml', 'actuals.yaml'])('leaves everything as it was when there is a %s', async (name) => {
    await inFreshFolder(async (folder) => {
      await writeInFolder(folder, `plans/${name}`, Buffer.from('mine'))
      const { stdout, stderr, exit } = await pva(folder, 'init')
      expect({ stdout, exit }).toEqual({ stdout: '', exit: 2 })
      expect(stderr).toContain(`plans/${name} was not written: it already exists`)
      expect(readdirSync(join(folder, 'plans'))).toEqual([name])
      expect(readFileSync(join(folder, 'plans', name), 'utf8')).toBe('mine')
    })
  })

  it('writes through no link, and takes back what it had written before it met one', async () => {
    await inFreshFolder(async (folder) => {
      await writeInFolder(folder, 'plans/README', Buffer.from(''))
      symlinkSync(join(folder, 'elsewhere.yaml'), join(folder, 'plans/actuals.yaml'))
      const { stderr, exit } = await pva(folder, 'init')
      expect({ stderr, exit }).toEqual({
        stderr: expect.stringContaining('plans/actuals.yaml was not written: it already exists'),
        exit: 2,
      })
      expect(readdirSync(join(folder, 'plans')).sort()).toEqual(['README', 'actuals.yaml'])
      expect(existsSync(join(folder, 'elsewhere.yaml'))).toBe(false)
    })
  })

  it.each(['plans', 'plans/below'])('says so when a file stands where the folder %s should be', async (name) => {
    await inFreshFolder(async (folder) => {
      writeFileSync(join(folder, 'plans'), '')
      const { stderr, exit } = await pva(folder, `init ${name}`)
      expect(exit).toBe(2)
      expect(stderr).toContain(`${name}/plan.yaml was not written: a file has the name of its folder`)
    })
  })

  it('points an editor to the schemas only where the project has them', async () => {
    await inFreshFolder(async (folder) => {
      await pva(folder, 'init without')
      for (const kind of ['plan', 'actuals']) {
        await writeInFolder(folder, `node_modules/plan-vs-actual/schemas/${kind}.schema.json`, Buffer.from('{}'))
      }
      await pva(folder, 'init deep/within')
      const firstLine = (file: string) => readFileSync(join(folder, file), 'utf8').split('\n')[0]
      expect(firstLine('without/plan.yaml')).toMatch(/^# A plan/)
      expect(firstLine('deep/within/plan.yaml')).toBe(
        '# yaml-language-server: $schema=../../node_modules/plan-vs-actual/schemas/plan.schema.json',
      )
      expect(firstLine('deep/within/actuals.yaml')).toBe(
        '# yaml-language-server: $schema=../../node_modules/plan-vs-actual/schemas/actuals.schema.json',
      )
    })
  })

  it('refuses a period that is none, and says how one is written', async () => {
    await inFreshFolder(async (folder) => {
      const { stderr, exit } = await pva(folder, 'init --period 2026-13')
      expect(exit).toBe(2)
      expect(stderr).toMatch(/--period.*2026-13.*Write 2026, 2026-H1/)
      expect(readdirSync(folder)).toEqual([])
    })
  })
})

interface Line {
  readonly achievement: number | null
  readonly verdict: string
}
