import { createRequire } from 'node:module'
import { displayWidth } from '../../src/render/figure/safe-text.ts'

/*
 * As in the build (esbuild.config.mjs), the library of tables measures texts with our own width: it is read before any
 * test reads the library.
 */
const require = createRequire(import.meta.url)
const path = require.resolve('string-width', { paths: [require.resolve('cli-table3')] })
require.cache[path] = Object.assign(new (require('node:module'))(path), { exports: displayWidth, loaded: true })
