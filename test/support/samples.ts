import { readdirSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import type { SourceFile } from "../../grammar/text.ts";

const samples = resolve(import.meta.dirname, "../../samples");

const paths = readdirSync(samples, { recursive: true, encoding: "utf8" });

/** Every `.bizarch` file of the samples; the path is relative to their folder. */
export const sampleFiles: readonly SourceFile[] = paths
  .filter((path) => path.endsWith(".bizarch"))
  .map((path) => ({ path, text: readFileSync(join(samples, path), "utf8") }));

/** The files that say which samples belong together; the path is relative to their folder. */
export const sampleSettings: readonly SourceFile[] = paths
  .filter((path) => path.endsWith("bizarch.json"))
  .map((path) => ({ path, text: readFileSync(join(samples, path), "utf8") }));
