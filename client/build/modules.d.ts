/** A page of documentation, as its text. */
declare module "*.md" {
  const text: string;
  export default text;
}

/** A file of the language, as its text. */
declare module "*.bizarch" {
  const text: string;
  export default text;
}

/** A file that lies beside the bundle, as its absolute path; in the panel, which has no disk, as a data URL. */
declare module "*.woff2" {
  const path: string;
  export default path;
}

/** A file that lies beside the bundle, as its absolute path. */
declare module "*.wasm" {
  const path: string;
  export default path;
}

/** The part of the font reader that we use; it comes without types. */
declare module "fontkit" {
  interface Font {
    readonly unitsPerEm: number;
    readonly characterSet: readonly number[];
    readonly glyphForCodePoint: (point: number) => { readonly advanceWidth: number };
  }
  export function openSync(path: string): Font;
}
