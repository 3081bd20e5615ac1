/** How the page of a review looks: light and dark, and in black on white on paper. A colour never says alone what it says. */
export const pageStyle = `
:root { color-scheme: light dark;
  --fg: light-dark(#18222f, #e1e6ee); --dim: light-dark(#566172, #a3aebb); --line: light-dark(#dfe3ea, #37404c);
  --paper: light-dark(#ffffff, #14181e); --tile: light-dark(#f5f7fa, #1d232b); --wall: light-dark(#1f4468, #8fbbe8);
  --added: light-dark(#1a7f42, #5fd08a); --removed: light-dark(#c22535, #ff7b84); --changed: light-dark(#9a5b00, #f0b860);
  --renamed: light-dark(#2d6cb5, #6fb0ff); --in: light-dark(#e3f5e9, #16351f); --out: light-dark(#fde9ea, #3d1a1d); }
body { margin: 0; padding: 0 24px 56px; color: var(--fg); background: var(--paper); line-height: 1.5;
  font-family: Inter, system-ui, "Segoe UI", sans-serif; font-size: 15px; }
main { max-width: 66rem; margin: 0 auto; }
header { padding-top: 32px; }
p, ul { margin: 0; padding: 0; }
ul { list-style: none; }
li { overflow-wrap: anywhere; }
.over { color: var(--dim); font-size: 0.85em; letter-spacing: 0.08em; text-transform: uppercase; }
h1 { margin: 2px 0 0; font-size: 1.9em; font-weight: 600; line-height: 1.25; overflow-wrap: anywhere; }
h1 .arrow { color: var(--dim); font-weight: 400; }
h2 { margin: 0 0 8px; font-size: 1.15em; font-weight: 600; }
h2.project { margin-top: 44px; padding-top: 20px; border-top: 1px solid var(--line); font-size: 1.45em; }
section { margin-top: 32px; }
.nothing { margin-top: 20px; font-size: 1.15em; }
.counts { display: grid; grid-template-columns: repeat(auto-fit, minmax(9rem, 1fr)); gap: 10px; margin-top: 20px; }
.counts li { padding: 10px 14px; border: 1px solid var(--line); border-top: 3px solid var(--dim); border-radius: 6px; background: var(--tile); }
.counts strong { display: block; font-size: 1.9em; font-weight: 400; line-height: 1.2; font-variant-numeric: tabular-nums; }
.counts span { color: var(--dim); }
.counts .none { border-top-color: var(--line); } .counts .none strong { color: var(--dim); }
.counts .wall { border-top-color: var(--wall); } .counts .wall strong { color: var(--wall); font-weight: 600; }
.counts .bad { border-top-color: var(--removed); } .counts .bad strong { color: var(--removed); font-weight: 600; }
.counts .good { border-top-color: var(--added); } .counts .good strong { color: var(--added); }
.unread { margin-top: 20px; padding: 8px 12px; border-left: 4px solid var(--changed); background: var(--tile); }
.meaning li { padding: 8px 14px; margin-top: 6px; border-left: 4px solid var(--changed); background: var(--tile); font-size: 1.05em; }
.meaning li.wall { border-left: 4px double var(--wall); border-left-width: 8px; }
.meaning li.more { border-left-color: var(--line); }
.wall-tag { display: inline-block; padding: 0 7px; margin: 0 6px; border: 1.5px solid var(--wall); color: var(--wall); font-size: 0.8em; font-weight: 600; }
.listed li { padding: 3px 0; }
.listed strong { font-weight: 600; }
code { font-family: ui-monospace, "Cascadia Mono", Menlo, Consolas, monospace; font-size: 0.92em; }
.guards li, .findings li { padding: 6px 0; border-top: 1px solid var(--line); }
.guards .loosened strong { color: var(--removed); } .guards .tightened strong { color: var(--added); }
.severity { display: inline-block; padding: 0 7px; border: 1.5px solid currentColor; border-radius: 4px; font-size: 0.85em; font-weight: 600; }
.error .severity { color: var(--removed); } .warning .severity { color: var(--changed); } .info .severity { color: var(--renamed); }
.fixed .severity { text-decoration: line-through; }
.place, .was, .titled, .kind, .property, .unchanged, .more { color: var(--dim); }
.place { font-family: ui-monospace, "Cascadia Mono", Menlo, Consolas, monospace; font-size: 0.85em; }
.unchanged { margin-top: 32px; }
.sheet { overflow: auto; border: 1px solid var(--line); border-radius: 8px; }
.sheet > svg { display: block; width: 100%; min-width: 900px; height: auto; }
@media (min-width: 70rem) { .picture { margin-inline: calc((66rem - min(96vw, 110rem)) / 2); } }
.changes > .change { display: grid; grid-template-columns: 1.6em 1fr; padding: 7px 0; border-top: 1px solid var(--line); }
.changes .changes > .change { border-top: 0; padding: 2px 0; }
.details > .change { display: grid; grid-template-columns: 1.4em 1fr; }
.details { margin: 2px 0 2px; }
.sign { font-weight: 700; }
.added > .sign { color: var(--added); } .removed > .sign { color: var(--removed); }
.changed > .sign { color: var(--changed); } .renamed > .sign { color: var(--renamed); }
ins { color: var(--added); text-decoration: none; } del { color: var(--removed); }
details > summary { width: fit-content; color: var(--dim); cursor: pointer; font-size: 0.9em; }
details > summary:hover { color: var(--fg); }
.sides { display: grid; grid-template-columns: repeat(auto-fit, minmax(20rem, 1fr)); gap: 12px; margin-top: 6px; }
.sides > div { min-width: 0; }
.side { color: var(--dim); font-size: 0.85em; }
pre { margin: 2px 0 0; padding: 8px 0; overflow-x: auto; border: 1px solid var(--line); border-radius: 6px; background: var(--tile);
  font-family: ui-monospace, "Cascadia Mono", Menlo, Consolas, monospace; font-size: 0.86em; line-height: 1.45; tab-size: 2; }
pre .line { display: block; padding: 0 10px; min-height: 1.45em; width: max-content; min-width: calc(100% - 20px); }
.line.in { background: var(--in); } .line.out { background: var(--out); }
:focus-visible { outline: 2px solid var(--renamed); outline-offset: 2px; border-radius: 2px; }
@media (max-width: 34rem) { body { padding: 0 14px 32px; } }
@media print {
  :root { color-scheme: light; }
  body { padding: 0; font-size: 10pt; color: #000; background: #fff; }
  section.picture { margin-inline: 0; break-inside: avoid; }
  .sheet { overflow: visible; border: 0; } .sheet > svg { min-width: 0; }
  .counts li, .meaning li, .changes > .change, .findings li { break-inside: avoid; }
  h2 { break-after: avoid; }
  details.text { display: none; }
  .counts li, .meaning li, .line { print-color-adjust: exact; -webkit-print-color-adjust: exact; }
}
`;
