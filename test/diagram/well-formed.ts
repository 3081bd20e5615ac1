/** Why a text is not well-formed XML as we write it; empty where it is. */
export function wellFormed(text: string): string {
  const open: string[] = [];
  let at = 0;
  while (at < text.length) {
    const next = text.indexOf("<", at);
    const words = text.slice(at, next < 0 ? text.length : next);
    const stray = /&(?!(?:amp|lt|gt|quot|#39);)/.exec(words) ?? FORBIDDEN.exec(words);
    if (stray) return `a stray ${JSON.stringify(stray[0])} in ${JSON.stringify(words.slice(0, 80))}`;
    if (next < 0) break;
    const tag = TAG.exec(text.slice(next, next + 60_000));
    if (!tag) return `no tag at ${JSON.stringify(text.slice(next, next + 80))}`;
    const [whole, close, name = "", attributes = "", empty] = tag;
    const names = [...attributes.matchAll(/([\w-]+)="/g)].map(([, attribute]) => attribute);
    if (new Set(names).size < names.length) return `an attribute twice in ${whole}`;
    if (close && open.pop() !== name) return `</${name}> closes what it did not open`;
    if (!close && !empty) open.push(name);
    at = next + whole.length;
  }
  return open.length > 0 ? `<${open.join("><")}> is not closed` : "";
}

const TAG = /^<(\/)?([a-z]\w*)((?: [\w:-]+="(?:[^"<&]|&(?:amp|lt|gt|quot|#39);)*")*)(\/)?>/;
const FORBIDDEN = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])/;
