import type { Finding, Message } from "../../grammar/finding.ts";
import type { SourceFile } from "../../grammar/text.ts";
import type { RawFile } from "./disk.ts";
import { cliMessages as say } from "./messages.ts";
import { decode } from "./utf8.ts";

/** Files as text, and what is wrong with them before they are read: too large, or not UTF-8. */
export interface Sources {
  readonly files: readonly SourceFile[];
  readonly flaws: readonly Finding[];
}

/** What can be read of the files. A file with a flaw is read as far as it goes. */
export function sourcesOf(raw: readonly RawFile[]): Sources {
  const flaws: Finding[] = [];
  const files = raw.map(({ path, bytes }) => {
    if (!bytes) {
      flaws.push(flaw(path, 0, 0, say.tooLarge()));
      return { path, text: "" };
    }
    const { text, broken } = decode(bytes);
    if (broken !== undefined) flaws.push(flaw(path, broken, broken + 1, say.notUtf8()));
    return { path, text };
  });
  return { files, flaws };
}

function flaw(path: string, start: number, end: number, message: Message): Finding {
  return {
    rule: "syntax",
    severity: "error",
    message,
    args: [message.en],
    site: { path, top: undefined, span: { start, end } },
    element: undefined,
    related: [],
    suggestion: undefined,
  };
}
