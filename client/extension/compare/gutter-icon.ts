/** The first line of a mark has a sign; those below it are joined to it. */
export type MarkPart = "sign" | "bar";

const COLOURS = {
  light: { added: "#2f7d32", changed: "#1a6aa8", removed: "#b3261e" },
  dark: { added: "#81b88b", changed: "#6cb6ff", removed: "#ff7b72" },
} as const;

/** A plus, a tilde, a minus: what they say does not depend on their colour. */
const SIGNS = {
  added: "M8 4.5v7M4.5 8h7",
  changed: "M4 9.2c1.2-2.6 2.8-2.6 4-1.2s2.8 1.4 4-1.2",
  removed: "M4.5 8h7",
} as const;

/** A picture for the margin of an editor, as the URI of an SVG. */
export function signIcon(change: keyof typeof SIGNS, part: MarkPart, theme: keyof typeof COLOURS): string {
  const colour = COLOURS[theme][change];
  const drawn =
    part === "bar"
      ? `<path d="M8 0v16" stroke="${colour}" stroke-width="1.5" stroke-dasharray="2 2"/>`
      : `<rect x="1.75" y="1.75" width="12.5" height="12.5" rx="2.5" fill="none" stroke="${colour}" stroke-width="1.2"/>` +
        `<path d="${SIGNS[change]}" fill="none" stroke="${colour}" stroke-width="1.8" stroke-linecap="round"/>`;
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="16" height="16" viewBox="0 0 16 16">${drawn}</svg>`;
  return `data:image/svg+xml;base64,${btoa(svg)}`;
}
