import type { Shown } from "../../panel/messages.ts";
import type { ComparedProject } from "../../../server/lsp/compare-protocol.ts";
import type { ProjectId } from "../../../server/lsp/protocol.ts";
import type { Base } from "./base.ts";
import type { CompareWords } from "./compare-words.ts";
import { plain } from "../words.ts";

/** Which picture of changes is shown: of which project, and whether with what did not change. */
export interface Chosen {
  /** Undefined where none changed. */
  readonly project: ComparedProject | undefined;
  readonly isAll: boolean;
}

/** What somebody chose of the projects that changed, as far as it is still there. @param view the id of a view */
export function chosenOf(projects: readonly ComparedProject[], view: string | undefined): Chosen {
  const project = projects.find(({ project: { uri } }) => view?.endsWith(` ${uri}`)) ?? projects[0];
  return { isAll: view?.startsWith("all ") === true, project };
}

interface Pictured {
  readonly base: Base;
  readonly projects: readonly ComparedProject[];
  readonly chosen: Chosen;
  /** The project that the picture belongs to, also where nothing of it changed. */
  readonly shown: ProjectId;
  /** Undefined where there is nothing to draw. */
  readonly graph: Shown["graph"] | undefined;
}

/** What the page shows: a project has two views, what changed, and everything. */
export function changesPicture(
  { base, projects, chosen, shown, graph }: Pictured,
  words: CompareWords,
): Shown {
  const views = projects.flatMap(({ project: { uri, name } }) =>
    [false, true].map((all) => {
      const title = all ? words.everything : words.whatChanged;
      return { id: viewId(uri, all), title: projects.length > 1 ? `${plain(name)}: ${title}` : title };
    }),
  );
  return {
    uri: shown.uri,
    project: shown,
    views,
    graph: { ...(graph ?? emptyGraph(words)), view: viewId(shown.uri, chosen.isAll) },
    locked: true,
    nothing: chosen.project ? words.nothingToDraw(base.name) : words.nothingMeant(base.name),
  };
}

function viewId(project: string, isAll: boolean): string {
  return `${isAll ? "all" : "changes"} ${project}`;
}

function emptyGraph({ locale }: CompareWords): Shown["graph"] {
  const nothing = { groups: [], nodes: [], edges: [] };
  return { view: "", title: "", subtitle: "", locale, layout: "storeys", direction: "down", ...nothing };
}
