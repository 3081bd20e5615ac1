import { readdirSync } from "node:fs";
import { join } from "node:path";
import { localeFor, paintFor, settingsFor, type CommonOptions } from "../common.ts";
import { compare } from "./compare.ts";
import { placed } from "../checked.ts";
import { absolute, configuredFolder, filesBelow, isOurName, kindOfPath, readRaw, shown } from "../disk.ts";
import { repositoryAt } from "../git/repository.ts";
import { gitMessages as say } from "../git/messages.ts";
import type { Ports } from "../ports.ts";
import { prettyReview } from "../../../server/review/pretty.ts";
import { Refusal } from "../refusal.ts";

/**
 * `bizarch difftool`, for git: what `diff` says of the files that git hands over, one from either side or a folder of them
 * (`--dir-diff`). Git hands over those that differ alone, so the rest of the architecture is taken from the working tree.
 */
export function difftool(
  ports: Ports,
  args: readonly [string, string, string],
  options: CommonOptions,
): number {
  const [old, now, path] = args;
  const repository = repositoryAt(ports.cwd);
  if (!repository) throw new Refusal(say.noRepository());
  const before = handedOver(ports.cwd, old, path);
  const after = handedOver(ports.cwd, now, path);
  const touched = new Set([...before.keys(), ...after.keys()]);
  const place = (name: string): string => `${repository.root}/${name}`;
  const [first] = touched;
  const folder = first === undefined ? ports.cwd : absolute(place(first), "..");
  const root = (kindOfPath(folder) === "folder" ? configuredFolder(folder) : undefined) ?? repository.root;
  const rest = filesBelow(root).filter((file) => !touched.has(file.slice(repository.root.length + 1)));
  const side = (name: ReturnType<typeof say.workingTree>, files: ReadonlyMap<string, string>) => {
    const own = [...files].map(([at, file]) => ({ path: place(at), bytes: readRaw(file).bytes }));
    return { name, root, files: [...rest.map(readRaw), ...own] };
  };
  const compared = compare(
    { base: side(say.oldSide(), before), head: side(say.newSide(), after) },
    settingsFor(ports, options),
  );
  const locale = localeFor(options, [...compared.head.projects.values()]);
  const text = prettyReview(compared.reviews, {
    locale,
    base: say.oldSide()[locale],
    head: say.newSide()[locale],
    spot: (finding, at) => {
      const { file, start } = placed(compared[at], finding).place;
      return `${shown(ports.cwd, file.path)}:${start.line + 1}:${start.character + 1}`;
    },
    paint: paintFor(ports, options),
    columns: ports.out.columns,
  });
  ports.out.write(text);
  return 0;
}

/** The files of one side by their path in the repository. A side that has no such file is `/dev/null`. */
function handedOver(cwd: string, given: string, path: string): ReadonlyMap<string, string> {
  const at = absolute(cwd, given);
  if (kindOfPath(at) !== "folder") return new Map(kindOfPath(at) === "file" ? [[path, at]] : []);
  // Git links to the working tree where it can, so that links are followed here.
  const entries = readdirSync(at, { recursive: true, encoding: "utf8" }).map((name) =>
    name.replaceAll("\\", "/"),
  );
  const ours = entries.filter(
    (name) => isOurName(name.split("/").at(-1) ?? "") && kindOfPath(join(at, name)) === "file",
  );
  return new Map(ours.map((name) => [name, join(at, name)]));
}
