import type { Figure } from '../../model/figure.ts'
import type { Baseline, StatedTarget } from '../../model/indicator.ts'
import { type PovertyCount, povertyCounts } from '../../model/observation.ts'
import type { Area } from '../../model/plan.ts'
import type { Input, InputField } from '../../model/report.ts'
import { observedInput, type Reported } from './reported.ts'

/** Every value that a line was calculated from, with its place: the target first, then the baseline, then the results. */
export function inputsOf(
  target: StatedTarget | null,
  original: StatedTarget | null,
  baseline: Baseline | null,
  reported: Reported,
  area: Area | null,
): readonly Input[] {
  const inputs: Input[] = []
  const of = area?.id ?? null
  if (target) inputs.push(targetInput('target', target, of))
  if (original) inputs.push(targetInput('original-target', original, of))
  if (baseline) for (const added of baselineInputs(baseline, of)) inputs.push(added)
  const observed = reported.inputs()
  for (const input of observed) inputs.push(input)
  for (const added of [...stateInput(reported), ...otherCounts(reported, observed)]) inputs.push(added)
  for (const observation of reported.superseded) {
    const figure = observation.value ?? observation.cumulative
    if (figure) inputs.push(observedInput('superseded', figure, observation))
  }
  return inputs
}

function targetInput(field: InputField, { text, at, source }: StatedTarget, area: string | null): Input {
  return { field, text, at, source, period: null, area, status: null, figure: null, note: null }
}

function baselineInputs({ value, poor, households, period }: Baseline, area: string | null): readonly Input[] {
  const input = (field: InputField, figure: Figure | null): readonly Input[] =>
    figure
      ? [
          {
            field,
            text: figure.text,
            at: figure.at,
            source: figure.source,
            period,
            area,
            status: null,
            figure,
            note: null,
          },
        ]
      : []
  return [...input('baseline', value), ...input('baseline-poor', poor), ...input('baseline-households', households)]
}

function stateInput({ newest, state }: Reported): readonly Input[] {
  if (!newest?.state || !state) return []
  const { text, at } = newest.state
  const { source, period, area, status, note } = newest
  return [{ field: 'actual', text, at, source, period, area, status, figure: null, note }]
}

export const fieldOfCount: Readonly<Record<PovertyCount, InputField>> = {
  poor: 'poor',
  households: 'households',
  poor_change: 'poor-change',
  escaped: 'escaped',
  relapsed: 'relapsed',
  new: 'new',
  other: 'other',
}

/** Counts that were reported with a rate and are not among its inputs already. */
function otherCounts({ newest }: Reported, inputs: readonly Input[]): readonly Input[] {
  if (!newest) return []
  return povertyCounts.flatMap((count) => {
    const figure = newest.counts[count]
    const isMissing = figure && !inputs.some((input) => input.figure === figure)
    return isMissing ? [observedInput(fieldOfCount[count], figure, newest)] : []
  })
}
