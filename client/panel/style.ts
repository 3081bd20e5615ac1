import { ghostStyle } from "./ghost.ts";
import { lightingStyle } from "./lighting.ts";
import { sortingStyle } from "./table-sorting.ts";

/** The look of the panel around the picture, in the editor's own colours. */
export const panelStyle = `
${lightingStyle(".canvas")}${sortingStyle(".canvas")}${ghostStyle}html, body { height: 100%; }
body { margin: 0; padding: 0; overflow: hidden; color: var(--vscode-editor-foreground); background: var(--vscode-editor-background); }
.stage { position: fixed; inset: 0; overflow: clip; cursor: grab; touch-action: none; user-select: none; }
.stage:active { cursor: grabbing; }
.stage:focus { outline: none; }
.stage:focus-visible { outline: 1px solid var(--vscode-focusBorder); outline-offset: -2px; }
.canvas { position: absolute; top: 0; left: 0; transform-origin: 0 0; }
.canvas.gliding { transition: transform 160ms ease-out; }
.canvas svg { display: block; }
/* Letters are set as they were measured, whatever the scale; else they would be set anew, and elsewhere, at each. */
.canvas text { text-rendering: geometricPrecision; }
.canvas .under-cursor[tabindex] .bz-outline, .canvas [tabindex]:focus-visible .bz-outline { stroke: var(--vscode-focusBorder);
  stroke-width: max(3px, 3px / var(--zoom, 1)); }
.corner { position: fixed; z-index: 3; top: 8px; right: 8px; max-width: calc(100% - 16px); display: flex; flex-direction: column; align-items: flex-end; gap: 6px; pointer-events: none; }
.corner > * { pointer-events: auto; box-sizing: border-box; max-width: 100%; }
.toolbar, .finder, .filter { background: var(--vscode-editorWidget-background); color: var(--vscode-editorWidget-foreground, var(--vscode-foreground));
  border: 1px solid var(--vscode-editorWidget-border, var(--vscode-contrastBorder, transparent)); border-radius: 5px; }
.toolbar { display: flex; flex-wrap: wrap; justify-content: flex-end; gap: 2px; align-items: center; padding: 2px; }
.corner button { font: inherit; font-size: 12px; color: inherit; background: transparent; border: 1px solid transparent; border-radius: 4px; min-width: 26px; height: 24px; padding: 0 4px; cursor: pointer; }
.corner button svg { display: block; margin: auto; }
.corner button:hover { background: var(--vscode-toolbar-hoverBackground); outline: 1px dashed var(--vscode-contrastActiveBorder, transparent); outline-offset: -1px; }
.corner button:disabled { opacity: .5; cursor: default; }
.corner button.on { background: var(--vscode-inputOption-activeBackground, transparent); color: var(--vscode-inputOption-activeForeground, inherit); border-color: var(--vscode-inputOption-activeBorder, var(--vscode-focusBorder)); }
.corner :focus-visible { outline: 1px solid var(--vscode-focusBorder); outline-offset: -1px; }
.toolbar .percent { min-width: 46px; font-variant-numeric: tabular-nums; }
.toolbar select { font: inherit; font-size: 12px; height: 24px; flex: 1 1 96px; min-width: 0; max-width: min(40vw, 240px); margin-right: 4px; padding: 0 4px; border: 1px solid var(--vscode-dropdown-border, transparent); border-radius: 4px;
  text-overflow: ellipsis; color: var(--vscode-dropdown-foreground); background: var(--vscode-dropdown-background); }
.finder { display: flex; gap: 2px; align-items: center; padding: 4px; box-shadow: 0 2px 8px var(--vscode-widget-shadow, transparent); }
.finder input { font: inherit; font-size: 13px; height: 24px; min-width: 60px; width: 220px; box-sizing: border-box; padding: 0 6px; border-radius: 3px;
  color: var(--vscode-input-foreground); background: var(--vscode-input-background); border: 1px solid var(--vscode-input-border, transparent); }
.finder .count { font-size: 12px; padding: 0 8px; min-width: 64px; white-space: nowrap; }
.finder .count.none { color: var(--vscode-errorForeground); }
.filter { padding: 10px 12px; width: 250px; max-height: calc(100vh - 30px - var(--bar, 30px)); overflow: auto; font-size: 12px; box-shadow: 0 2px 8px var(--vscode-widget-shadow, transparent); }
.filter fieldset { border: 0; margin: 0 0 10px; padding: 0; max-height: 190px; overflow: auto; }
.filter legend { font-weight: 600; padding: 0 0 2px; }
.filter label { display: flex; align-items: center; gap: 6px; padding: 2px 0; cursor: pointer; overflow-wrap: anywhere; }
.filter input { accent-color: var(--vscode-focusBorder); margin: 0 2px; flex: none; }
.filter .many { margin-left: auto; padding-left: 8px; color: var(--vscode-descriptionForeground); font-variant-numeric: tabular-nums; }
.filter > button { border-color: var(--vscode-button-border, var(--vscode-editorWidget-border, transparent)); padding: 0 8px; }
.chosen { display: flex; flex-wrap: wrap; justify-content: flex-end; gap: 4px; }
.chosen button { background: var(--vscode-badge-background); color: var(--vscode-badge-foreground); border-color: var(--vscode-contrastBorder, transparent); border-radius: 12px; padding: 0 10px; height: 22px; }
.hover-card { position: fixed; z-index: 3; box-sizing: border-box; max-width: min(460px, calc(100% - 16px)); max-height: 50vh; overflow: auto; padding: 6px 10px; font-size: 13px; line-height: 1.45;
  overflow-wrap: break-word; user-select: text; background: var(--vscode-editorHoverWidget-background); color: var(--vscode-editorHoverWidget-foreground, var(--vscode-foreground));
  border: 1px solid var(--vscode-editorHoverWidget-border); border-radius: 4px; box-shadow: 0 2px 8px var(--vscode-widget-shadow, transparent); }
.hover-card :is(p, ul, ol, pre, blockquote) { margin: 4px 0; }
.hover-card :is(ul, ol) { padding-left: 18px; }
.hover-card code { font-family: var(--vscode-editor-font-family, monospace); font-size: .95em; padding: 0 3px; border-radius: 3px; background: var(--vscode-textCodeBlock-background); }
.hover-card a { color: var(--vscode-textLink-foreground); }
.hover-card hr { border: 0; border-top: 1px solid var(--vscode-editorHoverWidget-border); margin: 8px -10px; }
.fold-toggle rect { fill: transparent; cursor: pointer; }
.fold-toggle path { fill: none; stroke: var(--bz-muted); stroke-width: 1.5; stroke-linecap: round; stroke-linejoin: round; pointer-events: none; }
.fold-toggle.on-wall path { stroke: var(--bz-onWall); }
.fold-toggle:hover path { stroke-width: 2.5; }
.minimap { position: fixed; z-index: 1; right: 8px; bottom: 8px; padding: 4px; border-radius: 5px; cursor: pointer; touch-action: none;
  background: var(--vscode-editorWidget-background); border: 1px solid var(--vscode-editorWidget-border, var(--vscode-contrastBorder, transparent)); }
.minimap:has(~ .notice:not([hidden])) { bottom: 52px; }
.minimap svg { display: block; }
.minimap .room { fill: none; stroke: var(--bz-muted); stroke-width: 1; vector-effect: non-scaling-stroke; opacity: .5; }
.minimap .why { fill: var(--bz-whyInk); opacity: .75; } .minimap .what { fill: var(--bz-whatInk); opacity: .75; } .minimap .how { fill: var(--bz-howInk); opacity: .6; }
.minimap .seen { fill: var(--vscode-focusBorder); fill-opacity: .12; stroke: var(--vscode-focusBorder); stroke-width: 2; vector-effect: non-scaling-stroke; }
.outline { position: fixed; z-index: 2; top: calc(14px + var(--bar, 30px)); left: 8px; bottom: 8px; width: min(340px, calc(100% - 16px)); box-sizing: border-box; padding: 8px 10px; overflow: auto; font-size: 12px; line-height: 1.45;
  background: var(--vscode-sideBar-background, var(--vscode-editorWidget-background)); color: var(--vscode-sideBar-foreground, var(--vscode-foreground));
  border: 1px solid var(--vscode-editorWidget-border, var(--vscode-contrastBorder, transparent)); border-radius: 5px; box-shadow: 0 2px 8px var(--vscode-widget-shadow, transparent); }
/* Beside the toolbar, where there is room for both. */
@media (min-width: 960px) { .outline { top: 8px; } }
.outline h2 { font-size: 13px; margin: 2px 0 6px; }
.outline h3 { font-size: 11px; letter-spacing: .08em; margin: 12px 0 4px; }
.outline ul { margin: 0; padding-left: 14px; list-style: none; }
.outline .list > ul { padding-left: 0; }
.outline button { font: inherit; color: inherit; text-align: left; background: transparent; border: 0; border-radius: 3px; padding: 2px 4px; width: 100%; cursor: pointer; }
.outline > button { position: absolute; top: 6px; right: 6px; width: 24px; height: 24px; padding: 0; }
.outline > button svg { display: block; margin: auto; }
.outline .lines { border-left: 1px solid var(--vscode-tree-indentGuidesStroke, currentColor); margin-left: 8px; padding-left: 6px; }
.outline button:hover { background: var(--vscode-list-hoverBackground); outline: 1px dashed var(--vscode-contrastActiveBorder, transparent); outline-offset: -1px; }
.outline :focus-visible { outline: 1px solid var(--vscode-focusBorder); outline-offset: -1px; }
.unseen { position: absolute; width: 1px; height: 1px; margin: -1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
.canvas [data-edge]:focus { outline: none; }
.canvas [data-edge]:focus-visible .bz-line { stroke: var(--vscode-focusBorder); stroke-width: max(3px, 3px / var(--zoom, 1)); }
.notice { position: fixed; z-index: 1; left: 8px; right: 8px; bottom: 8px; padding: 6px 10px; border-radius: 4px; font-size: 12px; display: flex; align-items: center; gap: 8px;
  color: var(--vscode-inputValidation-warningForeground, var(--vscode-foreground));
  background: var(--vscode-inputValidation-warningBackground); border: 1px solid var(--vscode-inputValidation-warningBorder); }
.notice span { flex: 1; }
.notice button { font: inherit; color: inherit; background: transparent; border: 0; border-radius: 3px; height: 24px; min-width: 24px; padding: 0 4px; cursor: pointer; }
.notice button svg { display: block; margin: auto; }
.notice button.offer { padding: 0 10px; color: var(--vscode-button-foreground); background: var(--vscode-button-background); border: 1px solid var(--vscode-button-border, var(--vscode-contrastBorder, transparent)); white-space: nowrap; }
.notice :focus-visible { outline: 1px solid var(--vscode-focusBorder); outline-offset: 1px; }
.empty { position: fixed; inset: 0; display: flex; flex-direction: column; justify-content: center; align-items: center;
  gap: 10px; padding: 24px; text-align: center; pointer-events: none; }
.empty h1 { font-size: 18px; font-weight: 600; margin: 0; }
.empty p { margin: 0; max-width: 46ch; color: var(--vscode-descriptionForeground); line-height: 1.5; }
.empty pre { margin: 6px 0; padding: 8px 14px; border-radius: 4px; font-family: var(--vscode-editor-font-family); text-align: left;
  font-size: var(--vscode-editor-font-size); background: var(--vscode-textCodeBlock-background);
  border: 1px solid var(--vscode-contrastBorder, transparent); user-select: text; pointer-events: auto; white-space: pre-wrap; }
[hidden] { display: none !important; }
.vscode-reduce-motion .canvas.gliding { transition: none; }
@media (prefers-reduced-motion: reduce) { .canvas.gliding { transition: none; } }
`;
