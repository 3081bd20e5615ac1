import { existsSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { kinds } from "../../grammar/schema.ts";
import { note, save, type CommonOptions } from "./common.ts";
import { ask, repositoryAt } from "./git.ts";
import { gitMessages } from "./git-messages.ts";
import { gitSetupMessages as say } from "./git-setup-messages.ts";
import type { Ports } from "./ports.ts";
import { Refusal } from "./refusal.ts";

export interface GitSetupOptions extends CommonOptions {
  /** Takes away what was set up. */
  readonly remove?: boolean;
}

/** The line of `.gitattributes`, which is committed and so is there for everybody. */
const LINE = "*.bizarch diff=bizarch";

/**
 * `bizarch git-setup`: has git show changes of an architecture in their one layout, under the statement that they are in,
 * and know `bizarch` as a difftool. The attributes go into the repository, the settings into this clone, since git hands
 * none on. Done twice it changes nothing; `--remove` takes away what it wrote, and nothing else.
 */
export function gitSetup(ports: Ports, options: GitSetupOptions): number {
  const repository = repositoryAt(ports.cwd);
  if (!repository) throw new Refusal(gitMessages.noRepository());
  const { root } = repository;
  attributes(ports, root, options);
  for (const [key, value] of settings(ports.command)) setting(ports, root, key, value, options);
  return 0;
}

function attributes(ports: Ports, root: string, options: GitSetupOptions): void {
  const path = join(root, ".gitattributes");
  const before = existsSync(path) ? readFileSync(path, "utf8") : "";
  const end = before.includes("\r\n") ? "\r\n" : "\n";
  const isThere = before.split(/\r?\n/).some((line) => line.trim() === LINE);
  if (isThere !== (options.remove === true)) return note(ports, options, say.same(".gitattributes"));
  if (!options.remove) {
    const start = before === "" || before.endsWith("\n") ? before : before + end;
    save(path, ".gitattributes", `${start}${LINE}${end}`);
    return note(ports, options, say.added(".gitattributes", LINE));
  }
  const after = before.split(/(?<=\n)/).filter((line) => line.trim() !== LINE);
  if (after.length === 0) rmSync(path);
  else save(path, ".gitattributes", after.join(""));
  note(ports, options, say.removed(".gitattributes", LINE));
}

function setting(ports: Ports, root: string, key: string, value: string, options: GitSetupOptions): void {
  const before = ask(root, ["config", "--local", "--get", key]);
  if (before === (options.remove ? undefined : value)) return note(ports, options, say.same(key));
  const change = options.remove ? ["--unset-all", key] : ["--replace-all", key, value];
  if (ask(root, ["config", "--local", ...change]) === undefined) throw new Refusal(say.refused(key));
  note(ports, options, options.remove ? say.unset(key) : say.set(key));
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
