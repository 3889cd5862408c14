/// <reference lib="dom" />
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import type { AxeResults } from 'axe-core'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { BROWSER, inBrowser, launchedBrowser, onPage, textsOutOfPlace } from '../support/browser.ts'
import { copyToFolder, inFreshFolder, writeInFolder } from '../support/folder.ts'
import { pva } from '../support/run.ts'
import { hostileDocuments, provinceDocuments } from './documents.ts'

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

// 182 mm at 96 to the inch: what the margins leave of A4.
const PAPER = 688

describe.skipIf(!BROWSER)(`a page ${inBrowser}`, () => {
  let browser: Browser
  beforeAll(async () => {
    browser = await launchedBrowser()
  })
  afterAll(() => browser?.close())

  it.each([
    { width: 320, media: 'screen' },
    { width: 640, media: 'screen' },
    { width: 800, media: 'screen' },
    { width: 1280, media: 'screen' },
    { width: PAPER, media: 'print' },
  ] as const)('has all its text inside the page at $width pixels ($media), in both languages', async (view) => {
    await withPage(async (file) => {
      await onPage(browser, file, view, async (page) => {
        for (const lang of ['vi', 'en']) {
          await page.locator(`.pick-${lang}`).evaluate((input) => (input as HTMLInputElement).click())
          if (view.media === 'screen') await openAllDetails(page)
          expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(view.width)
          expect(await textsOutOfPlace(page)).toEqual([])
        }
      })
    })
  })

  it.each([
    { width: 1280, colors: 'light' },
    { width: 320, colors: 'dark' },
  ] as const)(
    'leaves axe nothing to complain of at $width pixels, $colors, in both languages',
    async (view) => {
      await withPage(
        async (file) => {
          await onPage(browser, file, view, async (page) => {
            for (const lang of ['vi', 'en']) {
              await page.locator(`.pick-${lang}`).check()
              // One is like the other, and axe looks at every word.
              await page.locator(`.edition.${lang} .line summary`).first().click()
              expect(await axeViolations(page)).toEqual([])
            }
          })
        },
        ['plans/quang-nam'],
      )
    },
    60_000,
  )

  it('opens how a figure came about by keyboard, in the words of explain', async () => {
    await withPage(async (file) => {
      await onPage(browser, file, { width: 1280 }, async (page) => {
        const details = page.locator('.edition.en .line details').first()
        await details.locator('summary').focus()
        await page.keyboard.press('Enter')
        expect(await details.evaluate((element) => (element as HTMLDetailsElement).open)).toBe(true)
        expect(await details.textContent()).toContain('18,923 ÷ 16,000')
      })
    })
  })

  it('changes its language by keyboard', async () => {
    await withPage(async (file) => {
      await onPage(browser, file, { width: 800 }, async (page) => {
        expect(await page.locator('.edition.en').isVisible()).toBe(true)
        await page.locator('.pick-en').focus()
        await page.keyboard.press('ArrowDown')
        expect(await page.locator('.edition.en').isVisible()).toBe(false)
        expect(await page.locator('.edition.vi h2').first().textContent()).toBe(
          'Chỉ tiêu lao động, xã hội tỉnh Hà Nam năm 2017',
        )
      })
    })
  })

  it('repeats the heads of its tables on paper, keeps lines whole and numbers the pages', async () => {
    await withPage(async (file) => {
      await onPage(browser, file, { width: PAPER, media: 'print' }, async (page) => {
        const styles = await page.evaluate(() => ({
          head: getComputedStyle(document.querySelector('.edition.first thead') as Element).display,
          line: getComputedStyle(document.querySelector('.edition.first tbody.line') as Element).breakInside,
          closed: getComputedStyle(document.querySelector('.edition.first .how') as Element).display,
        }))
        expect(styles).toEqual({ head: 'table-header-group', line: 'avoid', closed: 'none' })
        const pdf = await page.pdf({ preferCSSPageSize: true })
        expect(pdf.toString('latin1')).toMatch(/\/Type \/Pages[\s\S]{0,40}\/Count [4-9]/)
      })
    })
  })

  it('runs nothing and asks for nothing, whatever the names, notes and sources say', async () => {
    await inFreshFolder(async (folder) => {
      for (const [path, text] of Object.entries(hostileDocuments)) await writeInFolder(folder, path, Buffer.from(text))
      const { exit, stderr } = await pva(folder, 'report . --by area --format html -o page.html')
      expect({ exit, stderr }).toEqual({ exit: 0, stderr: expect.not.stringContaining('error') })
      await onPage(browser, join(folder, 'page.html'), { width: 1280 }, async (page, noise) => {
        await openAllDetails(page)
        for (const lang of ['vi', 'en']) await page.locator(`.pick-${lang}`).check()
        await page.waitForTimeout(200)
        expect(noise).toEqual([])
        expect(await page.evaluate(() => 'hacked' in window)).toBe(false)
        const strangers =
          'script, img, iframe, object, embed, link, form, video, math, [onclick], [onerror], [onload], [href]:not([href^="#"])'
        expect(await page.locator(strangers).count()).toBe(0)
      })
    })
  })

  it('would run no script that got in all the same: its policy forbids it', async () => {
    await withPage(async (file) => {
      await onPage(browser, file, { width: 1280 }, async (page) => {
        await page.evaluate(() => {
          const script = document.createElement('script')
          script.textContent = 'window.hacked = true'
          document.body.append(script)
        })
        expect(await page.evaluate(() => 'hacked' in window)).toBe(false)
      })
    })
  })
})

/** A page on the sample plans and on a plan with areas by month. */
async function withPage(
  use: (file: string) => Promise<void>,
  samples: readonly string[] = ['plans/ha-nam', 'plans/quang-nam'],
): Promise<void> {
  await inFreshFolder(async (folder) => {
    for (const sample of samples) await copyToFolder(folder, sample)
    for (const [path, text] of Object.entries(provinceDocuments))
      await writeInFolder(folder, `plans/${path}`, Buffer.from(text))
    const { exit } = await pva(folder, 'report --by area --format html -o page.html')
    expect(exit).toBe(0)
    await use(join(folder, 'page.html'))
  })
}

async function openAllDetails(page: Page): Promise<void> {
  await page.evaluate(() => {
    for (const details of document.querySelectorAll('details')) details.open = true
  })
}

async function axeViolations(page: Page): Promise<readonly string[]> {
  // Evaluated from outside: the page's own policy would let no script in.
  await page.evaluate(AXE)
  const results = await page.evaluate(() => (window as unknown as { axe: { run(): Promise<AxeResults> } }).axe.run())
  return results.violations.map(
    ({ id, help, nodes }) => `${id}: ${help}: ${nodes.map(({ html }) => html.slice(0, 120)).join(' | ')}`,
  )
}
