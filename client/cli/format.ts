import { format as formatText } from "../../grammar/format.ts";
import type { Finding } from "../../grammar/finding.ts";
import type { SourceFile } from "../../grammar/text.ts";
import { terminalText } from "../../server/review/terminal.ts";
import { askedFor } from "./asked.ts";
import { placed } from "./checked.ts";
import { emit, localeFor, note, paintFor, settingsFor, type CommonOptions } from "./common.ts";
import { readRaw, shown } from "./disk.ts";
import { prettyFinding } from "./findings/pretty.ts";
import { cliMessages as say } from "./messages.ts";
import type { Ports } from "./ports.ts";
import { withProgress } from "./progress.ts";
import { Refusal } from "./refusal.ts";
import { replaceFile } from "./replace-file.ts";
import type { Workspace } from "./workspace.ts";

export interface FormatOptions extends CommonOptions {
  readonly check?: boolean;
}

/**
 * `bizarch format`: writes files in the one layout, in place; standard input goes to standard output, and one file may go
 * to another by `--output`. With `--check` it writes nothing, lists the files that would change, and gives 1 where there
 * are some. A file that cannot be read whole is told of and stays as it is, and the exit code is 2.
 */
export async function format(
  ports: Ports,
  paths: readonly string[],
  options: FormatOptions,
): Promise<number> {
  const settings = settingsFor(ports, options);
  const isStdin = paths.includes("-");
  // The mark in front of a text is no part of it, and is put back.
  let mark = "";
  const stdin = async (): Promise<Uint8Array> => {
    const bytes = await ports.stdin();
    mark = markOf(bytes);
    return bytes;
  };
  const workspace = await askedFor({ ...ports, stdin }, paths, settings);
  for (const path of workspace.excluded) note(ports, options, say.notFormatted(shown(ports.cwd, path)));
  const files = meantFiles(workspace);
  if (files.length === 0) note(ports, options, say.nothingThere());
  const unread = tellUnread(ports, options, workspace, files);
  const results = formatted(
    ports,
    options,
    files.filter(({ path }) => !unread.has(path)),
  );
  const changed = results.filter(({ file, text }) => text !== file.text);
  const code = unread.size > 0 ? 2 : 0;
  if (options.check === true) {
    const names = changed.map(({ file }) => (isStdin ? "-" : shown(ports.cwd, file.path)));
    emit(ports, options, names.map((name) => `${terminalText(name)}\n`).join(""));
    if (!isStdin) note(ports, options, say.wouldFormat(changed.length, files.length));
    return code === 0 && changed.length > 0 ? 1 : code;
  }
  if (isStdin) for (const { text } of results) emit(ports, options, mark + text);
  else if (options.output === undefined) inPlace(ports, options, changed, files.length);
  else toOutput(ports, options, results, files.length);
  return code;
}

interface Formatted {
  readonly file: SourceFile;
  readonly text: string;
}

function meantFiles({ projects, isMeant }: Workspace): readonly SourceFile[] {
  return projects.flatMap(({ files }) => files).filter(({ path }) => isMeant(path));
}

/** Tells of the files that were not read whole, and gives their paths. */
function tellUnread(
  ports: Ports,
  options: FormatOptions,
  { flaws, snapshot, projects }: Workspace,
  files: readonly SourceFile[],
): ReadonlySet<string> {
  const paths = new Set(files.map(({ path }) => path));
  const unread: readonly Finding[] = flaws.filter(({ site }) => paths.has(site.path));
  const paint = paintFor({ ...ports, out: ports.err }, options);
  const look = { cwd: ports.cwd, locale: localeFor(options, projects), paint, columns: ports.err.columns };
  for (const flaw of unread) {
    ports.err.write(`${prettyFinding(placed(snapshot, flaw), { ...look, quiet: true })}\n`);
  }
  return new Set(unread.map(({ site }) => site.path));
}

function formatted(ports: Ports, options: FormatOptions, files: readonly SourceFile[]): readonly Formatted[] {
  const size = files.reduce((sum, { text }) => sum + text.length, 0);
  const message = say.formatting(files.length);
  return withProgress(ports, options, { message, size }, () =>
    files.map((file) => ({ file, text: formatText(file.text) })),
  );
}

function inPlace(ports: Ports, options: FormatOptions, changed: readonly Formatted[], files: number): void {
  for (const { file, text } of changed) {
    const name = shown(ports.cwd, file.path);
    replaceFile(file.path, name, markIn(file.path) + text);
    note(ports, options, say.formatted(name));
  }
  if (files > 0) note(ports, options, say.allFormatted(changed.length, files));
}

function toOutput(ports: Ports, options: FormatOptions, results: readonly Formatted[], files: number): void {
  if (files > 1) throw new Refusal(say.oneTextAtATime(files));
  for (const { file, text } of results) emit(ports, options, markIn(file.path) + text);
}

function markIn(path: string): string {
  const { bytes } = readRaw(path);
  return bytes ? markOf(bytes) : "";
}

function markOf(bytes: Uint8Array): string {
  return bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? "\ufeff" : "";
}
