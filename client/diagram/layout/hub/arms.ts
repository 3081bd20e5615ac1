import type { PictureFrame } from "../frame.ts";

/** A shape beside a pillar, and the lines between the two. */
export interface Arm {
  readonly rim: number;
  readonly hub: number;
  /** The edges between the two, from the top, and how far below the top of the arm each runs. */
  readonly lines: readonly { readonly edge: number; readonly level: number }[];
  /** The height of it all, of the shape alone, and how far below the top of the arm the shape begins. */
  readonly height: number;
  readonly box: number;
  readonly top: number;
  /** From the top of the arm to where the words at its lines begin, and to where they end. */
  readonly above: number;
  readonly below: number;
  /** Below 0 where more comes from it than goes to it: it stands to the left rather than to the right. */
  readonly lean: number;
}

/** From the outline of a shape to its first and last line. */
const INSET = 17;
/** Between two lines with no label between them: where the router has its lines, too, so that none comes too near. */
const LINE = 20;
/** Around a label. */
const AROUND = 7;

/** What stands beside which pillar: by most of its lines. What has none to any pillar is no arm. */
export function armsOf(frame: PictureFrame, hubs: readonly number[]): readonly Arm[] {
  const isHub = new Set(hubs);
  return [...frame.nodes.keys()].flatMap((rim) => {
    if (isHub.has(rim)) return [];
    const counts = hubs.map((hub) => linesBetween(frame, rim, hub).length);
    const most = Math.max(0, ...counts);
    const hub = most > 0 ? hubs[counts.indexOf(most)] : undefined;
    return hub === undefined ? [] : [armOf(frame, rim, hub)];
  });
}

/** What it gives first, then what it gets. */
function linesBetween({ edges }: PictureFrame, rim: number, hub: number): readonly number[] {
  const out = [...edges.keys()].filter((edge) => edges[edge]?.from === rim && edges[edge]?.to === hub);
  const back = [...edges.keys()].filter((edge) => edges[edge]?.from === hub && edges[edge]?.to === rim);
  return [...out, ...back];
}

function armOf(frame: PictureFrame, rim: number, hub: number): Arm {
  const edges = linesBetween(frame, rim, hub);
  const labels = edges.map((edge) => frame.edges[edge]?.label?.height ?? 0);
  const levels: number[] = [];
  labels.forEach((label, turn) => {
    const before = levels.at(-1);
    // Each label stands above its line, but for the last of several, which stands below.
    const isLast = turn === labels.length - 1;
    levels.push(before === undefined ? 0 : before + (isLast || label === 0 ? LINE : label + AROUND));
  });
  const last = levels.at(-1) ?? 0;
  const above = (labels[0] ?? 0) + AROUND;
  const below = labels.length > 1 ? (labels.at(-1) ?? 0) + AROUND : 0;
  const box = Math.max(frame.nodes[rim]?.height ?? 0, last + 2 * INSET);
  const up = Math.max(box / 2, last / 2 + above);
  const down = Math.max(box / 2, last / 2 + below);
  const first = Math.round(up - last / 2);
  return {
    rim,
    hub,
    lines: edges.map((edge, turn) => ({ edge, level: first + (levels[turn] ?? 0) })),
    height: Math.ceil(up + down),
    box,
    top: first + last / 2 - box / 2,
    above: first - above,
    below: first + last + below,
    lean: edges.reduce((sum, edge) => sum + leanOf(frame, edge, rim), 0),
  };
}

/** What moves runs from left to right; what stands on something stands to the right of it. */
function leanOf({ edges }: PictureFrame, edge: number, rim: number): number {
  const { from, upward } = edges[edge] ?? { from: -1, upward: false };
  return (from === rim) === upward ? 1 : -1;
}
