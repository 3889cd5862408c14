// What Stryker runs the tests with: all of them in the process of one of its workers, loaded once. To start a test
// runner for each mutant takes a second, thousands of them take a day; here most take some milliseconds.
import { readdirSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join, relative, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { Script } from 'node:vm'
import * as matchers from '@vitest/expect'
import { build } from 'esbuild'
import fc from 'fast-check'

/** The tests that call the mutated code themselves, those of whole commands, and that code. */
const WHOLE = ['problems', 'scenarios']
const TESTS = [
  ...filesIn(['test/model', 'test/calc'], '.test.ts'),
  ...['formulas-doc', 'published-claims', 'published-figures', 'read/document/utf8', ...WHOLE].map(
    (name) => `test/${name}.test.ts`,
  ),
]
const CODE = ['src/model', 'src/calc']
const isWhole = ({ id }) => WHOLE.some((name) => id.startsWith(`test/${name}.test.ts`))
/** Of the tries of a property, one in so many, each time with the same values: a mutant that is noticed always is. */
const SHARE = 20
/** Every fault is shown to the tests of its own folder, and of those that run into it to so many others and so many whole commands, the quickest. */
const OTHERS = 300
const COMMANDS = 10
/** A test that takes so many milliseconds, and so many times as long as before, has no end: enough on a busy machine. */
const PATIENCE = { milliseconds: 4000, times: 20 }
const endless = 'ERR_SCRIPT_EXECUTION_TIMEOUT'

/** What Stryker's changes to the code read and write. */
globalThis.__stryker__ ??= {}
const stryker = globalThis.__stryker__

const { chai } = matchers
for (const plugin of [matchers.JestExtend, matchers.JestChaiExpect, matchers.JestAsymmetricMatchers]) chai.use(plugin)
const expect = Object.assign((value, message) => chai.expect(value, message), chai.expect)
Object.assign(expect, globalThis[matchers.ASYMMETRIC_MATCHERS_OBJECT])
matchers.setState({ assertionCalls: 0 }, expect)
globalThis[matchers.GLOBAL_EXPECT] = expect
/** What a test expects of a file of its own: a scenario, the message of a problem. */
chai.use(({ Assertion }) =>
  Assertion.addMethod('toMatchFileSnapshot', function (path) {
    if (this._obj !== readFileSync(path, 'utf8')) throw new Error(`not what ${path} holds`)
  }),
)
/** Types are for the compiler: `expectTypeOf(value).returns.toEqualTypeOf()` does nothing here. */
const typesOnly = new Proxy(() => typesOnly, { get: () => typesOnly })

/** Tests of properties draw what they look at themselves. */
const drawing = new Set()
const assert = (property, { numRuns = 100, ...options } = {}) => {
  drawing.add(running)
  fc.assert(property, { ...options, numRuns: Math.ceil(numRuns / SHARE), seed: 1, endOnFailure: true })
}
let running = ''

/**
 * Maps that are empty once the code is loaded keep what it has worked out, for the next who asks: what a fault has put
 * there, or what keeps a fault from being run into. Each test finds them empty.
 */
const kept = new Set()
let loading = false
class KeptMap extends Map {
  static [Symbol.hasInstance] = (value) => Map[Symbol.hasInstance](value)
  constructor(entries) {
    super(entries)
    if (loading && !entries) kept.add(this)
  }
}
const forgetAll = () => {
  for (const each of kept) each.clear()
}

const real = createRequire(resolve('package.json'))
const AGAIN = 'all of it, loaded again'

function filesIn(folders, ending) {
  return folders
    .flatMap((folder) => readdirSync(folder, { recursive: true }).map((file) => join(folder, file)))
    .map((file) => file.replaceAll('\\', '/'))
    .filter((file) => file.endsWith(ending))
    .sort()
}

class InProcess {
  spent = new Map()

  capabilities() {
    return { reloadEnvironment: true }
  }

  async init() {
    // A file that asks where it stands is told so.
    const placed = ({ path }) => ({
      contents: readFileSync(path, 'utf8').replaceAll('import.meta.url', JSON.stringify(pathToFileURL(path).href)),
      loader: 'ts',
    })
    const places = { name: 'places', setup: ({ onLoad }) => onLoad({ filter: /[\\/](src|test)[\\/].*\.ts$/ }, placed) }
    const bundled = async (contents, plugins) => {
      const { outputFiles } = await build({
        stdin: { contents: contents.join('\n'), resolveDir: resolve('.') },
        plugins,
        ...{ bundle: true, write: false, platform: 'node', target: 'node20', packages: 'external', logLevel: 'error' },
        define: { PVA_VERSION: JSON.stringify(real('./package.json').version) },
      })
      return outputFiles[0].text
    }
    const code = filesIn(['src'], '.ts').map((file) => `code['${file}'] = () => require('./${file}')`)
    const tests = TESTS.map((file) => `inFile('${file}', () => require('./${file}'))`)
    // Tests that are loaded again keep the code as it is, which has become fast by then.
    const apart = ({ path, resolveDir }) =>
      path.includes('/src/') ? { path: relative(resolve('.'), resolve(resolveDir, path)), external: true } : null
    const codeApart = { name: 'code', setup: ({ onResolve }) => onResolve({ filter: /\.ts$/ }, apart) }
    this.loadCode = new Function('require', 'code', 'Map', await bundled(code, [places]))
    this.loadTests = new Function('require', 'inFile', await bundled(tests, [codeApart, places]))
    this.loadAnew()
  }

  /** What code does when it is loaded is no doing of the tests: all that may be changed is loaded before them. */
  loadedCode() {
    const code = {}
    this.loadCode(real, code, KeptMap)
    loading = true
    for (const file of filesIn(CODE, '.ts')) code[file]()
    loading = false
    for (const each of kept) if (each.size > 0) kept.delete(each)
    return code
  }

  /**
   * All tests, or those of one file, defined anew. Much of what they look at is made when their file is loaded: for that each file has one more
   * test, which is that all others pass once they are loaded again.
   */
  loaded(code, only = null) {
    const tests = []
    let within = ''
    const known = new Map()
    const add = (name, run) => {
      const id = within + name
      known.set(id, (known.get(id) ?? 0) + 1)
      tests.push({ id: `${id} #${known.get(id)}`, run })
    }
    const it = (name, ...rest) =>
      add(
        name,
        rest.findLast((each) => typeof each === 'function'),
      )
    const each = (define) => (cases) => (name, run) => {
      for (const given of cases) define(name, () => (Array.isArray(given) ? run(...given) : run(given)))
    }
    it.each = each(add)
    const describe = (name, define) => {
      const outer = within
      within += `${name} › `
      define()
      within = outer
    }
    describe.each = each(describe)
    describe.skipIf = () => () => {}
    const own = {
      vitest: { describe, it, expect, expectTypeOf: typesOnly },
      'fast-check': { __esModule: true, default: { ...fc, assert } },
    }
    const inFile = (file, define) => {
      if (file !== (only ?? file)) return
      within = `${file} › `
      const again = async () => {
        for (const { id, run } of this.loaded(code, file)) if (!id.endsWith(AGAIN) && !drawing.has(id)) await run()
      }
      forgetAll()
      stryker.currentTestId = `${within}${AGAIN}`
      try {
        define()
      } catch (error) {
        add('is loaded', () => {
          throw error
        })
      }
      if (!isWhole({ id: stryker.currentTestId })) tests.push({ id: stryker.currentTestId, run: again })
      stryker.currentTestId = undefined
    }
    this.loadTests((name) => own[name] ?? code[name.replaceAll('\\', '/')]?.() ?? real(name), inFile)
    return tests
  }

  async dryRun() {
    const tests = []
    for (const test of this.tests) {
      const { id } = test
      if (!id.endsWith(AGAIN)) stryker.currentTestId = id
      const failureMessage = await this.failureOf(test)
      stryker.currentTestId = undefined
      tests.push({ id, name: id, status: failureMessage ? 1 : 0, failureMessage, timeSpentMs: this.spent.get(id) ?? 0 })
    }
    return { status: 'complete', tests, mutantCoverage: stryker.mutantCoverage }
  }

  async mutantRun(options) {
    const result = await this.resultOf(options)
    // What a mutant left behind, in values that tests share or that the code keeps, must not be what fails for the next.
    if (!result.failing || !(await this.failureOf(result.failing))) return result
    this.loadAnew()
    const again = await this.resultOf(options)
    this.loadAnew()
    return again
  }

  loadAnew() {
    this.code = this.loadedCode()
    this.tests = this.loaded(this.code)
  }

  async resultOf({ activeMutant, mutantActivation, testFilter, hitLimit }) {
    Object.assign(stryker, { hitCount: 0, hitLimit, activeMutant: activeMutant.id })
    const all = mutantActivation === 'static' ? this.loaded(this.loadedCode()) : this.tests
    const wanted = testFilter && new Set(testFilter)
    const [, folder] = /src[\\/](model|calc[\\/][^\\/]+)/.exec(activeMutant.fileName) ?? []
    const near = `test/${folder?.replace('\\', '/')}/`
    const isNear = ({ id }) => id.startsWith(near)
    const quickestFirst = all
      .filter(({ id }) => !wanted || wanted.has(id))
      .sort((one, other) => (this.spent.get(one.id) ?? 0) - (this.spent.get(other.id) ?? 0))
    const others = quickestFirst.filter((test) => !isNear(test) && !isWhole(test)).slice(0, OTHERS)
    const tests = [...quickestFirst.filter(isNear), ...others, ...quickestFirst.filter(isWhole).slice(0, COMMANDS)]
    try {
      for (const test of tests) {
        const failureMessage = await this.failureOf(test)
        const failing = { failing: test, nrOfTests: tests.length }
        if (stryker.hitCount > hitLimit) return { ...failing, status: 'timeout', reason: `reached ${hitLimit} times` }
        if (failureMessage === endless) return { ...failing, status: 'timeout', reason: `no end of ${test.id}` }
        if (failureMessage) return { ...failing, status: 'killed', killedBy: [test.id], failureMessage }
      }
      return { status: 'survived', nrOfTests: tests.length }
    } finally {
      Object.assign(stryker, { activeMutant: undefined, hitCount: undefined, hitLimit: undefined })
    }
  }

  async failureOf({ id, run }) {
    running = id
    forgetAll()
    const start = performance.now()
    const timeout = Math.ceil(PATIENCE.milliseconds + PATIENCE.times * (this.spent.get(id) ?? 1000))
    try {
      globalThis.runOne = run
      await oneTest.runInThisContext({ timeout })
      this.spent.set(id, performance.now() - start)
      return null
    } catch (error) {
      return error?.code === endless ? endless : String(error?.message || error)
    }
  }
}

/** Most tests are synchronous: nothing else ends one of them that has no end. */
const oneTest = new Script('runOne()')

export const strykerPlugins = [{ kind: 'TestRunner', name: 'in-process', factory: () => new InProcess() }]
