import { themedSheet, variables } from "../diagram/paint/style.ts";
import { themes, type Colours, type ThemeName } from "../diagram/paint/theme.ts";
import { panelStyle } from "../panel/style.ts";

/** The look of a page of pictures: the panel's, in colours that the editor would give it. Paper is always white. */
export function pageStyle(theme: Exclude<ThemeName, "vscode">): string {
  return [panelStyle, themedSheet(), PAGE, ...palettes(theme), PRINT].join("\n");
}

function palettes(theme: Exclude<ThemeName, "vscode">): readonly string[] {
  if (theme !== "auto")
    return [palette(themes[theme], theme === "dark" || theme === "contrast" ? "dark" : "light")];
  return [
    palette(themes.light, "light"),
    `@media (prefers-contrast:more){${palette(themes["contrast-light"], "light")}}`,
    `@media (prefers-color-scheme:dark){${palette(themes.dark, "dark")}}`,
    `@media (prefers-color-scheme:dark) and (prefers-contrast:more){${palette(themes.contrast, "dark")}}`,
  ];
}

/** The colours of the pictures, and around them those that the panel's style asks the editor for. */
function palette(colours: Colours, scheme: "light" | "dark"): string {
  const { paper, ink, tile, line, focus, how, error } = colours;
  const editor = {
    "editor-background": paper,
    "editor-foreground": ink,
    foreground: ink,
    focusBorder: focus,
    errorForeground: error,
    "editorWidget-background": tile,
    "editorWidget-foreground": ink,
    "editorWidget-border": line,
    "dropdown-background": tile,
    "dropdown-foreground": ink,
    "dropdown-border": line,
    "input-background": paper,
    "input-foreground": ink,
    "input-border": line,
    "toolbar-hoverBackground": how,
    "widget-shadow": "rgba(0,0,0,.16)",
  };
  const own = Object.entries(editor).map(([name, colour]) => `--vscode-${name}:${colour}`);
  return `:root{color-scheme:${scheme};${[...own, variables(colours)].join(";")}}`;
}

/** Without its script, a page shows its pictures one below the other. */
const PAGE = `
body { font-family: Inter, "Segoe UI", system-ui, sans-serif; }
h1 { position: absolute; width: 1px; height: 1px; margin: 0; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
html:not(.live), html:not(.live) body { height: auto; }
html:not(.live) body { overflow: auto; }
html:not(.live) .view { margin: 0 auto 24px; padding: 12px; }
html:not(.live) .view svg { display: block; max-width: 100%; height: auto; margin: auto; }
`;

const PRINT = `
@page { margin: 8mm; }
@page wide { size: landscape; }
@media print {
  ${palette(themes["contrast-light"], "light")}
  html, body { height: auto; overflow: visible; }
  .corner { display: none; }
  .stage { position: static; overflow: visible; }
  .canvas { position: static; transform: none !important; transition: none; }
  .canvas *, .canvas .dimmed * { opacity: 1 !important; transition: none !important; }
  .view, html:not(.live) .view { margin: 0; padding: 0; break-inside: avoid; break-after: page; }
  .view:last-child { break-after: auto; }
  .view.wide { page: wide; }
  .view svg, html:not(.live) .view svg { display: block; width: 100%; height: auto; max-height: 96vh; }
}
`;
