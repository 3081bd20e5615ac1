import { element, type Html } from "../../server/review/html.ts";

export const THEMES = ["light", "dark", "contrast", "contrast-light"] as const;
export const LOCALES = ["en", "fr"] as const;

/** A picture of the gallery, and the file that it is in, relative to the page. */
export interface Exhibit {
  readonly sample: string;
  readonly view: string;
  readonly title: string;
  readonly theme: (typeof THEMES)[number];
  readonly locale: (typeof LOCALES)[number];
  readonly file: string;
}

/** What each choice is called in front of people. */
const CALLED = {
  en: "English",
  fr: "Français",
  light: "Light",
  dark: "Dark",
  contrast: "High contrast",
  "contrast-light": "Black on white",
} as const;

/** A page of thumbnails that open large, a language and a theme at a time. */
export function galleryPage(exhibits: readonly Exhibit[]): string {
  const samples = [...new Set(exhibits.map(({ sample }) => sample))];
  const head = element(
    "head",
    {},
    element("meta", { charset: "utf-8" }),
    element("meta", { name: "viewport", content: "width=device-width" }),
    element("title", {}, "Gallery of BizArch"),
    { html: `<style>${STYLE}</style>` },
  );
  const halls = samples.map((sample) => hall(exhibits.filter((it) => it.sample === sample)));
  const body = element(
    "body",
    {},
    element(
      "header",
      {},
      element("h1", {}, "Gallery"),
      element("nav", {}, ...samples.map((sample) => element("a", { href: `#${anchor(sample)}` }, sample))),
      choice("locale", "Language", LOCALES),
      choice("theme", "Theme", THEMES),
    ),
    element(
      "main",
      {},
      element("p", {}, `Every view of every sample, as it is drawn by itself: ${exhibits.length} pictures.`),
      ...halls,
    ),
  );
  return `<!DOCTYPE html>\n${element("html", { lang: "en" }, head, body).html}\n`;
}

/** Buttons of which one is pressed; the style sheet shows what belongs to it. */
function choice(name: string, called: string, values: readonly (keyof typeof CALLED)[]): Html {
  const buttons = values.map((value, index) =>
    element(
      "label",
      {},
      element("input", { type: "radio", name, value, checked: index === 0 ? "" : undefined }),
      element("span", {}, CALLED[value]),
    ),
  );
  return element("fieldset", { "aria-label": called }, ...buttons);
}

function hall(exhibits: readonly Exhibit[]): Html {
  const sample = exhibits[0]?.sample ?? "";
  const figures = exhibits.map(({ file, title, view, locale, theme }) =>
    element(
      "figure",
      { class: `${locale} ${theme}` },
      element(
        "a",
        { href: address(file) },
        element("img", { src: address(file), alt: title, loading: "lazy" }),
      ),
      element("figcaption", {}, element("strong", {}, title), element("code", {}, view)),
    ),
  );
  return element("section", { id: anchor(sample) }, element("h2", {}, sample), ...figures);
}

function anchor(sample: string): string {
  return sample.replaceAll("/", "-");
}

function address(file: string): string {
  return file.split("/").map(encodeURIComponent).join("/");
}

const shown = [...LOCALES, ...THEMES].map(
  (value) => `body:not(:has([value=${value}]:checked)) .${value} { display: none; }`,
);

const STYLE = `
:root { color-scheme: light; --wall: #e9edef; --sheet: #fff; --ink: #18222f; --muted: #566172; --line: #c3ccd1; --chosen: #1f4468; --on-chosen: #fff; }
:root:has([value=dark]:checked), :root:has([value=contrast]:checked) { color-scheme: dark; --wall: #0b0e12; --sheet: #14181e; --ink: #e9edf2; --muted: #a3aebb; --line: #3a444e; --chosen: #8fbbe8; --on-chosen: #0b0e12; }
:root:has([value=contrast]:checked) { --sheet: #000; --line: #fff; }
:root:has([value=contrast-light]:checked) { --line: #000; }
html { scroll-padding-top: 84px; scroll-behavior: smooth; }
body { margin: 0; font: 15px/1.45 Inter, "Segoe UI", system-ui, sans-serif; background: var(--wall); color: var(--ink); }
header { position: sticky; top: 0; z-index: 1; display: flex; flex-wrap: wrap; align-items: center; gap: 10px 20px; padding: 12px 32px; background: var(--sheet); border-bottom: 1px solid var(--line); }
h1 { margin: 0; font-size: 20px; letter-spacing: -.01em; }
nav { display: flex; flex: 1; flex-wrap: wrap; gap: 4px 16px; }
nav a { color: var(--muted); text-decoration: none; }
nav a:hover { color: var(--ink); text-decoration: underline; }
fieldset { display: flex; margin: 0; padding: 0; border: 1px solid var(--line); border-radius: 8px; overflow: hidden; }
label { position: relative; }
label span { display: block; padding: 5px 12px; font-size: 13px; cursor: pointer; }
label + label span { border-left: 1px solid var(--line); }
label input { position: absolute; opacity: 0; }
label :checked + span { background: var(--chosen); color: var(--on-chosen); font-weight: 600; }
label :focus-visible + span { outline: 2px solid var(--ink); outline-offset: -4px; border-radius: 7px; }
main { max-width: 1720px; margin: 0 auto; padding: 8px 32px 64px; }
main > p { color: var(--muted); }
section { display: grid; grid-template-columns: repeat(auto-fill, minmax(440px, 1fr)); gap: 24px; margin-top: 40px; }
h2 { grid-column: 1 / -1; margin: 0; padding-bottom: 8px; border-bottom: 1px solid var(--line); font-size: 24px; letter-spacing: -.01em; }
figure { margin: 0; background: var(--sheet); border: 1px solid var(--line); border-radius: 10px; overflow: hidden; }
figure:hover { border-color: var(--chosen); }
img { display: block; box-sizing: border-box; width: 100%; height: 340px; padding: 10px; object-fit: contain; }
figcaption { display: flex; justify-content: space-between; gap: 12px; padding: 8px 14px; border-top: 1px solid var(--line); font-size: 13px; }
code { color: var(--muted); font-size: 12px; }
${shown.join("\n")}
`;
