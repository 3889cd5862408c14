/**
 * The look of a page, on a screen and on paper. It is the one thing that the page's Content Security Policy lets in,
 * by its hash: nothing in the page has a style of its own.
 *
 * Colours have a contrast of 4.5 to 1 or more on what they stand on, in light and in dark.
 */
/** Without the line break that some readers drop behind `<style>`, and then find another digest than the policy has. */
export const STYLE = stylesheet().trim()

function stylesheet(): string {
  return `
:root {
  color-scheme: light dark;
  --paper: #ffffff; --panel: #f5f6f8; --ink: #1b1f24; --soft: #535b66; --rule: #d5d9df; --strong: #1b1f24; --link: #0b5cad;
  --good: #17692f; --bad: #b0241b; --warning: #805300; --quiet: #535b66;
  --good-tint: #e3f3e7; --bad-tint: #fbe6e4; --warning-tint: #fcf0d4; --quiet-tint: #eef0f3;
  --bar-good: #3a9a57; --bar-bad: #cf4a40; --bar-warning: #c98a13; --bar-quiet: #7b8694; --track: #e6e9ed; --band: #c5ccd5;
}
@media (prefers-color-scheme: dark) {
  :root {
    --paper: #13171c; --panel: #1b2027; --ink: #e7eaee; --soft: #a9b2bd; --rule: #363d47; --strong: #cfd5dc; --link: #7db8f5;
    --good: #6fd08a; --bad: #ff938a; --warning: #e9b949; --quiet: #a9b2bd;
    --good-tint: #17301f; --bad-tint: #3b1d1b; --warning-tint: #352a10; --quiet-tint: #232a32;
    --bar-good: #4fae6c; --bar-bad: #e0675d; --bar-warning: #d29b2c; --bar-quiet: #8792a0; --track: #2a3038; --band: #4a5461;
  }
}
* { box-sizing: border-box; }
html { font: 100%/1.5 system-ui, "Segoe UI", Roboto, "Noto Sans", Arial, sans-serif; }
body { margin: 0; background: var(--paper); color: var(--ink); }
.page { max-width: 75rem; margin: 0 auto; padding: 1.5rem 1.25rem 3rem; overflow-wrap: break-word; }
.edition { display: none; }
.edition.first { display: block; }
.pick-vi:checked ~ .edition, .pick-en:checked ~ .edition { display: none; }
.pick-vi:checked ~ .edition.vi, .pick-en:checked ~ .edition.en { display: block; }
main { text-align: right; } .edition { text-align: left; padding-top: .5rem; }
.pick { font-size: .875rem; line-height: 1.75rem; vertical-align: middle; } span.pick { color: var(--soft); }
input.pick { width: 1.1rem; height: 1.1rem; margin: 0 .4rem 0 .8rem; accent-color: var(--link); } label.pick { white-space: nowrap; cursor: pointer; padding: .4rem 0; }
h1 { font-size: 1rem; font-weight: 600; letter-spacing: .02em; color: var(--soft); margin: 0 0 .5rem; }
h2 { font-size: 1.6rem; line-height: 1.25; margin: 0 0 .4rem; text-wrap: balance; }
h3 { font-size: 1.15rem; margin: 2rem 0 .6rem; }
a { color: var(--link); }
.plan + .plan { margin-top: 3.5rem; padding-top: 2rem; border-top: 3px double var(--rule); }
.facts { margin: 0 0 .25rem; font-weight: 500; }
.about { margin: 0 0 .15rem; color: var(--soft); font-size: .9rem; }
.contents { margin: 0 0 2rem; padding: .75rem 1rem; background: var(--panel); border-radius: .5rem; }
.contents ul { margin: 0; padding-left: 1.1rem; }
.summary { list-style: none; display: flex; flex-wrap: wrap; gap: .5rem; margin: 1.1rem 0 0; padding: 0; }
.summary li { padding: .3rem .7rem; border-radius: .4rem; font-size: .9rem; }
.summary strong { font-size: 1.15rem; margin-right: .15rem; }
.good { color: var(--good); } .bad { color: var(--bad); } .warning { color: var(--warning); } .quiet { color: var(--quiet); }
.summary .good, .heat .good { background: var(--good-tint); } .summary .bad, .heat .bad { background: var(--bad-tint); }
.summary .warning, .heat .warning { background: var(--warning-tint); } .summary .quiet, .heat .quiet { background: var(--quiet-tint); }
table { border-collapse: collapse; width: 100%; font-size: .925rem; border-bottom: 2px solid var(--strong); }
table.wide { font-size: .85rem; } .wide th, .wide td { padding-left: .3rem; padding-right: .3rem; } .wide .chart { min-width: 8rem; }
caption { text-align: left; font-weight: 600; font-size: 1.15rem; margin: 2rem 0 .6rem; caption-side: top; }
th, td { padding: .4rem .5rem; text-align: left; vertical-align: top; }
th[scope="row"], .sheet, .about, .remarks, .notes, .problems, footer { overflow-wrap: anywhere; }
thead th { border-top: 2px solid var(--strong); border-bottom: 1px solid var(--strong); vertical-align: bottom; font-size: .8rem; font-weight: 600; color: var(--soft); }
tbody th { font-weight: 500; }
tbody.line > tr:first-child > * { border-top: 1px solid var(--rule); }
.number { text-align: right; font-variant-numeric: tabular-nums; overflow-wrap: normal; }
.number .small { display: inline-block; line-height: 1.3; }
.section th { padding-top: 1.1rem; font-weight: 700; }
.of-which th { padding-bottom: .1rem; color: var(--soft); font-weight: 400; font-style: italic; }
.depth-1 { padding-left: 1.5rem; } .depth-2 { padding-left: 2.75rem; } .depth-3 { padding-left: 4rem; }
.remark { margin: .5rem 0 0; color: var(--soft); font-size: .85rem; }
.course { display: flex; flex-wrap: wrap; gap: 1rem 2rem; align-items: start; } .course table { width: auto; } .course figure { margin: 0; }
.unit, .small { color: var(--soft); font-weight: 400; font-size: .85em; }
.area th, .area td { font-size: .875rem; }
.verdict { font-weight: 600; }
.completion { font-weight: 600; }
sup { line-height: 0; font-size: .75em; font-weight: 400; color: var(--soft); margin-left: .1em; }
.how > td { padding: 0 .5rem .35rem; }
.openings { display: flex; flex-wrap: wrap; gap: 0 1.5rem; } .openings details[open] { flex: 1 0 100%; }
details summary { cursor: pointer; color: var(--link); font-size: .825rem; min-height: 1.5rem; width: fit-content; }
details summary:focus-visible, input:focus-visible, a:focus-visible { outline: 2px solid var(--link); outline-offset: 2px; }
.sheet { margin: .4rem 0 .8rem; padding: .8rem 1rem; background: var(--panel); border-left: 3px solid var(--rule); font-size: .875rem; }
.sheet .sheet-head { margin: 0 0 .3rem; font-weight: 600; } .sheet dl + .sheet-head { margin-top: .9rem; }
.sheet dl { margin: 0; display: grid; grid-template-columns: minmax(6rem, 12rem) 1fr; gap: .2rem 1rem; }
.sheet dt { color: var(--soft); } .sheet dd { margin: 0; min-width: 0; }
.notes { list-style: none; margin: .7rem 0 0; padding: 0; color: var(--soft); font-size: .85rem; }
.remarks { margin: .8rem 0 0; padding-left: 1.1rem; font-size: .9rem; }
.left-out { padding: .6rem .9rem; background: var(--warning-tint); border-left: 3px solid var(--warning); }
.chart { display: block; width: 11.25rem; min-width: 9rem; max-width: 100%; height: auto; }
.chart.series { width: 30rem; min-width: 0; }
.chart text { font-size: 11px; fill: var(--soft); } .chart .middle { text-anchor: middle; } .chart .end { text-anchor: end; }
.chart .track { fill: var(--track); stroke: var(--track); stroke-width: 1; } .chart .band { fill: var(--band); }
.chart .actual { fill: var(--bar-quiet); } .chart .tick, .chart .grid { stroke: var(--rule); }
.chart .zero { stroke: var(--soft); stroke-width: 1; } .chart .target { stroke: var(--ink); stroke-width: 2.5; } .chart .expected { stroke: var(--ink); stroke-width: 1.5; stroke-dasharray: 3 2; }
.chart .way { stroke: var(--bar-quiet); stroke-width: 3; fill: none; } .chart.series .way { stroke-width: 2; }
.chart .from { fill: var(--paper); stroke: var(--soft); stroke-width: 2; } .chart .to { fill: var(--bar-quiet); }
.chart.good .actual, .chart.good .to { fill: var(--bar-good); } .chart.good .way { stroke: var(--bar-good); }
.chart.bad .actual, .chart.bad .to { fill: var(--bar-bad); } .chart.bad .way { stroke: var(--bar-bad); }
.chart.warning .actual, .chart.warning .to { fill: var(--bar-warning); } .chart.warning .way { stroke: var(--bar-warning); }
.key { display: flex; flex-wrap: wrap; gap: .25rem 1.25rem; margin: .6rem 0 0; color: var(--soft); font-size: .825rem; align-items: center; }
.key svg { display: inline-block; width: 1.6rem; min-width: 0; height: .9rem; vertical-align: -.1rem; margin-right: .35rem; }
figure { margin: 1rem 0 0; } figcaption { font-weight: 600; font-size: .925rem; margin-bottom: .3rem; }
table.heat { width: auto; min-width: 50%; } .heat td { text-align: right; font-variant-numeric: tabular-nums; border: 1px solid var(--paper); }
.heat thead th { text-align: right; } .heat thead th:first-child { text-align: left; }
.heat th:first-child { position: sticky; left: 0; min-width: 7rem; background: var(--paper); }
.scroll { overflow-x: auto; }
.problems { font-size: .9rem; padding-left: 1.1rem; } .problems li { margin-bottom: .5rem; } .problems .small { display: block; }
footer { margin-top: 3rem; padding-top: 1rem; border-top: 1px solid var(--rule); color: var(--soft); font-size: .8rem; }
footer ul { padding-left: 1.1rem; margin: .3rem 0 0; }
code { font-family: ui-monospace, "Cascadia Mono", Consolas, "DejaVu Sans Mono", monospace; font-size: .9em; }
@media screen and (min-width: 56.01rem) { .stacked th[scope="row"] { min-width: 13rem; } .stacked td:last-child:not([colspan]) { min-width: 6.5rem; } .stacked.wide th[scope="row"] { min-width: 10rem; } .stacked.wide td:last-child:not([colspan]) { min-width: 5.5rem; } }
@media screen and (max-width: 56rem) {
  .page { padding: 1rem .75rem 2rem; }
  h2 { font-size: 1.3rem; } span.pick { display: block; }
  .sheet dl { grid-template-columns: 1fr; } .sheet dd { margin: 0 0 .4rem .8rem; }
}
@media screen and (max-width: 56rem) {${cards('.stacked')}}
@media screen and (max-width: 76rem) {${cards('.stacked.wide')}}
@page { size: A4; margin: 16mm 14mm 18mm; @bottom-right { content: counter(page) " / " counter(pages); font: 8pt system-ui, sans-serif; } }
@page across { size: A4 landscape; }
@media print {
  :root { --paper: #fff; --panel: #fff; --ink: #000; --soft: #333; --rule: #999; --strong: #000; --link: #000; --track: #e6e9ed; --band: #c5ccd5;
    --good: #17692f; --bad: #b0241b; --warning: #805300; --quiet: #444; --good-tint: #e3f3e7; --bad-tint: #fbe6e4; --warning-tint: #fcf0d4; --quiet-tint: #eef0f3;
    --bar-good: #3a9a57; --bar-bad: #cf4a40; --bar-warning: #c98a13; --bar-quiet: #7b8694; }
  html { font-size: 9.5pt; }
  body { print-color-adjust: exact; -webkit-print-color-adjust: exact; }
  .page { max-width: none; padding: 0; }
  .pick, .contents, details:not([open]) { display: none; }
  .how:not(:has(details[open])) { display: none; }
  .edition:has(.wide) { page: across; }
  .plan + .plan { break-before: page; border-top: 0; margin-top: 0; padding-top: 0; }
  thead { display: table-header-group; }
  tr, figure, .notes li { break-inside: avoid; } tr.how { break-inside: auto; break-before: avoid; }
  figure { break-before: avoid; }
  h3, caption, .section, .of-which { break-after: avoid; }
  table { font-size: .9rem; } th, td { padding: .25rem .3rem; } thead th { font-size: .75rem; }
  .chart { width: 40mm; min-width: 32mm; } .wide .chart { min-width: 30mm; } table.wide { font-size: .8rem; } .key svg { min-width: 0; width: 6mm; } .chart.series { width: 110mm; }
  .scroll { overflow: visible; } table.heat { width: 100%; } .heat th:first-child { position: static; } .heat thead th { overflow-wrap: anywhere; }
}
`
}

/** Rows as cards: the name above, the figures side by side, each below its label, as many as there is room for. */
function cards(table: string): string {
  return `
  ${[table, ...['tbody', 'th', 'td', 'caption'].map((part) => `${table} ${part}`)].join(', ')} { display: block; width: auto; }
  ${table} tr { display: grid; grid-template-columns: repeat(auto-fill, minmax(8rem, 1fr)); gap: .35rem .75rem; }
  ${table} thead { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
  ${table} tbody.line { padding: .6rem 0; border-top: 1px solid var(--rule); }
  ${table} tbody.line > tr:first-child > * { border-top: 0; }
  ${table} th, ${table} td { padding: 0; text-align: left; min-width: 0; }
  ${table} th, ${table} .no, ${table} .how > td { grid-column: 1 / -1; }
  ${table} .no { color: var(--soft); font-size: .8rem; margin-bottom: -.35rem; } ${table} td:empty { display: none; }
  ${table} .section th { padding-top: 1rem; }
  ${table} .depth-1, ${table} .depth-2, ${table} .depth-3 { padding-left: .6rem; border-left: 2px solid var(--rule); }
  ${table} td[data-label]::before { content: attr(data-label); display: block; color: var(--soft); font-weight: 400; font-size: .8rem; }
  ${table} .drawing { grid-column: span 2; } ${table} .drawing > div { padding-top: .25rem; }
  ${table} .number { overflow-wrap: anywhere; }
`
}
