import { execFileSync } from "node:child_process";
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { architecture } from "./architecture.mjs";

/** How many changes there are between the two commits of a repository. */
export const CHANGES = 100;

/**
 * A repository with an architecture of about `elements` elements, and a second commit that changes, adds, removes and
 * renames 100 of them, spread over it.
 *
 * @param {string} path
 * @param {number} elements
 */
export function repository(path, elements) {
  mkdirSync(path);
  const files = architecture(elements);
  git(path, "init", "--quiet", "-b", "main");
  commit(path, files);
  const parts = [...files].filter(([name]) => name.startsWith("part-"));
  const every = Math.max(1, Math.floor(parts.length / CHANGES));
  const changed = parts
    .filter((_, index) => index % every === 0)
    .slice(0, CHANGES)
    .map(([name, text], index) => /** @type {const} */ ([name, change(text, index)]));
  commit(path, new Map(changed));
}

/**
 * @param {string} text
 * @param {number} index
 */
function change(text, index) {
  switch (index % 5) {
    case 0:
      return text.replace("lifespan 12y", "lifespan 2y");
    case 1:
      return text.replace(
        /^flow (\S+) -> (\S+) .*\{\n {2}carries .*\n {2}mode batch\n {2}every 1d\n\}\n/m,
        "",
      );
    case 2:
      return `${text}tool new-${index} "Something new" {\n  category bi\n  lifespan 3y\n}\n`;
    case 3:
      // The tool of another name is the same one: it says the same, and the same name it.
      return text.replaceAll(/\btool-(\d+)-9\b/g, "renamed-$1-9");
    default:
      return text.replace("  accountable team-", "  accountable executive // team-");
  }
}

/**
 * @param {string} path
 * @param {ReadonlyMap<string, string>} files
 */
function commit(path, files) {
  for (const [name, text] of files) writeFileSync(join(path, name), text);
  git(path, "add", "--all");
  git(
    path,
    "-c",
    "user.name=Bench",
    "-c",
    "user.email=bench@example.org",
    "commit",
    "--quiet",
    "-m",
    "change",
  );
}

/**
 * @param {string} path
 * @param {readonly string[]} args
 */
function git(path, ...args) {
  execFileSync("git", [...args], { cwd: path, stdio: "ignore" });
}
