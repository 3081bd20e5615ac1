import fc from "fast-check";
import { expect, test } from "vitest";
import { TextDocument } from "vscode-languageserver-textdocument";
import type { ProtocolConnection } from "vscode-languageserver/node";
import { requests } from "../../server/lsp/requests.ts";
import { ALL, ask, startInProcess, type Answer, type InProcess } from "./in-process.ts";
import { neededBy, paramsFor } from "./params.ts";

const URI = "untitled:a";

const TEXT = `mission manger "𝒳 Bien manger"\r
domain référentiel "É𝒳" core {\r
  entity Produit { code: id key }\r
}\r
équipe\r
/* 𝒳 */ tool pim "É𝒳" { category pim; accountable bureau; owns référentiel.Produit }\r
team bureau { function data }\r
flow pim -> site { carries référentiel.Produit }\r
`;

/** An edit, or a question: places are shares of the text, so that they lie in it whatever came before. */
type Event =
  | { readonly at: number; readonly gone: number; readonly text: string }
  | { readonly at: number; readonly method: string };

const share = fc.double({ min: 0, max: 1, noNaN: true });
const typed = fc.constantFrom("x", " ", "\r\n", "é", "𝒳", "}", '"', "tool t { category crm }\n", "bureau");
const edits = fc.record({ at: share, gone: fc.constantFrom(0, 0, 1, 7), text: typed });
const questions = fc.record({ at: share, method: fc.constantFrom(...requests.map(({ method }) => method)) });
/** Most events follow one another at once; some wait for a moment. */
const events = fc.array(fc.tuple(fc.oneof(edits, questions), fc.constantFrom(0, 0, 0, 0, 1, 5)), {
  minLength: 5,
  maxLength: 40,
});

const CONTENT_MODIFIED = -32801;
/** The one question that is answered for the text in which it was put. */
const COMPLETION = "textDocument/completion";

/** A question that was put, and what became of it. */
interface Asked {
  readonly id: number | string;
  readonly method: string;
  readonly params: object;
  /** Whether it names places. */
  readonly isPlaced: boolean;
  /** How many edits were made before it. */
  readonly edits: number;
  readonly answer: Promise<Answer>;
}

test("in a storm of edits an answer is true for the newest text, or there is none; completions are true for theirs", async () => {
  const server = await startInProcess(ALL);
  const other = await startInProcess(ALL);
  const needed = new Map<string, readonly string[]>();
  for (const { method } of requests) needed.set(method, await neededBy(server.client, method));
  const count = { answered: 0, overtaken: 0 };
  await fc.assert(
    fc.asyncProperty(events, async (storm) => {
      const before = server.heard();
      const { texts, asked } = await play(server, storm, needed);
      for (const { id, method, params, isPlaced, edits, answer } of asked) {
        const got = await answer;
        const heard = (server.heardBefore.get(id) ?? Number.NaN) - before;
        if ("refused" in got && got.refused === CONTENT_MODIFIED) {
          expect([method, isPlaced, texts[heard] === texts[edits]]).toEqual([method, true, false]);
          expect(method).not.toBe(COMPLETION);
          count.overtaken++;
        } else {
          const isOwn = method === COMPLETION && texts[heard] !== texts[edits];
          const known = isOwn ? edits : heard;
          const wanted = await afresh(other.client, texts[known] ?? "", known, method, params);
          expect([method, got]).toEqual([method, wanted]);
          count.answered++;
        }
      }
    }),
    { numRuns: 100 },
  );
  expect(server.logged).toEqual([]);
  expect(count.answered).toBeGreaterThan(100);
  expect(count.overtaken).toBeGreaterThan(20);
});

/** Opens the text and lets the storm loose on it; every text that it becomes, and every question. */
async function play(
  { client, lastId }: InProcess,
  storm: readonly (readonly [Event, number])[],
  needed: ReadonlyMap<string, readonly string[]>,
): Promise<{ readonly texts: readonly string[]; readonly asked: readonly Asked[] }> {
  const texts = [TEXT];
  const asked: Asked[] = [];
  await open(client, TEXT, 1);
  for (const [event, pause] of storm) {
    const text = texts.at(-1) ?? "";
    const document = TextDocument.create(URI, "bizarch", 1, text);
    const offset = Math.floor(event.at * text.length);
    const gone = "method" in event ? 3 : event.gone;
    const range = { start: document.positionAt(offset), end: document.positionAt(offset + gone) };
    if ("method" in event) {
      const { method } = event;
      const fields = needed.get(method) ?? [];
      const params = paramsFor(fields, URI, range.start, range);
      const isPlaced = fields.some((name) => /^(?:position|range)s?$|^item$/.test(name));
      const answer = ask(client, method, params);
      asked.push({ id: lastId(), method, params, isPlaced, edits: texts.length - 1, answer });
    } else {
      const contentChanges = [{ range, text: event.text }];
      texts.push(TextDocument.applyEdits(document, [{ range, newText: event.text }]));
      void client.sendNotification("textDocument/didChange", {
        textDocument: { uri: URI, version: texts.length },
        contentChanges,
      });
    }
    if (pause > 0) await new Promise((resolve) => setTimeout(resolve, pause));
  }
  // Answered when all edits are heard.
  await ask(client, "textDocument/documentSymbol", { textDocument: { uri: URI } });
  await Promise.all(asked.map(({ answer }) => answer));
  await close(client);
  return { texts, asked };
}

/** What a server answers that knows the text from the first. */
async function afresh(
  client: ProtocolConnection,
  text: string,
  edits: number,
  method: string,
  params: object,
): Promise<Answer> {
  await open(client, text, edits + 1);
  const answer = await ask(client, method, params);
  await close(client);
  return answer;
}

function open(client: ProtocolConnection, text: string, version: number): Promise<void> {
  const textDocument = { uri: URI, languageId: "bizarch", version, text };
  return client.sendNotification("textDocument/didOpen", { textDocument });
}

function close(client: ProtocolConnection): Promise<void> {
  return client.sendNotification("textDocument/didClose", { textDocument: { uri: URI } });
}

test("what arrives together is heard before anything of it is answered", async () => {
  const { client, burst, heardBefore } = await startInProcess(ALL);
  await open(client, "mission a", 1);
  const textDocument = { uri: URI };
  const position = { line: 0, character: 8 };
  const range = { start: position, end: position };
  const typed = [..."bcdefghijklmnopqrstuvwxyz"].map((text, index) => ({
    method: "textDocument/didChange",
    params: { textDocument: { uri: URI, version: index + 2 }, contentChanges: [{ range, text }] },
  }));
  const asked = typed.flatMap((edit, index) => [
    { id: `symbols ${index}`, method: "textDocument/documentSymbol", params: { textDocument } },
    { id: `hover ${index}`, method: "textDocument/hover", params: { textDocument, position } },
    edit,
  ]);
  burst(asked);
  // Asked afterwards, and answered last.
  await ask(client, "textDocument/documentSymbol", { textDocument });
  const heard = [...heardBefore].filter(([id]) => /^(?:symbols|hover) /.test(String(id)));
  expect(heard).toHaveLength(2 * typed.length);
  expect(new Set(heard.map(([, edits]) => edits))).toEqual(new Set([typed.length]));
});

test("who types on has the completions of where they were asked for", async () => {
  const { client } = await startInProcess(ALL);
  const text = "tool pim { category p }";
  await open(client, text, 1);
  const position = { line: 0, character: 21 };
  const question = { textDocument: { uri: URI }, position };
  const offered = ask(client, COMPLETION, question);
  void client.sendNotification("textDocument/didChange", {
    textDocument: { uri: URI, version: 2 },
    contentChanges: [{ range: { start: position, end: position }, text: "i" }],
  });
  const answer = await offered;
  expect(answer).toEqual(await afresh((await startInProcess(ALL)).client, text, 1, COMPLETION, question));
  expect(JSON.stringify(answer)).toContain('"label":"crm"');
});

test("an edit that is taken back, or is of another file, overtakes nothing", async () => {
  const { client } = await startInProcess(ALL);
  await open(client, "mission a", 1);
  const change = (uri: string, version: number, text: string): void =>
    void client.sendNotification("textDocument/didChange", {
      textDocument: { uri, version },
      contentChanges: [{ text }],
    });
  const question = { textDocument: { uri: URI }, position: { line: 0, character: 8 } };
  const hover = ask(client, "textDocument/hover", question);
  change(URI, 2, "mission b");
  change(URI, 3, "mission a");
  change("untitled:other", 2, "mission b");
  expect(await hover).toMatchObject({ result: { range: { end: { character: 9 } } } });
});

test("a document that is closed meanwhile is what lies on disk", async () => {
  const { client } = await startInProcess(ALL);
  await open(client, "mission a", 1);
  const question = { textDocument: { uri: URI }, position: { line: 0, character: 8 } };
  const hover = ask(client, "textDocument/hover", question);
  const symbols = ask(client, "textDocument/documentSymbol", question);
  void close(client);
  expect(await hover).toMatchObject({ refused: CONTENT_MODIFIED });
  expect(await symbols).toMatchObject({ refused: CONTENT_MODIFIED });
});
