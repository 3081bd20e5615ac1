import type { Scene } from "../diagram/scene.ts";
import { svg } from "../diagram/svg.ts";
import { fontFaces } from "../diagram/type/font-faces.ts";
import { fontsFor } from "./fonts.ts";
import type { FromPanel, Wanted } from "./messages.ts";
import { reasonOf } from "./reason.ts";
import type { Words } from "./words.ts";

/** So many pixels of a PNG make one of the picture, unless it would be larger than browsers draw. */
const SHARP = 2;
const LONGEST = 16_000;
const MOST = 200_000_000;

/** The answer to who asked for a picture: it, or why it could not be made. */
export async function give(
  scene: Scene | undefined,
  id: number,
  wanted: Wanted,
  words: Words,
): Promise<FromPanel> {
  if (!scene) return { type: "given", id, failed: words.empty };
  try {
    return { type: "given", id, data: await handOut(scene, wanted) };
  } catch (error) {
    return { type: "given", id, failed: reasonOf(error) };
  }
}

/**
 * A picture as it leaves the panel, with its style and its font in it: the text of an SVG, a PNG in base 64, or what a page
 * is made of. What goes to the clipboard is put there, and is nothing.
 */
async function handOut(scene: Scene, { format, theme, to }: Wanted): Promise<string> {
  const fonts = fontFaces(fontsFor(JSON.stringify(scene.graph)));
  if (format === "page") return JSON.stringify({ scene, svg: svg(scene, "vscode"), fontFaces: fonts });
  const text = svg(scene, theme, { fontFaces: fonts });
  if (format === "svg") return text;
  const image = await pixels(text, scene.size);
  if (to === "host") return base64(image);
  await putOnClipboard(image);
  return "";
}

async function pixels(text: string, { width, height }: Scene["size"]): Promise<Blob> {
  const scale = Math.min(SHARP, LONGEST / Math.max(width, height), Math.sqrt(MOST / (width * height)));
  const url = URL.createObjectURL(new Blob([text], { type: "image/svg+xml" }));
  try {
    const image = new Image();
    image.src = url;
    await image.decode();
    const canvas = document.createElement("canvas");
    canvas.width = Math.round(width * scale);
    canvas.height = Math.round(height * scale);
    canvas.getContext("2d")?.drawImage(image, 0, 0, canvas.width, canvas.height);
    return await new Promise((resolve, reject) => {
      canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error("No pixels."))), "image/png");
    });
  } finally {
    URL.revokeObjectURL(url);
  }
}

/** A page may use the clipboard only while the keyboard is in it. */
async function putOnClipboard(image: Blob): Promise<void> {
  window.focus();
  if (!document.hasFocus())
    await new Promise((resolve) => {
      window.addEventListener("focus", resolve, { once: true });
      setTimeout(resolve, 1_000);
    });
  await navigator.clipboard.write([new ClipboardItem({ "image/png": image })]);
}

function base64(blob: Blob): Promise<string> {
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.addEventListener("loadend", () => {
      if (typeof reader.result === "string") resolve(reader.result.replace(/^[^,]*,/, ""));
      else reject(reader.error ?? new Error("No bytes."));
    });
    reader.readAsDataURL(blob);
  });
}
