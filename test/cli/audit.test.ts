import { describe, expect, it } from 'vitest'
import { copyToFolder, inFreshFolder, writeInFolder } from '../support/folder.ts'
import { pva } from '../support/run.ts'

const WRONG = `kind: claims
claims:
  - { id: jobs, actual: 18923, target: 16000, completion: 119% }
`
const RIGHT = WRONG.replace('119%', '118%')
const WORDING = 'kind: claims\nclaims:\n  - { id: households, actual: 5887, target: 5005, exceeds_by: 117.62% }\n'
const UNREADABLE = 'kind: claims\nclaims:\n  - { id: jobs, actual: 18.923, completion: 118% }\n'

describe('the exit code of pva audit', () => {
  it.each([
    ['0 where no figure is inconsistent', [RIGHT], '', 0],
    ['0 where a figure is only wrong in its words', [WORDING], '', 0],
    ['1 where a figure is inconsistent', [RIGHT, WRONG], '', 1],
    ['1 where a verdict is found that was chosen', [WORDING], ' --fail-on wording,undecided', 1],
    ['0 where inconsistent is not among the chosen', [WRONG], ' --fail-on wording', 0],
    ['2 where something cannot be read, also beside an inconsistent figure', [WRONG, UNREADABLE], '', 2],
    ['2 where there is no claim', ['kind: claims\nclaims: []\n'], '', 2],
    ['2 where nothing is claimed', ['kind: claims\nclaims:\n  - { actual: 5, target: 6 }\n'], '', 2],
  ])('is %s', async (_, files, flags, exit) => {
    await inFreshFolder(async (folder) => {
      for (const [index, text] of files.entries()) await writeInFolder(folder, `plans/${index}.yaml`, Buffer.from(text))
      for (const format of ['table', 'markdown', 'json', 'csv', 'junit', 'github', 'sarif']) {
        expect((await pva(folder, `audit --format ${format}${flags}`)).exit, format).toBe(exit)
      }
    })
  })
})

describe('pva audit', () => {
  it('judges what can be read, and says in JSON that the rest is missing', async () => {
    await inFreshFolder(async (folder) => {
      await writeInFolder(folder, 'a.yaml', Buffer.from(RIGHT))
      await writeInFolder(folder, 'b.yaml', Buffer.from(UNREADABLE))
      const json = JSON.parse((await pva(folder, 'audit a.yaml b.yaml --format json')).stdout)
      expect([json.complete, json.unread, json.claims.length, json.problems.length]).toEqual([false, 1, 1, 1])
    })
  })

  it('reads claims that stand beside plans and results, and nothing else of them', async () => {
    await inFreshFolder(async (folder) => {
      await copyToFolder(folder, 'plans/ha-nam')
      await writeInFolder(folder, 'plans/claims.yaml', Buffer.from(RIGHT))
      const { stdout, stderr, exit } = await pva(folder, 'audit')
      expect([stderr, exit]).toEqual(['', 0])
      expect(stdout).toContain('1 figure in 1 claim: 1 consistent')
    })
  })

  it('refuses to explain in a format that has no place for it', async () => {
    await inFreshFolder(async (folder) => {
      await writeInFolder(folder, 'a.yaml', Buffer.from(RIGHT))
      const { stdout, stderr, exit } = await pva(folder, 'audit a.yaml --explain --format csv')
      expect([stdout, exit]).toEqual(['', 2])
      expect(stderr).toContain("option '--explain' needs the format table, markdown, html, xlsx or json")
    })
  })

  it('prints computed figures with the decimals that are asked for', async () => {
    await inFreshFolder(async (folder) => {
      await writeInFolder(folder, 'a.yaml', Buffer.from(RIGHT))
      expect((await pva(folder, 'audit a.yaml')).stdout).toContain('118.27%')
      expect((await pva(folder, 'audit a.yaml --decimals 5')).stdout).toContain('118.26875%')
    })
  })

  it('takes a table that a spreadsheet wrote as UTF-16, whatever it is called', async () => {
    await inFreshFolder(async (folder) => {
      const table = '\ufeffid\tactual\ttarget\tcompletion\njobs\t18923\t16000\t119%\n'
      await writeInFolder(folder, 'claims.txt', Buffer.from(table, 'utf16le'))
      const { stdout, exit } = await pva(folder, 'audit claims.txt --format csv')
      expect(exit).toBe(1)
      expect(stdout).toContain('jobs,completion,inconsistent,119,118.26875,percent,attainment,differs')
    })
  })
})

describe('pva validate', () => {
  it('reads tables of claims too, named or from standard input, and tells them from tables of results', async () => {
    await inFreshFolder(async (folder) => {
      const claims = Buffer.from('id,actual,completion\njobs,18.923,118%\n')
      await writeInFolder(folder, 'claims.csv', claims)
      await writeInFolder(folder, 'results.csv', Buffer.from('indicator,value,source\njobs,5,a\n'))
      const without = await pva(folder, 'validate claims.csv')
      expect(without.stderr).toContain('Add `--numbers vi` to the command')
      expect(without.exit).toBe(2)
      expect(await pva(folder, 'validate claims.csv --numbers vi')).toMatchObject({
        stdout: '1 file: no problems.\n',
        exit: 0,
      })
      expect((await pva(folder, 'validate - --numbers vi', { stdin: claims })).exit).toBe(0)
      expect((await pva(folder, 'validate results.csv')).stderr).toContain('this is a table, and a plan is needed')
    })
  })
})
