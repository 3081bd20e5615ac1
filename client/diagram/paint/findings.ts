import type { Locale, Severity } from "../../../grammar/finding.ts";
import type { FindingMark } from "../../../server/views/mark.ts";
import type { Box } from "../layout/frame.ts";
import { wordsOf } from "../words.ts";
import { group, num, path, tag, text, tip } from "./tag.ts";

/** The badge on the upper right corner of a shape about which something was found. */
export function badge(finding: FindingMark, name: string, box: Box, locale: Locale): string {
  const words = wordsOf(locale).findings[finding.severity];
  const label = `${finding.count} ${words[finding.count > 1 ? 1 : 0]}: ${finding.message}`;
  return group(
    {
      class: "finding-mark",
      "data-for": name,
      "data-severity": finding.severity,
      role: "img",
      "aria-label": label,
    },
    tip(label),
    sign(finding.severity, finding.count > 99 ? "99+" : String(finding.count), {
      x: box.x + box.width,
      y: box.y,
    }),
  );
}

/** Told apart by form as well as by colour: an octagon stops, a triangle warns, a circle tells. */
export function sign(
  severity: Severity,
  words: string,
  { x, y }: { readonly x: number; readonly y: number },
): string {
  const label = text({ x, y: y + (severity === "warning" ? 5 : 3.6) }, `badge on-${severity}`, words) ?? "";
  if (severity === "error") return path(octagon(x, y, 11), "error") + label;
  if (severity === "warning") {
    // Yellow is too light to be seen on white without an outline of its own.
    const triangle = `M${num(x)} ${num(y - 11)}L${num(x + 11.5)} ${num(y + 8.5)}H${num(x - 11.5)}Z`;
    return path(triangle, "halo") + path(triangle, "warning") + label;
  }
  return tag("circle", { cx: x, cy: y, r: 10, class: "bz-info" }) + label;
}

function octagon(x: number, y: number, radius: number): string {
  const corners = Array.from({ length: 8 }, (_, index) => {
    const angle = ((index + 0.5) * Math.PI) / 4;
    return `${num(x + radius * Math.cos(angle))} ${num(y + radius * Math.sin(angle))}`;
  });
  return `M${corners.join("L")}Z`;
}
