/** A weight of the shipped font as a data URL of woff2. */
export interface EmbeddedFont {
  readonly weight: number;
  readonly url: string;
}

/** The rules that bring the font along inside a picture, so that a file looks the same on every machine. */
export function fontFaces(fonts: readonly EmbeddedFont[]): string {
  return fonts
    .map(
      ({ weight, url }) =>
        `@font-face{font-family:Inter;font-weight:${weight};src:url(${url}) format("woff2")}`,
    )
    .join("\n");
}
