import type { Message } from "../../grammar/finding.ts";
import type { Model } from "../model/model.ts";
import type { ViewFinding } from "./node.ts";
import type { Named } from "./storeys.ts";
import type { ViewGraph } from "./view-graph.ts";

/** A view that nobody has to write: it is there in every architecture that has something to show in it. */
export interface Standard {
  /** What `--view` calls it; a `view` of the project's own goes before it. */
  readonly id: string;
  readonly title: Message;
  readonly isThere: (model: Model) => boolean;
  readonly graph: (model: Model, findings: readonly ViewFinding[], named: Named) => ViewGraph;
}
