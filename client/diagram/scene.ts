import type { DrawnStorey, ViewGraph } from "../../server/views/view-graph.ts";
import type { Box, Places, Point, Size } from "./layout/frame.ts";
import type { Raster } from "./layout/frame.ts";
import { HEADER_SPACE } from "./layout/grid.ts";
import { legendOf, type Legend } from "./legend.ts";
import { widened } from "./measure.ts";
import { numberPlaces } from "./numbers.ts";
import type { SizedEdge, SizedGraph, SizedGroup, SizedNode } from "./sized-graph.ts";
import { placedTable, type SceneTable } from "./table.ts";
import { balanced, fit, plain, textWidth, wrap } from "./type/text.ts";
import { titleShift } from "./title-slot.ts";
import { wordsOf } from "./words.ts";

/** Everything with its place: what is left to do is to draw it. */
export interface Scene {
  readonly graph: ViewGraph;
  readonly size: Size;
  readonly heading: Heading;
  readonly bands: readonly SceneBand[];
  readonly groups: readonly SceneGroup[];
  readonly nodes: readonly (SizedNode & { readonly box: Box })[];
  readonly edges: readonly SceneEdge[];
  readonly table: SceneTable | undefined;
  readonly legend: Legend;
  /** The upper left corner of what is arranged: above and left of it are heading and margin. */
  readonly origin: Point;
  /** The ids of the shapes that somebody put somewhere by hand. */
  readonly moved: readonly string[];
}

export interface Heading {
  readonly at: Point;
  readonly title: readonly string[];
  readonly subtitle: string;
  /** It is set larger on a large sheet, which is looked at from afar. */
  readonly isLarge: boolean;
  /** Down to what is arranged. */
  readonly height: number;
}

export interface SceneBand {
  readonly storey: DrawnStorey;
  readonly box: Box;
  readonly word: string;
  readonly phrase: readonly string[];
}

export interface SceneGroup extends SizedGroup {
  readonly box: Box;
  /** How far its title has moved to the right, out of the way of lines. */
  readonly shift: number;
  /** Where its members can be put by hand; undefined where none can. */
  readonly raster: Raster | undefined;
}

export interface SceneEdge extends SizedEdge {
  readonly points: readonly Point[];
  readonly box: Box | undefined;
  /** Where its number stands; undefined where it has none. */
  readonly numberAt: Point | undefined;
}

/** The type of a heading: as usual, and on a large sheet. */
export const HEADINGS = {
  usual: { title: { size: 30, weight: 600 }, leading: 36, subtitle: { size: 15, weight: 400 } },
  large: { title: { size: 38, weight: 600 }, leading: 43, subtitle: { size: 17, weight: 400 } },
} as const;
export const PHRASE_FONT = { size: 13, weight: 400 } as const;
/** The margin of the sheet. */
const SHEET = 40;
const LEAST = 560;
/** A sheet is not made wider than this for its title alone: a longer one takes more lines. */
const WIDE_TITLE = 1000;
const MOST_TITLE_LINES = 3;
/** From this width on, a sheet is a large one. */
const LARGE = 2000;
/** A title of one line, the subtitle, and what is free below: the same on a large sheet, so that none jumps when it grows. */
const HEADING = 84;
const LINES = 18;
/** Between a picture and the table below it. */
const TABLE_GAP = 34;

/** Puts what was measured where it was placed, below a heading and above a legend. */
export function sceneOf(sized: SizedGraph, places: Places): Scene {
  const { graph } = sized;
  // A free graph has room for lines around it: what stands in it begins near the margin all the same.
  const isFree = graph.layout === "graph" || graph.layout === "hub";
  const room = isFree && places.size.height > 0 ? LINES : 0;
  const width = Math.max(leastFor(graph), places.size.width - 2 * room, sized.table?.width ?? 0);
  const heading = headingOf(graph, width);
  const shift = { x: SHEET - room, y: heading.at.y + heading.height - room };
  const move = (box: Box): Box => ({ ...box, x: box.x + shift.x, y: box.y + shift.y });
  const movePoint = ({ x, y }: Point): Point => ({ x: x + shift.x, y: y + shift.y });
  const at = (boxes: readonly Box[], index: number): Box => move(boxes[index] ?? NOWHERE);
  const words = wordsOf(graph.locale);
  const lines = sized.edges.map(({ edge: { number } }, index) => ({
    number,
    points: (places.edges[index]?.points ?? []).map(movePoint),
  }));
  const badges = [
    ...sized.nodes.flatMap(({ node }, index) => (node.finding ? at(places.nodes, index) : [])),
    ...sized.groups.flatMap(({ group }, index) => (group.finding ? at(places.groups, index) : [])),
  ].map(badgeOn);
  const numbers = numberPlaces(lines, [...places.nodes.map(move), ...badges]);
  const put = new Set(sized.pins.map(([id]) => id));
  const below = shift.y + places.size.height - room;
  const gap = sized.table && places.size.height > 0 ? TABLE_GAP : 0;
  const table = sized.table && placedTable(sized.table, { x: SHEET, y: below + gap });
  const foot = table ? table.box.y + table.box.height : below;
  const legend = legendOf(sized, { x: SHEET, y: foot + 26, width });
  return {
    graph,
    size: { width: width + 2 * SHEET, height: legend.box.y + legend.box.height + SHEET },
    heading,
    bands: places.bands.map(({ storey, box }) => ({
      storey,
      box: move(box),
      word: words.storeys[storey].word,
      phrase: wrap(words.storeys[storey].phrase, PHRASE_FONT, 136, 6),
    })),
    groups: sized.groups.map((group, index) => ({
      ...group,
      box: at(places.groups, index),
      shift: shiftOf(group, places.groups[index] ?? NOWHERE, places),
      raster: moveRaster(places.rasters?.[index], shift),
    })),
    nodes: sized.nodes.map((node, index) => {
      const box = at(places.nodes, index);
      return { ...widened(node, box.width), box };
    }),
    edges: sized.edges.map((edge, index) => {
      const place = places.edges[index];
      return {
        ...edge,
        numberAt: numbers[index],
        points: lines[index]?.points ?? [],
        box: place?.label && move(place.label),
      };
    }),
    table,
    legend,
    origin: shift,
    moved: sized.nodes.flatMap(({ node: { id } }) => (put.has(id) ? [id] : [])),
  };
}

/** Half of what the widest badge takes, which is the triangle of a warning (`paint/findings.ts`), and its outline. */
const BADGE = 12;

/** What the badge on the upper right corner of a shape takes, about which something was found. */
function badgeOn({ x, y, width }: Box): Box {
  return { x: x + width - BADGE, y: y - BADGE, width: 2 * BADGE, height: 2 * BADGE };
}

function leastFor({ title, subtitle }: ViewGraph): number {
  const { usual } = HEADINGS;
  const wide = Math.max(textWidth(title, usual.title), textWidth(subtitle, usual.subtitle));
  return Math.max(LEAST, Math.min(WIDE_TITLE, Math.ceil(wide)));
}

function headingOf(graph: ViewGraph, width: number): Heading {
  const isLarge = width > LARGE;
  const set = isLarge ? HEADINGS.large : HEADINGS.usual;
  const title = balanced(graph.title, set.title, width, MOST_TITLE_LINES);
  return {
    at: { x: SHEET, y: SHEET },
    title,
    subtitle: fit(graph.subtitle, set.subtitle, width),
    isLarge,
    height: HEADING + Math.max(0, title.length - 1) * set.leading,
  };
}

function moveRaster(raster: Raster | undefined, by: Point): Raster | undefined {
  return raster && { xs: raster.xs.map((x) => x + by.x), ys: raster.ys.map((y) => y + by.y) };
}

function shiftOf({ group, title }: SizedGroup, box: Box, { edges }: Places): number {
  if (group.frame === "none" || title.height === 0) return 0;
  const strip = {
    x: box.x + 12,
    y: box.y + 4,
    width: box.width - 24,
    height: title.height + HEADER_SPACE - 14,
  };
  return titleShift(
    strip,
    title,
    edges.map(({ points }) => points),
  );
}

const NOWHERE: Box = { x: 0, y: 0, width: 0, height: 0 };

/** What a reader of the picture hears first. */
export function nameOf(scene: Scene): string {
  return plain([scene.graph.title, scene.graph.subtitle].filter((text) => text !== "").join(". "));
}
