import { compare, type Compared } from "../../client/cli/diff/compare.ts";
import { same } from "../../server/model/model.ts";
import type { Review } from "../../server/review/reviewed.ts";
import { rules } from "../../server/rules/index.ts";
import { ROOT, unindent } from "../support/fixture.ts";

/** The files of one side, by their path in the project. */
export type Files = Readonly<Record<string, string>>;

const SETTINGS = { today: "2026-06-30", locale: undefined, profile: undefined } as const;

/** Two sides as the command line compares them. */
export function compared(base: Files, head: Files): Compared {
  return compare({ base: taken("base", base), head: taken("head", head) }, SETTINGS);
}

/** Two sides that are one project, each a file or several. */
export function reviewed(base: string | Files, head: string | Files): Review {
  const review = compared(filesOf(base), filesOf(head)).reviews[0]?.review;
  if (!review) throw new Error("There is nothing to compare.");
  return review;
}

function filesOf(side: string | Files): Files {
  return typeof side === "string" ? { "main.bizarch": unindent(side) } : side;
}

function taken(name: string, files: Files) {
  const raw = Object.entries(files).map(([path, text]) => ({
    path: `${ROOT}/${path}`,
    bytes: new TextEncoder().encode(text),
  }));
  return { name: same(name), root: ROOT, files: raw };
}

/** No rule speaks: for tests that are about changes alone. */
export const QUIET = `policy { ${rules.map(({ name }) => `off ${name}`).join("; ")} }\n`;

/** A review in lines: elements with their properties, relations, findings, policy. */
export function printed({ changes, findings, policy }: Review): string {
  const elements = changes.elements.map(({ change, kind, id, was, properties }) => {
    const said = properties.map(({ name, before = "-", after = "-" }) => `${name} ${before} => ${after}`);
    return `${change} ${kind} ${id}${was === undefined ? "" : ` (was ${was})`}${said.map((line) => `\n  ${line}`).join("")}`;
  });
  const relations = changes.relations.map(
    ({ change, from, type, to, wall }) => `${change} ${from} ${type} ${to}${wall ? " [wall]" : ""}`,
  );
  const found = (["introduced", "fixed"] as const).flatMap((what) =>
    findings[what].map(({ rule, element }) => `${what} ${rule} ${element ?? "-"}`),
  );
  const guard = policy.map(({ change, what }) => `${change}: ${what.en}`);
  return [...elements, ...relations, ...found, ...guard].join("\n");
}
