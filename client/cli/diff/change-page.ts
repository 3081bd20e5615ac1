import { isEmpty } from "../../../server/review/review.ts";
import { htmlReview } from "../../../server/review/page/page.ts";
import type { PageLook } from "../../../server/review/page/look.ts";
import { changePicture } from "./change-picture.ts";
import type { Compared } from "./compare.ts";
import type { Ports } from "../ports.ts";

export interface ChangePageLook extends Omit<PageLook, "pictureOf"> {
  readonly all?: boolean;
}

/** A page with everything about a change, the picture of each project that changed included. */
export async function changePage(
  ports: Ports,
  { reviews }: Pick<Compared, "reviews">,
  look: ChangePageLook,
): Promise<string> {
  const pictures = new Map<string, string>();
  for (const { project, review } of reviews) {
    if (isEmpty(review) || pictures.size >= MOST_PICTURES) continue;
    pictures.set(project, await changePicture(ports, review, { ...look, theme: "auto" }));
  }
  return htmlReview(reviews, { ...look, pictureOf: (project) => pictures.get(project) ?? "" });
}

/** Each brings its font along: of more projects than these, only the first have a picture. */
const MOST_PICTURES = 12;
