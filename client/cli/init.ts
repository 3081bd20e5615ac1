import { lstatSync, rmSync, writeFileSync } from "node:fs";
import { basename, dirname } from "node:path";
import type { Locale } from "../../grammar/finding.ts";
import { CONFIG_FILE } from "../../server/model/config.ts";
import { terminalText } from "../../server/review/terminal.ts";
import { emit, makeFolder, paintFor, writing, type CommonOptions } from "./common.ts";
import { absolute, filesBelow, kindOfPath, shown } from "./disk.ts";
import { initWords } from "./init-words.ts";
import { cliMessages as say } from "./messages.ts";
import type { Ports } from "./ports.ts";
import { Refusal } from "./refusal.ts";
import { template } from "../template/index.ts";

/** `bizarch init`: a small architecture to start from, in a folder that holds none. Nothing that is there is touched. */
export function init(ports: Ports, folder: string | undefined, options: CommonOptions): number {
  const path = absolute(ports.cwd, folder ?? ".");
  const given = shown(ports.cwd, path);
  const files = template[options.locale ?? "en"];
  refuseWhereThereIsOne(path, given, [...files.keys()]);
  makeFolder(path, given);
  create(path, given, files);
  if (!options.quiet) emit(ports, options, told(ports, given, options));
  return 0;
}

function refuseWhereThereIsOne(path: string, given: string, names: readonly string[]): void {
  const kind = kindOfPath(path);
  if (kind === undefined) return;
  if (kind !== "folder") throw new Refusal(say.notAFolder(given));
  const taken = names.find((name) => lstatSync(`${path}/${name}`, { throwIfNoEntry: false }));
  const other = taken ?? ownFilesIn(path)[0];
  if (other !== undefined) throw new Refusal(say.alreadyThere(given, other));
}

/** The files that would be part of the new project: those below the folder that are in no project of their own. */
function ownFilesIn(path: string): readonly string[] {
  const files = filesBelow(path);
  const projects = files.filter((file) => basename(file) === CONFIG_FILE).map((file) => `${dirname(file)}/`);
  const own = files.filter((file) => !projects.some((project) => file.startsWith(project)));
  return own.map((file) => file.slice(path.length + 1));
}

/** Writes all of the files, or none. */
function create(path: string, given: string, files: ReadonlyMap<string, string>): void {
  const written: string[] = [];
  try {
    for (const [name, text] of files) {
      writing(`${given}/${name}`, () => writeFileSync(`${path}/${name}`, text, { flag: "wx" }));
      written.push(`${path}/${name}`);
    }
  } catch (error) {
    for (const file of written) rmSync(file, { force: true });
    throw error;
  }
}

/** What was made, and what to do with it. */
function told(ports: Ports, given: string, options: CommonOptions): string {
  const locale: Locale = options.locale ?? "en";
  const words = initWords[locale];
  const { bold, cyan, dim } = paintFor(ports, options);
  const names = [...template[locale].keys()];
  const left = Math.max(...names.map((name) => name.length));
  const listed = names.map((name) => `  ${name.padEnd(left)}  ${dim(words.files[name] ?? "")}`);
  const steps = words.steps(quoted(given)).map(([command, does]) => [terminalText(command), does] as const);
  const longest = Math.max(...steps.map(([command]) => command.length));
  return [
    bold(words.created(terminalText(given))),
    ...listed,
    "",
    bold(words.next),
    ...steps.map(
      ([command, does]) => `  ${cyan(command)}${" ".repeat(longest - command.length)}  ${dim(does)}`,
    ),
    "",
  ].join("\n");
}

/** A path as a shell takes it for one word, and for no option. */
function quoted(path: string): string {
  const named = path.startsWith("-") ? `./${path}` : path;
  return /^[\p{L}\p{N}_./:@-]+$/u.test(named) ? named : `'${named.replaceAll("'", `'\\''`)}'`;
}
