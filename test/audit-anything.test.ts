import fc from 'fast-check'
import { expect, it } from 'vitest'
import { audited } from '../src/calc/audit/audit.ts'
import { claimDirections, claimFigureKeys, claimWords } from '../src/model/claim.ts'
import { formulaNames } from '../src/model/indicator.ts'
import { readInput } from '../src/read/input.ts'
import { renderAuditCsv, renderAuditJson } from '../src/render/data/audit.ts'
import { auditOf } from './support/audit.ts'
import { renderAudit, renderAuditMarkdown, renderAuditSheets } from './support/rendered.ts'

/* Whatever a claim holds that can be read is judged and printed in every format: no crash, no NaN, no undefined. */

const number = fc
  .tuple(
    fc.constantFrom('', '', '-'),
    fc.constantFrom('0', '1', '3', '92', '100', '16000'),
    fc.constantFrom('', '.0', '.5', '.96'),
  )
  .map((parts) => parts.join(''))
const printed = fc.oneof(
  { weight: 6, arbitrary: number },
  fc.tuple(fc.constantFrom('~', '<', '>', 'khoảng ', 'trên ', 'dưới '), number).map((parts) => parts.join('')),
  fc.constantFrom('80-90', '1-1.5', '-3 - -2', '0-1', '6.6..6.8', '80-90%'),
)
const marked = fc
  .tuple(printed, fc.constantFrom('', '', '%'))
  .map(([text, mark]) => (/%$/.test(text) ? text : text + mark))

const claim = fc.record(
  {
    ...Object.fromEntries(claimFigureKeys.map((key) => [key, marked])),
    parts: fc.array(printed, { minLength: 1, maxLength: 3 }),
    direction: fc.constantFrom(...claimDirections),
    formula: fc.constantFrom(...formulaNames),
    verdict: fc.constantFrom(...claimWords),
    rounded: fc.subarray([...claimFigureKeys], { minLength: 1 }),
    unit: fc.constantFrom('%', 'growth', 'households'),
  },
  { requiredKeys: [] },
)

it('judges and prints any claim that can be read', () => {
  let judged = 0
  fc.assert(
    fc.property(claim, (given) => {
      const { claims } = readInput({ path: 'claims.json', bytes: Buffer.from(documentOf(given)), named: true })
      const audit = auditOf(audited(claims))
      judged += audit.claims.reduce((sum, { judgements }) => sum + judgements.length, 0)
      for (const lang of ['en', 'vi'] as const) {
        const look = { lang, width: 80, color: false, unicode: true, quiet: false, decimals: null }
        const texts = [renderAudit(audit, look), renderAuditSheets(audit, look), renderAuditMarkdown(audit, look)]
        // The name of a verdict, in English and in the JSON.
        expect(texts.join('').replace(/\d+ undefined/g, '')).not.toMatch(
          /\bundefined\b|\bNaN\b|Infinity|\[object|\bnull\b/,
        )
      }
      JSON.parse(String(renderAuditJson(audit, { problems: [], complete: true, inputs: [], lang: 'en' })))
      expect(renderAuditCsv(audit)).not.toMatch(/NaN|Infinity|\[object/)
    }),
    { numRuns: 150 },
  )
  expect(judged).toBeGreaterThan(150)
})

function documentOf(claim: object): string {
  return JSON.stringify({ kind: 'claims', numbers: 'plain', claims: [claim] })
}
