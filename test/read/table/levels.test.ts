import { describe, expect, it } from 'vitest'
import type { TableMapping } from '../../../src/model/table.ts'
import { noMapping } from '../../../src/read/table/columns.ts'
import { likeness } from '../../../src/read/table/known.ts'
import { levelsHeld } from '../../../src/read/table/levels.ts'

const named = (...pairs: readonly (readonly [string, string])[]) =>
  new Map(pairs.map(([name, id]) => [likeness(name), id]))
const known = {
  indicators: named(['Jobs', 'jobs'], ['Pupils', 'pupils'], ['Hà Nam', 'province']),
  areas: named(['Hà Nam', 'ha-nam'], ['Phủ Lý', 'phu-ly']),
  groups: new Map([['sex', named(['Women', 'f'], ['Men', 'm'])]]),
}
const mapping = (levels: readonly string[]) =>
  ({
    ...noMapping,
    levels,
    known,
    breakdowns: new Map([['sex', { column: { name: 'x', at: null }, codes: new Map([['Nữ', 'f']]) }]]),
    codes: { indicator: new Map([['Total', 'skip']]), area: null },
  }) as unknown as TableMapping

/** What each row is of, in the order of the levels. */
function heldIn(levels: readonly string[], rows: readonly string[]) {
  const held = levelsHeld(mapping(levels))
  return rows.map((text) => {
    const found = held(text)
    return levels.map((level) => found.get(level)).join(' | ')
  })
}

describe('a column of levels', () => {
  it('holds what a row says for those below it, and begins anew further in', () => {
    expect(heldIn(['indicator', 'area', 'sex'], ['Jobs', 'PHỦ LÝ', 'women', 'Nữ', 'whole', 'Pupils', 'Men'])).toEqual([
      'Jobs | whole | whole',
      'Jobs | PHỦ LÝ | whole',
      'Jobs | PHỦ LÝ | women',
      'Jobs | PHỦ LÝ | Nữ',
      // It may be that of the areas, or of the groups.
      '… / whole | whole | whole',
      'Pupils | whole | whole',
      'Pupils | whole | Men',
    ])
  })

  it('may have areas above indicators, which an area without one does not keep', () => {
    expect(heldIn(['area', 'indicator'], ['Phủ Lý', 'Jobs', 'Total', 'Phủ Lý'])).toEqual([
      'Phủ Lý | ',
      'Phủ Lý | Jobs',
      'Phủ Lý | Total',
      'Phủ Lý | ',
    ])
  })

  it('holds nothing below what nobody knows, or what may be an area or an indicator, and says so', () => {
    expect(
      heldIn(['indicator', 'area'], ['Phủ Lý', 'Jobs', 'Roads', 'Phủ Lý', 'Jobs', 'Hà Nam', 'Phủ Lý', '']),
    ).toEqual([
      '… / Phủ Lý | whole',
      'Jobs | whole',
      'Roads | whole',
      '… / Phủ Lý | whole',
      'Jobs | whole',
      '… / Hà Nam | whole',
      '… / Phủ Lý | whole',
      ' | ',
    ])
  })
})
