/** Writes the extension's icon as the PNG that VS Code asks for. Run it after a change: `node client/build/icon.mjs`. */
import { readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { fileURLToPath } from "node:url";
import { initWasm, Resvg } from "@resvg/resvg-wasm";

/** @param {string} name */
const file = (name) => fileURLToPath(new URL(`../extension/media/${name}`, import.meta.url));

await initWasm(readFileSync(createRequire(import.meta.url).resolve("@resvg/resvg-wasm/index_bg.wasm")));
writeFileSync(file("icon.png"), new Resvg(readFileSync(file("icon.svg"), "utf8")).render().asPng());
