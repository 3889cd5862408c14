/** What a draft says in its comments. */
export const draftEn = {
  head: (file: string) =>
    `Draft read from ${file}. Hold each line against its sentence; '?' is for a person to decide.`,
  source: 'where was this printed?',
  period: 'which period: 2018, 2018-Q1, 2018-01/2018-09?',
  plan: 'the id of the plan',
  baseline: 'the figure that it starts from, and its period',
  direction: 'at_least or at_most?',
  pointsOrPercent: (number: string) => `${number} percentage points (${number} pp), or ${number}% of the baseline?`,
  perYear: ' each year',
  whichTarget: '(what exactly is planned?)',
}
