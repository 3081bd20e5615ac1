import type { Nodes, Parents } from "mdast";
import { fromMarkdown } from "mdast-util-from-markdown";
import { element } from "./elements.ts";

/**
 * Markdown as elements of the page. What it holds is text wherever it is not one of a few marks: HTML is shown and not
 * made, pictures are what they are called, and a link leads to the web or nowhere.
 */
export function markdown(text: string): DocumentFragment {
  const page = document.createDocumentFragment();
  page.append(...inside(fromMarkdown(text)));
  return page;
}

function inside({ children }: Parents): readonly (Node | string)[] {
  return children.flatMap(made);
}

function made(node: Nodes): readonly (Node | string)[] {
  switch (node.type) {
    case "text":
    case "html":
      return [node.value];
    case "inlineCode":
      return [element("code", {}, node.value)];
    case "code":
      return [element("pre", {}, element("code", {}, node.value))];
    case "break":
      return [element("br")];
    case "thematicBreak":
      return [element("hr")];
    case "image":
    case "imageReference":
      return [node.alt ?? ""];
    case "link":
      return LEADS.test(node.url) ? [element("a", { href: node.url }, ...inside(node))] : inside(node);
    case "definition":
    case "yaml":
    case "footnoteReference":
      return [];
    case "list":
      return [element(node.ordered === true ? "ol" : "ul", {}, ...inside(node))];
    default: {
      const tag = TAGS[node.type];
      return tag === undefined ? inside(node) : [element(tag, {}, ...inside(node))];
    }
  }
}

const LEADS = /^(https?:\/\/|mailto:)/i;

/** What is around other marks. A heading in a card is no heading of the page. */
const TAGS: Readonly<Record<string, keyof HTMLElementTagNameMap>> = {
  paragraph: "p",
  heading: "p",
  strong: "strong",
  emphasis: "em",
  blockquote: "blockquote",
  listItem: "li",
};
