import { suitesIn, tallied } from './suites.ts'

/* Prints the table of docs/testing.md, and below it what was refused and why, and what is wrong. */

const told: string[] = []
console.log('| suite | cases | read | refused | wrong | crash | hang |\n|---|---:|---:|---:|---:|---:|---:|')
for (const suite of suitesIn(process.argv[2] ?? null)) {
  const { count, reasons, faults } = await tallied(suite)
  const { read, refused, wrong, crash, hang } = count
  console.log(`| ${[suite.name, suite.cases.length, read, refused, wrong, crash, hang].join(' | ')} |`)
  const why = [...reasons].sort(([, a], [, b]) => b - a).map(([reason, number]) => `${reason} ${number}`)
  if (why.length > 0) told.push(`${suite.name}, refused: ${why.join(' · ')}`)
  told.push(...faults.map((fault) => `${suite.name}, ${fault}`))
}
console.log(`\n${told.join('\n')}`)
