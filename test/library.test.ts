import { spawnSync } from 'node:child_process'
import { mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { audit, read, render, report } from '../src/cli/library/library.ts'
import { copyToFolder, inFreshFolder, ROOT } from './support/folder.ts'
import { pva } from './support/run.ts'

const HA_NAM = join(ROOT, 'plans/ha-nam')
const page = readFileSync(join(ROOT, 'docs/library.md'), 'utf8')

describe('the library', () => {
  it('is used as its page shows, from the package, and its types are right', async () => {
    const [, example = '', output] = /^```js example.mjs\n(.*?)^```\n\n```text\n(.*?)^```/ms.exec(page) ?? []
    await inFreshFolder(async (folder) => {
      await copyToFolder(folder, 'plans')
      mkdirSync(join(folder, 'node_modules'))
      symlinkSync(ROOT, join(folder, 'node_modules/plan-vs-actual'))
      for (const name of ['example.mjs', 'example.mts']) writeFileSync(join(folder, name), example)
      const run = (...args: string[]) => spawnSync(process.execPath, args, { cwd: folder, encoding: 'utf8' })
      expect(run('example.mjs')).toMatchObject({ stdout: output, stderr: '' })
      const wrong = `import { read, report } from 'plan-vs-actual'\n(await report(await read([]))).plans[0]?.titel\n`
      writeFileSync(join(folder, 'wrong.mts'), wrong)
      const options = ['--noEmit', '--strict', '--module', 'nodenext', '--types', 'node', '--typeRoots']
      const tsc = [join(ROOT, 'node_modules/typescript/bin/tsc'), ...options, join(ROOT, 'node_modules/@types')]
      const faults = run(...tsc, 'example.mts', 'wrong.mts')
        .stdout.trim()
        .split('\n')
      expect(faults).toEqual([expect.stringMatching(/^wrong\.mts.* Property 'titel' does not exist/)])
    })
  })

  it('gives the documents that the command prints as JSON', async () => {
    await inFreshFolder(async (folder) => {
      await copyToFolder(folder, 'plans')
      const printed = async (command: string) => JSON.parse((await pva(folder, `${command} --format json`)).stdout)
      const haNam = await read('plans/ha-nam', { folder })
      expect(haNam.files).toContain('plans/ha-nam/2017-plan.yaml')
      expect(await report(haNam, { period: '6m' })).toEqual(await printed('report plans/ha-nam --period 6m'))
      const claims = await read(['plans/published'], { folder })
      expect(await audit(claims)).toEqual(await printed('audit plans/published'))
    })
  })

  it('writes a document in every format that the command has, and in its language', async () => {
    const document = await report(await read(HA_NAM))
    expect(await render(document, 'csv')).toContain('\nha-nam-2017,2017,')
    expect(await render(document, 'table', { lang: 'vi', width: 100 })).toContain('Kế hoạch')
    expect(await render(document, 'xlsx')).toBeInstanceOf(Uint8Array)
    expect(JSON.parse(String(await render(document, 'json')))).toEqual(document)
  })

  it('tells what is wrong with files in the document, and throws for what is no option or no document', async () => {
    const missing = await report(await read('no/such/file.yaml'))
    expect(missing).toMatchObject({ complete: false, plans: [], problems: [{ code: 'unreadable' }] })
    const inputs = await read(HA_NAM)
    await expect(report(inputs, { asOf: '31/12/2017' })).rejects.toThrow(new RangeError('asOf: 31/12/2017'))
    await expect(report(inputs, { asOf: '2017-12-31', period: '6m' })).rejects.toThrow(RangeError)
    await expect(render({ ...missing }, 'table')).rejects.toThrow(TypeError)
    await expect(render(missing, 'pdf' as 'html')).rejects.toThrow(RangeError)
  })
})
