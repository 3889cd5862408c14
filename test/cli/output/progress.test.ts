import { spawnSync } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { progressLine, progressOn, type Reach } from '../../../src/cli/output/progress.ts'
import type { World } from '../../../src/cli/world.ts'
import { displayWidth } from '../../../src/render/figure/safe-text.ts'
import { inFreshFolder } from '../../support/folder.ts'
import { daysOf, planOf, resultsOf } from '../../support/register.ts'
import { BIN, isInstalled, NODE } from '../../support/run.ts'

const half: Reach = {
  name: 'register-2018.csv',
  number: 1,
  count: 1,
  stage: 'reading',
  bytes: 3_400_000_000,
  share: 0.5,
  seconds: 10,
}

describe('the line of progress', () => {
  it('says how much is done, how fast, and how long it will take', () => {
    expect(progressLine(half, 'en', 79)).toBe('register-2018.csv: 50%, 1.7 GB, 170 MB/s, 10 s left')
    expect(progressLine(half, 'vi', 79)).toBe('register-2018.csv: 50%, 1,7 GB, 170 MB/giây, còn 10 giây')
    expect(progressLine({ ...half, share: 0.02 }, 'en', 79)).toBe('register-2018.csv: 2%, 68 MB, 6.8 MB/s, 9 min left')
    expect(progressLine({ ...half, share: 0.02 }, 'vi', 79)).toContain('còn 9 phút')
  })

  it('promises nothing where nothing is done yet', () => {
    expect(progressLine({ ...half, share: 0 }, 'en', 79)).toBe('register-2018.csv: 0%')
  })

  it('says what is waited for, and how long, where nobody knows how much is done', () => {
    const waiting: Reach = { ...half, name: 'register:public.jobs', stage: 'waiting', bytes: null, share: null }
    expect(progressLine(waiting, 'en', 79)).toBe('register:public.jobs: waiting for the database, 10 s')
    expect(progressLine(waiting, 'vi', 79)).toBe('register:public.jobs: chờ cơ sở dữ liệu, 10 giây')
  })

  it('says which of several tables it is, and what is done with it', () => {
    const reach: Reach = { ...half, number: 2, count: 12 }
    expect(progressLine({ ...reach, stage: 'unpacking' }, 'en', 79)).toMatch(/^2\/12 register-2018\.csv: unpacking 50%/)
    expect(progressLine({ ...reach, stage: 'finding-rows', bytes: null }, 'en', 79)).toBe(
      '2/12 register-2018.csv: finding rows 50%, 10 s left',
    )
    expect(progressLine({ ...reach, stage: 'adding-up', bytes: null }, 'vi', 79)).toBe(
      '2/12 register-2018.csv: cộng 50%, còn 10 giây',
    )
  })

  it.each(['en', 'vi'] as const)('keeps to 40 columns, and to any width, in %s', (lang) => {
    for (const name of [
      'r.csv',
      'a-very-long-name-of-a-register-2018-12.csv',
      '登録簿登録簿登録簿登録簿登録簿登録簿.csv',
    ]) {
      for (const stage of ['unpacking', 'copying', 'reading', 'adding-up', 'finding-rows'] as const) {
        for (const count of [1, 100_000]) {
          for (let width = 1; width <= 80; width++) {
            const line = progressLine({ ...half, name, stage, number: count, count }, lang, width)
            expect(displayWidth(line)).toBeLessThanOrEqual(width)
          }
          expect(progressLine({ ...half, name, stage, number: 1, count: 1 }, lang, 39)).toMatch(/csv: .*50%/)
        }
      }
    }
  })

  it('keeps the end of a long name, by which the files of a year differ', () => {
    const name = 'a-very-long-name-of-a-register-2018-12.csv'
    expect(progressLine({ ...half, name }, 'en', 39)).toBe('…-2018-12.csv: 50%, 170 MB/s, 10 s left')
  })
})

describe('progress', () => {
  afterEach(() => {
    vi.restoreAllMocks()
  })

  it.each([
    ['is shown on a terminal after a second, and erased', { isTTY: true }, {}, 5000, true],
    ['is not shown for less than a second', { isTTY: true }, {}, 900, false],
    ['is not shown where errors go to a file', { isTTY: false }, {}, 5000, false],
    ['is not shown with --quiet', { isTTY: true }, { quiet: true }, 5000, false],
  ])('%s', async (_, terminal, flags, milliseconds, isShown) => {
    const { world, written } = worldOf(terminal)
    let now = 0
    vi.spyOn(performance, 'now').mockImplementation(() => now)
    const progress = progressOn(world, flags)
    progress.begin('r\u001b[31m.csv', 1, 1)
    await progress.during('reading', 1e9, async (reached) => {
      now = milliseconds
      reached(0.5)
    })
    progress.end()
    const line = 'r\\u{1b}[31m.csv: 50%, 500 MB, 100 MB/s, 5 s left'
    expect(written()).toBe(isShown ? `\r\u001b[K${line}\r\u001b[K` : '')
  })

  it('is written five times a second at most, as wide as the terminal is by then', async () => {
    const { world, written, resize } = worldOf({ isTTY: true })
    let now = 0
    vi.spyOn(performance, 'now').mockImplementation(() => now)
    const progress = progressOn(world, {})
    progress.begin('a-very-long-name-of-a-register.csv', 1, 1)
    await progress.during('reading', 1e9, async (reached) => {
      for (; now < 3000; now += 10) {
        if (now === 2000) resize(30)
        reached(now / 4000)
      }
    })
    const lines = written().split('\r\u001b[K').slice(1)
    expect(lines).toHaveLength(10)
    expect(lines.map((line) => line.length <= 29)).toEqual(Array.from({ length: 10 }, (_, index) => index >= 5))
  })
})

/** Which `script` of util-linux gives. */
describe.skipIf(!isInstalled('script'))('in a real terminal', () => {
  it('whatever is shown on the way is gone at the end, and a pipe has none of it', () =>
    inFreshFolder(async (folder) => {
      const areas = Array.from({ length: 100 }, (_, area) => `a${area}`)
      writeFileSync(join(folder, 'plan.json'), planOf(areas))
      writeFileSync(join(folder, 'r.csv'), daysOf(areas, 365))
      writeFileSync(join(folder, 'r.json'), resultsOf('r.csv'))
      const command = `stty cols 40; '${NODE}' '${BIN}' validate plan.json r.json`
      const run = (more: string) =>
        spawnSync('script', ['-qec', command + more, '/dev/null'], {
          cwd: folder,
          encoding: 'utf8',
          env: { ...process.env, LC_ALL: 'vi_VN.UTF-8', SHELL: '/bin/sh' },
        }).stdout
      // A fast machine is done before the first line.
      const lines = run('').split('\r\u001b[K')
      for (const line of lines.slice(0, -1)) expect(displayWidth(line)).toBeLessThan(40)
      expect(lines.at(-1)).toBe('1 kế hoạch trong 3 tệp: không có vấn đề nào.\r\n')
      expect(run(' 2>&1 | cat')).toBe('1 kế hoạch trong 3 tệp: không có vấn đề nào.\r\n')
    }))
})

function worldOf({ isTTY }: { readonly isTTY: boolean }) {
  let text = ''
  let columns = 80
  const stderr = {
    isTTY,
    get columns() {
      return columns
    },
    write: async (content: string | Uint8Array) => {
      text += content
    },
  }
  return {
    world: { env: { LANG: 'en_US.UTF-8' }, stderr } as unknown as World,
    written: () => text,
    resize: (width: number) => {
      columns = width
    },
  }
}
