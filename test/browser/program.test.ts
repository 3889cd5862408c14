/// <reference lib="dom" />
import { execFileSync } from 'node:child_process'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { entriesOf } from '../fuzz/cases.ts'
import { axeViolations, BROWSER, inBrowser, launchedBrowser, look, opened } from '../support/browser.ts'
import { copyToFolder, inFreshFolder, ROOT, writeInFolder } from '../support/folder.ts'
import { pva } from '../support/run.ts'
import { swellingSheet, workbook } from '../support/workbooks.ts'

const PROGRAM = join(ROOT, 'page/pva.html')
const ARTICLE = 'The province created 18,923 jobs in 2018, 117% of the target of 16,000.\n'
const PLAN = `kind: plan
id: p
title: P
period: 2018
indicators:
  - { id: jobs, name: "<img src=x onerror=alert(1)></script><script>alert(2)</script>", target: 16000 }
`
const ROWS = `<row r="1"><c r="A1" t="inlineStr"><is><t>indicator</t></is></c><c r="B1" t="inlineStr"><is><t>period</t></is></c>\
<c r="C1" t="inlineStr"><is><t>value</t></is></c></row><row r="2"><c r="A2" t="inlineStr"><is><t>jobs</t></is></c>\
<c r="B2" t="inlineStr"><is><t>2018</t></is></c><c r="C2"><v>18923</v></c></row>`

type Files = Readonly<Record<string, Buffer>>

describe.skipIf(!BROWSER)(`the page that is pva, ${inBrowser}`, () => {
  let browser: Browser
  let page: Page
  let noise: string[]
  beforeAll(async () => {
    execFileSync(process.execPath, [join(ROOT, 'esbuild.config.mjs'), '--page'], { cwd: ROOT })
    browser = await launchedBrowser()
    ;({ page, noise } = await opened(browser, PROGRAM))
    await page.waitForFunction(() => document.body.dataset['shown'] !== undefined)
  }, 120_000)
  afterAll(() => browser?.close())

  /** The page without files, and with nothing said yet: it is opened once, by all tests. */
  beforeEach(async () => {
    await pressed(page, 'forget')
    await pressed(page, 'problems')
    noise.length = 0
  })

  const haNam = Object.fromEntries(
    readdirSync(join(ROOT, 'plans/ha-nam'))
      .filter((name) => name.endsWith('.yaml'))
      .map((name) => [name, readFileSync(join(ROOT, 'plans/ha-nam', name))]),
  )
  const inTable = { 'plan.yaml': Buffer.from(PLAN), 'results.xlsx': workbook({ rows: ROWS }) }

  it.each([
    ['the sample', 'report', haNam, 'en'],
    ['the sample', 'report', haNam, 'vi'],
    ['a workbook and names that are markup', 'report', inTable, 'en'],
    ['an article', 'audit', { 'article.txt': Buffer.from(ARTICLE) }, 'vi'],
  ] as const)('shows of %s what %s prints, to the last byte', async (_, command, files: Files, lang) => {
    await look(page, { width: 1280 })
    await given(page, files)
    await pressed(page, lang)
    await pressed(page, command)
    const expected = await printed(files, `${command} -f html --lang ${lang}`)
    expect(expected).toContain('<!doctype html>')
    expect(await page.locator('#frame').getAttribute('srcdoc')).toBe(expected)
    await page.frameLocator('#frame').locator('h1:visible').first().waitFor()
    const saved = page.waitForEvent('download')
    await page.locator('#savePage').click()
    expect(readFileSync(await (await saved).path(), 'utf8')).toBe(expected)
    expect(noise).toEqual([])
  })

  it('saves the workbook that report writes', async () => {
    await given(page, haNam)
    await pressed(page, 'en')
    await pressed(page, 'report')
    const saved = page.waitForEvent('download')
    await page.locator('#saveWorkbook').click()
    const download = await saved
    expect(download.suggestedFilename()).toBe('report.xlsx')
    const entries = entriesOf(readFileSync(await download.path()))
    await inFreshFolder(async (folder) => {
      for (const [name, content] of Object.entries(haNam)) await writeInFolder(folder, name, content)
      await pva(folder, `report -f xlsx --lang en -o report.xlsx -- ${Object.keys(haNam).sort().join(' ')}`)
      expect(entries).toEqual(entriesOf(readFileSync(join(folder, 'report.xlsx'))))
      expect(entries?.length).toBeGreaterThan(5)
    })
  })

  it('tells what is wrong with files, as validate does', async () => {
    const swelling = workbook({
      rows: '',
      sheetEntry: { packed: swellingSheet(300), content: Buffer.alloc(0), claims: 10 },
    })
    const files = { 'plan.yaml': Buffer.from(PLAN.replace('period: 2018', 'period: 2018-13')), 'big.xlsx': swelling }
    await pressed(page, 'en')
    await given(page, files)
    const { stdout, stderr } = await run(files, 'validate --lang en')
    expect(await page.locator('#text').textContent()).toBe(stderr + stdout)
    expect(stderr).toContain('2018-13')
    expect(noise).toEqual([])
  })

  it.each(['vi', 'en'] as const)('is inside 320 pixels, and asks no network for anything, in %s', async (lang) => {
    await look(page, { width: 320 })
    await pressed(page, lang)
    await given(page, haNam)
    for (const shown of ['problems', 'report', 'audit']) {
      await pressed(page, shown)
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320)
    }
    expect(noise).toEqual([])
  })

  // What `audit` shows stands in the same frame as what `report` shows.
  it.each([
    ['vi', 320],
    ['en', 1280],
  ] as const)('leaves axe nothing to complain of, in %s at %i pixels', { timeout: 60_000 }, async (lang, width) => {
    await look(page, { width })
    await pressed(page, lang)
    expect(await axeViolations(page)).toEqual([])
    await given(page, inTable)
    for (const shown of ['problems', 'report']) {
      await pressed(page, shown)
      expect(await axeViolations(page), shown).toEqual([])
    }
  })

  it('takes files that are dropped on it, and folders with all that is below them', async () => {
    await look(page, { width: 1280 })
    await inFreshFolder(async (folder) => {
      await copyToFolder(folder, 'plans')
      const names = ['done.yaml', 'ha-nam', 'jobs.yaml', 'quang-nam', 'rows']
      const plans = join(folder, 'plans')
      await writeInFolder(plans, 'quang-nam/.DS_Store', Buffer.from('\0'))
      await writeInFolder(plans, 'jobs.yaml', Buffer.from(PLAN))
      await writeInFolder(plans, 'rows/2018/jobs.csv', Buffer.from('Job,Done\njobs,18923\n'))
      const table = 'table: { path: rows/2018/jobs.csv, columns: { indicator: Job, value: Done } }'
      await writeInFolder(plans, 'done.yaml', Buffer.from(`kind: actuals\nplan: p\nperiod: 2018\n${table}\n`))
      const paths = names.map((name) => join(plans, name))
      await dropped(page, paths.slice(2))
      await dropped(page, paths.slice(0, 2))
      await pressed(page, 'en')
      await pressed(page, 'report')
      const { stdout } = await pva(plans, `report -f html --lang en ${names.join(' ')}`)
      expect(stdout).toContain('18,923')
      expect(await page.locator('#frame').getAttribute('srcdoc')).toBe(stdout)
      expect(noise).toEqual([])
    })
  })

  it('may not connect, whatever were to run in it', async () => {
    const refused = await page.evaluate(() =>
      Promise.all([
        fetch('https://example.org/').then(
          () => false,
          () => true,
        ),
        new Promise<boolean>((resolve) => {
          addEventListener('securitypolicyviolation', () => resolve(true), { once: true })
          new Image().src = 'https://example.org/x.png'
          setTimeout(() => resolve(false), 2000)
        }),
      ]),
    )
    expect(refused).toEqual([true, true])
  })
})

async function given(page: Page, files: Files): Promise<void> {
  const payloads = Object.entries(files).map(([name, buffer]) => ({ name, mimeType: '', buffer }))
  await settled(page, () => page.locator('#choose').setInputFiles(payloads))
}

/** As a file manager drops them. */
async function dropped(page: Page, files: readonly string[]): Promise<void> {
  const session = await page.context().newCDPSession(page)
  const data = { items: [], files: [...files], dragOperationsMask: 1 }
  await settled(page, async () => {
    for (const type of ['dragEnter', 'dragOver', 'drop'] as const) {
      await session.send('Input.dispatchDragEvent', { type, x: 99, y: 99, data })
    }
  })
}

const pressed = (page: Page, id: string) => settled(page, () => page.locator(`#${id}`).click())

/** What is shown after something was done. */
async function settled(page: Page, act: () => Promise<void>): Promise<void> {
  const before = await page.evaluate(() => document.body.dataset['shown'])
  await act()
  await page.waitForFunction((shown) => document.body.dataset['shown'] !== shown, before)
}

function run(files: Files, command: string) {
  return inFreshFolder(async (folder) => {
    for (const [name, content] of Object.entries(files)) await writeInFolder(folder, name, content)
    return pva(folder, `${command} -- ${Object.keys(files).sort().join(' ')}`)
  })
}

const printed = async (files: Files, command: string) => (await run(files, command)).stdout
