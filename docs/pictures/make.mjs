// `npm run pictures`: the pictures of README, drawn from the sample plans by the built command in a browser.
import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { chromium } from 'playwright-core'

const here = dirname(fileURLToPath(import.meta.url))
const root = join(here, '../..')
const ESCAPE = String.fromCharCode(27)
const scratch = mkdtempSync(join(tmpdir(), 'pva-pictures-'))

const browser = await chromium.launch({
  executablePath: process.env.PVA_BROWSER ?? '/usr/bin/chromium',
  args: ['--headless', '--no-sandbox', '--disable-gpu', '--disable-background-networking', '--no-first-run'],
})
try {
  const command = ['report', 'plans/ha-nam/2017-plan.yaml', 'plans/ha-nam/2017-actuals.yaml']
  await picture('terminal', terminalPage(`pva ${command.join(' ')}`, pva(...command)), {
    width: 1120,
    height: 400,
    of: 'pre',
  })
  pva('report', 'plans/ha-nam', '--lang', 'vi', '--format', 'html', '-o', join(scratch, 'report.html'))
  await picture('page', join(scratch, 'report.html'), { width: 1000, height: 1180 })
} finally {
  await browser.close()
  rmSync(scratch, { recursive: true })
}

async function picture(name, file, { width, height, of }) {
  const page = await browser.newPage({ viewport: { width, height }, colorScheme: 'light', deviceScaleFactor: 1.5 })
  await page.goto(`file://${file}`)
  const path = join(here, `${name}.png`)
  await (of ? page.locator(of).screenshot({ path }) : page.screenshot({ path }))
  await page.close()
  console.log(path.slice(root.length + 1))
}

function pva(...args) {
  const { stdout, stderr, status } = spawnSync(
    process.execPath,
    [join(root, 'bin/pva.js'), ...args, '--color', 'always', '--width', '110'],
    { cwd: root, encoding: 'utf8', env: { LANG: 'en_US.UTF-8', PATH: process.env.PATH } },
  )
  if (status !== 0) throw new Error(stderr)
  return stdout
}

/** What a terminal shows, as a page: the colours that the table uses, and no other escape codes. */
function terminalPage(command, text) {
  const styles = {
    1: 'font-weight:bold',
    2: 'opacity:.65',
    31: 'color:#ff7b72',
    32: 'color:#57c878',
    33: 'color:#e3b341',
  }
  let open = 0
  const markup = text
    .replace(/[&<>]/g, (sign) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;' })[sign])
    .split(new RegExp(`${ESCAPE}\\[(\\d+)m`))
    .map((part, index) => {
      if (index % 2 === 0) return part
      if (styles[part]) {
        open++
        return `<span style="${styles[part]}">`
      }
      if (open === 0) return ''
      open--
      return '</span>'
    })
    .join('')
  const file = join(scratch, 'terminal.html')
  writeFileSync(
    file,
    `<!doctype html><meta charset="utf-8"><body style="margin:0;background:#14181d"><pre style="margin:0;padding:24px 28px;display:inline-block;color:#e6e9ed;background:#14181d;font:14px/1.35 'DejaVu Sans Mono',monospace"><span style="color:#8b949e">$ </span>${command}\n\n${markup}</pre>`,
  )
  return file
}
