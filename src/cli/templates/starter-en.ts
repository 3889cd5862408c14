import type { StarterTexts } from './starter.ts'

export const starterEn: StarterTexts = {
  plan: ({
    id,
    period,
    periodName,
    before,
    numbers,
    number,
  }) => `# A plan to start from. Its figures are invented: replace these with your own.
# What stands behind # is a remark; pva passes over it.

kind: plan
id: ${id} # results name it; small letters, digits, - and _
title: Plan for ${periodName}
period: ${period} # a year 2026, half 2026-H1, quarter 2026-Q1, month 2026-03, 2026-01/2026-09, years 2026/2030
numbers: ${numbers} # how numbers are written here: plain 1200 and 5.20, vi 1.200 and 5,20, en 1,200 and 5.20
source: Invented for this starter file (replace this with where the plan was published)

indicators:
  # A bare number is to be reached or passed.
  - id: jobs
    name: New jobs
    unit: workers
    target: ${number('1200')}
    # Parts are inside the whole and never added to it.
    of_which:
      - id: labour-export
        name: Labour export
        target: ${number('150')}

  - id: trainees
    name: Vocational trainees
    unit: persons
    target: ${number('800')}

  # A rate has to say which way is better: at_least, at_most, above, below, or between: [low, high].
  - id: trained-workers
    name: Workers with vocational training
    type: rate
    target:
      at_least: ${number('60')}

  # A poverty rate is to fall from its baseline, by percentage points. Rates under two standards are never
  # subtracted, so name the one that is used: 2021-2025, for example.
  - id: poverty-rate
    name: Poverty rate
    type: poverty-rate
    standard: national multidimensional
    measured: households # or persons
    baseline:
${before === null ? '' : `      period: ${before}\n`}      rate: ${number('5.20')} # poor and households may stand here too
    target:
      reduce_by: ${number('0.8')}
      # per: year # where a plan of several years means it for each of them

  # A task has no number: it gets done.
  - id: gender-equality-plan
    name: Action plan on gender equality
    type: task
    target: done
`,

  actuals: ({
    id,
    period,
    numbers,
    number,
  }) => `# Results to start from. Their figures are invented: replace these with your own.

kind: actuals
plan: ${id} # the id of the plan that they answer
period: ${period} # what they cover, unless one says otherwise
numbers: ${numbers}
source: Invented for this starter file (replace this with where the results were published)

results:
  jobs: ${number('1260')}
  labour-export: ${number('141')}
  trainees: # left empty: not reported, which is not 0
  trained-workers: ${number('61.5')}
  poverty-rate:
    rate: ${number('4.30')}
    status: provisional # or estimate; final where nothing is said
  gender-equality-plan: done # or in-progress, not-started

# What covers only a part of the plan's period, or one area, stands in a row of its own. One that starts later than
# the plan says its basis: increment counts its own period alone, cumulative all since the plan began.
#
# observations:
#   - indicator: trainees
#     period: ${period}
#     value: ${number('410')}
#     basis: cumulative
`,
}
