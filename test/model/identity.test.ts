import { readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { expect, test } from "vitest";
import { identityOf } from "../../server/model/identity.ts";
import { syntaxOf } from "../../grammar/parse.ts";
import type { SourceFile } from "../../grammar/text.ts";
import type { Statement } from "../../grammar/tree.ts";
import { snapshotOf } from "../../server/model/snapshot.ts";
import { verdictOf } from "../../server/rules/check.ts";
import { rules } from "../../server/rules/index.ts";
import { readPage } from "../rules/page.ts";
import { fixture, FIXTURE_SETTINGS, ROOT } from "../support/fixture.ts";
import { root } from "../cli/run.ts";

/** By what the findings of a project are known, in alphabetical order. */
function identities(files: readonly SourceFile[]): readonly string[] {
  const { projects } = snapshotOf(files, [ROOT], FIXTURE_SETTINGS);
  const findings = [...projects.values()].flatMap((project) => verdictOf(project).findings);
  return findings.map((finding) => JSON.stringify(identityOf(finding))).toSorted((a, b) => (a < b ? -1 : 1));
}

/** The same architecture written in the opposite order, in files that are called otherwise. */
function turnedRound(files: readonly SourceFile[]): readonly SourceFile[] {
  return files.map((file, index) => {
    if (!file.path.endsWith(".bizarch")) return file;
    const { statements, startOf } = syntaxOf(file);
    const parts = statements.map((statement) => {
      return turned(statement, file.text.slice(startOf.get(statement) ?? 0));
    });
    const isSpace = (part: string): boolean => part.startsWith("namespace ");
    const ordered = [...parts.filter(isSpace), ...parts.filter((part) => !isSpace(part)).toReversed()];
    const path = `${dirname(file.path)}/${String(files.length - index).padStart(3, "0")}.bizarch`;
    return { path, text: `${ordered.join("\n")}\n` };
  });
}

/** A statement with the lines of its block in the opposite order; its spans count from the start of `text`. */
function turned({ span, block }: Statement, text: string): string {
  if (!block) return text.slice(span.start, span.end);
  const lines = block.statements.map((line) => turned(line, text)).toReversed();
  return `${text.slice(span.start, block.span.start)}{\n${lines.join("\n")}\n}`;
}

const examples = rules.flatMap(({ name, page }) =>
  readPage(page).wrong.map(({ line, text }) => [`${name}:${line}`, text] as const),
);

test.each(examples)("%s: the order of the text makes nothing new", (_, text) => {
  const { files } = fixture(text);
  expect(identities(turnedRound(files))).toEqual(identities(files));
});

test.each(readdirSync(join(root, "samples")).filter((name) => !name.includes(".")))(
  "samples/%s: the order of the text makes nothing new",
  (name) => {
    const folder = join(root, "samples", name);
    const files = readdirSync(folder, { recursive: true, encoding: "utf8" })
      .filter((path) => path.endsWith(".bizarch") || path.endsWith("bizarch.json"))
      .map((path) => ({ path: `${ROOT}/${path}`, text: readFileSync(join(folder, path), "utf8") }));
    expect(identities(turnedRound(files))).toEqual(identities(files));
  },
);
