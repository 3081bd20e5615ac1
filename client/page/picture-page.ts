import type { Locale } from "../../grammar/finding.ts";
import { element, type Html } from "../../server/review/html.ts";
import { boxesOf } from "../diagram/boxes.ts";
import type { Drawing } from "../diagram/draw.ts";
import type { ThemeName } from "../diagram/paint/theme.ts";
import type { PageData, PageView } from "./data.ts";
import { pageStyle } from "./style.ts";

/** A picture for a page, drawn in the theme `vscode`, which takes its colours from the page. */
export interface PagePicture extends Drawing {
  readonly id: string;
  readonly title: string;
}

export interface PicturePage {
  readonly title: string;
  readonly locale: Locale;
  readonly theme: Exclude<ThemeName, "vscode">;
  readonly pictures: readonly PagePicture[];
  /** The text of the script of `client/page/`. */
  readonly script: string;
  /** The rules that bring along the font that the pictures need. */
  readonly fontFaces: string;
  /** The SHA-256 of a text in base 64. */
  readonly sha256: (text: string) => Promise<string>;
}

/**
 * A page of pictures in one file: it loads nothing, and nothing runs in it but our script, which its policy knows by the
 * hash. Without the script the pictures stand one below the other.
 */
export async function picturePage(page: PicturePage): Promise<string> {
  const { title, locale, theme, pictures, script, sha256 } = page;
  const data = dataOf(pictures);
  const style = `${page.fontFaces}\n${pageStyle(theme)}`;
  const policy = [
    "default-src 'none'",
    `script-src 'sha256-${await sha256(script)}'`,
    `style-src 'sha256-${await sha256(style)}'`,
    "font-src data:",
    "base-uri 'none'",
    "form-action 'none'",
  ].join("; ");
  const head = element(
    "head",
    {},
    element("meta", { charset: "utf-8" }),
    element("meta", { "http-equiv": "Content-Security-Policy", content: policy }),
    element("meta", { name: "viewport", content: "width=device-width, initial-scale=1" }),
    element("meta", { name: "generator", content: "BizArch" }),
    element("title", {}, title),
    raw("style", {}, style),
  );
  const body = element(
    "body",
    {},
    element("main", {}, element("h1", {}, title), ...pictures.map(section)),
    raw("script", { type: "application/json", id: "pictures" }, data),
    raw("script", {}, script),
  );
  return `<!DOCTYPE html>\n${element("html", { lang: locale }, head, body).html}\n`;
}

function section({ title, svg, scene: { size } }: PagePicture): Html {
  const shape = size.width > size.height ? "view wide" : "view";
  return element("section", { class: shape, "aria-label": title }, { html: svg });
}

/** What the script reads. In a script, nothing but `</script` and `<!--` could end or turn it. */
function dataOf(pictures: readonly PagePicture[]): string {
  const views = pictures.map(({ id, title, scene }): PageView => {
    const { graph, size } = scene;
    return { id, title, graph, size, boxes: boxesOf(scene) };
  });
  const data: PageData = { views };
  return JSON.stringify(data).replaceAll("<", "\\u003c");
}

/** An element whose text a browser reads as it is: of ours alone, or written so that it cannot end it. */
function raw(tag: "style" | "script", attributes: Readonly<Record<string, string>>, text: string): Html {
  const { html } = element(tag, attributes);
  return { html: html.replace(`</${tag}>`, () => `${text}</${tag}>`) };
}
