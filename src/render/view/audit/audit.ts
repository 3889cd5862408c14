import type { AuditedClaim } from '../../../model/claim.ts'
import type { Language } from '../../../model/figure.ts'
import { type Format, formatOf, GLUE } from '../../figure/format.ts'
import { safeText } from '../../figure/safe-text.ts'
import { placeText } from '../../problem/problems.ts'
import { auditWordsOf } from '../../words/words.ts'
import { type Block, type Column, type Document, type Line, noNotes, type Passage, tableBlock } from '../document.ts'
import {
  type Audit,
  auditSummary,
  type JudgementText,
  judgementText,
  sentenceOf,
  understoodText,
} from './audit-text.ts'

export interface AuditChoice {
  readonly lang: Language
  readonly unicode: boolean
  /** Decimals of computed figures; null: two more than were printed. */
  readonly decimals: number | null
}

interface Row extends JudgementText {
  readonly id: string
  readonly sentence: string
  readonly place: string
}

/** What is found about each claim: its id, place and sentence, a line for each figure that it claims, and how many have which verdict. */
export function auditDocument(audit: Audit, choice: AuditChoice): Document {
  const format = formatOf(choice.lang, choice.unicode, 'half-up')
  const blocks: readonly Block[] =
    audit.claims.length === 0
      ? []
      : [tableOf(audit, format, choice), ...unreadTable(audit, format), summaryOf(audit, format)]
  return { title: auditSummary(audit, format).split('\n')[0] ?? '', endsWithResult: true, parts: [blocks] }
}

export function summaryOf(audit: Audit, format: Format): Passage {
  const sentences = auditSummary(audit, format).split('\n')
  return { kind: 'passage', role: 'summary', sentences: sentences.map((text) => ({ text })) }
}

function tableOf({ claims }: Audit, format: Format, { decimals }: AuditChoice): Block {
  const { columns: heads } = auditWordsOf(format.words.lang)
  const column = (key: keyof Row, head: string, align: 'left' | 'right', comfortable: number) =>
    ({ key, head, align, comfortable, cell: (row) => ({ text: row[key] }) }) satisfies Column<Row>
  const claim: Column<Row> = {
    ...column('id', heads.claim, 'left', 40),
    cell: ({ id, sentence }) => ({
      text: [id, sentence].filter((part) => part !== '').join('\n'),
      isStrong: id !== '',
    }),
  }
  const what = column('what', heads.what, 'left', 24)
  const printed = column('printed', heads.printed, 'right', 20)
  const computed = { ...column('computed', heads.computed, 'right', 20), cell: dashed }
  const verdict: Column<Row> = {
    ...column('verdict', heads.verdict, 'left', 26),
    narrowest: 12,
    cell: (row) => ({ text: row.verdict, tone: row.tone }),
  }
  const why = column('why', heads.why, 'left', 64)
  // Under its claim.
  const below: Column<Row> = {
    ...what,
    head: heads.claim,
    narrowest: 14,
    cell: (row) => ({ text: row.what, depth: 1 }),
  }
  const both: Column<Row> = {
    ...printed,
    head: `${heads.printed} →${GLUE}${heads.computed.toLowerCase().replaceAll(' ', GLUE)}`,
    cell: (row) => ({ text: row.computed === '' ? row.printed : `${row.printed}\n→${GLUE}${row.computed}` }),
  }
  const laidOut = [below, printed, computed, verdict, why]
  return tableBlock({
    key: 'claims',
    title: null,
    name: heads.claim,
    lines: claims.flatMap((each, index) => [
      ...(index > 0 ? [{ kind: 'blank' } as const] : []),
      ...claimLines(each, claims[index - 1], format, decimals),
    ]),
    columns: [claim, what, printed, computed, verdict, why, column('place', heads.place, 'left', 30)],
    layouts: [
      { columns: laidOut, growing: why, least: 32, squeezed: false },
      { columns: laidOut, growing: why, least: 26, squeezed: true },
      { columns: [below, both, verdict, why], growing: why, least: 20, squeezed: true },
    ],
    lead: claim,
    remarks: [],
    notes: noNotes,
  })
}

/** Figures of prose that were not read, where they are asked for. */
function unreadTable({ prose }: Audit, { words }: Format): readonly Block[] {
  if (!prose?.listsUnread || prose.unread.length === 0) return []
  const { unread: heads, columns } = auditWordsOf(words.lang)
  type Unread = (typeof prose.unread)[number]
  const column = (key: string, head: string, comfortable: number, textOf: (row: Unread) => string) =>
    ({
      key,
      head,
      align: 'left',
      comfortable,
      cell: (row) => ({ text: safeText(textOf(row)) }),
    }) satisfies Column<Unread>
  const sentence = column('sentence', heads.sentence, 64, (row) => row.sentence)
  const figure = column('figure', heads.figure, 24, (row) => row.text)
  const figures = [figure, sentence, column('place', columns.place, 30, ({ at }) => placeText(at))]
  return [
    tableBlock({
      key: 'unread',
      title: heads.title,
      name: heads.figure,
      lines: prose.unread.map((row) => ({ kind: 'row', row }) as const),
      columns: figures,
      layouts: [{ columns: figures, growing: sentence, least: 24, squeezed: true }],
      lead: figure,
      remarks: [],
      notes: noNotes,
    }),
  ]
}

/** Nothing was computed of what nothing is claimed of. */
const dashed = ({ computed, printed }: Row) => ({ text: computed || (printed === '' ? '' : '–') })

/** The sentence and the place of a claim stand above its figures, or with the first of them. */
function claimLines(
  { claim, judgements }: AuditedClaim,
  before: AuditedClaim | undefined,
  format: Format,
  decimals: number | null,
): Line<Row>[] {
  const id = safeText(claim.id ?? '')
  const place = placeText(claim.at)
  // A sentence that says several things stands above the first of them.
  const isSame = claim.said !== undefined && before?.claim.text === claim.text
  const understood = understoodText(claim, format)
  const { readAs } = auditWordsOf(format.words.lang)
  const said = understood === '' ? '' : `${readAs} ${understood}`
  const sentence = [isSame ? '' : sentenceOf(claim, format), said].filter((part) => part !== '').join('\n')
  const text = { kind: 'text', hasColumn: true } as const
  const rows = judgements.map((judgement, index): Line<Row> => {
    const isFirst = index === 0
    const of = { id: isFirst ? id : '', sentence: isFirst ? sentence : '', place: isFirst ? place : '' }
    return { kind: 'row', row: { ...judgementText(judgement, format, decimals), ...of } }
  })
  const { nothingClaimed } = auditWordsOf(format.words.lang)
  const nothing = { printed: '', computed: '', verdict: '', why: '', tone: 'quiet' } as const
  return [
    { ...text, role: 'place', text: id === '' ? place : `${id}  ${place}`, depth: 0, prominent: id.length },
    ...sentence
      .split('\n')
      .flatMap((line) => (line === '' ? [] : [{ ...text, role: 'plain', text: line, depth: 1 } as const])),
    ...rows,
    ...(rows.length > 0
      ? []
      : [
          { ...text, role: 'aside', text: nothingClaimed, depth: 1 } as const,
          { kind: 'row', row: { id, sentence, place, what: nothingClaimed, ...nothing }, isApart: true } as const,
        ]),
  ]
}
