/** Markup in which every text from outside has been escaped. Only `html` makes it. */
export interface Markup {
  readonly markup: string
}

/** What may stand in a template; null and false leave nothing. */
export type Content = Markup | string | number | null | false | readonly Content[]

/** A piece of a page: the template is markup, whatever is put into it is text unless it is markup already. */
export function html(template: TemplateStringsArray, ...contents: readonly Content[]): Markup {
  const pieces = template.map((literal, index) => literal + (index < contents.length ? inMarkup(contents[index]) : ''))
  return { markup: pieces.join('') }
}

function inMarkup(content: Content | undefined): string {
  if (content === undefined || content === null || content === false) return ''
  if (typeof content === 'string') return escaped(content)
  if (typeof content === 'number') return String(content)
  return 'markup' in content ? content.markup : content.map(inMarkup).join('')
}

/** Fit for the text of an element and for an attribute in double quotes. */
const escaped = (text: string): string => text.replace(/[&<>"']/g, (sign) => ENTITIES.get(sign) ?? sign)

const ENTITIES: ReadonlyMap<string, string> = new Map(
  Object.entries({
    '&': '&amp;',
    '<': '&lt;',
    '>': '&gt;',
    '"': '&quot;',
    "'": '&#39;',
  }),
)
