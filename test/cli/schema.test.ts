import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { schemaKinds } from '../../src/cli/command/schema.ts'
import { inFreshFolder, writeInFolder } from '../support/folder.ts'
import { type Outcome, outcomeOf } from '../support/pva.ts'
import { schemaFile } from '../support/schemas.ts'

describe('pva schema', () => {
  it.each(schemaKinds)('prints the schema of %s as it is shipped, from any folder', async (kind) => {
    const { outcome } = await run(`pva schema ${kind}`)
    expect(outcome).toEqual({ stdout: await readFile(schemaFile(kind), 'utf8'), stderr: '', exit: 0 })
  })

  it('writes it to a file, and prints nothing then', async () => {
    const { outcome, written } = await run('pva schema plan -o plan.schema.json', 'plan.schema.json')
    expect(outcome).toEqual({ stdout: '', stderr: '', exit: 0 })
    expect(written).toBe(await readFile(schemaFile('plan'), 'utf8'))
  })

  it('says where it cannot write, in the language asked for', async () => {
    const { outcome } = await run('pva schema plan -o no/such/folder.json --lang vi')
    expect(outcome).toMatchObject({ stdout: '', exit: 2 })
    expect(outcome.stderr).toContain('thư mục chứa tệp không tồn tại')
  })

  it('names the kinds that there are, and the one that was meant', async () => {
    const { outcome } = await run('pva schema actual')
    expect(outcome).toMatchObject({ stdout: '', exit: 2 })
    expect(outcome.stderr).toContain('Did you mean actuals?')
    expect(outcome.stderr).toContain(
      'plan, actuals, claims, policy, mapping, sources, report, check, audit, compare, problems',
    )
  })

  it('needs a kind', async () => {
    const { outcome } = await run('pva schema')
    expect(outcome).toMatchObject({ stdout: '', exit: 2 })
    expect(outcome.stderr).toContain("missing required argument 'kind'")
  })

  it('tells in its help what an editor needs to find it', async () => {
    const { outcome } = await run('pva schema --help')
    expect(outcome).toMatchObject({ stderr: '', exit: 0 })
    expect(outcome.stdout).toContain('# yaml-language-server: $schema=plan.schema.json')
  })
})

describe('claims', () => {
  const claims = 'kind: claims\nclaims:\n  - id: jobs-2017\n    actual: 18923\n    completion: 118%\n'

  it('alone are enough to validate', async () => {
    const { outcome } = await run('pva validate .', null, claims)
    expect(outcome).toEqual({ stdout: '1 file: no problems.\n', stderr: '', exit: 0 })
  })

  it('are told what is wrong with them', async () => {
    const { outcome } = await run('pva validate .', null, claims.replace('completion', 'complation'))
    expect(outcome.exit).toBe(2)
    expect(outcome.stderr).toContain('claims.yaml:5:5 error unknown-key')
  })

  it('alone are nothing to report on', async () => {
    const { outcome } = await run('pva report .', null, claims)
    expect(outcome.exit).toBe(2)
    expect(outcome.stderr).toContain('nothing-to-do')
  })
})

async function run(
  command: string,
  file: string | null = null,
  claims: string | null = null,
): Promise<{ readonly outcome: Outcome; readonly written: string | null }> {
  return inFreshFolder(async (folder) => {
    if (claims !== null) await writeInFolder(folder, 'claims.yaml', Buffer.from(claims))
    const outcome = await outcomeOf({
      command,
      folder,
      env: {},
      today: '2019-01-15',
      stdin: Buffer.alloc(0),
      terminal: { isTTY: false, columns: 80 },
    })
    return { outcome, written: file === null ? null : await readFile(join(folder, file), 'utf8') }
  })
}
