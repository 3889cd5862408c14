/** `text` without the `sign`s at its end. A regular expression would begin anew at each sign of a long row of them. */
export function withoutTrailing(text: string, sign: string): string {
  let end = text.length
  while (end > 0 && text[end - 1] === sign) end--
  return text.slice(0, end)
}
