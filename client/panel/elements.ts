type Attributes = Readonly<Record<string, string>>;

/** An HTML element with its attributes and its content; text is text, whatever it holds. */
export function element<Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  attributes: Attributes = {},
  ...content: readonly (Node | string)[]
): HTMLElementTagNameMap[Tag] {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value);
  made.append(...content);
  return made;
}

/** The element of a text of SVG. Scripts in it could not run: there are none, and the page allows none. */
export function svgElement(text: string): Element {
  const { documentElement } = new DOMParser().parseFromString(text, "image/svg+xml");
  if (documentElement.localName !== "svg") throw new Error(documentElement.textContent ?? "This is no SVG.");
  return document.adoptNode(documentElement);
}
