// Tells the process that started this one what it took.
const { writeSync } = require('node:fs')

process.on('exit', () => {
  const { userCPUTime, systemCPUTime, maxRSS } = process.resourceUsage()
  writeSync(3, `${(userCPUTime + systemCPUTime) / 1e6} ${maxRSS / 1024}`)
})
