import { describe, expect, it } from 'vitest'
import { calculated } from '../../../src/calc/report/report.ts'
import type { Language } from '../../../src/model/figure.ts'
import type { Report } from '../../../src/model/report.ts'
import { inNotation } from '../../../src/render/figure/number.ts'
import { rowsIn, type Table } from '../../../src/render/view/document.ts'
import { reportDocument } from '../../../src/render/view/report/report.ts'
import { asked } from '../../support/calc.ts'
import { haNam2017, haNam2018 } from '../../support/ha-nam.ts'
import { monthText, province } from '../../support/province.ts'
import { day } from '../../support/report.ts'

/** Cells whose number, as a workbook shows it, is not the figure that stands in the text. */
function different<Row>(table: Table<Row>, lang: Language): readonly string[] {
  return rowsIn(table.lines).flatMap((row) =>
    [...table.columns, ...(table.sheet ?? [])].flatMap(({ key, cell, figure }) => {
      const { value, printed, mark = '' } = figure?.(row) ?? {}
      if (!value || !printed) return []
      const shown = inNotation(printed(value), { lang, unicode: true })
      const [first = ''] = cell(row).text.replaceAll('\u00a0', ' ').split('\n')
      const sign = mark === '%' ? '%' : ''
      return first === '' || first.includes(shown + sign) ? [] : [`${key}: ${shown}${sign} is not in ${first}`]
    }),
  )
}

function differences(plans: Report['plans'], lang: Language): readonly string[] {
  const document = reportDocument(
    { plans },
    {
      ...{ lang, unicode: true, marks: { sign: String }, decimals: null, byArea: true, isWorkbook: true },
      sections: ['completion', 'poverty', 'series'],
    },
  )
  const tables = document.parts.flatMap((blocks) => blocks.filter((block) => block.kind === 'table'))
  return tables.flatMap((block) => block.with((table) => different(table, lang)))
}

describe.each(['en', 'vi'] as const)('in %s, a workbook shows the figures of the table', (lang) => {
  it('of Hà Nam', () => {
    expect(differences([haNam2017(), haNam2018()], lang)).toEqual([])
  })

  // While the last year runs, before and after two districts become one, and when all years are over.
  it.each([6, 27, 31, 35])('of a province, every area, with figures up to month %i', (month) => {
    const given = { ...province(month), references: [], unreadResults: [], unreadPlans: [] }
    const { report } = calculated(given, asked({ asOf: day(`${monthText(month)}-28`) }))
    expect(differences(report.plans, lang)).toEqual([])
  })

  it.each(['half-even', 'truncate'] as const)('of a province that rounds otherwise (%s)', (rounding) => {
    const { plans, observations } = province(7)
    const rounded = plans.map((plan) => ({ ...plan, rounding, decimals: 0 }))
    const given = { plans: rounded, observations, references: [], unreadResults: [], unreadPlans: [] }
    const { report } = calculated(given, asked({ asOf: day(`${monthText(28)}-28`) }))
    expect(differences(report.plans, lang)).toEqual([])
  })
})
