import { capabilities } from "./capabilities.ts";
import { chain } from "./chain.ts";
import { flows } from "./flows.ts";
import { landscape, landscapeByTeam, landscapeByVendor } from "./landscape.ts";
import { matrix } from "./matrix.ts";
import { organisation } from "./organisation.ts";
import { ownership } from "./ownership.ts";
import { value } from "./value.ts";
import type { Standard } from "./standard-view.ts";

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
