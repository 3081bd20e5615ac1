import { format } from "../../grammar/format.ts";
import type { Model } from "../../server/model/model.ts";

/**
 * The architecture's files that are not in the one layout, as they would be; none is good. A fixture leaves out the last
 * line end of a file.
 */
export function unformatted({ project }: Model): readonly string[] {
  const texts = project.files.map(({ text }) => (/[\r\n]$/.test(text) || text === "" ? text : `${text}\n`));
  return texts.filter((text) => format(text) !== text).map(format);
}
