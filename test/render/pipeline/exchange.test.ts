import { parse } from 'csv-parse/sync'
import { describe, expect, it } from 'vitest'
import { validateXML } from 'xmllint-wasm'
import { inFreshFolder, writeInFolder } from '../../support/folder.ts'
import { pva } from '../../support/run.ts'

const PLAN = `kind: plan
id: p
title: { en: Plan, vi: Kế hoạch }
period: 2016/2020
areas: [{ id: north, name: North }]
sections: [{ id: s, name: Section }]
indicators:
  - { id: jobs, name: "Jobs, new", section: s, unit: workers, target: 100, targets_by_area: { north: 40 } }
  - { id: rate, name: Rate, type: poverty-rate, baseline: { period: 2015, rate: 9.5 }, target: { reduce_by: 1.5, per: year } }
  - { id: share, name: Share, type: rate, target: { between: [20, 30] } }
  - { id: law, name: Law, type: task, target: done }
`
const RESULTS = `kind: actuals
plan: p
period: 2016-01/2018-09
results:
  jobs: { value: 30, status: provisional }
---
kind: actuals
plan: p
area: north
period: 2016-01/2018-09
results:
  jobs: 10
`

async function written(format: string): Promise<string> {
  let text = ''
  await inFreshFolder(async (folder) => {
    await writeInFolder(folder, 'plan.yaml', Buffer.from(PLAN))
    await writeInFolder(folder, 'results.yaml', Buffer.from(RESULTS))
    text = (await pva(folder, `report plan.yaml results.yaml --format ${format}`)).stdout
  })
  return text
}

describe('SDMX-CSV', () => {
  it('has a row for each figure, and says what is missing', async () => {
    const rows: Record<string, string>[] = parse(await written('sdmx-csv'), { columns: true })
    const told = rows.map((row) =>
      ['INDICATOR', 'REF_AREA', 'FIGURE', 'TIME_PERIOD', 'OBS_VALUE', 'OBS_STATUS'].map((key) => row[key]).join(' '),
    )
    expect(told).toEqual([
      'jobs _T TARGET 2016-01-01/P60M 100 A',
      'jobs _T ACTUAL 2016-01-01/P33M 30 P',
      'jobs north TARGET 2016-01-01/P60M 40 A',
      'jobs north ACTUAL 2016-01-01/P33M 10 A',
      'rate _T BASELINE 2015 9.5 A',
      // 9.5 less 1.5 in each of five years.
      'rate _T TARGET 2016-01-01/P60M 2 A',
      'rate _T ACTUAL 2016-01-01/P60M  O',
      'share _T TARGET 2016-01-01/P60M  ',
      'share _T ACTUAL 2016-01-01/P60M  O',
      'law _T TARGET 2016-01-01/P60M  ',
      'law _T ACTUAL 2016-01-01/P60M  O',
    ])
    expect(rows.find((row) => row['INDICATOR'] === 'share')?.['COMMENT']).toMatch(/20.*30/)
    expect(rows[0]).toMatchObject({
      STRUCTURE: 'datastructure',
      ACTION: 'M',
      INDICATOR_NAME: 'Jobs, new',
      UNIT_MEASURE: 'workers',
    })
  })
})

/** The part of the standard that results need, in its order. */
const sequence = (name: string, children: readonly string[], attributes: readonly string[] = []) =>
  `<xs:element name="${name}"><xs:complexType mixed="true"><xs:sequence>${children
    .map((child) => `<xs:element ref="${child.replace(/[?*+]$/, '')}"${OCCURS[child.at(-1) ?? ''] ?? ''}/>`)
    .join('')}</xs:sequence>${attributes
    .map((each) => `<xs:attribute name="${each.replace('?', '')}"${each.endsWith('?') ? '' : ' use="required"'}/>`)
    .join('')}<xs:anyAttribute namespace="##other" processContents="skip"/></xs:complexType></xs:element>`
const OCCURS: Readonly<Record<string, string>> = {
  '?': ' minOccurs="0"',
  '*': ' minOccurs="0" maxOccurs="unbounded"',
  '+': ' maxOccurs="unbounded"',
}
const SCHEMA = `<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema">${[
  sequence('iati-activities', ['iati-activity+'], ['version']),
  sequence('iati-activity', [
    ...['iati-identifier', 'reporting-org', 'title', 'description+', 'participating-org+', 'activity-status'],
    ...['activity-date+', 'location*', 'result*'],
  ]),
  sequence('iati-identifier', []),
  sequence('reporting-org', ['narrative+'], ['ref', 'type']),
  ...['title', 'comment', 'name'].map((name) => sequence(name, ['narrative+'])),
  sequence('description', ['narrative+'], ['type?']),
  sequence('narrative', []),
  sequence('participating-org', ['narrative*'], ['role']),
  sequence('activity-status', [], ['code']),
  sequence('activity-date', [], ['type', 'iso-date']),
  sequence('location', ['name?'], ['ref?']),
  sequence('result', ['title', 'indicator+'], ['type']),
  sequence('indicator', ['title', 'description?', 'baseline*', 'period*'], ['measure', 'ascending?']),
  sequence('baseline', ['location*', 'comment?'], ['year', 'iso-date?', 'value?']),
  sequence('period', ['period-start', 'period-end', 'target*', 'actual*']),
  ...['period-start', 'period-end'].map((name) => sequence(name, [], ['iso-date'])),
  ...['target', 'actual'].map((name) => sequence(name, ['location*', 'comment?'], ['value?'])),
].join('')}</xs:schema>`

describe('IATI', () => {
  it('has its elements in the order of the standard, and every figure with its place and period', async () => {
    const xml = await written('iati-xml')
    const { errors } = await validateXML({ xml: [{ fileName: 'a.xml', contents: xml }], schema: [SCHEMA] })
    expect(errors).toEqual([])
    const flat = xml.replaceAll(/\n */g, '')
    expect(flat).toContain('<title><narrative>Plan</narrative><narrative xml:lang="vi">Kế hoạch</narrative></title>')
    expect(flat).toContain(
      '<indicator measure="1" ascending="1"><title><narrative>Jobs, new (workers)</narrative></title>',
    )
    expect(flat).toContain('<actual value="30"><comment><narrative>provisional</narrative></comment></actual>')
    expect(flat).toContain('<actual value="10"><location ref="north"/></actual>')
    expect(flat).toContain('<baseline year="2015" iso-date="2015-12-31" value="9.5"/>')
    expect(flat).toContain('<period-start iso-date="2016-01-01"/><period-end iso-date="2018-09-30"/>')
    expect(flat).toMatch(/<target value="2"><comment><narrative>reduce by/)
    expect(flat).toMatch(/<indicator measure="5">.*<actual><comment><narrative>not reported/)
  })
})
