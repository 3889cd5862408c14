import type { Plan } from '../../model/plan.ts'
import type { CompletionLine } from '../../model/report.ts'
import { formatOf } from '../figure/format.ts'
import { periodText } from '../figure/period-text.ts'
import { safeText } from '../figure/safe-text.ts'
import type { DocumentLook } from '../view/format.ts'
import { explainWordsOf } from '../words/words.ts'
import { explainedInputs } from './inputs.ts'
import { explainedSteps } from './steps.ts'
import type { ExplainedInput, Sheet, Step } from './written.ts'

/** How one figure came about, in words and numbers, before any layout. */
export interface Explanation {
  readonly title: string
  readonly subtitle: string
  readonly inputs: readonly ExplainedInput[]
  readonly steps: readonly Step[]
}

/** A line of a plan that is explained. */
export interface Explained {
  readonly plan: Plan
  readonly line: CompletionLine
}

export interface ExplanationChoice extends Pick<DocumentLook, 'lang' | 'unicode'> {
  /** Wins over the indicator's decimals, which win over the plan's. */
  readonly decimals: number | null
}

export function explanationOf({ plan, line }: Explained, choice: ExplanationChoice): Explanation {
  const { indicator, area } = line
  const sheet: Sheet = {
    ...formatOf(choice.lang, choice.unicode, plan.rounding),
    say: explainWordsOf(choice.lang),
    type: indicator.type,
    plan,
    decimals: choice.decimals ?? indicator.decimals ?? plan.decimals,
  }
  const name = safeText(indicator.name[choice.lang])
  const unit = indicator.unit ? ` (${safeText(indicator.unit[choice.lang])})` : ''
  return {
    title: area ? `${name}${unit} – ${safeText(area.name[choice.lang])}` : name + unit,
    subtitle: [
      area ? `${indicator.id}, ${area.id}` : indicator.id,
      safeText(plan.title[choice.lang]),
      periodText(plan.period, sheet.words),
    ].join(' · '),
    inputs: explainedInputs(line, sheet),
    steps: explainedSteps(line, sheet),
  }
}
