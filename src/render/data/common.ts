import type { Exact } from '../../model/exact.ts'
import { cellOf, type Language, type Name, type Place } from '../../model/figure.ts'
import * as model from '../../model/indicator.ts'
import { formatDay } from '../../model/period.ts'
import type { Interval } from '../../model/poverty-rate.ts'
import { type Problem, problemSeverities } from '../../model/problem.ts'
import { type InputFile, type Partial, type PlanReport, partialUnits } from '../../model/report.ts'
import { type DatabaseRead, databaseEngines } from '../../model/source.ts'
import { dayOf } from '../figure/format.ts'
import type { Long } from '../figure/pieces.ts'
import { problemMessage } from '../problem/problems.ts'
import {
  behind,
  constant,
  day,
  ends,
  inJson,
  type Kind,
  list,
  number,
  numberOr,
  oneOrEnds,
  position,
  sha256,
  tally,
  text,
  word,
  yesOrNo,
} from './kinds.ts'
import { column, field, group, inside, optional, type Parts, record } from './record.ts'

/* What several documents hold. */

export const percentage = 'A percentage: 118.26875, not 1.1826875.'

export const name = record<Name>('', [field('vi', text, 'In Vietnamese.'), field('en', text, 'In English.')])

/** What a rate is measured under. */
export const measurement = group<model.Measurement>([
  field('standard?', text, 'The poverty standard or definition; null: not stated.'),
  field('measured?', word(model.countedThings), 'Whether households or persons are counted; null: not stated.'),
  field('method?', text, 'How it is measured; null: not stated.'),
])

export const partial = record<Partial>('', [
  field('of', word(partialUnits), 'What some are missing of.'),
  field('reported', tally, 'How many have reported.'),
  field('expected', tally, 'How many there are.'),
])

/** Bounds of a number that is known only as printed. */
export const interval = (bound: Kind<Exact>) =>
  record<Interval>('', [
    field('low', bound, 'The lower bound.'),
    field('lowOpen', inJson(yesOrNo), 'Whether the lower bound itself is outside.'),
    field('high', bound, 'The upper bound.'),
    field('highOpen', inJson(yesOrNo), 'Whether the upper bound itself is outside.'),
  ])

const thresholdTarget = record<model.ThresholdTarget>('', [
  field('kind', word(model.thresholdKinds), 'Which side of the value meets the target.'),
  field('value', number, 'The number to be reached, or not to be passed.'),
])
const changeTarget = record<model.ChangeTarget>('', [
  field('kind', word(model.changeKinds), 'Which way it is to change from the baseline.'),
  'By how much, above zero; the two ends of a planned range.',
  field('value', oneOrEnds, ({ by }) => (model.isRange(by) ? [by.low, by.high] : [by])),
  'There where the change is meant for each year of the plan.',
  optional(
    ({ perYear }) => perYear,
    field('per', constant('year'), () => true),
  ),
  'There where the change is per cent of the baseline.',
  optional(
    ({ ofBaseline }) => ofBaseline,
    field('of', constant('baseline'), () => true),
  ),
])
const rangeTarget = record<model.BetweenTarget>('', [
  field('kind', constant('between'), 'Met inside a range, its ends included.'),
  field('value', ends, 'The two ends of the range.', ({ range }) => [range.low, range.high]),
  field('direction?', word(model.directions), 'Where beyond the range is better than inside; null: on neither side.'),
])
const dateTarget = record<model.DateTarget>('', [
  field('kind', constant('by'), 'Met on a day or before it.'),
  field('value', day, 'The day by which it is to be done.', ({ value }) => dayOf(value)),
])
const task = record<model.DoneTarget>('', [
  field('kind', constant('done'), 'A task that is to be done, or what is to be reached in words.'),
  "There where a state of the plan's own meets it, or a text says what is to be reached; in English.",
  optional(
    ({ state }) => state !== undefined,
    field('value', text, ({ state }) => state?.en ?? ''),
  ),
])

/** In CSV one number, or the ends of a range. */
export const target: Kind<model.StatedTarget> = {
  ...record<model.StatedTarget>('', [
    column('kind', text, (stated) => stated.target.kind),
    column('value', numberOr(text), ({ target: each }) =>
      each.kind === 'by' ? formatDay(dayOf(each.value)) : each.kind === 'done' ? each.state?.en : numbersOf(each).value,
    ),
    column('low', number, (stated) => numbersOf(stated.target).low),
    column('high', number, (stated) => numbersOf(stated.target).high),
  ]),
  schema: { oneOf: [thresholdTarget, changeTarget, rangeTarget, dateTarget, task].map(({ schema }) => schema) },
  json: ({ target: each }, line) => {
    if (each.kind === 'done') return task.json(each, line)
    if (each.kind === 'by') return dateTarget.json(each, line)
    if (each.kind === 'between') return rangeTarget.json(each, line)
    return model.isChangeTarget(each) ? changeTarget.json(each, line) : thresholdTarget.json(each, line)
  },
}

/** What else a target says, in a column each. */
export const targetTerms = group<model.Target>([
  column('target_direction', text, (each) => (each.kind === 'between' ? each.direction : null)),
  column('target_per', text, (each) => ('by' in each && each.perYear ? 'year' : null)),
  column('target_of', text, (each) => ('by' in each && each.ofBaseline ? 'baseline' : null)),
])

function numbersOf(each: model.Target): { value?: Exact; low?: Exact; high?: Exact } {
  if (each.kind === 'done' || each.kind === 'by') return {}
  if (each.kind === 'between') return each.range
  if (!model.isChangeTarget(each)) return { value: each.value }
  return model.isRange(each.by) ? each.by : { value: each.by }
}

const columnDescription = 'The column, from 1, in UTF-16 units as editors count.'

export const sheetAndCell = group<Place>([
  field('sheet?', text, 'The sheet of a workbook; null: the file is none.'),
  field('cell?', text, 'The cell of that sheet, `D3`; null: the file is no workbook.', cellOf),
])

/** Where something stands: all null, it is about no place. */
export const placeOrNull = (description: string) =>
  group<Place>([
    field('file?', text, description),
    field('line?', position, 'The line, from 1.'),
    field('column?', position, columnDescription),
  ])

/** Of what stands in a file for sure. */
export const place = (description = columnDescription) =>
  group<Place>([
    field('file', text, 'The file it stands in.'),
    field('line', position, 'The line, from 1.'),
    field('column', position, description),
  ])

const problemCodes = Object.keys(problemSeverities) as Problem['code'][]

const severities = [...new Set(Object.values(problemSeverities))]

const problem = record<Problem & ReturnType<typeof problemMessage>>(
  'Something that is wrong or doubtful in an input.',
  [
    field('code', word(problemCodes), 'Which problem it is; docs/problems.md explains each.'),
    field('severity', word(severities), '`error`: something could not be read. `warning`: a fact is doubtful.'),
    inside(({ at }) => at, [placeOrNull('The file, as it was named or found; null: about no file.'), sheetAndCell]),
    field('message', text, 'What is the case, in the language of the run.'),
    field('remedy', text, 'What to write instead, in the language of the run.'),
  ],
)

/** An indicator that a problem kept out. */
interface LeftOut {
  readonly id: string
  readonly because: Problem | null
}

export const leftOutParts = group<LeftOut>([
  field('id', text, 'The id of the indicator.'),
  'The first problem that kept it out; null: it is not known which.',
  field('code?', word(problemCodes), ({ because }) => because?.code),
  inside(({ because }) => because?.at, [placeOrNull('The file of that problem; null: about no file.')]),
])

export const leftOutOf = ({
  leftOut,
  leftOutBecause,
}: Pick<PlanReport, 'leftOut' | 'leftOutBecause'>): readonly LeftOut[] =>
  leftOut.map((id) => ({ id, because: leftOutBecause.get(id) ?? null }))

/** The indicators that a problem kept out of a plan. */
export const leftOut = group<Pick<PlanReport, 'leftOut' | 'leftOutBecause'>>([
  field('leftOut', list(text), 'Ids of indicators that a problem kept out.'),
  'Why: the first problem that kept each of them out.',
  field('leftOutBecause', list(record('', [leftOutParts])), leftOutOf),
])

const databaseRead = record<DatabaseRead>('The table of a database as it was when it was read.', [
  field('engine', word(databaseEngines), 'What the server is.'),
  field('host', text, 'The server.'),
  field('port', tally, 'The port on which the server answers.'),
  field('database', text, 'The database.'),
  field('table', text, 'The table, with its schema.'),
  field('rows', tally, 'How many rows it had.'),
  field('at', text, 'When it was read, by the clock of the server, in UTC.'),
])

const inputFile = record<InputFile>('An input as it was when it was read.', [
  field('file', text, 'The file, as it was named or found; of a database the source and the table.'),
  field('sha256?', sha256, 'The SHA-256 of its bytes, in hexadecimal; null: of a database.'),
  field('bytes?', tally, 'How many bytes it has; null: of a database.'),
  optional(
    ({ database }) => database !== undefined,
    field(
      'database',
      databaseRead,
      'Where it was read, if that is a database.',
      ({ database }) => database as DatabaseRead,
    ),
  ),
])

/** What every document tells of its run. */
export interface JsonContext {
  readonly problems: readonly Problem[]
  /** false when an error kept something out. */
  readonly complete: boolean
  readonly inputs: readonly InputFile[]
  /** Of the words of problems, reasons and sources; names are always in both languages. */
  readonly lang: Language
}

/**
 * A document that programs read: one JSON object. `format` names it and its version, within which keys are only ever
 * added.
 */
export function jsonDocument<Result>(command: string, description: string, parts: Parts<Result & JsonContext>) {
  const format = `pva.${command}/1`
  const { schema, json } = record<Result & JsonContext>(description, [
    'The format of this object. Within a version keys are only ever added.',
    field('format', constant(format), () => format),
    ...parts,
    'Every problem of every input, by file and line.',
    field('problems', list(problem), ({ problems, lang }) =>
      problems.map((each) => ({ ...each, ...problemMessage(each, lang) })),
    ),
    field('inputs', list(inputFile), 'Every file that was read.', ({ inputs }) => inputs),
  ])
  return {
    schema: { $schema: 'https://json-schema.org/draft/2020-12/schema', title: `pva ${command}`, ...schema },
    /** Two spaces a level, and a line break at the end. */
    json: (result: Result, context: JsonContext): Long => behind('', json({ ...result, ...context }, '\n'), '\n'),
  }
}
