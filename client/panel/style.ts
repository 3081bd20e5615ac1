import { lightingStyle } from "./lighting.ts";

/** The look of the panel around the picture, in the editor's own colours. */
export const panelStyle = `
${lightingStyle(".canvas")}html, body { height: 100%; }
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
.toolbar { position: fixed; z-index: 1; top: 8px; right: 8px; display: flex; gap: 2px; align-items: center; padding: 2px;
  background: var(--vscode-editorWidget-background); color: var(--vscode-editorWidget-foreground, var(--vscode-foreground));
  border: 1px solid var(--vscode-editorWidget-border, var(--vscode-contrastBorder, transparent)); border-radius: 5px; }
.toolbar button, .toolbar select { font: inherit; font-size: 12px; color: inherit; height: 24px; border: 1px solid transparent; border-radius: 4px; }
.toolbar button { min-width: 26px; padding: 0 4px; background: transparent; cursor: pointer; font-variant-numeric: tabular-nums; }
.toolbar button svg { display: block; margin: auto; }
.toolbar .percent { min-width: 46px; }
.toolbar select { max-width: 40vw; margin-right: 4px; padding: 0 4px; text-overflow: ellipsis; color: var(--vscode-dropdown-foreground);
  background: var(--vscode-dropdown-background); border-color: var(--vscode-dropdown-border, transparent); }
.toolbar button:hover { background: var(--vscode-toolbar-hoverBackground); outline: 1px dashed var(--vscode-contrastActiveBorder, transparent); outline-offset: -1px; }
.toolbar :focus-visible { outline: 1px solid var(--vscode-focusBorder); outline-offset: -1px; }
.canvas .found .bz-outline { stroke: var(--vscode-editor-findMatchBorder, var(--vscode-focusBorder)); stroke-width: max(3px, 3px / var(--zoom, 1)); }
.finder { position: fixed; z-index: 2; top: 42px; right: 8px; display: flex; gap: 2px; align-items: center; padding: 4px; max-width: calc(100% - 16px); box-sizing: border-box;
  background: var(--vscode-editorWidget-background); color: var(--vscode-editorWidget-foreground, var(--vscode-foreground));
  border: 1px solid var(--vscode-editorWidget-border, var(--vscode-contrastBorder, transparent)); border-radius: 5px; box-shadow: 0 2px 8px var(--vscode-widget-shadow, transparent); }
.finder input { font: inherit; font-size: 13px; height: 24px; min-width: 60px; width: 220px; box-sizing: border-box; padding: 0 6px; border-radius: 3px;
  color: var(--vscode-input-foreground); background: var(--vscode-input-background); border: 1px solid var(--vscode-input-border, transparent); }
.finder input:focus { outline: 1px solid var(--vscode-focusBorder); outline-offset: -1px; }
.finder .count { font-size: 12px; padding: 0 8px; min-width: 64px; white-space: nowrap; }
.finder .count.none { color: var(--vscode-errorForeground); }
.finder button { color: inherit; background: transparent; border: 0; border-radius: 4px; width: 24px; height: 24px; padding: 0; cursor: pointer; }
.finder button svg { display: block; margin: auto; }
.finder button:hover { background: var(--vscode-toolbar-hoverBackground); outline: 1px dashed var(--vscode-contrastActiveBorder, transparent); outline-offset: -1px; }
.finder :focus-visible { outline: 1px solid var(--vscode-focusBorder); outline-offset: -1px; }
.notice { position: fixed; z-index: 1; left: 8px; right: 8px; bottom: 8px; padding: 6px 10px; border-radius: 4px; font-size: 12px;
  color: var(--vscode-inputValidation-warningForeground, var(--vscode-foreground));
  background: var(--vscode-inputValidation-warningBackground); border: 1px solid var(--vscode-inputValidation-warningBorder); }
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
