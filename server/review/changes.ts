import type { KindName, Storey } from "../../grammar/schema.ts";
import type { Element } from "../model/model.ts";
import type { Meaning } from "./describe.ts";

/** What became of one architecture: elements and relations, each once, in the order of the storeys. */
export interface Changes {
  readonly elements: readonly ElementChange[];
  readonly relations: readonly RelationChange[];
  /** The name of each element that stays, from the old to the new, where they differ. */
  readonly renames: ReadonlyMap<string, string>;
  /** What became of each element that stays: the one of today by the one of yesterday. */
  readonly stayed: ReadonlyMap<Element, Element>;
}

export interface ElementChange {
  readonly change: "added" | "removed" | "changed" | "renamed";
  readonly kind: KindName;
  /** Its name; the new one, where it has two. */
  readonly id: string;
  /** Its old name, where that was another. */
  readonly was: string | undefined;
  readonly storey: Storey;
  /** Whether it is a load-bearing wall: of why or what. */
  readonly wall: boolean;
  readonly properties: readonly PropertyChange[];
  /** Why a rename is believed; undefined for other changes. */
  readonly evidence: Evidence | undefined;
  readonly before: Element | undefined;
  readonly after: Element | undefined;
}

/** How much of an element under its old name agrees with the one under its new name. */
export interface Evidence {
  readonly agree: number;
  readonly of: number;
}

export interface PropertyChange {
  readonly name: string;
  /** As written; undefined where it was not said. */
  readonly before: string | undefined;
  readonly after: string | undefined;
  /** What the new text means, which is what `apply` sets. */
  readonly meaning: Meaning | undefined;
}

export interface RelationChange {
  readonly change: "added" | "removed";
  readonly type: string;
  /** Names of today; of yesterday for what is gone. */
  readonly from: string;
  readonly to: string;
  readonly storey: Storey;
  readonly wall: boolean;
  /** The element that it starts at, of the side that has it: several may share a name. */
  readonly source: Element;
  /** Whether both its ends were there before and still are. */
  readonly stays: boolean;
}
