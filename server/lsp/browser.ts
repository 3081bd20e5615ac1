import { BrowserMessageReader, BrowserMessageWriter, createConnection } from "vscode-languageserver/browser";
import { version } from "../../package.json";
import { today } from "./day.ts";
import { startServer } from "./serve.ts";

/** The language server in a web worker, over the worker's own messages. It has no disk: the client reads for it. */
const connection = createConnection(new BrowserMessageReader(self), new BrowserMessageWriter(self));
startServer(connection, { disk: undefined, today, version });
