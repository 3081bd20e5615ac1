import type { Box, Point } from "../../client/diagram/layout/frame.ts";
import type { Scene } from "../../client/diagram/scene.ts";

/**
 * What is wrong with a picture's geometry, a line each: shapes that overlap or stand outside of their group, lines that
 * run through shapes or end in the air, texts that do not fit, labels on something else, and what is not there.
 */
export function flaws(scene: Scene): readonly string[] {
  return [
    ...missing(scene),
    ...overlaps(scene),
    ...outside(scene),
    ...crossings(scene),
    ...unroutedLines(scene),
    ...looseEnds(scene),
    ...overfull(scene),
    ...coveringLabels(scene),
  ];
}

/** Lines that have something to say and nowhere to say it. */
export function unlabelled({ edges }: Scene): readonly string[] {
  return edges.filter(({ lines, box }) => lines.length > 0 && !box).map(({ edge }) => edge.id);
}

/** What the view shows and the picture does not, and ids that are there twice. */
function missing({ graph, nodes, groups, size }: Scene): readonly string[] {
  const ids = [...nodes.map(({ node }) => node.id), ...groups.map(({ group }) => group.id)];
  const wanted = [...graph.nodes, ...graph.groups].map(({ id }) => id);
  const sheet = { x: 0, y: 0, ...size };
  return [
    ...wanted.filter((id) => !ids.includes(id)).map((id) => `${id} is not there`),
    ...ids.filter((id, index) => ids.indexOf(id) !== index).map((id) => `${id} is there twice`),
    ...nodes.filter(({ box }) => !holds(sheet, box)).map(({ node }) => `${node.id} is off the sheet`),
    ...groups.filter(({ box }) => !holds(sheet, box)).map(({ group }) => `${group.id} is off the sheet`),
  ];
}

/** Lines that do not begin and end on the outline of their shapes, or of the wall around these. */
function looseEnds({ nodes, groups, edges }: Scene): readonly string[] {
  const around = (id: string): readonly Box[] => {
    const own = nodes.find(({ node }) => node.id === id);
    const wall = groups.find(({ group }) => group.id === (own ? own.node.group : id));
    return [own?.box, wall?.box].flatMap((box) => box ?? []);
  };
  return edges.flatMap(({ edge, points }) => {
    const [first] = points;
    const last = points.at(-1);
    if (!first || !last) return [];
    return [
      ...(around(edge.from).some((box) => isOn(box, first)) ? [] : [`${edge.id} begins in the air`]),
      ...(around(edge.to).some((box) => isOn(box, last)) ? [] : [`${edge.id} ends in the air`]),
    ];
  });
}

function isOn(box: Box, { x, y }: Point): boolean {
  const near = (a: number, b: number): boolean => Math.abs(a - b) < 1;
  const [right, bottom] = [box.x + box.width, box.y + box.height];
  if (x < box.x - 1 || x > right + 1 || y < box.y - 1 || y > bottom + 1) return false;
  return near(x, box.x) || near(x, right) || near(y, box.y) || near(y, bottom);
}

/** Shapes that are smaller than what is written in them. */
function overfull({ nodes }: Scene): readonly string[] {
  return nodes
    .filter(({ box, width, height }) => box.width < width - 1 || box.height < height - 0.5)
    .map(({ node }) => `${node.id} is smaller than its text`);
}

function coveringLabels({ nodes, edges }: Scene): readonly string[] {
  const labels = edges.flatMap(({ edge, box }) => (box ? [{ id: edge.id, box }] : []));
  return labels.flatMap(({ id, box }, index) => [
    ...nodes.filter((it) => meet(it.box, box)).map(({ node }) => `the label of ${id} covers ${node.id}`),
    ...labels
      .slice(index + 1)
      .flatMap((it) => (meet(it.box, box) ? [`the label of ${id} covers ${it.id}`] : [])),
    ...edges
      .filter(({ points }) => stretches(points).some((stretch) => meet(stretch, box)))
      .map(({ edge }) => `the label of ${id} lies on ${edge.id}`),
  ]);
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

function crossings({ nodes, groups, edges, bands }: Scene): readonly string[] {
  const obstacles = [
    ...bands.map(({ storey, box, phrase }) => ({
      name: `the words of ${storey}`,
      box: { x: box.x + 22, y: box.y + 28, width: 136, height: 28 + phrase.length * 17 },
    })),
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
