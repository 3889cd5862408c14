import { safeText } from '../figure/safe-text.ts'

/** An element of XML; text may only be the child of one that has no other children. */
export interface XmlElement {
  readonly name: string
  readonly attributes: Readonly<Record<string, string | number>>
  readonly children: readonly XmlElement[] | string
}

/** A document of XML 1.0, indented by two spaces, ending with a line break. */
export function xmlText(root: XmlElement): string {
  const lines = ['<?xml version="1.0" encoding="UTF-8"?>']
  write(root, '', lines)
  return `${lines.join('\n')}\n`
}

function write({ name, attributes, children }: XmlElement, indent: string, lines: string[]): void {
  const stated = Object.entries(attributes).map(([key, value]) => ` ${key}="${attributeText(String(value))}"`)
  const head = `${indent}<${name}${stated.join('')}`
  if (children.length === 0) lines.push(`${head}/>`)
  else if (typeof children === 'string') lines.push(`${head}>${contentText(children)}</${name}>`)
  else {
    lines.push(`${head}>`)
    for (const child of children) write(child, `${indent}  `, lines)
    lines.push(`${indent}</${name}>`)
  }
}

/** Line breaks in an attribute are references, which no parser turns into blanks. */
function attributeText(text: string): string {
  return contentText(text).replaceAll('\n', '&#10;')
}

/** Our own line breaks stay; what XML does not allow, a terminal would act on, or nobody sees is written out. */
function contentText(text: string): string {
  const lines = text.split('\n').map(safeText)
  return lines
    .join('\n')
    .replace(/[&<>"']/g, entity)
    .replace(/[\ufffe\uffff]/g, writtenOut)
}

function entity(sign: string): string {
  return ENTITIES.get(sign) ?? sign
}

const ENTITIES: ReadonlyMap<string, string> = new Map(
  Object.entries({
    '&': '&amp;',
    '<': '&lt;',
    '>': '&gt;',
    '"': '&quot;',
    "'": '&#39;',
  }),
)

/** Characters of Unicode that XML 1.0 has no place for. */
function writtenOut(character: string): string {
  return `\\u{${character.charCodeAt(0).toString(16)}}`
}
