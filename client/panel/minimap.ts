import type { Point, Size } from "../diagram/layout/frame.ts";
import { element, svgElement } from "./elements.ts";
import type { Picture } from "./picture.ts";
import { isWhole, type Place } from "./place.ts";

/** The whole picture in small, with what of it is seen; a click or a drag in it moves there. */
export interface Minimap {
  readonly element: HTMLElement;
  readonly isOn: () => boolean;
  /** Switches it on or off; it shows only while there is more than one sees. */
  readonly toggle: () => void;
  readonly show: (picture: Picture) => void;
  readonly moved: (place: Place, view: Size) => void;
}

const WIDTH = 200;
const HEIGHT = 140;

/** @param look is told which point of the picture is to be in the middle */
export function minimap(isOnAtFirst: boolean, look: (middle: Point) => void): Minimap {
  // Who cannot see it has the outline, and arrow keys for the rest.
  const box = element("div", { class: "minimap", "aria-hidden": "true" });
  let isOn = isOnAtFirst;
  let size: Size = { width: 1, height: 1 };
  let seen: Element | undefined;
  let last: { readonly place: Place; readonly view: Size } | undefined;
  box.hidden = true;

  function show({ size: whole, scene }: Picture): void {
    size = whole;
    const rect = (name: string, { x, y, width, height }: Point & Size): string =>
      `<rect class="${name}" x="${x}" y="${y}" width="${width}" height="${height}"/>`;
    const drawn = [
      ...scene.bands.map((band) => rect(`bz-${band.storey}`, band.box)),
      ...scene.groups.filter(({ group }) => group.frame !== "none").map((it) => rect("room", it.box)),
      ...scene.nodes.map(({ node, box: at }) => rect(node.storey, at)),
      rect("seen", { x: 0, y: 0, ...whole }),
    ];
    const scale = Math.min(WIDTH / whole.width, HEIGHT / whole.height);
    const svg = svgElement(
      `<svg xmlns="http://www.w3.org/2000/svg" class="bz" width="${whole.width * scale}" ` +
        `height="${whole.height * scale}" viewBox="0 0 ${whole.width} ${whole.height}">${drawn.join("")}</svg>`,
    );
    seen = svg.lastElementChild ?? undefined;
    box.replaceChildren(svg);
    if (last) moved(last.place, last.view);
  }

  function moved(place: Place, view: Size): void {
    last = { place, view };
    box.hidden = !isOn || isWhole(size, place, view);
    const { scale } = place;
    const at = {
      x: -place.x / scale,
      y: -place.y / scale,
      width: view.width / scale,
      height: view.height / scale,
    };
    for (const [name, value] of Object.entries(at)) seen?.setAttribute(name, String(value));
  }

  function go(event: PointerEvent): void {
    const { left, top, width, height } = (box.firstElementChild ?? box).getBoundingClientRect();
    look({
      x: ((event.clientX - left) / width) * size.width,
      y: ((event.clientY - top) / height) * size.height,
    });
  }

  box.addEventListener("pointerdown", (event) => {
    box.setPointerCapture(event.pointerId);
    go(event);
  });
  box.addEventListener("pointermove", (event) => {
    if (box.hasPointerCapture(event.pointerId)) go(event);
  });
  return {
    element: box,
    isOn: () => isOn,
    show,
    moved,
    toggle() {
      isOn = !isOn;
      if (last) moved(last.place, last.view);
    },
  };
}
