/** A weight of a part of the shipped font as a data URL of woff2. */
export interface EmbeddedFont {
  readonly weight: number;
  readonly url: string;
  /** The characters that it is there for, as a style sheet writes them; undefined for the part that stands for all. */
  readonly range: string | undefined;
}

/** The rules that bring the font along inside a picture, so that a file looks the same on every machine. */
export function fontFaces(fonts: readonly EmbeddedFont[]): string {
  return fonts
    .map(({ weight, url, range }) => {
      const only = range === undefined ? "" : `;unicode-range:${range}`;
      return `@font-face{font-family:Inter;font-weight:${weight};src:url(${url}) format("woff2")${only}}`;
    })
    .join("\n");
}
