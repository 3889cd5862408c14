// Preloaded into a real process of `pva`: gives it the date and the terminal that the test states.
const { today, terminal } = JSON.parse(process.env.AS_TOLD)
delete process.env.AS_TOLD

const now = Date.parse(`${today}T12:00:00Z`)
globalThis.Date = class extends Date {
  constructor(...args) {
    super(...(args.length > 0 ? args : [now]))
  }

  static now() {
    return now
  }
}

for (const stream of [process.stdout, process.stderr]) {
  for (const [key, value] of Object.entries(terminal)) Object.defineProperty(stream, key, { value })
}
