import { existsSync, mkdirSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import picocolors from "picocolors";
import { dayNumber } from "../../grammar/quantity.ts";
import type { Locale, Message } from "../../grammar/finding.ts";
import type { Project, Wishes } from "../../server/model/snapshot.ts";
import { terminalText, type Paint } from "../../server/review/terminal.ts";
import { absolute } from "./disk.ts";
import { cliMessages as say } from "./messages.ts";
import type { Ports, Sink } from "./ports.ts";
import { Refusal } from "./refusal.ts";

/** The options that every command takes. */
export interface CommonOptions {
  readonly output?: string;
  readonly color: "auto" | "always" | "never";
  readonly quiet?: boolean;
  readonly locale?: Locale;
  readonly today?: string;
}

/** What is not in the files: the day, and the language of the messages. */
export function settingsFor(ports: Ports, { today, locale }: CommonOptions): Wishes {
  if (today !== undefined && dayNumber(today) === undefined) throw new Refusal(say.notADay(today));
  return { today: today ?? ports.today(), locale, profile: undefined };
}

/** The language to speak: what was asked for, else what the first project says. */
export function localeFor({ locale }: CommonOptions, projects: readonly Project[]): Locale {
  return locale ?? projects[0]?.settings.locale ?? "en";
}

/** Writes a result to the file that was asked for, else to standard output. */
export function emit(ports: Ports, { output }: CommonOptions, result: string | Uint8Array): void {
  if (output === undefined || output === "-") {
    if (result.length > 0) ports.out.write(result);
  } else save(absolute(ports.cwd, output), output, result);
}

export function save(path: string, given: string, result: string | Uint8Array): void {
  writing(given, () => writeFileSync(path, result));
}

/** Makes a folder, and those around it that are missing. */
export function makeFolder(path: string, given: string): void {
  writing(given, () => {
    const missing: string[] = [];
    for (let at = path; !existsSync(at); at = dirname(at)) missing.unshift(at);
    // One by one: in a file system that takes no folders, Node's own way of making all of them never ends.
    for (const folder of missing) mkdirSync(folder);
  });
}

/** Does what writes to the disk; a refusal that names the path where it cannot be done. */
export function writing(given: string, write: () => unknown): void {
  try {
    write();
  } catch (error) {
    const code = error instanceof Error && "code" in error ? String(error.code) : "";
    throw new Refusal(say.unwritable(given, code));
  }
}

/** Tells something that is no result, unless it was asked to be quiet. */
export function note(ports: Ports, { quiet, locale = "en" }: CommonOptions, message: Message): void {
  if (!quiet) ports.err.write(`${terminalText(message[locale])}\n`);
}

/** The colours to use for what goes to standard output or to a file. */
export function paintFor(ports: Ports, { color, output }: CommonOptions): Paint {
  return paint(color === "auto" ? output === undefined && wantsColor(ports, ports.out) : color === "always");
}

function wantsColor({ env }: Ports, sink: Sink): boolean {
  return sink.isTerminal && !env["NO_COLOR"] && env["TERM"] !== "dumb";
}

/** All colours, or none. */
export function paint(isOn: boolean): Paint {
  const { bold, dim, red, green, yellow, blue, cyan, magenta } = picocolors.createColors(isOn);
  const link = (text: string, url: string): string =>
    isOn ? `\u001b]8;;${url}\u001b\\${text}\u001b]8;;\u001b\\` : text;
  return { bold, dim, red, green, yellow, blue, cyan, magenta, link };
}
