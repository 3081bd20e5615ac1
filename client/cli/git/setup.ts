import { existsSync, readFileSync, rmSync } from "node:fs";
import { homedir } from "node:os";
import { dirname, join } from "node:path";
import { PIN_FILES } from "../../pins/pin-path.ts";
import { kinds } from "../../../grammar/schema.ts";
import { makeFolder, note, save, type CommonOptions } from "../common.ts";
import { repositoryAt } from "./repository.ts";
import { ask } from "./run.ts";
import { gitMessages } from "./messages.ts";
import { gitSetupMessages as say } from "./setup-messages.ts";
import type { Ports } from "../ports.ts";
import { Refusal } from "../refusal.ts";

export interface GitSetupOptions extends CommonOptions {
  /** Takes away what was set up. */
  readonly remove?: boolean;
  /** For whoever calls it, in every repository, and not for this one. */
  readonly global?: boolean;
}

/**
 * The lines of attributes; those of a repository are committed and so are there for everybody. Of the side files of views, git
 * keeps the lines of both sides: that is how they are made to merge.
 */
const LINES = ["*.bizarch diff=bizarch", `**/${PIN_FILES} merge=union`];

/**
 * `bizarch git-setup`: has git show changes of an architecture in their one layout, under the statement that they are in,
 * and know `bizarch` as a difftool. The attributes go into the repository, the settings into this clone, since git hands
 * none on; with `--global` both go where git looks for those of the user. Done twice it changes nothing; `--remove` takes
 * away what it wrote, and nothing else.
 */
export function gitSetup(ports: Ports, options: GitSetupOptions): number {
  const place = options.global ? ofUser(ports) : ofRepository(ports);
  for (const line of LINES) attributes(ports, place, line, options);
  for (const [key, value] of settings(ports.command)) setting(ports, place, [key, value], options);
  return 0;
}

/** Where something is set up. */
interface Where {
  /** The folder that git is asked in. */
  readonly folder: string;
  /** The file of attributes, and what it is called. */
  readonly file: string;
  readonly shown: string;
  readonly scope: "local" | "global";
}

function ofRepository({ cwd }: Ports): Where {
  const repository = repositoryAt(cwd);
  if (!repository) throw new Refusal(gitMessages.noRepository());
  if (repository.isBare) throw new Refusal(say.bare());
  const { root } = repository;
  return { folder: root, file: join(root, ".gitattributes"), shown: ".gitattributes", scope: "local" };
}

/** The file that git reads where the user named none. */
function ofUser({ cwd, env }: Ports): Where {
  const named = ask(cwd, ["config", "--type=path", "--get", "core.attributesFile"]);
  const file = named || join(env["XDG_CONFIG_HOME"] || join(homedir(), ".config"), "git", "attributes");
  return { folder: cwd, file, shown: file, scope: "global" };
}

function attributes(
  ports: Ports,
  { file, shown, scope }: Where,
  wanted: string,
  options: GitSetupOptions,
): void {
  const before = existsSync(file) ? readFileSync(file, "utf8") : "";
  const end = before.includes("\r\n") ? "\r\n" : "\n";
  const isThere = before.split(/\r?\n/).some((line) => line.trim() === wanted);
  if (isThere !== (options.remove === true)) return note(ports, options, say.same(`${shown}, '${wanted}'`));
  if (!options.remove) {
    const start = before === "" || before.endsWith("\n") ? before : before + end;
    makeFolder(dirname(file), dirname(file));
    save(file, shown, `${start}${wanted}${end}`);
    return note(
      ports,
      options,
      scope === "local" ? say.added(shown, wanted) : say.addedForUser(shown, wanted),
    );
  }
  const after = before.split(/(?<=\n)/).filter((line) => line.trim() !== wanted);
  if (after.length === 0) rmSync(file);
  else save(file, shown, after.join(""));
  note(ports, options, say.removed(shown, wanted));
}

function setting(
  ports: Ports,
  { folder, scope }: Where,
  [key, value]: readonly [string, string],
  options: GitSetupOptions,
): void {
  const before = ask(folder, ["config", `--${scope}`, "--get", key]);
  if (before === (options.remove ? undefined : value)) return note(ports, options, say.same(key));
  const change = options.remove ? ["--unset-all", key] : ["--replace-all", key, value];
  if (ask(folder, ["config", `--${scope}`, ...change]) === undefined)
    throw new Refusal(say.refused(key, scope));
  note(ports, options, options.remove ? say.unset(key, scope) : say.set(key, scope));
}

/** What git is told: which lines are heads of hunks, what to compare in place of the text, and what shows a change. */
function settings(command: readonly string[]): readonly (readonly [string, string])[] {
  const words = kinds.map(({ name }) => name).join("|");
  const run = command.map(quoted).join(" ");
  return [
    ["diff.bizarch.xfuncname", `^((${words})[ \t].*)$\n^[ \t]+((${words})[ \t].*\\{)`],
    ["diff.bizarch.textconv", `${run} textconv`],
    ["difftool.bizarch.cmd", `${run} difftool "$LOCAL" "$REMOTE" "$MERGED"`],
  ];
}

/** An argument as the shell that git uses takes it; with slashes, since a backslash is none there. */
function quoted(argument: string): string {
  return `'${argument.replaceAll("\\", "/").replaceAll("'", `'\\''`)}'`;
}
