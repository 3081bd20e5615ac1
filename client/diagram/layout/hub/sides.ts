import type { Arm } from "./arms.ts";
import type { PictureFrame } from "../frame.ts";

export interface Sides {
  readonly left: readonly Arm[];
  readonly right: readonly Arm[];
}

/** No higher than this, all that leans to one side stands there. */
const LOW = 360;

/**
 * Shares what stands beside a pillar among its two sides, about equally high: what leans to the left first. What is
 * connected with each other stays together, and what has to do with the pillar above or below stands next to that.
 */
export function sidesOf(frame: PictureFrame, arms: readonly Arm[], hubs: readonly number[]): Sides {
  const clusters = clustersOf(frame, arms).toSorted((a, b) => lean(a) - lean(b));
  const whole = height(arms);
  const [first] = clusters;
  const isOneWay = first && clusters.every((it) => lean(it) * lean(first) > 0);
  if (isOneWay && hubs.length === 1 && whole <= LOW)
    return lean(first) < 0 ? { left: clusters.flat(), right: [] } : { left: [], right: clusters.flat() };
  const left: (readonly Arm[])[] = [];
  const right: (readonly Arm[])[] = [];
  for (const cluster of clusters) {
    const before = height(left.flat());
    const isLeft = right.length === 0 && Math.abs(whole / 2 - before - height(cluster)) <= whole / 2 - before;
    (isLeft ? left : right).push(cluster);
  }
  const touch = (arm: Arm): number => touchOf(frame, arm, hubs);
  const ordered = (side: readonly (readonly Arm[])[]): readonly Arm[] =>
    side
      .map((cluster) => cluster.toSorted((a, b) => touch(a) - touch(b)))
      .toSorted((a, b) => sum(a.map(touch)) - sum(b.map(touch)))
      .flat();
  return { left: ordered(left), right: ordered(right) };
}

/** Arms that lines connect with each other, each in the order in which they come. */
function clustersOf({ edges }: PictureFrame, arms: readonly Arm[]): readonly (readonly Arm[])[] {
  let clusters: readonly (readonly Arm[])[] = arms.map((arm) => [arm]);
  const clusterOf = (rim: number) => clusters.find((cluster) => cluster.some((arm) => arm.rim === rim));
  for (const { from, to } of edges) {
    const [one, other] = [clusterOf(from), clusterOf(to)];
    if (!one || !other || one === other) continue;
    const joined = [...one, ...other].toSorted((a, b) => a.rim - b.rim);
    clusters = clusters.flatMap((it) => (it === other ? [] : it === one ? [joined] : [it]));
  }
  return clusters;
}

/** Below 0 for what has to do with a pillar further up as well, above 0 with one further down. */
function touchOf({ edges }: PictureFrame, { rim, hub }: Arm, hubs: readonly number[]): number {
  const others = edges.flatMap(({ from, to }) => (from === rim ? [to] : to === rim ? [from] : []));
  const own = hubs.indexOf(hub);
  return sum(others.map((other) => (hubs.includes(other) ? Math.sign(hubs.indexOf(other) - own) : 0)));
}

function lean(cluster: readonly Arm[]): number {
  return Math.sign(sum(cluster.map((arm) => arm.lean)));
}

function height(arms: readonly Arm[]): number {
  return sum(arms.map((arm) => arm.height));
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
