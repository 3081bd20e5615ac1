import type { Locale } from "../../grammar/finding.ts";
import type { KindName } from "../../grammar/schema.ts";
import type { ViewTable } from "./view-table.ts";
import type { Mark, FindingMark } from "./mark.ts";

/** The storeys that are drawn, from the most stable to the least. */
export type DrawnStorey = "why" | "what" | "how";

/** What happened to an element between two models, in pictures of a change: what stayed the `same` is drawn pale. */
export type ChangeMark = "added" | "removed" | "changed" | "renamed" | "same";

interface Drawn {
  readonly title: string;
  /** The small second line: what sort it is, who answers for it. Empty where there is nothing to add. */
  readonly detail: string;
  readonly storey: DrawnStorey;
  readonly marks: readonly Mark[];
  readonly finding: FindingMark | undefined;
  readonly change: ChangeMark | undefined;
  /** What the picture is about: it stands out from all that is around it. */
  readonly centre?: boolean;
}

export interface ViewNode extends Drawn {
  /** Unique among nodes and groups: the name, but where a view shows an element more than once. */
  readonly id: string;
  /** The qualified name of the element. */
  readonly name: string;
  readonly kind: KindName;
  readonly tags: readonly string[];
  /** What the team is called that answers for it, or that it is; undefined for none. */
  readonly team: string | undefined;
  /** The id of the group that it stands in; undefined for the open floor. */
  readonly group: string | undefined;
  /** A load-bearing wall, as opposed to a partition. */
  readonly wall: boolean;
  /** Which of the tones of the picture it has; undefined for none. */
  readonly tone?: number;
  /** What stands in it, a line each: the attributes of an entity, in a picture with room for them. */
  readonly items?: readonly ViewItem[];
}

/** A line of what stands in a shape, or a heading above those that follow it. */
export type ViewItem = string | { readonly heading: string };

/** How a group is drawn: not at all (it only keeps its members together), as walls, as a light partition, as a stage. */
export type Frame = "none" | "wall" | "partition" | "lane";

export interface ViewGroup extends Drawn {
  /** The qualified name of the element that it stands for, or a name of its own; unique among nodes and groups. */
  readonly id: string;
  /** The kind of the element that it stands for; undefined for a mere grouping. */
  readonly kind: KindName | undefined;
  readonly parent: string | undefined;
  readonly frame: Frame;
  /** In which row of its storey it stands, from the top; groups of a row stand side by side. */
  readonly row: number;
  /** In lanes: in which of them it stands, from the left. */
  readonly column?: number;
  /** How many elements are hidden in it while it is folded. */
  readonly folded?: number;
}

export interface ViewEdge {
  readonly id: string;
  /** The type of the relation (`serves`, `owns`), or the kind of the edge (`flow`, `value`). */
  readonly type: string;
  /** The id of a node or a group. */
  readonly from: string;
  readonly to: string;
  /** Empty where the type says it all. */
  readonly label: string;
  /** All that there is to say of it, as a sentence; undefined where its ends and its type say it. */
  readonly said?: string;
  /** By which a table below refers to it. */
  readonly number?: number;
  /** How many relations this line stands for. */
  readonly count: number;
  readonly finding: FindingMark | undefined;
  readonly change: ChangeMark | undefined;
}

/** What the tones of a picture say. */
export interface Tones {
  readonly names: readonly string[];
  /** From little to much, as opposed to one beside the other. */
  readonly isScale: boolean;
}

/** What a view shows, before anybody has thought about where: plain data that can be sent and compared. */
export interface ViewGraph {
  /** Which view it is: `storeys`, or the name of a `view` statement. */
  readonly view: string;
  readonly title: string;
  readonly subtitle: string;
  readonly locale: Locale;
  /**
   * Stacked storeys, a free graph, lanes that lead from stage to stage, a chart of who stands above whom, or what the
   * picture is about in the middle, and at its sides what has to do with it.
   */
  readonly layout: "storeys" | "graph" | "lanes" | "tree" | "hub";
  readonly direction: "down" | "right";
  readonly groups: readonly ViewGroup[];
  readonly nodes: readonly ViewNode[];
  readonly edges: readonly ViewEdge[];
  readonly tones?: Tones;
  /** What is told in rows and columns, below the picture or in its place. */
  readonly table?: ViewTable;
}
