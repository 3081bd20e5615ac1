import { grouped } from "../../grammar/grouped.ts";
import type { Finding } from "../../grammar/finding.ts";
import { identityOf } from "../model/identity.ts";
import type { FindingChanges } from "./reviewed.ts";
import { compareOwnRules } from "./own-rules.ts";
import type { Side } from "./side.ts";

/**
 * Which findings a change brings, takes away and leaves. A finding is known by its rule, its element and what went into
 * its message, never by its line; of several names (`a, b`) each is known by itself. What nobody asks about any more, or
 * a waiver hides, is not fixed.
 */
export function compareFindings(
  base: Side,
  head: Side,
  renames: ReadonlyMap<string, string>,
): FindingChanges {
  const own = compareOwnRules(base, head, renames);
  const nowCalled = (finding: Finding): Finding => ({
    ...finding,
    rule: own.renamed.get(finding.rule) ?? finding.rule,
  });
  const names = new Map([...renames, ...own.renamed]);
  const before = grouped(base.verdict.findings, (finding) => identity(nowCalled(finding), names));
  const after = grouped(head.verdict.findings, (finding) => identity(finding, NONE));
  const hidden = hiddenIn(head);
  const introduced = [...after].flatMap(([key, group]) => group.slice(before.get(key)?.length ?? 0));
  const lost = [...before].flatMap(([key, group]) => {
    const rest = group.slice(after.get(key)?.length ?? 0);
    return hidden.waived.has(key) ? [] : rest;
  });
  const fixed = lost.filter(({ rule }) => !hidden.off.has(rule) && !own.off.has(rule));
  const unchanged = head.verdict.findings.length - introduced.length;
  return { introduced: inOrder(head, introduced), fixed, unchanged };
}

const NONE: ReadonlyMap<string, string> = new Map();

function identity(finding: Finding, renames: ReadonlyMap<string, string>): string {
  const { rule, element, args } = identityOf(finding);
  const now = (name: string) => renames.get(name) ?? name;
  // What the language itself finds is known by a sentence with the names in it.
  const listed = (names: string) =>
    names.includes("'")
      ? names.replace(/'([^']*)'/g, (_, name: string) => `'${now(name)}'`)
      : names.split(", ").map(now).toSorted().join(", ");
  return JSON.stringify([rule, element === null ? null : now(element), args.map(listed)]);
}

function hiddenIn({ verdict, rules, severityOf }: Side) {
  const waived = new Set(verdict.waived.map(({ finding }) => identity(finding, NONE)));
  const off = new Set(rules.filter((rule) => severityOf(rule) === "off").map(({ name }) => name));
  return { waived, off };
}

const GRAVITY = { error: 0, warning: 1, info: 2 } as const;

/** The gravest first, and else in the order in which the side tells them. */
function inOrder({ verdict }: Side, some: readonly Finding[]): readonly Finding[] {
  const wanted = new Set(some);
  return verdict.findings
    .filter((finding) => wanted.has(finding))
    .toSorted((a, b) => GRAVITY[a.severity] - GRAVITY[b.severity]);
}
