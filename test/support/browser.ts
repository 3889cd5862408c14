/// <reference lib="dom" />
import { existsSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { AxeResults, RunOptions } from 'axe-core'
import { type Browser, chromium, type Page } from 'playwright-core'

const PATHS = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome']

/** Where a browser is installed; undefined: nowhere. `PVA_BROWSER` names another one. */
export const BROWSER = process.env['PVA_BROWSER'] ?? PATHS.find(existsSync)

/** What the title of a group of tests says where they cannot run. */
export const inBrowser = BROWSER
  ? 'in a browser'
  : 'in a browser (skipped: none at /usr/bin/chromium, nor in PVA_BROWSER)'

export function launchedBrowser(): Promise<Browser> {
  return chromium.launch({
    ...(BROWSER && { executablePath: BROWSER }),
    // As root in a container there is no sandbox; and nothing here may reach a network.
    args: [
      '--headless',
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  })
}

export interface View {
  readonly width: number
  readonly colors?: 'light' | 'dark'
  readonly media?: 'screen' | 'print'
}

export interface Opened {
  readonly page: Page
  /** What it has asked of a network or said on its console. */
  readonly noise: string[]
}

/** A page opened from a file; to open one takes longer than most of what is asked of it. */
export async function opened(browser: Browser, file: string): Promise<Opened> {
  const page = await browser.newPage()
  const noise: string[] = []
  page.on('console', (message) => noise.push(`console: ${message.text()}`))
  page.on('dialog', (dialog) => {
    noise.push(`dialog: ${dialog.message()}`)
    void dialog.dismiss()
  })
  page.on('pageerror', (error) => noise.push(`error: ${error.message}`))
  page.on('request', (request) => {
    if (request.url() !== `file://${file}`) noise.push(`request: ${request.url()}`)
  })
  await page.goto(`file://${file}`)
  return { page, noise }
}

export async function look(page: Page, { width, colors = 'light', media = 'screen' }: View): Promise<void> {
  await page.setViewportSize({ width, height: 900 })
  await page.emulateMedia({ media, colorScheme: colors })
}

/** Texts that stick out of the page, or of the cell that they stand in, by more than a pixel. */
export function textsOutOfPlace(page: Page): Promise<readonly string[]> {
  return page.evaluate(() => {
    const found: string[] = []
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const parent = node.parentElement
      if (!parent || node.textContent?.trim() === '' || !parent.checkVisibility()) continue
      // What only a screen reader shall find is cut off on purpose.
      if (getComputedStyle(parent.closest('thead') ?? parent).clipPath !== 'none') continue
      const range = document.createRange()
      range.selectNodeContents(node)
      const box = range.getBoundingClientRect()
      const scrolled = parent.closest('.scroll')
      const room = (parent.closest('td, th, svg') ?? document.body).getBoundingClientRect()
      const page = { left: 0, right: document.documentElement.clientWidth }
      const sticksOut = ({ left, right }: { left: number; right: number }) =>
        box.left < left - 1 || box.right > right + 1
      if (sticksOut(room) || (!scrolled && sticksOut(page))) {
        found.push(
          `${parent.tagName} "${node.textContent?.trim().slice(0, 40)}" ${box.left}–${box.right} in ${room.left}–${room.right}`,
        )
      }
    }
    return found
  })
}

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

/** What breaks rules of accessibility. */
export async function axeViolations(page: Page): Promise<readonly string[]> {
  // Evaluated from outside: the page's own policy would let no script in.
  await page.evaluate(AXE)
  // What it finds right it would list as well, and that takes longer than to find it.
  const { violations } = await page.evaluate(() =>
    (window as unknown as { axe: { run(options: RunOptions): Promise<AxeResults> } }).axe.run({
      resultTypes: ['violations'],
    }),
  )
  return violations.map(
    ({ id, help, nodes }) => `${id}: ${help}: ${nodes.map(({ html }) => html.slice(0, 120)).join(' | ')}`,
  )
}
