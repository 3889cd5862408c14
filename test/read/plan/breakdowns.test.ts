import { expect, it } from 'vitest'
import { read } from '../support.ts'

it.each([
  ['area', 'f'],
  ['status', 'f'],
  ['sex', 'whole'],
  ['sex', 'skip'],
])('a breakdown %s with a group %s is refused: in tables the words mean something else', (breakdown, group) => {
  const { plans, problems } = read(`kind: plan
id: p
title: Plan
period: 2018
breakdowns: { ${breakdown}: [${group}] }
indicators: [{ id: jobs, name: Jobs, target: 100 }]
`)
  expect(plans).toEqual([])
  expect(problems.map(({ code }) => code)).toEqual(['bad-value'])
})
