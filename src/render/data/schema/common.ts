import * as v from 'valibot'
import { countedThings } from '../../../model/indicator.ts'
import { problemSeverities } from '../../../model/problem.ts'

/**
 * The parts that the JSON outputs have in common. These schemas describe what the renderers write and are not loaded
 * when they do: JSON Schemas are made from them, and tests hold every output to those.
 */

export function described<Schema extends v.GenericSchema>(schema: Schema, description: string) {
  return v.pipe(schema, v.description(description))
}

export const text = (description: string) => described(v.string(), description)
export const textOrNull = (description: string) => described(v.nullable(v.string()), description)

export const number = (description: string) => described(v.number(), description)
export const numberOrNull = (description: string) => described(v.nullable(v.number()), description)

export const yesOrNo = (description: string) => described(v.boolean(), description)
export const yesOrNoOrNull = (description: string) => described(v.nullable(v.boolean()), description)

/** How many, from 0. */
export const tally = (description: string) => described(v.pipe(v.number(), v.integer(), v.minValue(0)), description)
export const tallyOrNull = (description: string) =>
  described(v.nullable(v.pipe(v.number(), v.integer(), v.minValue(0))), description)

/** A line or column, from 1. */
export const position = (description: string) => described(v.pipe(v.number(), v.integer(), v.minValue(1)), description)
export const positionOrNull = (description: string) =>
  described(v.nullable(v.pipe(v.number(), v.integer(), v.minValue(1))), description)

/** One of some words of the model. */
export const word = <const Words extends readonly [string, ...string[]]>(words: Words, description: string) =>
  described(v.picklist(words), description)
export const wordOrNull = <const Words extends readonly [string, ...string[]]>(words: Words, description: string) =>
  described(v.nullable(v.picklist(words)), description)

const dayText = () => v.pipe(v.string(), v.regex(/^\d{4}-\d{2}-\d{2}$/))
export const day = (description: string) => described(dayText(), description)
export const dayOrNull = (description: string) => described(v.nullable(dayText()), description)

export const list = <Item extends v.GenericSchema>(item: Item, description: string) =>
  described(v.array(item), description)

export const percentageText = 'A percentage: 118.26875, not 1.1826875.'

export const name = (description: string) => described(nameEntries(), description)
export const nameOrNull = (description: string) => described(v.nullable(nameEntries()), description)

function nameEntries() {
  return v.strictObject({ vi: text('In Vietnamese.'), en: text('In English.') })
}

/** What a rate is measured under. */
export const measurement = {
  standard: textOrNull('The poverty standard or definition; null: not stated.'),
  measured: wordOrNull(countedThings, 'Whether households or persons are counted; null: not stated.'),
  method: textOrNull('How it is measured; null: not stated.'),
}

/** Bounds of a number that is known only as printed. */
const interval = (description: string) =>
  described(
    v.strictObject({
      low: number('The lower bound.'),
      lowOpen: yesOrNo('Whether the lower bound itself is outside.'),
      high: number('The upper bound.'),
      highOpen: yesOrNo('Whether the upper bound itself is outside.'),
    }),
    description,
  )

export const intervalOrNull = (description: string) => described(v.nullable(interval(description)), description)

/** Where something stands; `placeJson` writes it. */
export const sheetAndCell = {
  sheet: textOrNull('The sheet of a workbook; null: the file is none.'),
  cell: textOrNull('The cell of that sheet, `D3`; null: the file is no workbook.'),
}

const problemCodes = Object.keys(problemSeverities) as [string, ...string[]]
const severities = [...new Set(Object.values(problemSeverities))] as [string, ...string[]]

const problem = described(
  v.strictObject({
    code: word(problemCodes, 'Which problem it is; docs/problems.md explains each.'),
    severity: word(severities, '`error`: something could not be read. `warning`: a fact is doubtful.'),
    file: textOrNull('The file, as it was named or found; null: about no file.'),
    line: positionOrNull('The line, from 1.'),
    column: positionOrNull('The column, from 1, in UTF-16 units as editors count.'),
    ...sheetAndCell,
    message: text('What is the case, in the language of the run.'),
    remedy: text('What to write instead, in the language of the run.'),
  }),
  'Something that is wrong or doubtful in an input.',
)

/** An indicator that a problem kept out. */
export const leftOut = v.strictObject({
  id: text('The id of the indicator.'),
  code: wordOrNull(problemCodes, 'The first problem that kept it out; null: it is not known which.'),
  file: textOrNull('The file of that problem; null: about no file.'),
  line: positionOrNull('The line, from 1.'),
  column: positionOrNull('The column, from 1, in UTF-16 units as editors count.'),
})

export const problems = list(problem, 'Every problem of every input, by file and line.')

const inputFile = described(
  v.strictObject({
    file: text('The file, as it was named or found.'),
    sha256: described(v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/)), 'The SHA-256 of its bytes, in hexadecimal.'),
    bytes: tally('How many bytes it has.'),
  }),
  'An input file as it was when it was read.',
)

export const inputs = list(inputFile, 'Every file that was read.')

/** The name and version of a format: keys are never removed or retyped within one. */
export const format = <const Name extends string>(name: Name) =>
  described(v.literal(name), 'The format of this object. Within a version keys are only ever added.')
