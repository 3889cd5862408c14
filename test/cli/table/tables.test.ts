import { execFileSync } from 'node:child_process'
import { mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { inFreshFolder, writeInFolder } from '../../support/folder.ts'
import { pva } from '../../support/run.ts'

const PLAN = `kind: plan
id: p
title: Plan
period: 2018
areas: [{ id: a, name: A }, { id: b, name: B }]
indicators:
  - { id: jobs, name: Jobs, target: 100 }
  - { id: trainees, name: Trainees, target: 10 }
`
const results = (path: string, more = '') =>
  `kind: actuals\nplan: p\nperiod: 2018\ntable:\n  path: ${path}\n  indicator: jobs\n  columns: { value: v }\n  rows: register\n${more}`

describe('tables of results', () => {
  it('are named on the command line, by name or by pattern', () =>
    inFolder(
      { 'plan.yaml': PLAN, 'r-1.csv': rows('jobs,2018-H1,40'), 'r-2.csv': rows('jobs,2018-H2,60') },
      async (run) => {
        const { stdout, exit } = await run("report plan.yaml 'r-*.csv' --basis increment --format csv")
        expect(exit).toBe(0)
        expect(stdout).toMatch(/^p,.*jobs.*,100,/m)
      },
    ))

  it('are read from the folder of the document that takes them in, as one register all that match', () =>
    inFolder(
      {
        'plan.yaml': PLAN,
        'in/r.yaml': results("['m-*.csv', m-02.csv]", '  columns: { area: a, value: v }\n').replace(
          '  columns: { value: v }\n',
          '',
        ),
        'in/m-01.csv': 'a,v\na,1\na,2\n',
        'in/m-02.csv': 'v,a\n4,a\nx,b\n\n8,b\n',
      },
      async (run) => {
        const { stdout, stderr } = await run('explain jobs plan.yaml in/r.yaml --allow-rejects 1')
        expect(stdout).toMatch(/7 · A · 2018 · final · sum of 3 rows\n +in\/m-01\.csv:2:3/)
        expect(stdout).toContain('partial total: 1 of 2 rows')
        expect(stderr).toContain('in/m-02.csv:3:1 warning not-a-number')
      },
    ))

  it('that are each a result of the same are given twice, in several files as in one', () =>
    inFolder(
      {
        'plan.yaml': PLAN,
        'in/r.yaml': results("'m-*.csv'").replace('register', 'results'),
        'in/m-01.csv': 'v\n1\n',
        'in/m-02.csv': 'v\n4\n',
      },
      async (run) => {
        const { stderr } = await run('validate plan.yaml in/r.yaml')
        expect(stderr).toContain('in/m-02.csv:2:1 error duplicate-observation')
        expect(stderr).toContain('the first at in/m-01.csv:2:1')
      },
    ))

  it('that start with the name of a pattern are files all the same', () =>
    inFolder({ 'plan.yaml': PLAN, 'r.yaml': results("'[x]*.csv'"), '[x]*.csv': 'v\n7\n' }, async (run) => {
      const { stdout, stderr } = await run('report plan.yaml r.yaml --format csv')
      expect([stderr, /\[x\]\*\.csv/.test(stdout)]).toEqual(['', true])
    }))

  it('named twice are read once', () =>
    inFolder({ 'plan.yaml': PLAN, 'r.csv': rows('jobs,2018,40') }, async (run) => {
      expect((await run("validate plan.yaml r.csv ./r.csv 'r*.csv'")).stderr).toBe('')
    }))

  it('are read as spreadsheets write Unicode text, and a problem shows their line', () =>
    inFolder({ 'plan.yaml': PLAN }, async (run, folder) => {
      const text = '\ufeffindicator\tperiod\tvalue\tnote\r\njobs\t2018\tbốn\tPhủ Lý\r\n'
      writeFileSync(join(folder, 'r.txt'), Buffer.from(text, 'utf16le'))
      const { stderr } = await run('validate plan.yaml r.txt')
      expect(stderr).toContain('r.txt:2:11 error not-a-number')
      expect(stderr).toContain('2 | jobs  2018  bốn  Phủ Lý')
    }))

  it('that cannot be read keep what they may hold from being "not reported"', () =>
    inFolder({ 'plan.yaml': PLAN, 'r.yaml': results('gone.csv') }, async (run) => {
      const { stdout, stderr, exit } = await run('report plan.yaml r.yaml')
      expect(stderr).toContain('r.yaml:5:9 error unreadable: this file does not exist')
      expect(stdout).toContain('1 indicator left out: jobs, because of unreadable (r.yaml:5:9)')
      expect(exit).toBe(2)
    }))
})

describe('a table that a document takes in', () => {
  const outside = { 'plan.yaml': PLAN, 'in/r.yaml': results('../out.csv'), 'out.csv': 'v\n1\n' }

  it('lies below its folder', () =>
    inFolder(outside, async (run) => {
      expect((await run('validate plan.yaml in/r.yaml')).stderr).toContain('in/r.yaml:5:9 error path-outside')
    }))

  it('or below --root', () =>
    inFolder(outside, async (run) => {
      expect(await run('validate plan.yaml in/r.yaml --root .')).toMatchObject({ stderr: '', exit: 0 })
    }))

  it('is where a link leads, not where the link lies', () =>
    inFolder({ ...outside, 'in/r.yaml': results('link.csv') }, async (run, folder) => {
      symlinkSync('../out.csv', join(folder, 'in/link.csv'))
      expect((await run('validate plan.yaml in/r.yaml')).stderr).toContain('path-outside: `link.csv`')
    }))

  it.each([
    ['link.csv', 'link.csv'],
    ['folder/out.csv', 'folder/out.csv'],
    ["'l*.csv'", 'link.csv'],
    ["'folder/*.csv'", 'folder/out.csv'],
    ['sub/../../out.csv', 'sub/../../out.csv'],
    ["'../*.csv'", '../out.csv'],
    ['$PWD/out.csv', '$PWD/out.csv'],
    ['/dev/zero', '/dev/zero'],
  ])('does not leave its folder by %s', (path, told) =>
    inFolder({ ...outside, 'in/sub/.keep': '' }, async (run, folder) => {
      writeFileSync(join(folder, 'in/r.yaml'), results(path.replace('$PWD', folder)))
      symlinkSync('../out.csv', join(folder, 'in/link.csv'))
      symlinkSync('..', join(folder, 'in/folder'))
      const { stderr, exit } = await run('validate plan.yaml in/r.yaml')
      expect(stderr).toContain(`in/r.yaml:5:9 error path-outside: \`${told}\` is outside \`in\``)
      expect(exit).toBe(2)
    }),
  )

  it.each(['here.csv', 'sub/../here.csv', 'link.csv', '$PWD/in/here.csv', "'h*.csv'", "'l*.csv'", "'[h]ere.csv'"])(
    'may be named as %s where it lies below',
    (path) =>
      inFolder({ 'plan.yaml': PLAN, 'in/here.csv': 'v\n1\n', 'in/sub/.keep': '' }, async (run, folder) => {
        writeFileSync(join(folder, 'in/r.yaml'), results(path.replace('$PWD', folder)))
        symlinkSync(join(folder, 'in/here.csv'), join(folder, 'in/link.csv'))
        expect(await run('validate plan.yaml in/r.yaml')).toMatchObject({ stderr: '', exit: 0 })
      }),
  )

  it('named in several ways at once is read once', () =>
    inFolder({ 'plan.yaml': PLAN, 'r.yaml': results("[m.csv, ./m.csv, 'm*.csv', l.csv]") }, async (run, folder) => {
      writeFileSync(join(folder, 'm.csv'), 'v\n7\n')
      symlinkSync('m.csv', join(folder, 'l.csv'))
      const { stdout, stderr } = await run('report plan.yaml r.yaml --format csv')
      expect([stderr, /,jobs,.*,7,2018,/.test(stdout)]).toEqual(['', true])
    }))

  it.each([
    ['"a\\0.csv"', 'this file does not exist'],
    [`${'x'.repeat(4000)}.csv`, 'this file does not exist'],
    [`"${'x'.repeat(4000)}*.csv"`, 'no file matches this pattern'],
    ["'[a.csv'", 'no file matches this pattern'],
    ["'no-folder/*.csv'", 'no file matches this pattern'],
    ["'plan.yaml/*.csv'", 'no file matches this pattern'],
    ['loop.csv', 'this file does not exist'],
    ['https://example.org/a.csv', 'this file does not exist'],
  ])('that no file can be is told of', (path, told) =>
    inFolder({ 'plan.yaml': PLAN, 'r.yaml': results(path) }, async (run, folder) => {
      symlinkSync('loop.csv', join(folder, 'loop.csv'))
      const { stderr, exit } = await run('validate plan.yaml r.yaml')
      expect(stderr).toContain(`r.yaml:5:9 error unreadable: ${told}`)
      expect(exit).toBe(2)
    }),
  )

  it('whose link leads nowhere is missed by a pattern too', () =>
    inFolder({ 'plan.yaml': PLAN, 'r.yaml': results("'m-*.csv'"), 'm-1.csv': 'v\n1\n' }, async (run, folder) => {
      symlinkSync('gone.csv', join(folder, 'm-2.csv'))
      expect((await run('validate plan.yaml r.yaml')).stderr).toContain('m-2.csv:1:1 error unreadable')
    }))

  it('is a file', () =>
    inFolder({ 'plan.yaml': PLAN, 'r.yaml': results('[x.csv, pipe.csv]') }, async (run, folder) => {
      mkdirSync(join(folder, 'x.csv'))
      execFileSync('mkfifo', [join(folder, 'pipe.csv')])
      const { stderr, exit } = await run('validate plan.yaml r.yaml')
      expect(stderr).toContain('r.yaml:5:10 error unreadable: expected a table, found a folder')
      expect(stderr).toContain('r.yaml:5:17 error unreadable: this is a pipe')
      expect(exit).toBe(2)
    }))
})

describe('rows that cannot be read', () => {
  const many = rows(...Array.from({ length: 30 }, (_, index) => `jobs,2018,x${index}`), 'trainees,2018,12')
  const files = { 'plan.yaml': PLAN, 'r.csv': many }

  it('are told of up to twenty, with how many there are', () =>
    inFolder(files, async (run) => {
      const { stderr, exit } = await run('validate plan.yaml r.csv')
      expect(stderr.match(/error not-a-number/g)).toHaveLength(20)
      expect(stderr).toContain('30 of 31 rows cannot be read (the first 20 are shown)')
      expect(exit).toBe(2)
    }))

  it('are all in the file that --rejects names', () =>
    inFolder(files, async (run, folder) => {
      await run('validate plan.yaml r.csv --rejects bad.csv')
      const lines = readFileSync(join(folder, 'bad.csv'), 'utf8').trim().split('\n')
      expect([lines.length, lines[0]]).toEqual([31, 'file,line,column,problem,message,remedy,row,sheet,cell'])
      expect(lines[30]).toMatch(/^r\.csv,31,11,not-a-number,.*,"jobs,2018,x29",,$/)
    }))

  it('leave a file without rows where there are none', () =>
    inFolder({ 'plan.yaml': PLAN, 'r.csv': rows('jobs,2018,4') }, async (run, folder) => {
      await run('validate plan.yaml r.csv --rejects bad.csv')
      expect(readFileSync(join(folder, 'bad.csv'), 'utf8').trim().split('\n')).toHaveLength(1)
    }))

  it('are never written onto an input', () =>
    inFolder(files, async (run, folder) => {
      const { stderr, exit } = await run('validate plan.yaml r.csv --rejects r.csv')
      expect(stderr).toContain('r.csv was not written: it is one of the inputs')
      expect([exit, readFileSync(join(folder, 'r.csv'), 'utf8')]).toEqual([2, many])
    }))

  it('stop what they belong to, and nothing else', () =>
    inFolder(files, async (run) => {
      const { stdout } = await run('report plan.yaml r.csv')
      expect(stdout).toContain('Trainees')
      expect(stdout).toContain('1 indicator left out: jobs, because of rows-refused')
    }))

  it.each([
    ['30', 0],
    ['29', 2],
    ['97%', 0],
    ['96%', 2],
  ])('are left out up to --allow-rejects %s', (allowed, code) =>
    inFolder(files, async (run) => {
      expect((await run(`report plan.yaml r.csv --allow-rejects ${allowed}`)).exit).toBe(code)
    }),
  )

  it('that are left out make the sums that they may belong to partial, which is never final', () =>
    inFolder({ 'plan.yaml': PLAN, 'r.csv': rows('jobs,2018,40', 'jobs,2018,50', 'jobs,2018,x') }, async (run) => {
      const { stdout, exit } = await run('report plan.yaml r.csv --rows register --allow-rejects 1')
      expect(stdout).toContain('Partial total: 2 of 3 rows.')
      expect(stdout).not.toContain('Missed')
      expect(exit).toBe(0)
    }))
})

describe('a table on the command line', () => {
  it('answers the only plan', () =>
    inFolder({ 'plan.yaml': PLAN, 'r.csv': rows('jobs,2018,4') }, async (run) => {
      expect((await run('validate plan.yaml r.csv')).exit).toBe(0)
    }))

  it('says which plan it answers where there are several', () =>
    inFolder(
      { 'plan.yaml': `${PLAN}---\n${PLAN.replace('id: p', 'id: q')}`, 'r.csv': rows('jobs,2018,4') },
      async (run) => {
        expect((await run('validate plan.yaml r.csv')).stderr).toContain('plan-not-stated')
        expect(await run('validate plan.yaml r.csv --table-plan q,p')).toMatchObject({ stderr: '', exit: 0 })
        expect((await run('validate plan.yaml r.csv --table-plan r')).stderr).toContain('unknown-plan')
      },
    ))

  it('takes the period, the notation and the basis from options', () =>
    inFolder({ 'plan.yaml': PLAN, 'r.csv': 'indicator,value\njobs,"1.250,5"\n' }, async (run) => {
      const { stdout, stderr } = await run(
        'report plan.yaml r.csv --table-period 2018-Q2 --basis increment --numbers vi --format csv',
      )
      expect(stderr).toBe('')
      expect(stdout).toContain('1250.5')
    }))

  it.each(['--table-period 20l8', '--allow-rejects x', '--allow-rejects 1.5', '--basis sum', '--rows each'])(
    'refuses %s',
    (option) =>
      inFolder({}, async (run) => {
        expect(await run(`report ${option}`)).toMatchObject({ exit: 2, stdout: '' })
      }),
  )
})

const rows = (...lines: readonly string[]) => `indicator,period,value\n${lines.join('\n')}\n`

type Run = (command: string) => ReturnType<typeof pva>

function inFolder(files: Readonly<Record<string, string>>, use: (run: Run, folder: string) => Promise<void>) {
  return inFreshFolder(async (folder) => {
    for (const [path, text] of Object.entries(files)) await writeInFolder(folder, path, Buffer.from(text))
    await use((command) => pva(folder, command), folder)
  })
}
