import type { ViewEdge, ViewGraph } from "../../server/views/view-graph.ts";
import { wordsOf } from "../diagram/words.ts";
import { button, icon } from "./button.ts";
import { element } from "./elements.ts";
import type { Sight, Viewer } from "./sight.ts";
import type { Words } from "./words.ts";

/** The picture as text: what there is, where it stands, and what leads from it to what. */
export interface OutlineBox {
  readonly element: HTMLElement;
  readonly isOpen: () => boolean;
  readonly toggle: () => void;
  readonly close: () => void;
  /** Tells of the new picture. */
  readonly refresh: () => void;
}

/** @param choose is told which shape or line somebody chose */
export function outlineBox(words: Words, viewer: Viewer, choose: (id: string) => void): OutlineBox {
  const list = element("div", { class: "list" });
  const box = element(
    "nav",
    { class: "outline", "aria-label": words.outline },
    element("h2", {}, words.outline),
    button(words.closeOutline, () => close(), icon("M4 4l8 8M12 4l-8 8")),
    list,
  );
  box.hidden = true;

  function refresh(): void {
    const sight = viewer.sight();
    if (box.hidden || !sight) return;
    const focused = document.activeElement?.getAttribute("data-item");
    list.replaceChildren(...told(sight));
    const again = [...list.querySelectorAll("button")].find((it) => it.dataset["item"] === focused);
    if (focused !== null && focused !== undefined) again?.focus();
  }

  function close(): void {
    box.hidden = true;
  }

  list.addEventListener("click", ({ target }) => {
    const item = target instanceof Element ? target.closest("[data-item]")?.getAttribute("data-item") : null;
    if (typeof item === "string") choose(item);
  });
  return {
    element: box,
    isOpen: () => !box.hidden,
    refresh,
    close,
    toggle() {
      box.hidden = !box.hidden;
      refresh();
      if (!box.hidden) (list.querySelector("button") ?? list).focus();
    },
  };
}

/** A building is told storey by storey, anything else as it stands. */
function told(sight: Sight): readonly Node[] {
  const { graph } = sight;
  const table = rows(sight);
  if (graph.layout !== "storeys") return [items(sight, graph, undefined), ...table];
  const { storeys } = wordsOf(graph.locale);
  const storeyed = (["why", "what", "how"] as const).flatMap((storey) => {
    const part = {
      ...graph,
      groups: graph.groups.filter((group) => group.storey === storey),
      nodes: graph.nodes.filter((node) => node.storey === storey),
    };
    if (part.groups.length + part.nodes.length === 0) return [];
    return [element("h3", {}, storeys[storey].word), items(sight, part, undefined)];
  });
  return [...storeyed, ...table];
}

/** The rows of a table, each with what its cells say. */
function rows({ picture, graph }: Sight): readonly Node[] {
  const { rows: told = [], columns = [] } = graph.table ?? {};
  const entries = told.map((row) => {
    const cells = row.cells.map(({ text, sign }, index) =>
      sign ? `${columns[index]?.title ?? ""} (${wordsOf(graph.locale).holdings[sign]})` : text,
    );
    const said = [row.title, ...cells.filter((cell) => cell !== "")].join(" · ");
    return element("li", {}, element("button", { type: "button", "data-item": `row:${row.id}` }, said));
  });
  return entries.length > 0 && picture.parts(`row:${told[0]?.id ?? ""}`).length > 0
    ? [element("ul", {}, ...entries)]
    : [];
}

/** What stands in a group, or in none: the groups in it, then the shapes. A mere ground is not told of. */
function items(sight: Sight, part: ViewGraph, parent: string | undefined): HTMLElement {
  return element("ul", {}, ...itemsIn(sight, part, parent));
}

function itemsIn(sight: Sight, part: ViewGraph, parent: string | undefined): readonly Node[] {
  const groups = part.groups.filter((group) => group.parent === parent);
  return [
    ...groups.flatMap((group) =>
      group.frame === "none"
        ? itemsIn(sight, part, group.id)
        : [item(sight, group.id, items(sight, part, group.id))],
    ),
    ...part.nodes.filter((node) => node.group === parent).map(({ id }) => item(sight, id)),
  ];
}

function item(sight: Sight, id: string, inside?: HTMLElement): Node {
  const lines = sight.graph.edges.filter(({ from }) => from === id).map((edge) => line(sight, edge));
  const parts = [
    ...(lines.length > 0 ? [element("ul", { class: "lines" }, ...lines)] : []),
    ...(inside && inside.childElementCount > 0 ? [inside] : []),
  ];
  return element("li", {}, entry(sight, id), ...parts);
}

function line(sight: Sight, { id }: ViewEdge): Node {
  return element("li", {}, entry(sight, id));
}

/** What a screen reader says of a shape or a line stands there for everybody. */
function entry({ picture }: Sight, id: string): Node {
  const shape = picture.parts(id)[0];
  const said = [shape?.getAttribute("aria-label") ?? id, shape?.getAttribute("aria-description") ?? ""];
  return element(
    "button",
    { type: "button", "data-item": id },
    said.filter((part) => part !== "").join(" · "),
  );
}
