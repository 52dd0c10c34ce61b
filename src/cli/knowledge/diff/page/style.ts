/** The page's style: it stands in the page, since the file is passed on alone. */
export const STYLE = `
:root { color-scheme: light; --ink: #1d2733; --quiet: #55606e; --line: #cfd6de; --old: #fdf1ef; --new: #eef7f0; --alert: #b3261e; --accent: #1f5f8b; }
* { box-sizing: border-box; }
body { margin: 0; font: 16px/1.75 "Noto Sans JP", "Noto Sans CJK JP", "Hiragino Sans", "Yu Gothic", sans-serif; color: var(--ink); background: #f6f7f9; }
main, header, footer { max-width: 1180px; margin: 0 auto; padding: 0 20px; }
header { padding-top: 28px; }
h1 { font-size: 1.6rem; margin: 0 0 4px; line-height: 1.4; }
h2 { font-size: 1.25rem; margin: 0; }
h3 { font-size: 1rem; margin: 0; }
p { margin: 6px 0; }
.quiet { color: var(--quiet); font-size: .9rem; }
code { font: .85em/1.4 ui-monospace, monospace; overflow-wrap: anywhere; }
.figures { display: grid; grid-template-columns: repeat(auto-fit, minmax(180px, 1fr)); gap: 10px; margin: 20px 0; padding: 0; list-style: none; }
.figures a { display: block; height: 100%; padding: 10px 14px; background: #fff; border: 1px solid var(--line); border-radius: 8px; color: inherit; text-decoration: none; }
.figures a:hover, .figures a:focus-visible { border-color: var(--accent); outline: 2px solid var(--accent); }
.figures strong { display: block; font-size: 1.7rem; line-height: 1.2; font-variant-numeric: tabular-nums; }
.figures .alert { border: 2px solid var(--alert); color: var(--alert); }
.figures .zero strong { color: var(--quiet); font-weight: 400; }
.filters { display: flex; flex-wrap: wrap; gap: 6px 14px; align-items: baseline; margin: 0 0 20px; }
.filters a { display: inline-block; padding: 2px 4px; color: var(--accent); }
.facts { background: #fff; border: 1px solid var(--line); border-radius: 8px; padding: 10px 16px; margin: 0 0 20px; }
.facts ul { margin: 4px 0; padding-left: 1.4em; columns: 2 320px; }
section { margin: 30px 0; scroll-margin-top: 10px; }
section.alert > h2 { color: var(--alert); }
article { background: #fff; border: 1px solid var(--line); border-radius: 8px; margin: 14px 0; overflow: clip; }
article > header { padding: 8px 16px; max-width: none; display: flex; flex-wrap: wrap; gap: 2px 14px; align-items: baseline; border-bottom: 1px solid var(--line); }
.columns { display: grid; grid-template-columns: 1fr 1fr; }
.columns > div { padding: 10px 16px; min-width: 0; overflow-wrap: anywhere; }
.columns > .was { background: var(--old); border-right: 1px solid var(--line); }
.columns > .is { background: var(--new); }
.columns > .alone { grid-column: 1 / -1; border-top: 1px solid var(--line); }
.columns > .alone:first-child { border-top: 0; }
.alone > summary { padding: 6px 16px; }
.alone > .text { padding: 0 16px 10px; margin: 0; max-width: 46em; }
.alone.new[open] { background: var(--new); }
.alone.old[open] { background: var(--old); }
.columns > .same { color: var(--quiet); }
.columns > .side { padding-bottom: 0; font-size: .85rem; font-weight: 700; }
.columns > .row { padding-top: 3px; padding-bottom: 3px; margin: 0; }
.columns > .side + .side ~ div .kind { margin-top: 0; }
.kind { font-size: .85rem; color: var(--quiet); }
.text { white-space: pre-wrap; margin: 4px 0; }
.label { display: inline-block; font-size: .8rem; line-height: 1.5; padding: 0 8px; border: 1px solid currentcolor; border-radius: 99px; white-space: nowrap; }
.label.bad { color: var(--alert); font-weight: 700; }
.label.good { color: #1b6b3a; }
.section-name { grid-column: 1 / -1; padding: 6px 16px; font-size: .9rem; border-block: 1px solid var(--line); background: #fafbfc; font-weight: 700; }
.columns > h4.section-name { margin: 0; }
del { background: #f6c9c3; text-decoration: line-through; }
ins { background: #bfe5ca; text-decoration: underline; font-weight: 700; }
.asked { margin: 0; padding: 8px 16px 8px 2.4em; border-top: 1px solid var(--line); }
.asked li { margin: 3px 0; }
.asked .label { margin-left: 8px; }
details > .asked { border-top: 0; }
summary { cursor: pointer; padding: 4px 16px; color: var(--accent); min-height: 24px; }
.columns summary { padding: 2px 0; }
footer { padding-bottom: 40px; }
.target { display: block; }
body:has(#only-broken:target) .entry:not(.broken), body:has(#only-golden:target) .entry:not(.golden), body:has(#only-patient:target) .entry:not(.patient), body:has(#only-rule:target) .entry:not(.rule), body:has(#only-passage:target) .entry:not(.passage) { display: none; }
body:has(.target:not(#every):target) section:not(:has(.entry)) { display: none; }
body:has(#only-broken:target) section:not(:has(.broken)), body:has(#only-golden:target) section:not(:has(.golden)), body:has(#only-patient:target) section:not(:has(.patient)), body:has(#only-rule:target) section:not(:has(.rule)), body:has(#only-passage:target) section:not(:has(.passage)) { display: none; }
body:has(#only-broken:target) a[href="#only-broken"], body:has(#only-golden:target) a[href="#only-golden"], body:has(#only-patient:target) a[href="#only-patient"], body:has(#only-rule:target) a[href="#only-rule"], body:has(#only-passage:target) a[href="#only-passage"] { font-weight: 700; color: var(--ink); text-decoration: none; border-bottom: 3px solid var(--accent); }
@media (max-width: 620px) { .columns > div { padding: 8px 10px; } main, header, footer { padding-left: 10px; padding-right: 10px; } }
@media print {
  body { background: #fff; font-size: 10pt; line-height: 1.5; }
  main, header, footer { max-width: none; padding: 0; }
  .filters, .figures a::after { display: none; }
  article { border-radius: 0; }
  article > header, .section-name, h2, h3 { break-after: avoid; }
  .row, .asked li, .figures li { break-inside: avoid; }
  .figures { grid-template-columns: repeat(4, 1fr); }
  details::details-content { content-visibility: visible; block-size: auto; }
  summary { list-style: none; }
  del, ins, .columns > div { print-color-adjust: exact; }
}
`;
