import type { Message } from "../../grammar/finding.ts";
import type { Model } from "../model/model.ts";
import { capabilities } from "./capabilities.ts";
import { chain } from "./chain.ts";
import { flows } from "./flows.ts";
import { landscape, landscapeByTeam, landscapeByVendor } from "./landscape.ts";
import type { ViewFinding } from "./node.ts";
import { matrix } from "./matrix.ts";
import { organisation } from "./organisation.ts";
import { ownership } from "./ownership.ts";
import { value } from "./value.ts";
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

/** The standard views beside the storeys, in the order of the storeys: from what carries to how it is done. */
export const standardViews: readonly Standard[] = [
  value,
  ownership,
  matrix,
  flows,
  chain,
  capabilities,
  landscape,
  landscapeByTeam,
  landscapeByVendor,
  organisation,
];
