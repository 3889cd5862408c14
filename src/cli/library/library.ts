import { audited } from '../../calc/audit/audit.ts'
import { notations, notationWith } from '../../model/notation.ts'
import { parseAskedPeriod, parseDay } from '../../model/period.ts'
import { type Asked, targetChoices } from '../../model/report.ts'
import { auditFormats, auditOf } from '../command/audit.ts'
import { reportFormats } from '../command/report.ts'
import type { CommonFlags } from '../help/options.ts'
import { type Loaded, type ReadInputs, readyToCalculate } from '../input/load.ts'
import { type LoadedClaims, loadedClaims } from '../input/load-claims.ts'
import { type Formats, writtenIn } from '../output/formats.ts'
import type { Output, World } from '../world.ts'
import type * as published from './published.ts'

/** What was read, behind what is handed out. */
interface Reading {
  readonly calculate: (asked: Asked) => Promise<Loaded>
  readonly claims: LoadedClaims
}
const readings = new WeakMap<object, Reading>()
/** How a document that was handed out is written. */
const writers = new WeakMap<
  object,
  (format: published.Format, options?: published.RenderOptions) => Promise<string | Uint8Array>
>()

const nobody: Output = { isTTY: false, columns: undefined, write: async () => {} }
/** What a run may depend on besides files: nothing. */
const nowhere: World = {
  env: {},
  cwd: '/',
  today: () => '',
  stdout: nobody,
  stderr: nobody,
  stdin: async () => new Uint8Array(),
  onInterrupt: () => () => {},
  guardedFolder: async () => () => {},
  shipped: () => '',
  page: nobody.write,
}

export const read: typeof published.read = async (files, { folder = process.cwd(), ...options } = {}) => {
  const { numbers: asked, ...others } = options
  const numbers = typeof asked === 'object' ? notationWith(asked.group ?? '', asked.decimal) : (asked ?? null)
  if (typeof asked === 'string') oneOf('numbers', asked, notations)
  else if (asked && !numbers) throw new RangeError(`numbers: ${JSON.stringify(asked)}`)
  const args = typeof files === 'string' ? [files] : files
  const world = { ...nowhere, cwd: folder }
  const calculate = await readyToCalculate(
    args,
    world,
    { ...others, ...(numbers && { numbers }) },
    { showsPlaces: true },
  )
  const claims = await loadedClaims(args, numbers, world)
  const inputs = { files: [...claims.contents.keys()] }
  readings.set(inputs, { calculate, claims })
  return inputs
}

export const report: typeof published.report = async (inputs, options = {}) => {
  const load = await readingOf(inputs).calculate(askedBy(options))
  return documentOf(reportFormats, { report: load.report, sections: ['completion', 'poverty'], detail: false }, load)
}

export const audit: typeof published.audit = async (inputs, { unread = false } = {}) => {
  const { claims } = readingOf(inputs)
  return documentOf(auditFormats, auditOf(claims, audited(claims.claims), { unread }), claims)
}

export const render = (async (document, format, options) => {
  const write = writers.get(document)
  if (!write) throw new TypeError('render takes what report or audit returned')
  return write(format, options)
}) as typeof published.render

function readingOf(inputs: published.Inputs): Reading {
  const reading = readings.get(inputs)
  if (!reading) throw new TypeError('report and audit take what read returned')
  return reading
}

async function documentOf<Result, Document extends object>(
  formats: Formats<Result, CommonFlags>,
  result: Result,
  load: ReadInputs,
): Promise<Document> {
  const written = (format: published.Format, options?: published.RenderOptions) =>
    writtenIn(formats, result, load, { color: 'never', ...options, format } as CommonFlags, nowhere)
  const document = JSON.parse(String(await written('json'))) as Document
  writers.set(document, async (format, options) => {
    const whole = await written(oneOf('format', format, [...formats.keys()] as published.Format[]), options)
    return whole instanceof Uint8Array ? whole : String(whole)
  })
  return document
}

function askedBy({ asOf, period, targets = 'revised' }: published.ReportOptions): Asked {
  if (asOf !== undefined && period !== undefined) throw new RangeError('asOf and period exclude each other')
  return {
    asOf: readBy(parseDay, 'asOf', asOf),
    period: readBy(parseAskedPeriod, 'period', period),
    targets: oneOf('targets', targets, targetChoices),
  }
}

function readBy<T>(parse: (text: string) => T | null | undefined, name: string, text: string | undefined): T | null {
  const value = text === undefined ? null : parse(text)
  if (value === undefined || (value === null && text !== undefined)) throw new RangeError(`${name}: ${text}`)
  return value
}

function oneOf<Word extends string>(name: string, word: Word, words: readonly Word[]): Word {
  if (!words.includes(word)) throw new RangeError(`${name}: ${word}. ${words.join(', ')} are possible.`)
  return word
}
