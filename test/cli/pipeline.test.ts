import { spawnSync } from 'node:child_process'
import { chmodSync, existsSync, mkdirSync, readdirSync, readFileSync, utimesSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { inFreshFolder } from '../support/folder.ts'
import { BIN, inShell, NODE, pva } from '../support/run.ts'

const planOf = (indicators: number) => `kind: plan
id: p
title: P
period: 2018
indicators:
${Array.from({ length: indicators }, (_, index) => `  - { id: i-${index}, name: Indicator ${index}, target: 5 }`).join('\n')}
`
const PLAN = planOf(1)
/** So many indicators give a report that is larger than what a pipe holds. */
const MANY = 300
const RESULTS = 'kind: actuals\nplan: p\nperiod: 2018\nresults:\n  i-0: 5\n'

async function inFolderWithPlan(use: (folder: string) => Promise<void> | void, indicators = 1): Promise<void> {
  await inFreshFolder(async (folder) => {
    mkdirSync(join(folder, 'plans'))
    writeFileSync(join(folder, 'plans/plan.yaml'), planOf(indicators))
    writeFileSync(join(folder, 'plans/results.yaml'), RESULTS)
    await use(folder)
  })
}

describe('whoever reads may stop', () => {
  // All formats are written by the same hand, those for people in one piece and some for programs in many.
  it.each(['json', 'table'])('%s for `head -1` is quiet and succeeds', async (format) => {
    await inFolderWithPlan((folder) => {
      const script = `set -o pipefail; pva report --format ${format} | head -1 > line`
      expect(inShell('bash', script, folder)).toEqual({ stdout: '', stderr: '', status: 0 })
      expect(readFileSync(join(folder, 'line'), 'utf8')).toMatch(/^.+\n$/)
    }, MANY)
  })

  it('problems for `head -1` change no exit code, and the result still comes whole', async () => {
    await inFolderWithPlan((folder) => {
      const broken = Array.from({ length: 3000 }, (_, index) => `  nothing-${index}: 1`).join('\n')
      writeFileSync(join(folder, 'plans/results.yaml'), `${RESULTS}${broken}\n`)
      const script = `{ pva report --format csv 2>&1 >&3 | head -1 >&2; echo \${PIPESTATUS[0]} > status; } 3> result`
      expect(inShell('bash', script, folder).stderr).toMatch(/^plans\/results\.yaml:6:3 error unknown-indicator.*\n$/)
      expect(readFileSync(join(folder, 'status'), 'utf8')).toBe('2\n')
      expect(readFileSync(join(folder, 'result'), 'utf8').trimEnd().split('\n')).toHaveLength(MANY + 1)
    }, MANY)
  })

  it.each(['>&-', '2>&-', '>&- 2>&-', '<&-'])(
    'streams that are closed from the start (%s) are no fault',
    async (closed) => {
      await inFolderWithPlan((folder) => {
        expect(inShell('bash', `pva validate ${closed}`, folder)).toMatchObject({ stderr: '', status: 0 })
      })
    },
  )
})

describe('what cannot be written', () => {
  const hasFullDevice = existsSync('/dev/full')

  it.skipIf(!hasFullDevice)('a full disk behind `-o` is told in plain words', async () => {
    await inFolderWithPlan((folder) => {
      expect(inShell('bash', 'pva report -o /dev/full', folder)).toEqual({
        stdout: '',
        stderr: expect.stringMatching(/^pva: \/dev\/full was not written: the disk is full\. .*`-o`.*\n$/),
        status: 2,
      })
    })
  })

  it.skipIf(!hasFullDevice).each(['report', 'report --help', 'completion bash'])(
    'a full disk behind the standard output of `%s` is told in plain words',
    async (command) => {
      await inFolderWithPlan((folder) => {
        expect(inShell('bash', `pva ${command} > /dev/full`, folder)).toEqual({
          stdout: '',
          stderr: expect.stringMatching(
            /^pva: the result was not written to standard output in full: the disk is full\./,
          ),
          status: 2,
        })
      })
    },
  )

  it.each([
    ["report --as-of '\b\b'", String.raw`argument '\u{8}\u{8}' is invalid`],
    ["'--\u001b[2Jx'", String.raw`unknown option '--\u{1b}[2Jx'`],
    ["schema '\u202e'", String.raw`value '\u{202e}' is invalid`],
    ["explain 'a\u001bb'", String.raw`indicator \`a\u{1b}b\``.replaceAll('\\`', '`')],
    ["report -o 'no\u001b/x'", String.raw`no\u{1b}/x was not written`],
    ["check --min '::error'", String.raw`argument ':\u{3a}error'`],
  ])('what was typed is written out, not obeyed: %j', async (command, told) => {
    await inFolderWithPlan(async (folder) => {
      const { stderr, exit } = await pva(folder, command)
      expect(stderr).toContain(told)
      expect(exit).toBe(2)
    })
  })

  it('a folder that was removed under the program is told in plain words', async () => {
    await inFolderWithPlan((folder) => {
      const gone = (command: string) =>
        inShell('bash', `mkdir gone && cd gone && rmdir ../gone && PATH="${folder}/.bin:$PATH" ${command}`, folder)
      expect(gone('pva report')).toEqual({
        stdout: '',
        // The shell that starts it has something to say as well.
        stderr: expect.stringMatching(/^pva: the current folder no longer exists\. .*`cd`.*$/m),
        status: 2,
      })
      expect(gone('LC_ALL=vi_VN.UTF-8 pva init x').stderr).toContain('thư mục đang làm việc không còn tồn tại')
    })
  })

  it('standard output that cannot be written to is an exit code, not a pass', async () => {
    await inFolderWithPlan((folder) => {
      expect(inShell('bash', 'pva report 1< /dev/null', folder)).toMatchObject({
        stderr: expect.stringContaining('not written to standard output in full'),
        status: 2,
      })
    })
  })

  it.skipIf(!hasFullDevice)('a full disk behind standard error is an exit code all the same', async () => {
    await inFolderWithPlan((folder) => {
      expect(inShell('bash', 'pva validate missing 2> /dev/full', folder)).toMatchObject({ status: 2 })
    })
  })

  it('a result that stops halfway is no success, and leaves the old file whole', async () => {
    await inFolderWithPlan((folder) => {
      writeFileSync(join(folder, 'old.json'), 'old')
      const limited = (rest: string) => inShell('bash', `ulimit -f 4; pva report --format json ${rest}`, folder)
      expect(limited('-o old.json')).toEqual({
        stdout: '',
        stderr: expect.stringContaining('old.json was not written: the system does not allow files this large'),
        status: 2,
      })
      expect(limited('> half.json')).toMatchObject({
        stderr: expect.stringContaining('not written to standard output in full'),
        status: 2,
      })
      expect(readFileSync(join(folder, 'old.json'), 'utf8')).toBe('old')
      expect(readdirSync(folder).sort()).toEqual(['.bin', 'half.json', 'old.json', 'plans'])
    }, MANY)
  })

  it.each([
    ['missing/out.json', 'its folder does not exist. Make the folder first'],
    ['plans', 'it is a folder. Give `-o` the name of a file'],
    ['plans/plan.yaml', 'it is one of the inputs. Give `-o` another name'],
    ['plans/plan.yaml/out.json', 'its folder does not exist. Make the folder first'],
  ])('-o %s is refused with the way out', async (file, why) => {
    await inFolderWithPlan(async (folder) => {
      const { stdout, stderr, exit } = await pva(folder, `report -o ${file}`)
      expect({ stdout, exit }).toEqual({ stdout: '', exit: 2 })
      expect(stderr).toContain(`pva: ${file} was not written: ${why}`)
      expect(readFileSync(join(folder, 'plans/plan.yaml'), 'utf8')).toBe(PLAN)
    })
  })

  it('-o never goes over the file that standard input comes from', async () => {
    await inFolderWithPlan((folder) => {
      const { stderr, status } = inShell('bash', 'pva validate - -o plans/plan.yaml < plans/plan.yaml', folder)
      expect({ stderr, status }).toEqual({ stderr: expect.stringContaining('it is one of the inputs'), status: 2 })
      expect(readFileSync(join(folder, 'plans/plan.yaml'), 'utf8')).toBe(PLAN)
    })
  })
})

describe('permissions', () => {
  // Whoever runs the tests as root may read and write anything, and so lends the command another user.
  const other = process.getuid?.() === 0 ? { uid: 65_534, gid: 65_534 } : {}
  const asOther = (args: readonly string[], cwd: string) =>
    spawnSync(NODE, [BIN, ...args], { cwd, encoding: 'utf8', env: { LANG: 'en_US.UTF-8' }, ...other })
  const canRun = asOther(['--version'], '/').status === 0

  it.skipIf(!canRun).each([
    [['report', 'locked'], 'locked:1:1 error unreadable: permission denied'],
    [['report', 'locked/plan.yaml'], 'locked/plan.yaml:1:1 error unreadable: permission denied'],
    [['report', '-o', 'locked/out'], 'pva: locked/out was not written: permission denied'],
    [['report', '-o', 'readonly'], 'pva: readonly was not written: permission denied'],
    [['init', 'locked'], 'pva: locked/plan.yaml was not written: permission denied'],
  ])('pva %j says what may not be done', async (args, message) => {
    await inFolderWithPlan((folder) => {
      for (const open of [folder, join(folder, 'plans')]) chmodSync(open, 0o777)
      writeFileSync(join(folder, 'readonly'), 'old', { mode: 0o444 })
      mkdirSync(join(folder, 'locked'), { mode: 0o000 })
      const { stderr, status } = asOther(args, folder)
      chmodSync(join(folder, 'locked'), 0o700)
      expect({ stderr, status }).toEqual({ stderr: expect.stringContaining(message), status: 2 })
      expect(readFileSync(join(folder, 'readonly'), 'utf8')).toBe('old')
    })
  })
})

describe('an interrupt', () => {
  it('is 130 to a shell, and leaves the old file whole', async () => {
    await inFolderWithPlan((folder) => {
      // Waiting for a pipe that nobody writes to.
      const script = `set -m; mkfifo pipe; echo old > out
        '${NODE}' '${BIN}' report pipe -o out & sleep 0.4; kill -INT $!; wait $!; echo $?`
      expect(inShell('bash', script, folder).stdout).toBe('130\n')
      expect(readFileSync(join(folder, 'out'), 'utf8')).toBe('old\n')
      expect(readdirSync(folder).sort()).toEqual(['.bin', 'out', 'pipe', 'plans'])
    })
  })
})

describe('beside a result that is written with `-o`', () => {
  it.each([
    ['TERM', 143],
    ['HUP', 129],
    ['INT', 130],
  ])('SIG%s leaves nothing, wherever in the writing it comes, and ends the process', async (signal, status) => {
    await inFolderWithPlan((folder) => {
      const script = `set -m; mkdir out
        '${NODE}' '${BIN}' report --format json -o out/it & while kill -0 $! && ! compgen -G 'out/.*.tmp'; do :; done
        kill -${signal} $!; wait $!; echo $?`
      const { stdout } = inShell('bash', `{ ${script}; } 2> shell`, folder)
      // On a fast machine all may be done before the signal comes.
      expect([`${status}`, '0']).toContain(stdout.trim().split('\n').at(-1))
      expect(readdirSync(join(folder, 'out')).filter((name) => name !== 'it')).toEqual([])
    }, 1200)
  })

  it('only what a run left there long ago that is gone is removed', async () => {
    await inFolderWithPlan(async (folder) => {
      const old = new Date('2018-01-01')
      const files = {
        '.out.999999999.abc123.tmp': old,
        '.out.999999998.abc123.tmp': new Date(),
        [`.out.${process.ppid}.abc123.tmp`]: old,
        '.other.999999999.abc123.tmp': old,
        '.out.notes.tmp': old,
      }
      for (const [name, time] of Object.entries(files)) {
        writeFileSync(join(folder, name), '')
        utimesSync(join(folder, name), time, time)
      }
      expect((await pva(folder, 'report -o out')).exit).toBe(0)
      const [gone, ...kept] = Object.keys(files)
      expect(readdirSync(folder)).not.toContain(gone)
      expect(readdirSync(folder)).toEqual(expect.arrayContaining(kept))
    })
  })
})

describe('anything can be read that opens', () => {
  it.each([
    'cat plans/plan.yaml | pva validate -',
    'cat plans/plan.yaml | pva validate /dev/stdin',
    'pva validate - < plans/plan.yaml',
    'pva validate <(cat plans/plan.yaml)',
    'mkfifo pipe; cat plans/plan.yaml > pipe & pva validate pipe',
  ])('%s', async (script) => {
    await inFolderWithPlan((folder) => {
      expect(inShell('bash', script, folder)).toEqual({
        stdout: '1 plan in 1 file: no problems.\n',
        stderr: '',
        status: 0,
      })
    })
  })

  it('but no more of an endless input than any file may have', async () => {
    await inFolderWithPlan((folder) => {
      for (const script of ['yes | pva validate -', 'pva validate /dev/zero']) {
        const { stderr, status } = inShell('bash', script, folder)
        expect({ stderr, status }).toEqual({ stderr: expect.stringContaining('error too-large'), status: 2 })
      }
    })
  })

  it('and thousands of files as one', async () => {
    await inFolderWithPlan(async (folder) => {
      for (let index = 0; index < 2000; index++) {
        const row = `- { indicator: i-${index % MANY}, period: 2018-${String((index % 12) + 1).padStart(2, '0')}, value: 1, basis: increment }`
        if (index < MANY)
          writeFileSync(join(folder, `plans/${index}.yaml`), `kind: actuals\nplan: p\nobservations:\n${row}\n`)
        else writeFileSync(join(folder, `plans/${index}.json`), '{"of": "another program"}')
      }
      const { stderr, stdout, exit } = await pva(folder, 'report --format json')
      expect({ stderr, exit }).toEqual({
        stderr: 'Skipped 1700 files without `kind: plan`, `kind: actuals` or `kind: claims`.\n',
        exit: 0,
      })
      expect(JSON.parse(stdout).inputs).toHaveLength(2002)
    }, MANY)
  })
})

describe('colour', () => {
  const terminal = { isTTY: true, columns: 80 }
  const env = { LANG: 'en_US.UTF-8' }

  it.each([
    ['stays out of a pipe', { terminal: { isTTY: false, columns: undefined }, env }, false],
    ['is for a terminal', { terminal, env }, true],
    ['stays out of a log, also where a pipeline lends a terminal', { terminal, env: { ...env, CI: 'true' } }, false],
    ['comes into a log on request', { terminal, env: { ...env, CI: 'true', FORCE_COLOR: '1' } }, true],
  ])('%s', async (_, world, isColored) => {
    await inFolderWithPlan(async (folder) => {
      const { stdout } = await pva(folder, 'report', world)
      expect(stdout.includes('\u001b[')).toBe(isColored)
    })
  })
})

describe('without --format', () => {
  it.each([
    ['report.xlsx', 'PK'],
    ['report.html', '<!doctype html>'],
    ['report.md', '## P'],
    ['report.JSON', '{'],
    ['report.xml', '<?xml'],
    ['report.txt', 'P\nPeriod'],
    ['report', 'P\nPeriod'],
  ])('the name of the output file %s says it', async (file, start) => {
    await inFolderWithPlan(async (folder) => {
      expect(await pva(folder, `report -o ${file}`)).toMatchObject({ exit: 0, stdout: '' })
      expect(readFileSync(join(folder, file), 'latin1').slice(0, start.length)).toBe(start)
    })
  })

  it('is what it says where it is said', async () => {
    await inFolderWithPlan(async (folder) => {
      await pva(folder, 'report -o report.xlsx --format csv')
      expect(readFileSync(join(folder, 'report.xlsx'), 'utf8')).toMatch(/^plan,/)
    })
  })
})

describe('help and errors of usage', () => {
  it.each([
    ['report --width 12', /--width <columns>.*'12'.*Write a whole number from 40 to 9999/],
    ['report --decimals x', /--decimals <count>.*'x'.*Write a whole number from 0 to 20/],
    ['report --as-of yesterday', /--as-of <date>.*'yesterday'.*Write a day as 2018-06-30, today or newest/],
    ['report --format pdf', /--format <format>.*'pdf'.*Allowed choices are table/],
    ['report --only jobs', /--only <sections>.*'jobs'.*Write completion, poverty/],
    ['report --outptu x', /unknown option '--outptu'\n\(Did you mean --output\?\)/],
    [
      'report -o r.sarif',
      /'r\.sarif' is named like a file of sarif.*Choose with --format: table, markdown, html, xlsx/,
    ],
    ['report -o', /option '-o, --output <file>' argument missing/],
    ['check --min much', /--min <percent>.*'much'.*Write 95%/],
    ['check --fail-on late', /--fail-on <verdicts>.*'late'.*Write one or more of missed/],
    ['check --max-warnings few', /--max-warnings <count>.*'few'.*Write a whole number/],
    ['init --numbers fr', /--numbers <notation>.*'fr'.*Allowed choices are plain, vi, en/],
    ['completion tcsh', /'tcsh'.*Allowed choices are bash, zsh, fish, powershell/],
    ['complettion', /Did you mean the command 'completion'\?/],
  ])('pva %s names the flag and the fix', async (command, message) => {
    await inFolderWithPlan(async (folder) => {
      const { stdout, stderr, exit } = await pva(folder, command)
      expect({ stdout, exit }).toEqual({ stdout: '', exit: 2 })
      expect(stderr).toMatch(message)
      expect(stderr).toMatch(/See `pva .*--help`\.\n$/)
    })
  })
})
