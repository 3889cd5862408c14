import { GLUE } from '../figure/format.ts'

/** Text that Markdown shows as it is: no markup, no HTML, no formula, no mention of a user or an issue. */
export function inMarkdown(text: string): string {
  return (
    text
      .replace(/[\\`*_[\]|~]/g, '\\$&')
      .replace(/[&<>@#$]/g, entity)
      .replace(/^([-+]|\d{1,9}(?=[.)]))(?=[.)]?\s)/, listMark)
      .replaceAll('\n', '<br>')
      .replaceAll(GLUE, ' ')
      // Where a text ends in an address, a quote behind it would become part of that, were it no entity.
      .replace(/”$/, '&rdquo;')
  )
}

/** Those of HTML by their names: an address may stand before one, and its end is only told from a name. */
function entity(sign: string): string {
  return { '&': '&amp;', '<': '&lt;', '>': '&gt;' }[sign] ?? `&#${sign.charCodeAt(0)};`
}

/** At its start a text could begin a list. */
const listMark = (mark: string): string => (/\d/.test(mark) ? `${mark}\\` : `\\${mark}`)
