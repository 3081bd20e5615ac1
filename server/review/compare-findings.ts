import { grouped } from "../../grammar/grouped.ts";
import type { Finding } from "../../grammar/finding.ts";
import type { FindingChanges } from "./changes.ts";
import type { Side } from "./side.ts";

/**
 * Which findings a change brings, takes away and leaves. A finding is known by its rule, its element and what went into
 * its message, never by its line. What nobody asks about any more, or a waiver hides, is not fixed.
 */
export function compareFindings(
  base: Side,
  head: Side,
  renames: ReadonlyMap<string, string>,
): FindingChanges {
  const before = grouped(base.verdict.findings, (finding) => identity(finding, renames));
  const after = grouped(head.verdict.findings, (finding) => identity(finding, NONE));
  const hidden = hiddenIn(head);
  const introduced = [...after].flatMap(([key, group]) => group.slice(before.get(key)?.length ?? 0));
  const lost = [...before].flatMap(([key, group]) => {
    const rest = group.slice(after.get(key)?.length ?? 0);
    return hidden.waived.has(key) ? [] : rest;
  });
  const fixed = lost.filter(({ rule }) => !hidden.off.has(rule));
  const unchanged = head.verdict.findings.length - introduced.length;
  return { introduced: inOrder(head, introduced), fixed, unchanged };
}

const NONE: ReadonlyMap<string, string> = new Map();

function identity({ rule, element, args }: Finding, renames: ReadonlyMap<string, string>): string {
  const now = (name: string) => renames.get(name) ?? name;
  return JSON.stringify([rule, element === undefined ? null : now(element), args.map(now)]);
}

function hiddenIn({ verdict, rules, severityOf }: Side) {
  const waived = new Set(verdict.waived.map(({ finding }) => identity(finding, NONE)));
  const off = new Set(rules.filter((rule) => severityOf(rule) === "off").map(({ name }) => name));
  return { waived, off };
}

/** In the order in which the side tells them. */
function inOrder({ verdict }: Side, some: readonly Finding[]): readonly Finding[] {
  const wanted = new Set(some);
  return verdict.findings.filter((finding) => wanted.has(finding));
}
