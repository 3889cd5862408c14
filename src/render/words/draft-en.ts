/** What a draft says in its comments. */
export const draftEn = {
  head: (file: string) =>
    `Draft read from ${file}. Hold each line against its sentence; '?' is for a person to decide.`,
  headOfActivity: (file: string) =>
    `Draft read from ${file}, a plan for each period. Hold each line against its figure; '?' is for a person to decide.`,
  headOfTable: (file: string) =>
    `Draft read from ${file}. Hold each line against its cell; '?' is for a person to decide.`,
  leftAside: (names: string) => `left out: ${names}`,
  type: (question: 'per-cent' | 'number'): string =>
    question === 'per-cent'
      ? 'rate (a share of something), growth (on the time before) or poverty-rate?'
      : 'count (adds up over time), stock (so many on a day) or level (so much per something)?',
  noTarget: 'no figure; none: followed without a target',
  wayOf: (least: string, most: string) => `${least} or ${most}?`,
  numbers: 'how are numbers written: vi (16.250,5), en (16,250.5) or plain (16250.5)?',
  basis: 'do the figures hold the period alone (increment), or the year to its end (cumulative)?',
  repeated: (names: string) => `several rows have one name: ${names}`,
  source: 'where was this printed?',
  period: 'which period: 2018, 2018-Q1, 2018-01/2018-09?',
  plan: 'the id of the plan',
  baseline: 'the figure that it starts from, and its period',
  direction: 'at_least or at_most?',
  pointsOrPercent: (number: string) => `${number} percentage points (${number} pp), or ${number}% of the baseline?`,
  perYear: ' each year',
  whichTarget: '(what exactly is planned?)',
}
