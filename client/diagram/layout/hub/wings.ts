import type { Arm } from "./arms.ts";
import type { PictureFrame } from "../frame.ts";
import { besideOf } from "./beside.ts";

/** What stands at one side of a pillar: beside it, and behind that what has to do with the pillar through others alone. */
export interface Wing {
  readonly inner: readonly Arm[];
  readonly outer: readonly number[];
  readonly isLeft: boolean;
}

/**
 * Shares what is around a pillar among its two sides, about equally high: what leans to the left first, and together
 * what is connected. What nothing connects with the pillar is in none.
 */
export function wingsOf(frame: PictureFrame, arms: readonly Arm[]): readonly Wing[] {
  const clusters = clustersOf(frame, arms).toSorted((a, b) => lean(a) - lean(b));
  const whole = sum(clusters.map(weight));
  const left: Cluster[] = [];
  const right: Cluster[] = [];
  for (const cluster of clusters) {
    const before = sum(left.map(weight));
    const isBetter = Math.abs(whole / 2 - before - weight(cluster)) <= whole / 2 - before;
    const isLeft = right.length === 0 && (clusters.length === 1 ? lean(cluster) < 0 : isBetter);
    (isLeft ? left : right).push(cluster);
  }
  return [wingOf(frame, left, true), wingOf(frame, right, false)];
}

export interface Cluster {
  readonly arms: readonly Arm[];
  readonly others: readonly number[];
}

/** What lines connect with each other but for those of the pillar, where a part of it stands beside the pillar. */
export function clustersOf({ edges, nodes }: PictureFrame, arms: readonly Arm[]): readonly Cluster[] {
  const hubs = new Set(arms.map(({ hub }) => hub));
  const armAt = new Map(arms.map((arm) => [arm.rim, arm]));
  const beside = nodes.map((): number[] => []);
  for (const { from, to } of edges) {
    if (hubs.has(from) || hubs.has(to)) continue;
    beside[from]?.push(to);
    beside[to]?.push(from);
  }
  const seen = new Set<number>();
  return arms.flatMap(({ rim }) => {
    if (seen.has(rim)) return [];
    const members = new Set([rim]);
    for (const member of members) for (const next of beside[member] ?? []) members.add(next);
    for (const member of members) seen.add(member);
    const all = [...members].toSorted((a, b) => a - b);
    return [
      { arms: all.flatMap((it) => armAt.get(it) ?? []), others: all.filter((member) => !armAt.has(member)) },
    ];
  });
}

function wingOf(frame: PictureFrame, clusters: readonly Cluster[], isLeft: boolean): Wing {
  const inner = clusters.flatMap(({ arms }) => arms);
  const others = clusters.flatMap((cluster) => cluster.others);
  const rims = inner.map(({ rim }) => rim);
  return { inner, outer: besideOf(frame, rims, others), isLeft };
}

function weight({ arms, others }: Cluster): number {
  return arms.length + others.length;
}

function lean({ arms }: Cluster): number {
  return Math.sign(sum(arms.map((arm) => arm.lean)));
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
