import { describe, expect, it } from 'vitest'
import { activitiesIn } from '../../../src/read/iati/activities.ts'
import { copyToFolder, inFreshFolder, writeInFolder } from '../../support/folder.ts'
import { pva } from '../../support/run.ts'

const activity = (indicator: string) =>
  Buffer.from(`<?xml version="1.0"?><iati-activities version="2.03"><iati-activity>
  <iati-identifier> a-1 </iati-identifier><reporting-org ref="x"><narrative>Nobody</narrative></reporting-org>
  <title><narrative>Title</narrative><narrative xml:lang="vi">Tên</narrative></title>
  <location ref="n"><name><narrative>North</narrative></name><description><narrative>Far</narrative></description></location>
  <result type="1"><title><narrative>Result</narrative></title>${indicator}</result></iati-activity></iati-activities>`)

const PERIOD = '<period-start iso-date="2017-01-01"/><period-end iso-date="2017-12-31"/>'

describe('an activity file of IATI', () => {
  it('gives its names, areas and figures, and nothing of what stands beside them', () => {
    const [read] =
      activitiesIn(
        activity(`<indicator measure="2" ascending="false"><title><narrative>Rate</narrative></title>
        <document-link url="x"><title><narrative>Not the rate</narrative></title></document-link>
        <baseline year="2016" value="9.5"><comment><narrative>first</narrative></comment></baseline>
        <period>${PERIOD}<target value="8"/><actual value="8,5"><location ref="n"/>
          <dimension name="sex" value="f"/></actual></period></indicator>`),
      ) ?? []
    expect(read).toMatchObject({ id: 'a-1', title: { en: 'Title', vi: 'Tên' } })
    expect([...(read?.locations ?? [])]).toEqual([['n', { en: 'North', vi: '' }]])
    expect(read?.indicators).toMatchObject([{ title: { en: 'Rate' }, result: { en: 'Result' }, ascending: false }])
    expect(read?.indicators[0]?.figures).toMatchObject([
      { kind: 'baseline', value: '9.5', comment: 'first', location: null },
      { kind: 'target', value: '8', comment: '', dimensions: '' },
      { kind: 'actual', value: '8,5', location: 'n', dimensions: 'sex: f' },
    ])
  })

  it('is no other XML, and nothing that makes entities', () => {
    expect(activitiesIn(Buffer.from('<svg/>'))).toBeNull()
    expect(
      activitiesIn(Buffer.from('<!DOCTYPE a [<!ENTITY b "c">]><iati-activities><iati-activity/></iati-activities>')),
    ).toBeNull()
  })

  it('asks what it does not say, and lists what it leaves out', async () => {
    const file = activity(`<indicator measure="1"><title><narrative>Jobs</narrative></title><period>${PERIOD}
      <target value="100"/><actual value="about 90"/><actual><comment><narrative>late</narrative></comment></actual></period></indicator>`)
    await inFreshFolder(async (folder) => {
      await writeInFolder(folder, 'a.xml', file)
      const { stdout } = await pva(folder, 'draft a.xml')
      expect(stdout).toMatch(/target: '\?' # 100; result 1, indicator 1, period 1: at_least or at_most\?/)
      expect(stdout).toContain('# left out: result 1, indicator 1, period 1, actual: about 90')
      expect(stdout).toContain('# left out: result 1, indicator 1, period 1, actual: late')
      expect(stdout).toContain('observations: []')
    })
  })

  it('that a report was written to gives the same figures once its questions are answered', async () => {
    await inFreshFolder(async (folder) => {
      await copyToFolder(folder, 'plans')
      const figures = async (files: string) => {
        const { plans } = JSON.parse((await pva(folder, `report ${files} --format json`)).stdout)
        const lines: Record<string, unknown>[] = plans.flatMap(({ indicators }: { indicators: object[] }) => indicators)
        return lines.map(({ area, actual, variance, verdict }) => ({ area, actual, variance, verdict }))
      }
      const files = 'plans/ha-nam/2017-plan.yaml plans/ha-nam/2017-actuals.yaml plans/quang-nam'
      await pva(folder, `report ${files} -o a.xml --format iati-xml`)
      const { stdout } = await pva(folder, 'draft a.xml')
      const answered = stdout
        .replaceAll(/type: '\?' # count.*/g, 'type: count')
        .replaceAll(/type: '\?' # rate.*/g, 'type: rate')
        .replaceAll("source: '?'", 'source: IATI')
      await writeInFolder(folder, 'back.yaml', Buffer.from(answered))
      const [before, after] = [await figures(files), await figures('back.yaml')]
      expect(after.map(({ actual }) => actual)).toEqual(before.map(({ actual }) => actual))
      expect(after.filter(({ verdict }) => verdict === 'exceeded')).toHaveLength(
        before.filter(({ verdict }) => verdict === 'exceeded').length,
      )
    })
  })
})
