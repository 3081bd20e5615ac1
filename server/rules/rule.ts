import type { Finding, Message, Severity, Site } from "../../grammar/finding.ts";
import type { Edit } from "../model/edit.ts";
import { siteOf, type Element, type Model } from "../model/model.ts";

/** One thing that an architecture is held to: a small pure check over the model, with a page of its own. */
export interface Rule {
  /** Its id, and the name of its file and page. */
  readonly name: string;
  /** Its severity under the profile `recommended`. */
  readonly severity: Severity;
  /** Whether the profile `starter` asks it. */
  readonly starter: boolean;
  /** Its page of documentation, in Markdown: also its test. */
  readonly page: string;
  /** What `policy` may set about it: `warning tool-sprawl limit 8`. */
  readonly parameters: Readonly<Record<string, Parameter>>;
  readonly check: (model: Model, found: (found: Found) => void, settings: Settings) => void;
  /** Ways to repair a finding, the best first. */
  readonly fixes: (finding: Finding, model: Model) => readonly Fix[];
}

/** A number, a share (percent), or a list of words, and what holds where nobody says. */
export interface Parameter {
  readonly type: "number" | "percent" | "words";
  readonly value: number | readonly string[];
  /** The words that fit; undefined where any does. */
  readonly among?: ReadonlySet<string>;
  readonly doc: string;
  /** Which direction is stricter; undefined where neither is. A change the other way loosens the rule. */
  readonly stricter: "less" | "more" | undefined;
}

/** The parameters of a rule as the project sets them. */
export interface Settings {
  readonly number: (name: string) => number;
  readonly words: (name: string) => readonly string[];
}

/** What a check found, before its severity is known. */
export interface Found {
  readonly message: Message;
  readonly args: readonly string[];
  readonly site: Site;
  readonly element: Element | undefined;
  /** What else it is about: a waiver for one of these excuses it too. */
  readonly about: readonly Element[];
  readonly related: readonly { readonly message: Message; readonly site: Site }[];
}

/** A repair: what it does in words, and the changes of text. */
export interface Fix {
  readonly title: Message;
  readonly edits: readonly Edit[];
}

type Messages = Readonly<Record<string, (...args: readonly string[]) => Message>>;

/** Where a finding stands: at an element's name, or at a narrower site in it. */
export interface At {
  readonly element: Element;
  readonly site?: Site;
  readonly about?: Found["about"];
  readonly related?: Found["related"];
  /** What makes it the same finding next time, where the message says more than names: counts, durations. */
  readonly known?: readonly string[];
}

/** Reports a finding: where, which message, and the names that go into it. */
export type Report<M extends Messages> = <Id extends keyof M>(
  at: At,
  id: Id,
  ...args: Extract<Parameters<M[Id]>, readonly string[]>
) => void;

interface Definition<M extends Messages> {
  readonly name: string;
  readonly severity: Severity;
  readonly starter?: boolean;
  readonly page: string;
  readonly parameters?: Readonly<Record<string, Parameter>>;
  readonly messages: M;
  readonly check: (model: Model, report: Report<M>, settings: Settings) => void;
  readonly fixes?: (finding: Finding, model: Model) => readonly Fix[];
}

/** More places than these nobody follows. */
export const MOST_RELATED = 10;

/** A rule from its parts. A message that does not exist, or lacks a language, does not compile. */
export function defineRule<const M extends Messages>(definition: Definition<M>): Rule {
  const { name, severity, starter = false, page, parameters = {}, messages, check, fixes } = definition;
  return {
    name,
    severity,
    starter,
    page,
    parameters,
    check: (model, found, settings) => {
      const report: Report<M> = (at, id, ...args) => {
        const words: readonly string[] = args;
        const { element, site = siteOf(element), about = [], related = [], known = words } = at;
        const message = messages[id]?.(...words);
        if (!message) return;
        const named = related.slice(0, MOST_RELATED);
        found({ message, args: [String(id), ...known], site, element, about, related: named });
      };
      check(model, report, settings);
    },
    fixes: fixes ?? (() => []),
  };
}
