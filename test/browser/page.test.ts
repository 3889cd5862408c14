/// <reference lib="dom" />
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import {
  axeViolations,
  BROWSER,
  inBrowser,
  launchedBrowser,
  look,
  type Opened,
  opened,
  textsOutOfPlace,
  type View,
} from '../support/browser.ts'
import { copyToFolder, inFreshFolder, writeInFolder } from '../support/folder.ts'
import { IS_LONG } from '../support/long.ts'
import { pva } from '../support/run.ts'
import { hostileDocuments, kindsDocuments, provinceDocuments } from './documents.ts'

// 182 and 269 mm at 96 to the inch: what the margins leave of A4.
const PAPER = { upright: 688, across: 1017 }

type Documents = Readonly<Record<string, string>>
/** What pages show: samples, or documents; `everything` is a plan with areas by month, and one of every kind. */
const SHOWN = {
  everything: { ...provinceDocuments, ...kindsDocuments },
  kinds: kindsDocuments,
  hostile: hostileDocuments,
  'ha-nam': ['plans/ha-nam'],
  'both samples': ['plans/ha-nam', 'plans/quang-nam'],
} as const satisfies Readonly<Record<string, Documents | readonly string[]>>

describe.skipIf(!BROWSER)(`a page ${inBrowser}`, () => {
  let browser: Browser
  /** Each is written and opened once; a test that needs it as it was opened loads it again. */
  const pages = new Map<keyof typeof SHOWN, Opened>()
  beforeAll(async () => {
    browser = await launchedBrowser()
  })
  afterAll(() => browser?.close())

  async function pageOf(name: keyof typeof SHOWN, view: View): Promise<Opened> {
    const found = pages.get(name) ?? (await inFreshFolder((folder) => written(browser, SHOWN[name], folder)))
    pages.set(name, found)
    await look(found.page, view)
    return found
  }

  it.each([
    { width: 320, media: 'screen' },
    { width: 800, media: 'screen' },
    { width: 1218, media: 'screen' },
    ...(IS_LONG ? [{ width: 640, media: 'screen' } as const, { width: 1280, media: 'screen' } as const] : []),
    { width: PAPER.across, media: 'print' },
    { width: PAPER.upright, media: 'print', name: 'both samples' },
  ] as const)(
    'has all its text inside the page at $width pixels ($media), in both languages',
    async ({ name = 'everything', ...view }: View & { name?: 'both samples' | 'everything' }) => {
      const { page } = await pageOf(name, view)
      await setDetails(page, view.media === 'screen')
      for (const lang of ['vi', 'en']) {
        await page.locator(`.pick-${lang}`).evaluate((input) => (input as HTMLInputElement).click())
        expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(view.width)
        expect(await textsOutOfPlace(page)).toEqual([])
      }
    },
  )

  it.each([
    { width: 1280, colors: 'light', lang: 'vi' },
    { width: 320, colors: 'dark', lang: 'en' },
  ] as const)(
    'leaves axe nothing to complain of at $width pixels, $colors, in $lang',
    { timeout: 60_000 },
    async (view) => {
      const { page } = await pageOf('kinds', view)
      await setDetails(page, false)
      await page.locator(`.pick-${view.lang}`).check()
      // One is like the other, and axe looks at every word.
      for (const summary of await page.locator(`.edition.${view.lang} .line`).first().locator('summary').all()) {
        await summary.click()
      }
      expect(await axeViolations(page)).toEqual([])
    },
  )

  it('has no two numbers of a chart in one place', async () => {
    for (const width of [320, 1000, 1280]) {
      const { page } = await pageOf('kinds', { width })
      await setDetails(page, true)
      expect(await numbersThatTouch(page)).toEqual([])
    }
  })

  it('opens how a figure came about by keyboard, in the words of explain', async () => {
    const { page } = await pageOf('ha-nam', { width: 1280 })
    const details = page.locator('.edition.en .line details').first()
    await details.locator('summary').focus()
    await page.keyboard.press('Enter')
    expect(await details.evaluate((element) => (element as HTMLDetailsElement).open)).toBe(true)
    expect(await details.textContent()).toContain('18,923 ÷ 16,000')
  })

  it('changes its language by keyboard', async () => {
    const { page } = await pageOf('ha-nam', { width: 800 })
    expect(await page.locator('.edition.en').isVisible()).toBe(true)
    await page.locator('.pick-en').focus()
    await page.keyboard.press('ArrowDown')
    expect(await page.locator('.edition.en').isVisible()).toBe(false)
    expect(await page.locator('.edition.vi h2').first().textContent()).toBe(
      'Chỉ tiêu lao động, xã hội tỉnh Hà Nam năm 2017',
    )
  })

  it('repeats the heads of its tables on paper, keeps lines whole, leaves out what is closed and numbers the pages', async () => {
    const { page } = await pageOf('everything', { width: PAPER.across, media: 'print' })
    await setDetails(page, false)
    const styles = await page.evaluate(() => ({
      head: getComputedStyle(document.querySelector('.edition.first thead') as Element).display,
      line: getComputedStyle(document.querySelector('.edition.first tbody.line > tr') as Element).breakInside,
      closed: getComputedStyle(document.querySelector('.edition.first .how') as Element).display,
    }))
    expect(styles).toEqual({ head: 'table-header-group', line: 'avoid', closed: 'none' })
    const pdf = await page.pdf({ preferCSSPageSize: true })
    expect(pdf.toString('latin1')).toMatch(/\/Type \/Pages[\s\S]{0,40}\/Count [4-9]/)
  })

  it('prints the language that was chosen, without the choice', async () => {
    const { page } = await pageOf('ha-nam', { width: 1280 })
    await page.locator('.pick-vi').check()
    await page.emulateMedia({ media: 'print' })
    const shown = page.locator('.edition, .pick').filter({ visible: true })
    expect(await shown.evaluateAll((all) => all.map((each) => each.getAttribute('lang')))).toEqual(['vi'])
  })

  it('runs nothing and asks for nothing, whatever the names, notes and sources say', async () => {
    const { page, noise } = await pageOf('hostile', { width: 1280 })
    await setDetails(page, true)
    for (const lang of ['vi', 'en']) await page.locator(`.pick-${lang}`).check()
    await page.waitForTimeout(200)
    expect(noise).toEqual([])
    expect(await page.evaluate(() => 'hacked' in window)).toBe(false)
    const strangers =
      'script, img, iframe, object, embed, link, form, video, math, [onclick], [onerror], [onload], [href]:not([href^="#"])'
    expect(await page.locator(strangers).count()).toBe(0)
  })

  it('would run no script that got in all the same: its policy forbids it', async () => {
    const { page } = await pageOf('ha-nam', { width: 1280 })
    await page.evaluate(() => {
      const script = document.createElement('script')
      script.textContent = 'window.hacked = true'
      document.body.append(script)
    })
    expect(await page.evaluate(() => 'hacked' in window)).toBe(false)
  })
})

async function written(browser: Browser, shown: Documents | readonly string[], folder: string): Promise<Opened> {
  if (Array.isArray(shown)) for (const sample of shown) await copyToFolder(folder, sample)
  else for (const [path, text] of Object.entries(shown)) await writeInFolder(folder, `plans/${path}`, Buffer.from(text))
  const { exit, stderr } = await pva(folder, 'report --by area --format html -o page.html')
  expect({ exit, stderr }).toEqual({ exit: 0, stderr: expect.not.stringContaining('error') })
  return opened(browser, join(folder, 'page.html'))
}

/** Numbers of one chart that lie on another or beyond the chart. */
function numbersThatTouch(page: Page): Promise<readonly string[]> {
  return page.evaluate(() =>
    [...document.querySelectorAll('svg.chart')].flatMap((chart) => {
      const frame = chart.getBoundingClientRect()
      const boxes = [...chart.querySelectorAll('text')].map((text) => ({
        text: text.textContent,
        box: text.getBoundingClientRect(),
      }))
      return boxes.flatMap(({ text, box }, index) => {
        const touched = boxes
          .slice(index + 1)
          .filter((other) => other.box.left < box.right && box.left < other.box.right)
          .filter((other) => other.box.top < box.bottom - 2 && box.top < other.box.bottom - 2)
        const isOutside = box.left < frame.left - 1 || box.right > frame.right + 1
        return [...touched.map((other) => `${text} on ${other.text}`), ...(isOutside ? [`${text} beyond`] : [])]
      })
    }),
  )
}

async function setDetails(page: Page, isOpen: boolean): Promise<void> {
  await page.evaluate((open) => {
    for (const details of document.querySelectorAll('details')) details.open = open
  }, isOpen)
}
