import type { KindName } from "../../../grammar/schema.ts";
import type { Box } from "../layout/frame.ts";
import { ROOF } from "../type/typography.ts";

/** The outline of each kind as a path: told apart by shape before colour. */
export function outline(kind: KindName, spread: boolean, box: Box): string {
  if (kind === "mission") return spread ? roof(box) : pointed(box);
  if (kind === "business-model") return polygon(corners(box));
  return (outlines[kind] ?? rounded(6))(box);
}

type Outline = (box: Box) => string;

const outlines: Partial<Readonly<Record<KindName, Outline>>> = {
  goal: signpost,
  stakeholder: (box) => rounded(Math.min(22, box.height / 2))(box),
  entity: (box) => polygon(corners(box)),
  kpi: notched,
  capability: chamfered,
  team: arched,
  vendor: awning,
  chain: chevron,
  initiative: pennant,
};

function roof({ x, y, width, height }: Box): string {
  return `M${x} ${y + ROOF}L${x + width / 2} ${y}L${x + width} ${y + ROOF}V${y + height}H${x}Z`;
}

function pointed({ x, y, width, height }: Box): string {
  return `M${x} ${y + 8}L${x + width / 2} ${y}L${x + width} ${y + 8}V${y + height}H${x}Z`;
}

/** The four corners, from the upper left, clockwise. */
function corners({ x, y, width, height }: Box): readonly (readonly [number, number])[] {
  return [
    [x, y],
    [x + width, y],
    [x + width, y + height],
    [x, y + height],
  ];
}

function polygon(points: readonly (readonly [number, number])[]): string {
  return `M${points.map((point) => point.join(" ")).join("L")}Z`;
}

export function rounded(radius: number): Outline {
  return ({ x, y, width, height }) => {
    const r = Math.min(radius, width / 2, height / 2);
    const arc = (dx: number, dy: number): string => `a${r} ${r} 0 0 1 ${dx} ${dy}`;
    return (
      `M${x + r} ${y}h${width - 2 * r}${arc(r, r)}v${height - 2 * r}${arc(-r, r)}` +
      `h${2 * r - width}${arc(-r, -r)}v${2 * r - height}${arc(r, -r)}Z`
    );
  };
}

/** A signpost that points on. */
function signpost({ x, y, width, height }: Box): string {
  const tip = 9;
  return `M${x} ${y}H${x + width - tip}L${x + width} ${y + height / 2}L${x + width - tip} ${y + height}H${x}Z`;
}

/** A card with a corner cut off. */
function notched({ x, y, width, height }: Box): string {
  const cut = 10;
  return `M${x} ${y}H${x + width - cut}L${x + width} ${y + cut}V${y + height}H${x}Z`;
}

function chamfered({ x, y, width, height }: Box): string {
  const cut = 9;
  const middle = y + height / 2;
  return `M${x + cut} ${y}H${x + width - cut}L${x + width} ${middle}L${x + width - cut} ${y + height}H${x + cut}L${x} ${middle}Z`;
}

/** A round back and a straight foot. */
function arched({ x, y, width, height }: Box): string {
  const r = Math.min(16, height / 2);
  return `M${x} ${y + height}V${y + r}a${r} ${r} 0 0 1 ${r} ${-r}H${x + width - r}a${r} ${r} 0 0 1 ${r} ${r}V${y + height}Z`;
}

/** A shop with its awning. */
function awning({ x, y, width, height }: Box): string {
  const scallops = 10;
  const step = width / scallops;
  const edge = `a${step / 2} 4 0 0 1 ${-step} 0`.repeat(scallops);
  return `M${x} ${y}H${x + width}V${y + height - 4}${edge}Z`;
}

/** A link of a chain: notched where it is fed, pointed where it leads on. */
function chevron({ x, y, width, height }: Box): string {
  const tip = 9;
  const middle = y + height / 2;
  return `M${x} ${y}H${x + width - tip}L${x + width} ${middle}L${x + width - tip} ${y + height}H${x}L${x + tip} ${middle}Z`;
}

/** A flag with a swallow's tail. */
function pennant({ x, y, width, height }: Box): string {
  const cut = 9;
  return `M${x} ${y}H${x + width}L${x + width - cut} ${y + height / 2}L${x + width} ${y + height}H${x}Z`;
}
