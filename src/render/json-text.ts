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
  const parts: string[] = []
  write(value, '\n', parts)
  parts.push('\n')
  return parts.join('')
}

function write(value: JsonValue, lineBreak: string, parts: string[]): void {
  if (typeof value === 'string') parts.push(jsonString(value))
  else if (value === null || typeof value !== 'object') parts.push(String(value))
  else if (isJsonNumber(value)) parts.push(value.digits)
  else if (isList(value)) writeList(value, lineBreak, parts)
  else writeMap(value, lineBreak, parts)
}

function writeList(list: readonly JsonValue[], lineBreak: string, parts: string[]): void {
  if (list.length === 0) return void parts.push('[]')
  const inner = `${lineBreak}  `
  list.forEach((item, index) => {
    parts.push(index === 0 ? '[' : ',', inner)
    write(item, inner, parts)
  })
  parts.push(lineBreak, ']')
}

function writeMap(map: { readonly [key: string]: JsonValue }, lineBreak: string, parts: string[]): void {
  const entries = Object.entries(map)
  if (entries.length === 0) return void parts.push('{}')
  const inner = `${lineBreak}  `
  entries.forEach(([key, item], index) => {
    parts.push(index === 0 ? '{' : ',', inner, jsonString(key), ': ')
    write(item, inner, parts)
  })
  parts.push(lineBreak, '}')
}

function isJsonNumber(value: object): value is JsonNumber {
  return 'digits' in value && typeof value.digits === 'string' && Object.keys(value).length === 1
}

function isList(value: object): value is readonly JsonValue[] {
  return Array.isArray(value)
}

/** What a terminal would act on, and JSON.stringify leaves as it is: DEL, C1 controls, line separators, bidi marks. */
const UNSAFE = /[\u007f-\u009f\u00ad\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb]/g

function jsonString(text: string): string {
  return JSON.stringify(text).replace(UNSAFE, (unsafe) => `\\u${unsafe.charCodeAt(0).toString(16).padStart(4, '0')}`)
}
