import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { parse } from 'yaml'
import { readInput } from '../../../src/read/input.ts'
import { draftOf } from '../../../src/render/draft/draft.ts'
import { ROOT } from '../../support/folder.ts'
import { readProse } from '../../support/prose-truth.ts'

interface Drafted {
  readonly type?: string
  readonly target: unknown
  readonly of_which?: readonly Drafted[]
}

const text =
  /^```text ha-nam-interview\.txt\n(.*?)^```$/ms.exec(readFileSync(join(ROOT, 'docs/audit.md'), 'utf8'))?.[1] ?? ''
const { claims, prose } = readProse(text)
if (!prose) throw new Error('the interview cannot be read')
const source = { file: 'interview.txt', notation: 'vi' as const, claims, prose }
const draft = draftOf('plan', source, 'en')
const problemsIn = (written: string) =>
  readInput({ path: 'plan.yaml', bytes: new TextEncoder().encode(written), named: true }).problems.map(
    ({ code }) => code,
  )

it('drafts of the interview the plan that was made by hand: thirteen indicators and six tasks, none invented', () => {
  const byHand = parse(readFileSync(join(ROOT, 'plans/ha-nam/2018-plan.yaml'), 'utf8')).indicators as Drafted[]
  const flat = (indicators: readonly Drafted[]): Drafted[] =>
    indicators.flatMap((each) => [each, ...flat(each.of_which ?? [])])
  const [drafted, made] = [flat(parse(draft).indicators), flat(byHand)]
  const tasks = (all: readonly Drafted[]) => all.filter(({ type }) => type === 'task').length
  expect([drafted.length - tasks(drafted), tasks(drafted)]).toEqual([13, 6])
  expect([made.length - tasks(made), tasks(made)]).toEqual([13, 6])
  // What both say in figures is the same, number by number.
  const sorted = (numbers: readonly string[]) =>
    numbers.map((each) => Number(each.replace(',', '.'))).sort((a, b) => a - b)
  const byMachine = claims.flatMap(({ figures, said }) => (said?.isAim && figures.target ? [figures.target.text] : []))
  const numbersOf = (target: unknown) => JSON.stringify(target).match(/\d[\d.,]*\d|\d/g) ?? []
  expect(sorted(byMachine.map((text) => text.replace('%', '')))).toEqual(
    sorted(made.flatMap(({ type, target }) => (type === 'task' ? [] : numbersOf(target)))),
  )
  for (const number of byMachine) expect(draft).toContain(number.replace('%', ''))
})

it('leaves to a person whether points are meant and which way a share is better, which `validate` asks about until it is answered', () => {
  expect(problemsIn(draft)).toEqual(['left-open', 'left-open'])
  const answered = draft
    .replace("reduce_by: '?'", 'reduce_by: 0,3 pp')
    .replace(/target: '\?'( #[^\n]*)/, (_, comment) => `target:\n      at_least: 100${comment}`)
  expect(problemsIn(answered)).toEqual([])
})

it('drafts claims that are the same when they are read again', () => {
  const drafted = draftOf('claims', source, 'vi').replace("source: '?'", 'source: Báo Dân sinh')
  const again = readInput({ path: 'claims.yaml', bytes: new TextEncoder().encode(drafted), named: true })
  expect(again.problems).toEqual([])
  const figures = (of: typeof claims) =>
    of.map((claim) =>
      Object.entries(claim.figures)
        .map(([key, { text: written }]) => `${key} ${written}`)
        .sort(),
    )
  expect(figures(again.claims)).toEqual(figures(claims.filter(({ said }) => !said?.isAim)))
})
