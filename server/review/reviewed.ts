import type { Changes } from "./changes.ts";
import type { Finding, Message } from "../../grammar/finding.ts";
import type { Asked } from "./meaning/asked.ts";
import type { Hanging } from "./meaning/hanging.ts";
import type { States, Telling } from "./meaning/telling.ts";

/** Everything a reviewer is told about a change. */
export interface Review {
  /** The two sides, and what became of each element in between. */
  readonly states: States;
  readonly changes: Changes;
  readonly findings: FindingChanges;
  readonly policy: readonly PolicyChange[];
  readonly summary: Summary;
  /** What the change means, in sentences. */
  readonly tellings: readonly Telling[];
  /** What else may have to follow. */
  readonly hanging: Hanging;
  /** Who has to agree. */
  readonly asked: Asked;
  /** How many places of each side could not be read, and so were not compared. */
  readonly unread: { readonly base: number; readonly head: number };
}

export interface ProjectReview {
  /** Where the project lies, relative to what was compared; `.` for all of it. */
  readonly project: string;
  readonly review: Review;
}

export interface FindingChanges {
  readonly introduced: readonly Finding[];
  readonly fixed: readonly Finding[];
  readonly unchanged: number;
}

/** The guard became weaker or stronger, and in what. */
export interface PolicyChange {
  readonly change: "loosened" | "tightened";
  readonly what: Message;
  /** The rule that it is about; left out where it is about all of them. */
  readonly rule?: string;
}

export interface Summary {
  readonly walls: number;
  readonly partitions: number;
  readonly introduced: number;
  readonly fixed: number;
}
