// Time and memory of `pva report` on a register in PostgreSQL and in ClickHouse, as a ratio to a bare script that asks the same
// server for the same sums and fetches them. One interleaved run; the least of each.
//   npm run bench:sources
//   npm run bench:sources -- --rows 1000000 --runs 3
// The register is made up by the servers themselves: 20 indicators × 3,000 areas × 365 days, two decimals; 240 sums, by
// indicator and month. Of two servers each holds half. What is not installed is left out.
import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { cpus, loadavg, tmpdir, totalmem } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { bundled, root } from '../support/bundled.mjs'

const { values } = parseArgs({
  options: { rows: { type: 'string', default: '10000000' }, runs: { type: 'string', default: '3' } },
})
const rows = Number(values.rows)
const cache = join(root, 'node_modules/.cache/bench')
mkdirSync(cache, { recursive: true })
await bundled('test/engines/servers.ts', join(cache, 'servers.mjs'))
const servers = await import(join(cache, 'servers.mjs'))
const folder = mkdtempSync(join(tmpdir(), 'pva-sources-'))
const load = loadavg()[0].toFixed(1)
console.log(
  `Node ${process.version}, ${cpus().length} × ${cpus()[0]?.model}, ${Math.round(totalmem() / 2 ** 30)} GB, load ${load}\n`,
)
try {
  if (servers.postgresPrograms !== null) await ofPostgres()
  if (servers.hasClickhouse) await ofClickhouse()
} finally {
  rmSync(folder, { recursive: true })
}

async function ofPostgres() {
  const [near, far] = [await servers.startPostgres(), await servers.startPostgres()]
  try {
    const row = (
      columns,
    ) => `SELECT 'ind-' || lpad((1 + g % 20)::text, 2, '0') AS code, 'xa-' || lpad((1 + g / 20 % 3000)::text, 4, '0') AS area,
      date '2018-01-01' + (g / 7 % 365)::int AS day, ((g * 7919) % 500000)::numeric(14, 2) / 100 AS value FROM generate_series(${columns}) AS g`
    await near.sql('CREATE TABLE whole (code text, area text, day date, value numeric(14, 2))')
    await near.sql(`INSERT INTO whole ${row(`0::bigint, ${rows - 1}`)}`)
    await near.sql('CREATE TABLE texts AS SELECT code, area, day, value::text AS value FROM whole')
    await far.sql('CREATE TABLE half (code text, area text, day date, value numeric(14, 2))')
    await far.sql(`INSERT INTO half ${row(`${rows / 2}::bigint, ${rows - 1}`)}`)
    await near.sql('CREATE EXTENSION postgres_fdw')
    const options = `host '127.0.0.1', port '${far.port}', dbname 'postgres', async_capable 'true', fetch_size '10000'`
    await near.sql(`CREATE SERVER far FOREIGN DATA WRAPPER postgres_fdw OPTIONS (${options})`)
    await near.sql(`CREATE USER MAPPING FOR owner SERVER far OPTIONS (user 'owner', password '${servers.PASSWORD}')`)
    const spread = async (name, by, first, second) => {
      await near.sql(
        `CREATE TABLE ${name} (code text, area text, day date, value numeric(14, 2)) PARTITION BY LIST (${by})`,
      )
      await near.sql(`CREATE TABLE ${name}_near PARTITION OF ${name} FOR VALUES IN (${first})`)
      await near.sql(
        `CREATE FOREIGN TABLE ${name}_far PARTITION OF ${name} FOR VALUES IN (${second}) SERVER far OPTIONS (table_name '${name}_far')`,
      )
      await far.sql(`CREATE VIEW ${name}_far AS SELECT * FROM half WHERE ${by} IN (${second})`)
      await near.sql(`INSERT INTO ${name}_near SELECT * FROM whole WHERE ${by} IN (${first})`)
    }
    const codes = Array.from({ length: 20 }, (_, index) => `'ind-${String(index + 1).padStart(2, '0')}'`)
    await spread('by_code', 'code', codes.slice(0, 10).join(', '), codes.slice(10).join(', '))
    for (const server of [near, far]) await server.sql('VACUUM ANALYZE')
    const bare = (name, value = 'value') => {
      const sql = `SELECT code, date_trunc('month', day::timestamp)::date::text, sum(${value})::text, count(*) FROM ${name} GROUP BY 1, 2`
      return `const { Client } = require(${JSON.stringify(join(root, 'node_modules/pg'))})
        const client = new Client(${JSON.stringify({ host: '127.0.0.1', port: near.port, user: 'owner', password: servers.PASSWORD, database: 'postgres' })})
        client.connect().then(() => client.query('SET enable_partitionwise_aggregate = on')).then(() => client.query(${JSON.stringify(sql)})).then(() => client.end())`
    }
    const source = { engine: 'postgres', host: '127.0.0.1', port: near.port, database: 'postgres', user: 'owner' }
    compared(source, [
      ['PostgreSQL, a column of numbers', 'public.whole', bare('whole')],
      ['PostgreSQL, a column of text', 'public.texts', bare('texts', 'value::numeric')],
      ['PostgreSQL, half on a second server', 'public.by_code', bare('by_code')],
    ])
  } finally {
    for (const server of [near, far]) await server.stop()
  }
}

async function ofClickhouse() {
  const shards = await servers.startClickhouse(2)
  const [near] = shards
  try {
    const row = (from, count) => `SELECT concat('ind-', substring(toString(101 + number % 20), 2)) AS code,
      concat('xa-', substring(toString(10001 + intDiv(number, 20) % 3000), 2)) AS area, toDate('2018-01-01') + intDiv(number, 7) % 365 AS day,
      toDecimal64((number * 7919) % 500000, 2) / 100 AS value FROM (SELECT number + ${from} AS number FROM numbers(${count}))`
    const engine = 'ENGINE = MergeTree ORDER BY (code, area)'
    const columns = '(code String, area String, day Date, value Decimal(14, 2))'
    await near.sql(`CREATE TABLE whole ${columns} ${engine}`)
    await near.sql(`INSERT INTO whole ${row(0, rows)}`)
    await near.sql(`CREATE TABLE texts (code String, area String, day Date, value String) ${engine}`)
    await near.sql('INSERT INTO texts SELECT code, area, day, toString(value) FROM whole')
    for (const [index, shard] of shards.entries()) {
      await shard.sql(`CREATE TABLE half ${columns} ${engine}`)
      await shard.sql(`INSERT INTO half ${row((index * rows) / 2, rows / 2)}`)
    }
    await near.sql(`CREATE TABLE spread ${columns} ENGINE = Distributed(shards, default, half)`)
    const bare = (name, value = 'value') => {
      const sql = `SELECT code, toStartOfMonth(day) AS month, toString(sum(${value})), count() FROM ${name} GROUP BY code, month FORMAT TabSeparated`
      return `fetch('http://127.0.0.1:${near.port}/?user=owner', { method: 'POST', body: ${JSON.stringify(sql)} }).then((answer) => answer.text())`
    }
    const source = { engine: 'clickhouse', host: '127.0.0.1', port: near.port, database: 'default', user: 'owner' }
    compared(source, [
      ['ClickHouse, a column of numbers', 'whole', bare('whole')],
      ['ClickHouse, a column of text', 'texts', bare('texts', 'toDecimal128(value, 6)')],
      ['ClickHouse, half on each of two servers', 'spread', bare('spread')],
    ])
  } finally {
    for (const server of shards) await server.stop()
  }
}

/** Both ways in turns, and the least of each. */
function compared(source, tables) {
  writeFileSync(join(folder, 'pva.sources.yaml'), JSON.stringify({ kind: 'sources', sources: { register: source } }))
  const indicators = Array.from({ length: 20 }, (_, index) => {
    return { id: `ind-${String(index + 1).padStart(2, '0')}`, name: `Indicator ${index + 1}`, target: 1_000_000_000 }
  })
  writeFileSync(
    join(folder, 'plan.yaml'),
    JSON.stringify({ kind: 'plan', id: 'p', title: 'A register', period: '2018', indicators }),
  )
  for (const [what, name, script] of tables) {
    const table = {
      source: 'register',
      name,
      columns: { indicator: 'code', value: 'value' },
      period: { from: 'day', by: 'month' },
      rows: 'register',
    }
    writeFileSync(
      join(folder, 'results.yaml'),
      JSON.stringify({ kind: 'actuals', plan: 'p', numbers: 'plain', basis: 'increment', table }),
    )
    writeFileSync(join(folder, 'bare.cjs'), script)
    const best = { bare: { seconds: Infinity, memory: 0 }, pva: { seconds: Infinity, memory: 0 } }
    for (let run = 0; run < Number(values.runs); run++) {
      for (const [way, command] of Object.entries({
        bare: ['bare.cjs'],
        pva: [join(root, 'bin/pva.js'), 'report', 'plan.yaml', 'results.yaml'],
      })) {
        const used = measured(command)
        if (used.seconds < best[way].seconds) best[way] = used
      }
    }
    const { bare, pva } = best
    const cells = [
      bare.seconds.toFixed(2).padStart(8),
      pva.seconds.toFixed(2).padStart(8),
      (pva.seconds / bare.seconds).toFixed(2),
    ]
    console.log(`  ${what.padEnd(44)}bare ${cells[0]} s, pva ${cells[1]} s, ×${cells[2]}, ${pva.memory.toFixed(0)} MB`)
  }
}

function measured(command) {
  const used = join(folder, 'used')
  const { status, stderr } = spawnSync('/usr/bin/time', ['-f', '%e %M', '-o', used, process.execPath, ...command], {
    cwd: folder,
    env: { ...process.env, LANG: 'C.UTF-8', PVA_REGISTER_PASSWORD: passwordOf() },
    stdio: ['ignore', 'ignore', 'pipe'],
  })
  if (status !== 0) throw new Error(`${command.join(' ')} ended with ${status}\n${stderr}`)
  const [seconds, kilobytes] = readFileSync(used, 'utf8').trim().split('\n').at(-1).split(' ').map(Number)
  return { seconds, memory: kilobytes / 1024 }
}

/** The owner of the servers of ClickHouse has none. */
function passwordOf() {
  return readFileSync(join(folder, 'pva.sources.yaml'), 'utf8').includes('clickhouse') ? '' : servers.PASSWORD
}
