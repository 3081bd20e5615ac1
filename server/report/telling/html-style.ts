/**
 * How a scorecard looks: in the colours of VS Code where it is shown there, in its own in a browser, and in black on white
 * on paper. A colour never says alone what it says.
 */
export const pageStyle = `
:root { color-scheme: light dark;
  --fg: var(--vscode-foreground, light-dark(#1d2330, #d7dce5));
  --dim: var(--vscode-descriptionForeground, light-dark(#586174, #9aa3b5));
  --line: var(--vscode-contrastBorder, var(--vscode-widget-border, var(--vscode-panel-border, light-dark(#dfe3ea, #3a4150))));
  --tile: var(--vscode-editorWidget-background, light-dark(#f6f8fb, #232936));
  --whole: color-mix(in srgb, var(--fg) 13%, transparent);
  --link: var(--vscode-textLink-foreground, light-dark(#1f5fae, #79b0f2));
  --good: var(--vscode-charts-green, light-dark(#2e7d4a, #6cc48a));
  --fair: var(--vscode-editorWarning-foreground, light-dark(#b26a12, #e0a458));
  --poor: var(--vscode-charts-red, light-dark(#c13a32, #f0837b));
  --plain: var(--vscode-charts-blue, light-dark(#3268ac, #7fb0ea)); }
body { margin: 0; padding: 0 24px 48px; color: var(--fg); line-height: 1.5;
  font-family: var(--vscode-font-family, system-ui, "Segoe UI", sans-serif); font-size: var(--vscode-font-size, 15px); }
main { max-width: 60rem; margin: 0 auto; }
.card { padding-top: 28px; }
.card + .card { margin-top: 40px; border-top: 1px solid var(--line); }
.over { margin: 0; color: var(--dim); font-size: 0.85em; letter-spacing: 0.08em; text-transform: uppercase; }
h1 { margin: 2px 0 4px; font-size: 2em; font-weight: 600; line-height: 1.2; overflow-wrap: anywhere; }
h2 { margin: 0; font-size: 1.3em; font-weight: 600; }
p { margin: 0; }
.about, .asks, .silent, .note { color: var(--dim); }
.unread { margin-top: 12px; padding: 8px 12px; border-left: 3px solid var(--fair); background: var(--tile); }
.empty { margin-top: 24px; font-size: 1.15em; }
.silent { margin-top: 36px; }
.glance { display: grid; grid-template-columns: repeat(auto-fill, minmax(13rem, 1fr)); gap: 10px; margin-top: 24px; }
.tile { display: grid; grid-template: "title sign" auto "large large" 1fr "bar bar" auto "value value" auto / 1fr auto;
  gap: 2px 6px; padding: 12px 14px; border: 1px solid var(--line); border-radius: 8px; background: var(--tile);
  color: inherit; text-decoration: none; min-width: 0; }
.tile:hover { border-color: var(--link); color: inherit; text-decoration: none; }
.tile .title { grid-area: title; font-weight: 600; overflow-wrap: anywhere; }
.tile .sign { grid-area: sign; }
.tile .large { grid-area: large; font-size: 1.9em; font-weight: 300; line-height: 1.25; font-variant-numeric: tabular-nums; }
.tile .large.long { font-size: 1.15em; font-weight: 400; line-height: 1.35; padding: 4px 0; }
.tile .bar { grid-area: bar; }
.tile .value { grid-area: value; color: var(--dim); min-height: 1.5em; }
.bar { display: block; width: 100%; height: 8px; }
.bar .whole { fill: var(--whole); }
.bar.good .part { fill: var(--good); }
.bar.fair .part { fill: var(--fair); }
.bar.poor .part { fill: var(--poor); }
.bar.plain .part { fill: var(--plain); }
.sign { display: inline-block; min-width: 1.2em; font-weight: 700; text-align: center; }
.good > .sign, .good .value > .sign { color: var(--good); }
.fair > .sign, .fair .value > .sign { color: var(--fair); }
.poor > .sign, .poor .value > .sign { color: var(--poor); }
section { margin-top: 40px; scroll-margin-top: 16px; }
.asks { margin-bottom: 10px; }
.rows, .names { list-style: none; margin: 0; padding: 0; }
.row { padding: 8px 0; border-top: 1px solid var(--line); }
.row.part { padding-left: 20px; }
.measure { display: grid; grid-template-columns: minmax(0, 1fr) 9rem 3.4rem minmax(0, 15rem); gap: 0 14px; align-items: baseline; }
.measure .share { align-self: center; }
.measure .percent { text-align: right; font-variant-numeric: tabular-nums; }
.measure .value { overflow-wrap: anywhere; font-variant-numeric: tabular-nums; }
.measure .value .sign { margin-left: 6px; }
.measure .label { overflow-wrap: anywhere; }
.row:not(.part) > .measure .label { font-weight: 600; }
.list { display: flex; flex-wrap: wrap; gap: 0 10px; margin-top: 4px; padding-left: 12px; }
.list > details { flex-basis: 100%; }
.list > p { color: var(--dim); }
.names { display: flex; flex-wrap: wrap; gap: 2px 18px; }
.names > li { min-width: 0; overflow-wrap: anywhere; }
.titled { color: var(--dim); }
.name { font-family: var(--vscode-editor-font-family, ui-monospace, monospace); font-size: 0.95em; color: inherit; background: none; padding: 0; }
button.name { border: 0; margin: 0; color: var(--link); cursor: pointer; text-align: start; overflow-wrap: anywhere; }
button.name:hover { text-decoration: underline; }
details > summary { width: fit-content; color: var(--dim); cursor: pointer; }
details > summary:hover { color: var(--fg); }
.row > details { margin-top: 4px; padding-left: 12px; }
:focus-visible { outline: 1px solid var(--vscode-focusBorder, var(--link)); outline-offset: 2px; border-radius: 2px; }
.vscode-high-contrast .bar, .vscode-high-contrast-light .bar { outline: 1px solid var(--line); border-radius: 4px; }
.vscode-high-contrast .tile:hover, .vscode-high-contrast-light .tile:hover { outline: 1px dashed var(--vscode-contrastActiveBorder); }
@media (max-width: 34rem) {
  body { padding: 0 14px 32px; }
  .glance { grid-template-columns: repeat(2, minmax(0, 1fr)); }
  .measure { grid-template-columns: 7rem 3.4rem minmax(0, 1fr); }
  .measure .label { grid-column: 1 / -1; }
}
@media print {
  :root { color-scheme: light; }
  body { padding: 0; font-size: 10.5pt; color: #000; background: #fff; }
  .tile, .row { break-inside: avoid; }
  section { break-inside: auto; }
  h2, .asks { break-after: avoid; }
  details::details-content { content-visibility: visible; block-size: auto; }
  .bar, .tile { print-color-adjust: exact; -webkit-print-color-adjust: exact; }
}
`;
