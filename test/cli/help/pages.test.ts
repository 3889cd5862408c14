import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { pages, pageText } from '../../../src/cli/help/pages.ts'
import { displayWidth } from '../../../src/render/figure/safe-text.ts'
import { inFreshFolder, ROOT } from '../../support/folder.ts'
import { pva } from '../../support/run.ts'

const PAGE = `# Rules

A [link](x.md#y) and **bold**
go on.

| key | meaning | without it |
|---|---|---|
| \`min\` | the \`a\\|b\` of all | none |

- one
  goes on
- two

\`\`\`yaml plan.yaml
# no heading: 'plans/**/x'
\`\`\`
`

describe('pva help', () => {
  it('knows every page of the docs, and no other', () => {
    const files = readdirSync(join(ROOT, 'docs'), { recursive: true, encoding: 'utf8' })
    const there = files.filter((file) => file.endsWith('.md')).map((file) => file.replace('.md', ''))
    expect(pages.toSorted()).toEqual(there.toSorted())
  })

  it('prints a page, a section of any page by its heading, and which pages there are', async () => {
    await inFreshFolder(async (folder) => {
      const printed = async (topic: string) => (await pva(folder, `help ${topic}`)).stdout
      expect(await printed('formulas')).toMatch(/^# Formulas\n.*\n## /s)
      expect(await printed('baseline')).toMatch(/^### Baseline\n(?!.*^#{1,3} )/ms)
      expect(await printed('ambiguous-number')).toMatch(/^## ambiguous-number\n\n\*\*Error/)
      expect(await printed('')).toContain('| ci | Pipelines |')
      expect(await pva(folder, 'help formula')).toMatchObject({
        exit: 2,
        stderr: expect.stringContaining("'formulas'"),
      })
    })
  })

  it('folds a page to the width of a terminal, tables as lists, and leaves examples as they are', () => {
    expect(pageText(PAGE, 24, (text) => text.toUpperCase())).toBe(`RULES

A link and bold go on.

  \`min\`
      meaning: the \`a|b\`
      of all
      without it: none

- one goes on
- two

    # no heading: 'plans/**/x'
`)
  })

  it.each(['files', 'commands', 'formulas'])('shows %s within 80 columns, but for examples', async (page) => {
    await inFreshFolder(async (folder) => {
      const { stdout } = await pva(folder, `help ${page}`, { terminal: { isTTY: true, columns: 80 } })
      const wide = stdout.split('\n').filter((line) => displayWidth(line) > 80 && !line.startsWith('    '))
      expect(wide).toEqual([])
    })
  })
})
