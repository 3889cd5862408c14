import { type AuditedClaim, type Claim, claimFigureKeys, type ReadProse } from '../../../model/claim.ts'
import { type Format, GLUE } from '../../figure/format.ts'
import { placeText } from '../../figure/place-text.ts'
import { safeText } from '../../figure/safe-text.ts'
import { auditWordsOf } from '../../words/words.ts'
import { type Block, columnsOf, tableBlock } from '../document.ts'
import { printedText } from './audit-reason.ts'

/** The sentence of a claim with the figures that were read in brackets. */
export function markedText({ text, said }: Claim): string {
  let [marked, from] = ['', 0]
  for (const { start, end } of said?.marks ?? []) {
    marked += `${text?.slice(from, start)}[${text?.slice(start, end)}]`
    from = end
  }
  return marked + (text ?? '').slice(from)
}

/** `new jobs, 2017: actual 18,923; completion 118%`: what a sentence was understood as; empty where nobody had to. */
export function understoodText({ said, figures, parts, direction, verdict, unit }: Claim, format: Format): string {
  if (!said) return ''
  const { inputs, outcomes, columns, directions, ofPlan, ratio, readAs } = auditWordsOf(format.words.lang)
  const { target } = figures
  const named = [
    ...claimFigureKeys.flatMap((key) => (figures[key] ? [`${inputs[key]} ${printedText(figures[key], format)}`] : [])),
    parts.length > 0 && `${inputs.parts} ${parts.map((part) => printedText(part, format)).join(' + ')}`,
    said.ratio && `${ratio} ${printedText(said.ratio, format)}`,
    direction && direction !== 'between' && directions[direction],
    verdict && `${columns.verdict.toLowerCase()} ${outcomes[verdict.word]}`,
    said.targetOf &&
      target &&
      ofPlan(safeText(`${said.targetOf.plan}/${said.targetOf.indicator}`), placeText(target.at)),
  ].filter((part) => part)
  const about = [said.subject, unit?.[format.words.lang], said.period].filter((part) => part)
  return `${readAs} ${safeText(about.join(', '))}: ${named.join('; ')}`.replaceAll(GLUE, ' ')
}

/** Figures, those that were read, those that were judged or judged with, and those that were not read. */
export function proseCounts({ figures, read }: ReadProse, claims: readonly AuditedClaim[]): readonly number[] {
  const judged = new Set<string>()
  for (const { claim, judgements } of claims) {
    if (!claim.said) continue
    for (const { claimed, inputs } of judgements) {
      const places = [...('word' in claimed ? [] : [claimed]), ...inputs.map(({ printed }) => printed)]
      for (const { at } of places) if (at.file === claim.at.file) judged.add(placeText(at))
    }
  }
  return [figures, read, judged.size, figures - read]
}

/** Figures of prose that were not read. */
export function unreadTable({ unread }: ReadProse, { words }: Format): Block {
  const { unread: heads, columns: named } = auditWordsOf(words.lang)
  const { left } = columnsOf<ReadProse['unread'][number]>()
  const figure = left('figure', heads.figure, 24, ({ text }) => safeText(text))
  const sentence = left('sentence', heads.sentence, 64, (row) => safeText(row.sentence))
  const columns = [figure, sentence, left('place', named.place, 30, ({ at }) => placeText(at))]
  return tableBlock({
    key: 'unread',
    title: heads.title,
    name: heads.title,
    lines: unread.map((row) => ({ kind: 'row', row }) as const),
    columns,
    layouts: [{ columns, growing: sentence, least: 24, squeezed: true }],
    lead: figure,
  })
}
