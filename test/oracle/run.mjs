// The formulas a second time, apart from `src`, in Python's standard library: `npm run oracle -- --cases 5000 --seed 1`.
// `npm test` needs no Python: where there is none, `--if-python` says so and passes.
import { spawnSync } from 'node:child_process'
import { dirname } from 'node:path'
import { fileURLToPath } from 'node:url'

const [first, ...rest] = process.argv.slice(2)
const optional = first === '--if-python'
const args = optional ? rest : process.argv.slice(2)
const { error, status } = spawnSync('python3', ['-B', dirname(fileURLToPath(import.meta.url)), ...args], {
  stdio: 'inherit',
})
if (error) console.log('oracle: not run, since there is no python3')
process.exitCode = error ? Number(!optional) : (status ?? 1)
