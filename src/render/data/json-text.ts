/** A number that is already written: it goes into the JSON digit for digit, through no binary float. */
export interface JsonNumber {
  readonly digits: string
}

export type JsonValue =
  | null
  | boolean
  | number
  | string
  | JsonNumber
  | readonly JsonValue[]
  | { readonly [key: string]: JsonValue }

export function jsonNumber(digits: string): JsonNumber {
  return { digits }
}

/**
 * JSON text, indented by two spaces, ending with a line break. Keys stay in the order in which they were given.
 *
 * JSON.stringify cannot write it: it knows numbers as binary floats only, and 9007199254740993 would become …992.
 */
export function jsonText(value: JsonValue): string {
  return `${textOf(value, '\n')}\n`
}

function textOf(value: JsonValue, lineBreak: string): string {
  if (typeof value === 'string') return jsonString(value)
  if (value === null || typeof value !== 'object') return String(value)
  if (isJsonNumber(value)) return value.digits
  return isList(value) ? listText(value, lineBreak) : mapText(value, lineBreak)
}

function listText(list: readonly JsonValue[], lineBreak: string): string {
  if (list.length === 0) return '[]'
  const inner = `${lineBreak}  `
  return `[${inner}${list.map((item) => textOf(item, inner)).join(`,${inner}`)}${lineBreak}]`
}

function mapText(map: { readonly [key: string]: JsonValue }, lineBreak: string): string {
  const entries = Object.entries(map)
  if (entries.length === 0) return '{}'
  const inner = `${lineBreak}  `
  const lines = entries.map(([key, item]) => `${jsonString(key)}: ${textOf(item, inner)}`)
  return `{${inner}${lines.join(`,${inner}`)}${lineBreak}}`
}

function isJsonNumber(value: object): value is JsonNumber {
  return 'digits' in value
}

function isList(value: object): value is readonly JsonValue[] {
  return Array.isArray(value)
}

/**
 * What a terminal would act on, and JSON.stringify leaves as it is: DEL, C1 controls, line separators, bidi marks; and
 * the second of two hashes, which begin a command to whatever reads the log of a pipeline (`##[error]`).
 */
const UNSAFE = /[\u007f-\u009f\u00ad\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb]|(?<=#)#/
const ALL_UNSAFE = new RegExp(UNSAFE, 'g')

function jsonString(text: string): string {
  const json = JSON.stringify(text)
  return UNSAFE.test(json) ? json.replace(ALL_UNSAFE, escaped) : json
}

function escaped(unsafe: string): string {
  return `\\u${unsafe.charCodeAt(0).toString(16).padStart(4, '0')}`
}
