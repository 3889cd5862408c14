// Before `npm publish`: what a package without a public address lacks, and a version that its changes do not name.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'

const folder = process.argv[2] ?? '.'
const manifest = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'))
const missing = ['repository', 'homepage', 'bugs']
  .filter((key) => !manifest[key])
  .map((key) => `package.json: no ${key}`)
const heading = `\n## ${manifest.version}\n`
if (!readFileSync(join(folder, 'CHANGELOG.md'), 'utf8').includes(heading))
  missing.push(`CHANGELOG.md: no${heading.trimEnd().replace('\n', ' ')}`)
if (missing.length > 0) {
  console.error(`not published, see "Release" in CONTRIBUTING.md:\n  ${missing.join('\n  ')}`)
  process.exitCode = 1
}
