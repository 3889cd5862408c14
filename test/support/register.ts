/** A register with a row for each area and day of 2018, which gives as many sums: that takes a second or more. */
export function daysOf(areas: readonly string[], days: number, value = '1'): string {
  const start = Date.UTC(2018, 0, 1)
  const dates = Array.from({ length: days }, (_, day) => new Date(start + day * 86_400_000).toISOString().slice(0, 10))
  const rows = areas.map((area) => dates.map((date) => `jobs,${area},${date},${value}\n`).join(''))
  return `indicator,area,ngay,value\n${rows.join('')}`
}

export function planOf(areas: readonly string[]): string {
  return JSON.stringify({
    kind: 'plan',
    id: 'p',
    title: 'P',
    period: '2018',
    areas: areas.map((id) => ({ id, name: id })),
    indicators: [{ id: 'jobs', name: 'Jobs', target: 100, phasing: 'none' }],
  })
}

export function resultsOf(path: string): string {
  return JSON.stringify({
    kind: 'actuals',
    plan: 'p',
    numbers: 'plain',
    basis: 'increment',
    table: {
      path,
      columns: { indicator: 'indicator', area: 'area', value: 'value' },
      period: { from: 'ngay', by: 'day' },
      rows: 'register',
    },
  })
}
