import { modelOf } from "../../server/model/link.ts";
import type { Model } from "../../server/model/model.ts";
import { snapshotOf } from "../../server/model/snapshot.ts";
import { FIXTURE_SETTINGS, ROOT } from "../support/fixture.ts";

/** The one file of a text's project. */
export const ONLY = `${ROOT}/a.bizarch`;

/** The model of a project of one file, as it is: no cursor is taken out, nothing is unindented. */
export function modelOfText(text: string): Model {
  const [project] = snapshotOf([{ path: ONLY, text }], [ROOT], FIXTURE_SETTINGS).projects.values();
  if (!project) throw new Error("The text is no project.");
  return modelOf(project);
}
