import type { CheckResult } from '../../../model/check.ts'
import type { Language } from '../../../model/figure.ts'
import { type Format, formatOf } from '../../figure/format.ts'
import { placeText } from '../../figure/place-text.ts'
import { safeText } from '../../figure/safe-text.ts'
import { checkWordsOf } from '../../words/words.ts'
import { type Block, type Column, type Document, type Line, noNotes, stacked, tableBlock } from '../document.ts'
import { checkSummary, leftOutTexts, policyTexts } from './check-text.ts'
import { type FindingText, findingText } from './finding-text.ts'

interface Row extends FindingText {
  readonly plan: string
  readonly isWarning: boolean
  readonly place: string
}

/** What breaks the policy: the policy in force, a table of findings with the place of each, and one line that sums up. */
export function checkDocument(result: CheckResult, { lang, unicode }: { lang: Language; unicode: boolean }): Document {
  // A finding does not know its plan's rounding; what is asked for is never printed as reached in any.
  const format = formatOf(lang, unicode, 'half-up')
  const summary = checkSummary(result, format)
  return {
    title: summary,
    endsWithResult: true,
    parts: [
      [
        {
          kind: 'passage',
          role: 'aside',
          sentences: policyTexts(result.policies, format).flatMap(({ title, facts, exceptions }) => [
            { text: `${title}: ${facts.join('; ')}` },
            ...exceptions.map((text) => ({ text, depth: 1 })),
          ]),
        },
        ...findingTable(result, format),
        {
          kind: 'passage',
          role: 'warning',
          sentences: leftOutTexts(result, format).map((text) => ({ text })),
        },
        { kind: 'passage', role: 'summary', sentences: [{ text: summary }] },
      ],
    ],
  }
}

function findingTable({ findings, policies }: CheckResult, format: Format): readonly Block[] {
  if (findings.length === 0) return []
  const { columns: heads } = checkWordsOf(format.words.lang)
  const column = (key: keyof Row, head: string, align: 'left' | 'right', comfortable: number) =>
    ({ key, head, align, comfortable, cell: (row) => ({ text: String(row[key]) }) }) satisfies Column<Row>
  const plan = column('plan', heads.plan, 'left', 20)
  const name = column('name', heads.indicator, 'left', 64)
  const rule: Column<Row> = {
    ...column('rule', heads.finding, 'left', 22),
    narrowest: 12,
    cell: (row) => ({ text: row.rule, tone: row.isWarning ? 'warning' : 'bad' }),
  }
  const expected = column('expected', heads.expected, 'right', 20)
  const found = { ...column('found', heads.found, 'right', 20), cell: (row: Row) => ({ text: row.found || '–' }) }
  const difference = column('difference', heads.difference, 'right', 14)
  const place = column('place', heads.place, 'left', 30)
  const full = [name, rule, expected, found, difference]
  // An earlier report may name plans that are gone.
  const isOfSeveral = new Set([...findings, ...policies].map((each) => each.plan)).size > 1
  const lines: Line<Row>[] = []
  for (const [index, finding] of findings.entries()) {
    if (isOfSeveral && finding.plan !== findings[index - 1]?.plan) {
      if (index > 0) lines.push({ kind: 'blank' })
      lines.push({ kind: 'text', role: 'heading', text: safeText(finding.plan), depth: 0, hasColumn: true })
    }
    const at = finding.at ? placeText(finding.at) : ''
    const isWarning = finding.severity === 'warn'
    const text = findingText(finding, format)
    lines.push({ kind: 'row', row: { ...text, plan: safeText(finding.plan), isWarning, place: at } })
    if (at !== '') lines.push({ kind: 'text', role: 'place', text: at, depth: 1, hasColumn: true })
  }
  return [
    tableBlock({
      key: 'findings',
      title: null,
      name: heads.finding,
      lines,
      columns: [...(isOfSeveral ? [plan] : []), ...full, place],
      layouts: [
        { columns: full, growing: name, least: 24, squeezed: false },
        { columns: full, growing: name, least: 18, squeezed: true },
        { columns: [name, rule, expected, stacked(found, difference)], growing: name, least: 14, squeezed: true },
      ],
      lead: name,
      remarks: [],
      notes: noNotes,
    }),
  ]
}
