import type { Language } from '../../model/figure.ts'
import type { Problem } from '../../model/problem.ts'
import { placeText, positionText } from '../figure/place-text.ts'
import { problemMessage, severityWord } from '../problem/problems.ts'
import { junitWords } from '../words/junit-words.ts'
import { junitText, type Outcome, type TestCase, type TestSuite } from './junit.ts'

export interface ProblemsJunitOptions {
  readonly lang: Language
  /** Paths of the files that were read, with a problem or without. */
  readonly files: readonly string[]
}

/**
 * Problems as JUnit XML: one suite a file, one case a code and place. An error is an `error`; a case that is only
 * warned of passes and says what of, as the exit code does. A file without a problem has one case, which passes.
 */
export function renderProblemsJunit(problems: readonly Problem[], { lang, files }: ProblemsJunitOptions): string {
  const byFile = new Map<string, Problem[]>(files.map((file) => [file, []]))
  for (const problem of problems) addTo(byFile, problem.at?.file ?? NO_FILE, problem)
  const suites = [...byFile].map(([file, found]) => ({
    name: file,
    cases: found.length > 0 ? problemCases(found, lang) : [cleanCase(file, lang)],
  }))
  return junitText('pva validate', suites)
}

/** The problems of a report in a suite of their own; none where there are none. */
export function problemSuites(problems: readonly Problem[], lang: Language): TestSuite[] {
  return problems.length === 0 ? [] : [{ name: 'problems', cases: problemCases(problems, lang) }]
}

/** What is about no place in a file. */
const NO_FILE = 'input'

function cleanCase(file: string, lang: Language): TestCase {
  return { name: junitWords[lang].noProblems, classname: file, outcome: { kind: 'passed' } }
}

function problemCases(problems: readonly Problem[], lang: Language): TestCase[] {
  const byPlace = new Map<string, Problem[]>()
  for (const problem of problems) addTo(byPlace, `${problem.at?.file}\n${caseName(problem)}`, problem)
  return [...byPlace.values()].flatMap((same) => {
    const [first] = same
    if (!first) return []
    return [{ name: caseName(first), classname: first.at?.file ?? NO_FILE, outcome: outcomeOf(first, same, lang) }]
  })
}

function addTo(groups: Map<string, Problem[]>, key: string, problem: Problem): void {
  const group = groups.get(key)
  if (group) group.push(problem)
  else groups.set(key, [problem])
}

function caseName({ code, at }: Problem): string {
  return at ? `${code} ${positionText(at)}` : code
}

function outcomeOf(first: Problem, same: readonly Problem[], lang: Language): Outcome {
  const body = same.map((problem) => problemBody(problem, lang)).join('\n\n')
  if (first.severity === 'warning') return { kind: 'passed', note: body }
  return { kind: 'error', type: first.code, message: problemMessage(first, lang).message, body }
}

function problemBody(problem: Problem, lang: Language): string {
  const { message, remedy } = problemMessage(problem, lang)
  const place = problem.at ? `${placeText(problem.at)} ` : ''
  return `${place}${severityWord(problem.severity, lang)} ${problem.code}: ${message}\n${remedy}`
}
