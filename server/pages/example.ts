import type { SourceFile } from "../../grammar/text.ts";
import { modelOf } from "../model/link.ts";
import type { Model } from "../model/model.ts";
import { snapshotOf } from "../model/snapshot.ts";
import { verdictOf, type Verdict } from "../rules/check.ts";

/** An example in Markdown: a fence that begins with ```bizarch. */
export interface Example {
  /** Its line in the page, from 1. */
  readonly line: number;
  /** What follows the word `bizarch`. */
  readonly info: string;
  readonly text: string;
  /** The heading that it stands under, without its marks; empty where there is none. */
  readonly heading: string;
}

/** The examples of a page, in order. */
export function examplesOf(markdown: string): readonly Example[] {
  const found: Example[] = [];
  const lines = markdown.split("\n");
  let heading = "";
  for (let at = 0; at < lines.length; at++) {
    const line = lines[at] ?? "";
    if (line.startsWith("#")) heading = line.replace(/^#+ */, "");
    if (!line.startsWith("```")) continue;
    const end = lines.indexOf("```", at + 1);
    const info = /^```bizarch\b(.*)$/.exec(line)?.[1];
    const text = `${lines.slice(at + 1, end < 0 ? undefined : end).join("\n")}\n`;
    if (info !== undefined) found.push({ line: at + 1, info: info.trim(), text, heading });
    if (end < 0) break;
    at = end;
  }
  return found;
}

const ROOT = "/example";

/** The day on which examples are read: a page says the same whenever it is made. */
const TODAY = "2026-06-30";

/** What is found in the text of an example. A line `//- name` in it begins another file. */
export function judged(text: string): { readonly model: Model; readonly verdict: Verdict } {
  const settings = { today: TODAY, locale: undefined, profile: undefined };
  const [project] = snapshotOf(filesOf(text), [ROOT], settings).projects.values();
  if (!project) throw new Error("An example is a project.");
  return { model: modelOf(project), verdict: verdictOf(project) };
}

function filesOf(text: string): readonly SourceFile[] {
  const [first = "", ...rest] = text.split(/^\/\/- (\S+)\n/m);
  const named = rest.flatMap((name, index) =>
    index % 2 === 0 ? [{ path: `${ROOT}/${name}`, text: rest[index + 1] ?? "" }] : [],
  );
  const begins = first.trim() !== "" || named.length === 0;
  return begins ? [{ path: `${ROOT}/main.bizarch`, text: first }, ...named] : named;
}
