import { createHash } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import type { Report } from '../../../src/model/report.ts'
import { haNam2017, haNam2018 } from '../../support/ha-nam.ts'
import { type PageOptions, renderPage } from '../../support/rendered.ts'
import { indicator, line, name, plan, planReport, threshold } from '../../support/report.ts'

const sha256 = (text: string) => createHash('sha256').update(text).digest('base64')

function pageOf(report: Report, given: Partial<PageOptions> = {}): string {
  return renderPage(report, {
    languages: ['en'],
    decimals: null,
    sections: ['completion', 'poverty'],
    byArea: false,
    problems: [],
    inputs: [],
    version: '1.2.3',
    sha256,
    ...given,
  })
}

const haNam = { plans: [haNam2017(), haNam2018()] }

describe('a page', () => {
  it('lets in nothing but its own style, which its policy knows by hash', () => {
    const page = pageOf(haNam)
    const style = /<style>([\s\S]*?)<\/style>/.exec(page)?.[1] ?? ''
    expect(page).toContain(
      `http-equiv="Content-Security-Policy" content="default-src &#39;none&#39;; style-src &#39;sha256-${sha256(style)}&#39;; base-uri &#39;none&#39;; form-action &#39;none&#39;"`,
    )
    expect(page.match(/<style>/g)).toHaveLength(1)
  })

  it('needs no script, no address and no style of an element', () => {
    const page = pageOf(haNam, { languages: ['vi', 'en'] })
    expect(page).not.toMatch(/<script|<link|<img|<iframe|@import|url\(|\sstyle=|\son\w+=|src=/i)
  })

  it('opens in the first language and offers the other by its own name', () => {
    const page = pageOf(haNam, { languages: ['vi', 'en'] })
    expect(page).toContain('<html lang="vi">')
    expect(page).toContain('<div class="edition vi first" lang="vi">')
    expect(page).toContain('<div class="edition en" lang="en">')
    expect(page).toContain('<label class="pick" for="pick-en" lang="en">English</label>')
  })

  it('offers no switch where one language was chosen', () => {
    expect(pageOf(haNam)).not.toContain('type="radio"')
  })

  it('has the figures of Hà Nam 2017 beside every chart, in the notation of its language', () => {
    const page = pageOf({ plans: [haNam2017()] }, { languages: ['vi'] })
    for (const figure of ['18.923', '≥\u00a016.000', '118,3%', '+2.923', '120,0%']) expect(page).toContain(figure)
    expect(page).toContain('aria-label="Thực hiện 18.923, kế hoạch ≥\u00a016.000: hoàn thành 118,3%"')
  })

  it('draws nothing where nothing was reported', () => {
    const unreported = planReport(plan('p'), [line(indicator('jobs', { target: threshold('at_least', '16250') }))])
    expect(pageOf({ plans: [unreported] })).not.toContain('class="chart bullet')
  })

  it('writes markup in a name as text', () => {
    const hostile = indicator('jobs', {
      name: name('<script>alert(1)</script>"\'&'),
      target: threshold('at_least', '5'),
    })
    const page = pageOf({ plans: [planReport(plan('p', { title: name('</title><b>') }), [line(hostile)])] })
    expect(page).toContain('&lt;script&gt;alert(1)&lt;/script&gt;&quot;&#39;&amp;')
    expect(page).toContain('<title>&lt;/title&gt;&lt;b&gt;</title>')
    expect(page).not.toContain('<script>')
  })
})
