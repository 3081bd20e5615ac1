import { isPageData } from "./data.ts";
import { Reader } from "./reader.ts";
import { pageWords } from "./words.ts";

/** The script of a page of pictures. It is told all that it knows by the page, and asks nobody for anything. */
function start(): void {
  const told: unknown = JSON.parse(document.getElementById("pictures")?.textContent ?? "");
  if (!isPageData(told)) return;
  const leaves = [...document.querySelectorAll(".view")].flatMap((section, index) => {
    const view = told.views[index];
    return view ? [{ view, section }] : [];
  });
  const words = pageWords(document.documentElement.lang);
  const chosen = (): string => decoded(location.hash.slice(1));
  const main = document.querySelector("main") ?? document.body;
  for (const { section } of leaves) section.remove();
  document.documentElement.classList.add("live");
  // The address says which view is shown: it can be sent to somebody, and the browser goes back to the one before.
  const reader = new Reader(main, leaves, words, (id) => {
    location.hash = encodeURIComponent(id);
  });
  window.addEventListener("hashchange", () => reader.show(chosen()));
  reader.show(chosen());
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return "";
  }
}

start();
