import { choicesOf, type Filter } from "../diagram/filter.ts";
import { foldable } from "../diagram/fold.ts";
import type { Point } from "../diagram/layout/frame.ts";
import { plain } from "../diagram/type/text.ts";
import { button, icon } from "./button.ts";
import { element } from "./elements.ts";
import { emptyState } from "./empty-state.ts";
import { filterBox, type FilterBox } from "./filter-box.ts";
import { finder, type Finder } from "./finder.ts";
import { hoverCard, type HoverCard } from "./hover-card.ts";
import type { Memory } from "./memory.ts";
import type { Shown } from "./messages.ts";
import { minimap, type Minimap } from "./minimap.ts";
import { notice, type Notice } from "./notice.ts";
import { outlineBox, type OutlineBox } from "./outline-box.ts";
import type { Sight, Viewer } from "./sight.ts";
import { toolbar, type Toolbar, type ToolbarActions } from "./toolbar.ts";
import type { Words } from "./words.ts";

/** All that stands around the picture. */
export interface Furniture {
  readonly toolbar: Toolbar;
  readonly finder: Finder;
  readonly filter: FilterBox;
  readonly card: HoverCard;
  readonly map: Minimap;
  readonly outline: OutlineBox;
  readonly notice: Notice;
  /** Says which views there are, what can be folded and filtered, and what one should know. */
  readonly refresh: (now: Sight & { readonly shown: Shown }) => void;
}

/** What the furniture is used for. */
export interface Uses extends Omit<ToolbarActions, "find"> {
  readonly viewer: Viewer;
  readonly memory: Memory;
  readonly hasMap: boolean;
  readonly filterBy: (filter: Filter) => void;
  readonly foldAll: () => void;
  readonly unfoldAll: () => void;
  readonly toggleMap: () => void;
  /** Lets all shapes that were moved go back. */
  readonly resetLayout: () => void;
  /** Opens the file that says which shapes of a view were moved. */
  readonly openSideFile: (view: string) => void;
  /** Asks what hovering over an element says. */
  readonly ask: (name: string) => void;
  /** Somebody is done with searching, at a shape or nowhere. */
  readonly leave: (at: string | undefined) => void;
  /** Somebody chose a shape or a line in the outline. */
  readonly point: (id: string) => void;
  readonly centre: (middle: Point) => void;
}

/** @param frame is where the canvas is looked at */
export function furniture(
  page: HTMLElement,
  { frame, canvas }: { readonly frame: HTMLElement; readonly canvas: HTMLElement },
  words: Words,
  uses: Uses,
): Furniture {
  const { viewer, memory } = uses;
  const filter = filterBox(words, uses.filterBy);
  const search = finder(words, viewer, uses.leave);
  const outline = outlineBox(words, viewer, uses.point);
  const card = hoverCard(frame, viewer, uses.ask);
  const map = minimap(uses.hasMap, uses.centre);
  const line = notice(words);
  const empty = emptyState(words);
  const fold = button(words.foldAll, uses.foldAll, icon("M4 2.5l4 4 4-4M4 13.5l4-4 4 4"));
  const reset = button(words.resetLayout, uses.resetLayout, icon("M3 2.5V6h3.5M3.2 6a5.3 5.3 0 1 1-.4 3.6"));
  const bar = toolbar(
    words,
    { ...uses, find: search.open },
    filter.button,
    fold,
    reset,
    button(words.minimap, uses.toggleMap, icon("M2 3h12v10H2zM8.5 8.5H14V13H8.5z")),
    button(words.outlineButton, outline.toggle, icon("M2.5 4h11M5.5 8h8M5.5 12h8")),
  );
  // What the page is called; the picture says it to those who see.
  const heading = element("h1", { class: "unseen" });
  page.append(
    element("header", { class: "corner" }, bar.element, filter.element, search.element, filter.chosen),
    outline.element,
    element("main", {}, heading, frame, empty.element, map.element, line.element, card.element),
  );

  new ResizeObserver(() => page.style.setProperty("--bar", `${bar.element.offsetHeight}px`)).observe(
    bar.element,
  );
  /** The flaw of a side file that somebody has read, and wants to see no more. */
  let knownFlaw: string | undefined;

  function refresh(now: Sight & { readonly shown: Shown }): void {
    const { shown, whole, graph } = now;
    heading.textContent = plain(shown.graph.title);
    bar.showViews(shown.views, shown.graph.view);
    bar.showBack(memory.trail.at(-1)?.title);
    fold.hidden = foldable(whole).length === 0;
    reset.hidden = now.picture.scene.moved.length === 0;
    filter.refresh(choicesOf(shown.graph), memory.wishesOf(shown).filter);
    empty.say(shown.nothing);
    empty.element.hidden = !isEmpty(shown.graph);
    canvas.hidden = isEmpty(graph);
    bar.element.hidden = isEmpty(shown.graph) && shown.views.length < 2;
    tell(now);
    search.refresh();
    outline.refresh();
  }

  function tell({ shown, whole, graph, isFoldedByItself }: Sight & { readonly shown: Shown }): void {
    const dismissed = (): void => memory.know(shown);
    if (isEmpty(graph) && !isEmpty(shown.graph)) {
      line.say(words.nothingLeft, { label: words.clearFilter, run: () => uses.filterBy({}), dismissed });
    } else if (isFoldedByItself && !memory.isKnown(shown)) {
      const text = words.foldedByItself(whole.nodes.length);
      line.say(text, { label: words.unfoldAll, run: uses.unfoldAll, dismissed });
    } else if (shown.flaw !== undefined && shown.flaw !== knownFlaw) {
      const {
        flaw,
        graph: { view },
      } = shown;
      line.say(flaw, {
        label: words.openFile,
        run: () => uses.openSideFile(view),
        dismissed: () => (knownFlaw = flaw),
      });
    } else line.hide();
  }

  return { toolbar: bar, finder: search, filter, card, map, outline, notice: line, refresh };
}

function isEmpty({ nodes, groups, table }: Shown["graph"]): boolean {
  return nodes.length + groups.length + (table?.rows.length ?? 0) === 0;
}
