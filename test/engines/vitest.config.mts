import { mergeConfig } from 'vitest/config'
import config from '../../vitest.config.mts'

/** Tests that start servers: `npm run test:engines`. */
const ofEngines = mergeConfig(config, { test: { hookTimeout: 120_000, maxWorkers: 1 } })
ofEngines.test.include = ['test/engines/*.engine.ts']

export default ofEngines
