// `npm run suites [-- FOLDER]`: what others collected for readers of YAML, JSON, CSV, Markdown, Parquet, SDG data and IATI,
// against ours, as the table of docs/testing.md. FOLDER holds clones of those that are no packages: parquet-testing (apache),
// sdg-build (open-sdg), IATI-Extra-Documentation (IATI).
import { spawnSync } from 'node:child_process'
import { mkdirSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { bundled, root } from '../support/bundled.mjs'

const folder = join(root, 'node_modules/.cache/suites')
mkdirSync(folder, { recursive: true })
await bundled('test/suites/main.ts', join(folder, 'suites.mjs'))
const [clones, ...rest] = process.argv.slice(2)
const args = clones === undefined ? [] : [resolve(clones), ...rest]
const { status } = spawnSync(process.execPath, [join(folder, 'suites.mjs'), ...args], { cwd: root, stdio: 'inherit' })
process.exitCode = status ?? 1
