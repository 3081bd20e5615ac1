import type { Finding, Severity } from "../../grammar/finding.ts";
import type { Model } from "../model/model.ts";
import type { Verdict } from "../rules/check.ts";
import { ownRules } from "../rules/policy.ts";
import { chapterOf, CHAPTERS, type ChapterName } from "./chapters.ts";

type Counts = Readonly<Record<Severity, number>>;

/** What the rules find, counted, and what is excused until when. */
export interface Found extends Counts {
  /** Only the chapters in which something is found. */
  readonly chapters: readonly ({ readonly chapter: ChapterName } & Counts)[];
  /** The exceptions that excuse something today, the one that ends soonest first. */
  readonly waived: readonly Excused[];
}

export interface Excused {
  readonly rule: string;
  readonly element: string;
  readonly because: string;
  readonly until: string;
  /** How many findings it excuses. */
  readonly findings: number;
}

export function found(model: Model, { findings, waived }: Verdict): Found {
  const own = new Set(ownRules(model).map(({ id }) => id));
  const chapter = ({ rule }: Finding) => chapterOf(rule) ?? (own.has(rule) ? "own" : "language");
  const chapters = CHAPTERS.map((name) => {
    return { chapter: name, ...counts(findings.filter((finding) => chapter(finding) === name)) };
  });
  return {
    ...counts(findings),
    chapters: chapters.filter(({ error, warning, info }) => error + warning + info > 0),
    waived: excused(waived),
  };
}

function counts(findings: readonly Finding[]): Counts {
  const count = (severity: Severity) => findings.filter((finding) => finding.severity === severity).length;
  return { error: count("error"), warning: count("warning"), info: count("info") };
}

function excused(waived: Verdict["waived"]): readonly Excused[] {
  const waivers = [...new Set(waived.map(({ waiver }) => waiver))];
  return waivers
    .map((waiver) => {
      const { rule, element, because, until } = waiver;
      return { rule, element, because, until, findings: waived.filter((it) => it.waiver === waiver).length };
    })
    .toSorted(
      (a, b) => compare(a.until, b.until) || compare(a.rule, b.rule) || compare(a.element, b.element),
    );
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
