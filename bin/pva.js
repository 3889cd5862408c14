#!/usr/bin/env node
require('./launch.js').launch(require.resolve('../dist/pva.cjs'))
