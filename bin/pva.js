#!/usr/bin/env node
const { existsSync } = require('node:fs')
const { join } = require('node:path')

const program = join(__dirname, '../dist/pva.cjs')

if (existsSync(program)) {
  // From Node 22.1 on what was compiled is kept for the next run, in the folder for temporary files.
  require('node:module').enableCompileCache?.()
  require(program)
} else {
  process.stderr.write('pva: not built yet. Run `npm ci` in its folder.\n')
  process.exitCode = 70
}
