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

/** A page of thumbnails that open large, a language and a theme at a time. */
export function galleryPage(exhibits: readonly Exhibit[]): string {
  const samples = [...new Set(exhibits.map(({ sample }) => sample))];
  const head = element(
    "head",
    {},
    element("meta", { charset: "utf-8" }),
    element("title", {}, "Gallery of BizArch"),
    { html: `<style>${STYLE}</style>` },
  );
  const body = element(
    "body",
    {},
    element("h1", {}, `Gallery: ${exhibits.length} pictures`),
    choice("locale", LOCALES),
    choice("theme", THEMES),
    ...samples.map((sample) => hall(exhibits.filter((it) => it.sample === sample))),
  );
  return `<!DOCTYPE html>\n${element("html", { lang: "en" }, head, body).html}\n`;
}

/** Buttons of which one is pressed; the style sheet shows what belongs to it. */
function choice(name: string, values: readonly string[]): Html {
  const buttons = values.map((value, index) =>
    element(
      "label",
      {},
      element("input", { type: "radio", name, value, checked: index === 0 ? "" : undefined }),
      value,
    ),
  );
  return element("fieldset", {}, element("legend", {}, name), ...buttons);
}

function hall(exhibits: readonly Exhibit[]): Html {
  const figures = exhibits.map(({ file, title, view, locale, theme }) =>
    element(
      "figure",
      { class: `${locale} ${theme}` },
      element(
        "a",
        { href: address(file) },
        element("img", { src: address(file), alt: title, loading: "lazy" }),
      ),
      element("figcaption", {}, `${title} · ${view}`),
    ),
  );
  return element("section", {}, element("h2", {}, exhibits[0]?.sample ?? ""), ...figures);
}

function address(file: string): string {
  return file.split("/").map(encodeURIComponent).join("/");
}

const shown = [...LOCALES, ...THEMES].map(
  (value) => `body:not(:has([value=${value}]:checked)) .${value} { display: none; }`,
);

const STYLE = `
body { margin: 24px; font: 15px/1.4 system-ui, sans-serif; background: #d9dde2; color: #18222f; }
fieldset { display: inline-block; margin: 0 12px 0 0; border: 1px solid #7d8a95; border-radius: 6px; }
section { display: grid; grid-template-columns: repeat(auto-fill, minmax(420px, 1fr)); gap: 16px; margin-top: 24px; }
h2 { grid-column: 1 / -1; margin: 0; }
figure { margin: 0; }
img { display: block; width: 100%; height: 320px; object-fit: contain; background: #eef0f2; border-radius: 4px; }
figcaption { padding: 4px 2px; font-size: 13px; }
${shown.join("\n")}
`;
