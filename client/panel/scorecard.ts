import type { FromScorecard, ScorecardState, ToScorecard } from "./messages.ts";

/** What VS Code gives a webview to talk with. */
interface VSCode {
  postMessage(message: FromScorecard): void;
  getState(): ScorecardState | undefined;
  setState(state: ScorecardState): void;
}

declare function acquireVsCodeApi(): VSCode;

const vscode = acquireVsCodeApi();
const page = document.createElement("main");
const style = new CSSStyleSheet();
/** What is shown, to leave it alone as long as it stays the same. */
let shown = "";
/** How it was left, until there is something to be shown so. */
let left = vscode.getState();

function start(): void {
  document.adoptedStyleSheets.push(style);
  document.body.append(page);
  window.addEventListener("message", ({ data }: MessageEvent<ToScorecard>) => receive(data));
  page.addEventListener("click", ({ target }) => target instanceof Element && follow(target));
  window.addEventListener("scroll", remember, { passive: true });
  // What is folded and unfolded says so to nobody above it.
  page.addEventListener("toggle", remember, { capture: true });
  vscode.postMessage({ type: "ready" });
}

function receive(message: ToScorecard): void {
  if (message.type === "say") {
    shown = "";
    return page.replaceChildren(message.text);
  }
  if (message.html === shown) return;
  const [state, focused] = [left ?? look(), focusKey()];
  left = undefined;
  shown = message.html;
  style.replaceSync(message.style);
  // Our own server has escaped what files say, and the page lets nothing run.
  page.innerHTML = message.html;
  lookAs(state);
  focusables()
    .find((one) => keyOf(one) === focused)
    ?.focus({ preventScroll: true });
}

/** A name leads to its text. */
function follow(target: Element): void {
  const name = target.closest("[data-name]")?.getAttribute("data-name");
  const project = target.closest("[data-project]")?.getAttribute("data-project");
  if (name && project) vscode.postMessage({ type: "reveal", project, name });
}

function remember(): void {
  // Before anything is shown, nothing is known but how it was left.
  if (!left) vscode.setState(look());
}

/** What is unfolded, and where the eye is: so far below the top of what. */
function look(): ScorecardState {
  const open = [...page.querySelectorAll("details[open]")].map(({ id }) => id);
  const at = [...page.querySelectorAll("article, section")].findLast(
    (one) => one.getBoundingClientRect().top <= 1,
  );
  return { open, at: at?.id, below: at ? -at.getBoundingClientRect().top : window.scrollY };
}

function lookAs({ open, at, below }: ScorecardState): void {
  const unfolded = new Set(open);
  for (const details of page.querySelectorAll("details")) details.open = unfolded.has(details.id);
  const top = (at === undefined ? undefined : document.getElementById(at))?.getBoundingClientRect().top;
  window.scrollTo(0, top === undefined ? below : window.scrollY + top + below);
}

function focusables(): readonly HTMLElement[] {
  return [...page.querySelectorAll<HTMLElement>("a, button, summary")];
}

function focusKey(): string | undefined {
  const { activeElement } = document;
  return activeElement instanceof HTMLElement && page.contains(activeElement)
    ? keyOf(activeElement)
    : undefined;
}

/** A link, a name or a fold is the same as before where it says the same in the same part. */
function keyOf(one: HTMLElement): string {
  return `${one.closest("[id]")?.id} ${one.textContent}`;
}

start();
