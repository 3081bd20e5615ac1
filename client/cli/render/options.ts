import type { ThemeName } from "../../diagram/paint/theme.ts";
import type { CommonOptions } from "../common.ts";

export interface RenderOptions extends CommonOptions {
  readonly format?: Format;
  readonly view?: readonly string[];
  readonly all?: boolean;
  readonly theme?: Exclude<ThemeName, "vscode">;
  readonly scale?: number;
}

export type Format = "svg" | "png" | "html" | "mermaid";
