import type { Finding } from "../../grammar/finding.ts";
import type { SourceFile } from "../../grammar/text.ts";
import { decode, refused } from "../../server/model/decode.ts";
import type { RawFile } from "./disk.ts";

/** Files as text, and what is wrong with them before they are read: too large, or not UTF-8. */
export interface Sources {
  readonly files: readonly SourceFile[];
  readonly flaws: readonly Finding[];
}

/** What can be read of the files. A file that is refused is there, with nothing in it. */
export function sourcesOf(raw: readonly RawFile[]): Sources {
  const flaws: Finding[] = [];
  const files = raw.map(({ path, bytes }) => {
    const { text = "", flaw } = bytes ? decode(path, bytes) : refused(path);
    if (flaw) flaws.push(flaw);
    return { path, text };
  });
  return { files, flaws };
}
