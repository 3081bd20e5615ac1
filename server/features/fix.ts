import type { Finding } from "../../grammar/finding.ts";
import type { Span } from "../../grammar/text.ts";
import { locate } from "../model/edit.ts";
import type { Model } from "../model/model.ts";
import { tidied } from "../model/tidy.ts";
import { verdictOf } from "../rules/check.ts";
import { ruleNamed } from "../rules/index.ts";
import type { Fix } from "../rules/rule.ts";
import { languageFixes } from "./language-fixes.ts";

/** A way to repair a finding. */
export interface Repair extends Fix {
  readonly finding: Finding;
  /** Whether it is the one to take without a second thought. */
  readonly preferred: boolean;
}

/**
 * Feature: Quick fixes
 *
 * The repairs of what is found in a stretch of a file, the best of each finding first. The text that they leave can be
 * read, is in the one layout where it was, and the finding is gone from it.
 */
export function fix(model: Model, path: string, within: Span): readonly Repair[] {
  const { findings } = verdictOf(model.project);
  const here = findings.filter(({ site }) => site.path === path);
  const touched = here.filter(({ site }) => {
    const { start, end } = locate(model, site);
    return start <= within.end && within.start <= end;
  });
  return touched.flatMap((finding) => repairsOf(model, finding));
}

/** The repairs of one finding, the best first. */
export function repairsOf(model: Model, finding: Finding): readonly Repair[] {
  const rule = ruleNamed(finding.rule);
  const fixes = rule ? rule.fixes(finding, model) : languageFixes(model, finding);
  const isOpen = OPEN.includes(finding.rule) && fixes.length > 1;
  return fixes.map(({ title, edits }, index) => ({
    title,
    edits: tidied(model, edits),
    finding,
    preferred: index === 0 && !isOpen,
  }));
}

/** What can be repaired in several ways, none of them likelier than the others. */
const OPEN = ["missing-property", "contradictory-quality"];
