import { type ChildProcess, execFileSync, spawn } from 'node:child_process'
import { chownSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import pg from 'pg'

/* Servers as an ordinary user starts them, in folders that are gone afterwards. */

/** A server will not run as root; then it runs as nobody. */
const NOBODY = 65_534
const user = process.getuid?.() === 0 ? { uid: NOBODY, gid: NOBODY } : {}

interface Started {
  readonly port: number
  /** Ends it at once, as a machine that loses its power. */
  readonly kill: () => Promise<void>
  /** Ends it, and removes its folder. */
  readonly stop: () => Promise<void>
}

export interface Postgres extends Started {
  readonly sql: (sql: string, values?: readonly unknown[]) => Promise<readonly (readonly unknown[])[]>
}

export interface Clickhouse extends Started {
  readonly sql: (sql: string, rows?: string) => Promise<string>
}

export const PASSWORD = 'correct horse:battery\\staple'

/** Where its programs are; null: it is not installed. */
export const postgresPrograms = folderOf('initdb', '/usr/lib/postgresql')
export const hasClickhouse = isInstalled('clickhouse-server')

/** PostgreSQL with the user `owner`, who has that password. */
export async function startPostgres(): Promise<Postgres> {
  const folder = ownFolder('pva-postgres-')
  const port = await freePort()
  const secret = join(folder, 'password')
  writeFileSync(secret, PASSWORD)
  const data = join(folder, 'data')
  const program = (name: string) => join(postgresPrograms ?? '', name)
  const options = [
    '-D',
    data,
    '-U',
    'owner',
    '-A',
    'scram-sha-256',
    `--pwfile=${secret}`,
    '-E',
    'UTF8',
    '--locale=C',
    '--no-sync',
  ]
  execFileSync(program('initdb'), options, { ...user, cwd: folder, stdio: 'pipe' })
  const settings = ['fsync=off', 'max_connections=20', 'shared_buffers=64MB', `unix_socket_directories=${folder}`]
  const flags = ['-D', data, '-p', String(port), '-h', '127.0.0.1', ...settings.flatMap((each) => ['-c', each])]
  const process = spawn(program('postgres'), flags, { ...user, cwd: folder, stdio: 'ignore' })
  const connect = async () => {
    const client = new pg.Client({ host: '127.0.0.1', port, user: 'owner', password: PASSWORD, database: 'postgres' })
    client.on('error', () => {})
    await client.connect()
    return client
  }
  const client = await patiently(connect)
  return {
    port,
    sql: async (sql, values = []) => {
      const { rows } = await client.query({ text: sql, values: [...values], rowMode: 'array' })
      return rows as unknown[][]
    },
    kill: () => ended(process, 'SIGKILL'),
    stop: async () => {
      await client.end().catch(() => {})
      // Immediate shutdown: nothing is kept.
      await ended(process, 'SIGQUIT')
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

/** ClickHouse servers that know each other as the shards of the cluster `shards`, with the user `reader`. */
export async function startClickhouse(count: number): Promise<readonly Clickhouse[]> {
  const ports = await Promise.all(Array.from({ length: count * 2 }, freePort))
  const shards = Array.from({ length: count }, (_, index) => {
    const own = `<host>127.0.0.1</host><port>${ports[count + index]}</port><user>owner</user>`
    return `<shard><replica>${own}</replica></shard>`
  })
  const started: Clickhouse[] = []
  for (let index = 0; index < count; index++) {
    const folder = ownFolder('pva-clickhouse-')
    const port = ports[index] as number
    const here = '<networks><ip>127.0.0.1</ip></networks><quota>default</quota>'
    const password = `<password>${PASSWORD}</password>`
    writeFileSync(
      join(folder, 'users.xml'),
      `<yandex><profiles><default/><careless><skip_unavailable_shards>1</skip_unavailable_shards><timeout_overflow_mode>break</timeout_overflow_mode></careless></profiles><quotas><default/></quotas><users>
<owner><password></password><profile>default</profile>${here}</owner>
<reader>${password}<profile>careless</profile>${here}</reader></users></yandex>`,
    )
    writeFileSync(
      join(folder, 'config.xml'),
      `<yandex><logger><level>error</level><log>${folder}/log</log><errorlog>${folder}/errors</errorlog></logger>
<http_port>${port}</http_port><tcp_port>${ports[count + index]}</tcp_port><listen_host>127.0.0.1</listen_host>
<path>${folder}/data/</path><tmp_path>${folder}/tmp/</tmp_path><users_config>${folder}/users.xml</users_config>
<default_profile>default</default_profile><default_database>default</default_database><mark_cache_size>100000000</mark_cache_size>
<remote_servers><shards>${shards.join('')}</shards></remote_servers></yandex>`,
    )
    const process = spawn('clickhouse-server', [`--config-file=${join(folder, 'config.xml')}`], {
      ...user,
      cwd: folder,
      stdio: 'ignore',
    })
    const sql: Clickhouse['sql'] = async (text, rows) => {
      const query = new URLSearchParams({ user: 'owner', ...(rows !== undefined && { query: text }) })
      const response = await fetch(`http://127.0.0.1:${port}/?${query}`, { method: 'POST', body: rows ?? text })
      const answer = await response.text()
      if (!response.ok) throw new Error(answer)
      return answer
    }
    await patiently(() => sql('SELECT 1'))
    started.push({
      port,
      sql,
      kill: () => ended(process, 'SIGKILL'),
      stop: async () => {
        await ended(process, 'SIGKILL')
        rmSync(folder, { recursive: true, force: true })
      },
    })
  }
  return started
}

function ownFolder(prefix: string): string {
  const folder = mkdtempSync(join(tmpdir(), prefix))
  if (user.uid !== undefined) chownSync(folder, user.uid, user.gid)
  return folder
}

async function freePort(): Promise<number> {
  const server = createServer()
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  await new Promise((resolve) => server.close(resolve))
  return typeof address === 'object' && address ? address.port : 0
}

/** What is tried until it succeeds, for half a minute. */
async function patiently<T>(attempt: () => Promise<T>): Promise<T> {
  for (let tries = 0; ; tries++) {
    try {
      return await attempt()
    } catch (error) {
      if (tries === 150) throw error
      await setTimeout(200)
    }
  }
}

async function ended(process: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  if (process.exitCode !== null || process.signalCode !== null) return
  const exit = new Promise((resolve) => process.once('exit', resolve))
  process.kill(signal)
  await exit
}

function isInstalled(program: string): boolean {
  try {
    execFileSync('which', [program], { stdio: 'pipe' })
    return true
  } catch {
    return false
  }
}

/** The folder of the newest version below `base` that has the program. */
function folderOf(program: string, base: string): string | null {
  try {
    const versions = readdirSync(base).toSorted((a, b) => Number(b) - Number(a))
    const folders = versions.map((version) => join(base, version, 'bin'))
    return folders.find((folder) => readdirSync(folder).includes(program)) ?? null
  } catch {
    return null
  }
}
