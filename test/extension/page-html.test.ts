import { expect, test } from "vitest";
import { pageHtml } from "../../client/extension/page-html.ts";

const page = pageHtml({
  title: "<BizArch>",
  nonce: "n0nce",
  script: 'https://host/dist/panel.js?a=1&b="',
  worker: { script: "https://host/dist/elk-worker.js", source: "https://*.vscode-cdn.net" },
  language: "fr",
});

test("nothing runs in the panel but its own script and its worker", () => {
  const policy = /http-equiv="Content-Security-Policy" content="([^"]*)"/.exec(page)?.[1]?.split("; ");
  expect(policy).toEqual([
    "default-src 'none'",
    "script-src 'nonce-n0nce'",
    "style-src 'nonce-n0nce'",
    "font-src data:",
    "img-src blob:",
    "worker-src blob:",
    "connect-src https://*.vscode-cdn.net",
  ]);
});

test("the page has one script, no style of its own, and nothing that a policy would have to forgive", () => {
  expect(page.match(/<script/g)).toHaveLength(1);
  expect(page).toContain('<script nonce="n0nce" src="https://host/dist/panel.js?a=1&amp;b=&quot;">');
  expect(page).not.toMatch(/\sstyle=|<style|\son[a-z]+=/);
});

test("the page says its language and where the worker is", () => {
  expect(page).toContain('<html lang="fr">');
  expect(page).toContain('<body data-worker="https://host/dist/elk-worker.js">');
});
