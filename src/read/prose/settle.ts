import type { ClaimDirection } from '../../model/claim.ts'
import type { Field, FieldKey, Statement } from './statements.ts'

/** A statement that is being put together. */
export interface Draft {
  subject: string
  object: string
  unit: string
  period: string | null
  direction: ClaimDirection | null
  verdict: Statement['verdict']
  fields: Field[]
  isAim: boolean
  among: Draft | Statement | null
  isSurelyPart: boolean
  /** Whether something says what a change is from. */
  isAnchored: boolean
  isRate: boolean
  target: 'reduce_by' | 'increase_by' | null
}

/** Only what holds a figure against another one is a statement; or tells a part or a result with the verb for it. */
export function finishedStatements(drafts: readonly Draft[]): readonly Statement[] {
  const made = new Map<Draft, Statement>()
  for (const draft of drafts) {
    const fields = settledFields(draft)
    if (!isStatement(draft, fields)) continue
    const { subject, object, unit, period, isAim, verdict } = draft
    const has = (key: FieldKey) => fields.some((field) => field.key === key)
    const { among } = draft
    made.set(draft, {
      subject,
      object,
      unit,
      period,
      isAim: isAim && has('target'),
      direction: draft.direction ?? draft.target,
      verdict: has('exceeds_by') || has('completion') ? null : verdict,
      fields,
      among: !draft.isSurelyPart || among === null ? null : 'isAnchored' in among ? (made.get(among) ?? null) : among,
    })
  }
  return [...made.values()]
}

function isStatement({ isAnchored, isRate, verdict, among }: Draft, fields: readonly Field[]): boolean {
  const has = (...keys: readonly FieldKey[]) => fields.some(({ key }) => keys.includes(key))
  if (has('target', 'exceeds_by', 'previous', 'rate', 'total') || (has('from', 'baseline') && has('to'))) return true
  if (has('completion', 'ratio')) return true
  if (has('change', 'growth', 'poor_change')) {
    // "Tăng 16% so với cùng kỳ, trong đó thuế tăng 9%": what the whole is compared with, its parts are too.
    const isCompared = among?.fields.some(({ key }) => key === 'change' || key === 'growth')
    return isAnchored || isRate || has('actual', 'to', 'numerator') || isCompared === true
  }
  return has('actual') && (among !== null || verdict !== null)
}

/** The keys of figures, once the whole statement is known. */
function settledFields(draft: Draft): readonly Field[] {
  const has = (key: FieldKey) => draft.fields.some((field) => field.key === key)
  const isPercent = ({ numeral }: Field) => numeral.mark !== 'none'
  const ofRates =
    draft.isRate ||
    draft.fields.some((field) => ['from', 'to', 'actual', 'baseline'].includes(field.key) && isPercent(field))
  const counts = draft.fields.some((field) => field.key === 'actual' && !isPercent(field))
  const isShare = counts && draft.fields.some((field) => field.key === 'to' && isPercent(field))
  let fields = draft.fields.map((field): Field => {
    const { key } = field
    if (key === 'actual' && isShare && !isPercent(field)) return { ...field, key: 'numerator' }
    if (key === 'change' && !isPercent(field) && ofRates) return { ...field, key: 'poor_change' }
    if (key === 'change' && field.numeral.mark === 'percent' && !ofRates) return { ...field, key: 'growth' }
    if (key === 'to' && !has('from') && !has('change') && !has('previous') && !isShare)
      return { ...field, key: 'actual' }
    return field
  })
  // "Cut by 21.4%, exceeding the goal of a 20% reduction": the change is what was reached.
  const moved = fields.find(({ key }) => key === 'growth' || key === 'change')
  if (draft.target && moved && !has('actual')) {
    fields = fields.map((field) => (field === moved ? { ...field, key: 'actual', isNegative: false } : field))
  }
  return withTotal(fields)
}

/** "64, gồm 47, 9 và 8": what the parts are of is their total, whatever else it is. */
function withTotal(fields: readonly Field[]): readonly Field[] {
  const parts = fields.filter(({ key }) => key === 'parts')
  const whole = fields.find(({ key }) => key === 'actual' || key === 'to')
  if (parts.length < 2 || !whole) return fields.filter(({ key }) => key !== 'parts')
  const others = fields.filter((field) => field !== whole && field.key !== 'parts')
  const total = { ...whole, key: 'total' as const }
  return others.length > 0 ? [...fields, total] : [...parts, total]
}
