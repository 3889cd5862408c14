import type { AuditedClaim, Claim, Judgement } from '../../model/claim.ts'
import { type Format, formatOf } from '../figure/format.ts'
import { positionText } from '../figure/place-text.ts'
import { type Audit, judgementMessage, sentenceOf } from '../view/audit/audit.ts'
import { auditWordsOf } from '../words/words.ts'
import { junitText, type Outcome, type TestCase, type TestSuite } from './junit.ts'
import { problemSuites } from './problems-junit.ts'
import { type JunitOptions, withPlace } from './report-junit.ts'

/**
 * What an audit comes to as JUnit XML: one suite a file, one case a claimed figure. A verdict that breaks the audit is a
 * failure; what is undecided or undefined is skipped, since it was held against nothing; all else passes and says why.
 */
export function renderAuditJunit(audit: Audit, { problems, lang }: JunitOptions): string {
  const format = formatOf(lang, true, 'half-up')
  const byFile = new Map<string, AuditedClaim[]>()
  for (const claim of audit.claims) {
    const { file } = claim.claim.at
    const claims = byFile.get(file)
    if (claims) claims.push(claim)
    else byFile.set(file, [claim])
  }
  const suites: TestSuite[] = [...byFile].map(([name, claims]) => ({
    name,
    cases: claims.flatMap((claim) => casesOf(claim, audit, format)),
  }))
  return junitText('pva audit', [...suites, ...problemSuites(problems, lang)])
}

function casesOf({ claim, judgements }: AuditedClaim, audit: Audit, format: Format): TestCase[] {
  const classname = claim.at.file
  const name = claim.id === null ? positionText(claim.at) : claim.id
  if (judgements.length === 0) {
    const why = auditWordsOf(format.words.lang).nothingClaimed
    return [{ classname, name, outcome: { kind: 'skipped', why } }]
  }
  return judgements.map((judgement) => ({
    classname,
    // The word of the model: it does not change with the language.
    name: `${name} ${judgement.what}`,
    outcome: outcomeOf(judgement, claim, audit, format),
  }))
}

function outcomeOf(judgement: Judgement, claim: Claim, { failOn }: Audit, format: Format): Outcome {
  const { verdict, claimed } = judgement
  const message = judgementMessage(judgement, format)
  const sentence = sentenceOf(claim, format)
  if (failOn.includes(verdict)) {
    const body = withPlace([message, sentence].filter((part) => part !== '').join('\n'), claimed.at)
    return { kind: 'failure', type: verdict, message, body }
  }
  if (verdict === 'undefined' || verdict === 'undecided') return { kind: 'skipped', why: message }
  return { kind: 'passed', note: message }
}
