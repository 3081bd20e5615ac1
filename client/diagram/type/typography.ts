import type { KindName } from "../../../grammar/schema.ts";
import type { Font } from "./text.ts";

/** How a shape's text is set. All sizes in pixels at a zoom of one. */
export interface Setting {
  readonly title: Font;
  readonly leading: number;
  readonly limit: number;
  readonly padding: number;
}

export const DETAIL: Font = { size: 12, weight: 400 };
export const DETAIL_LEADING = 16;
export const LABEL_FONT: Font = { size: 11, weight: 400 };
export const LABEL_LEADING = 14;

/** Left of a tile's text: its icon. */
export const ICON = 16;
export const TEXT_X = 38;
export const TEXT_END = 12;
/** The width that a mark takes beside the detail. */
export const MARK = 16;

/** What goes on from the line before is set in a little, so that one sees where the next begins. */
export const HANG = 9;

/** Below the text of a shape that has a step on a scale. */
export const METER = 7;

/** Between the head of a shape and what stands in it. */
export const ITEMS_APART = 6;

/** The slope on top of a roof. */
export const ROOF = 30;

const tile: Setting = { title: { size: 14, weight: 600 }, leading: 18, limit: 3, padding: 11 };
const sentence: Setting = { ...tile, limit: 5 };
const room: Setting = { title: { size: 13, weight: 600 }, leading: 17, limit: 3, padding: 8 };
const beam: Setting = { title: { size: 18, weight: 600 }, leading: 23, limit: 2, padding: 15 };
const roof: Setting = { title: { size: 26, weight: 600 }, leading: 32, limit: 2, padding: 16 };

export const GROUP: Setting = { title: { size: 14, weight: 600 }, leading: 18, limit: 3, padding: 0 };

const settings: Partial<Readonly<Record<KindName, Setting>>> = {
  goal: sentence,
  capability: sentence,
  initiative: sentence,
  entity: room,
  kpi: room,
  team: room,
  vendor: room,
  stakeholder: room,
};

/** How the text of a kind is set; missions and business models stand out where they spread. */
export function settingOf(kind: KindName, spread: boolean): Setting {
  if (spread) return kind === "mission" ? roof : beam;
  return settings[kind] ?? tile;
}

/** From the top of a line to the foot of its letters, so that capitals stand in the middle of the line. */
export function baseline(font: Font, leading: number): number {
  return leading / 2 + font.size * 0.3637;
}
