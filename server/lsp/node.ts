import { serveProcess } from "./process.ts";

serveProcess();
