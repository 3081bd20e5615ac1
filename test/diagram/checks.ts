import type { Box, Point } from "../../client/diagram/layout/frame.ts";
import type { Scene } from "../../client/diagram/scene.ts";

/** What is wrong with a picture's geometry, a line each: shapes that overlap, lines that run through shapes. */
export function flaws(scene: Scene): readonly string[] {
  return [...overlaps(scene), ...outside(scene), ...crossings(scene), ...unroutedLines(scene)];
}

function overlaps({ nodes }: Scene): readonly string[] {
  return nodes.flatMap((a, index) =>
    nodes
      .slice(index + 1)
      .filter((b) => meet(a.box, b.box))
      .map((b) => `${a.node.id} overlaps ${b.node.id}`),
  );
}

/** Members that are not inside their group, and groups that overlap their neighbours. */
function outside({ nodes, groups }: Scene): readonly string[] {
  const framed = groups.filter(({ group }) => group.frame !== "none");
  const loose = nodes.flatMap(({ node, box }) => {
    const around = framed.find(({ group }) => group.id === node.group);
    return around && !holds(around.box, box) ? [`${node.id} is not inside ${around.group.id}`] : [];
  });
  const crowded = framed.flatMap((a, index) =>
    framed
      .slice(index + 1)
      .filter((b) => a.group.parent === b.group.parent && meet(a.box, b.box))
      .map((b) => `${a.group.id} overlaps ${b.group.id}`),
  );
  return [...loose, ...crowded];
}

function crossings({ nodes, groups, edges }: Scene): readonly string[] {
  const obstacles = [
    ...nodes.map(({ node, box }) => ({ name: node.id, box })),
    ...groups.map(({ group, box, title, shift }) => ({
      name: `the title of ${group.id}`,
      box: titleBox(box, title, shift),
    })),
  ];
  return edges.flatMap(({ edge, points }) =>
    obstacles
      .filter(({ name }) => name !== edge.from && name !== edge.to)
      .filter(({ box }) => box.height > 0 && stretches(points).some((stretch) => meet(stretch, box)))
      .map(({ name }) => `${edge.id} runs through ${name}`),
  );
}

function titleBox(box: Box, title: { readonly width: number; readonly height: number }, shift: number): Box {
  return { x: box.x + 12 + shift, y: box.y + 6, width: title.width, height: title.height };
}

function unroutedLines({ edges }: Scene): readonly string[] {
  return edges.filter(({ points }) => points.length < 2).map(({ edge }) => `${edge.id} has no way`);
}

function stretches(points: readonly Point[]): readonly Box[] {
  return points.slice(1).map((to, index) => {
    const from = points[index] ?? to;
    const [x, y] = [Math.min(from.x, to.x), Math.min(from.y, to.y)];
    return { x, y, width: Math.abs(from.x - to.x), height: Math.abs(from.y - to.y) };
  });
}

/** Whether two boxes share more than a border. */
function meet(a: Box, b: Box): boolean {
  const within = 0.5;
  return (
    a.x + within < b.x + b.width &&
    b.x + within < a.x + a.width &&
    a.y + within < b.y + b.height &&
    b.y + within < a.y + a.height
  );
}

function holds(outer: Box, inner: Box): boolean {
  return (
    outer.x <= inner.x &&
    outer.y <= inner.y &&
    outer.x + outer.width >= inner.x + inner.width &&
    outer.y + outer.height >= inner.y + inner.height
  );
}
