import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pva } from '../support/run.ts'
import { PASSWORD } from './servers.ts'

/** A server as a file of sources names it. */
export interface Named {
  readonly engine: 'postgres' | 'clickhouse'
  readonly port: number
  readonly user: string
  readonly [key: string]: string | number | boolean
}

const plan = {
  ...{ kind: 'plan', id: 'p', title: 'P', period: '2018' },
  areas: ['lowland', 'mountain'].map((id) => ({ id, name: id })),
  indicators: ['jobs', 'loans'].map((id) => ({ id, name: id, target: 100, phasing: 'none' })),
}

/** Files that read a table with the columns code, area, day and value; `change` is what else the mapping says. */
export function registerIn(folder: string, server: Named, name: string, change: object = {}): void {
  const database = server.engine === 'postgres' ? 'postgres' : 'default'
  const source = { host: '127.0.0.1', database, ...server }
  const columns = { indicator: 'code', area: 'area', value: 'value' }
  const table = { source: 'register', name, columns, period: { from: 'day', by: 'month' }, rows: 'register', ...change }
  const files = {
    'plan.yaml': plan,
    'results.yaml': { kind: 'actuals', plan: 'p', numbers: 'plain', basis: 'increment', table },
    'pva.sources.yaml': { kind: 'sources', sources: { register: source } },
  }
  for (const [path, content] of Object.entries(files)) writeFileSync(join(folder, path), JSON.stringify(content))
}

/** What `pva` makes of a table: sums by indicator, area and month, problems, and what it says of what it read. */
export async function readFrom(
  server: Named,
  name: string,
  change: object = {},
  env: Readonly<Record<string, string>> = {},
) {
  const folder = mkdtempSync(join(tmpdir(), 'pva-register-'))
  try {
    registerIn(folder, server, name, change)
    const command = 'report plan.yaml results.yaml --by area --format json --verbose'
    const { stdout, stderr, exit } = await pva(folder, command, {
      env: { LANG: 'en_US.UTF-8', PVA_REGISTER_PASSWORD: PASSWORD, HOME: folder, ...env },
    })
    const report = JSON.parse(stdout) as Report
    const lines = report.plans.flatMap(({ indicators }) => indicators)
    return {
      ...{ exit, stderr, stdout },
      actual: Object.fromEntries(lines.map(({ id, area, actual }) => [`${id} ${area ?? 'all'}`, actual])),
      problems: report.problems.map(({ code, message }) => `${code}: ${message}`),
      database: report.inputs.find(({ database }) => database)?.database,
    }
  } finally {
    rmSync(folder, { recursive: true })
  }
}

interface Report {
  readonly plans: readonly {
    readonly indicators: readonly {
      readonly id: string
      readonly area: string | null
      readonly actual: number | null
    }[]
  }[]
  readonly problems: readonly { readonly code: string; readonly message: string }[]
  readonly inputs: readonly { readonly database?: { readonly rows: number; readonly table: string } }[]
}
