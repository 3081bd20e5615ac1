/**
 * Who works when. The server has one thread, and what a client takes back or types on is heard only between two turns; so
 * nobody works on an answer before all that has arrived is heard, and long work gives its turn up now and then.
 */
export interface Turns {
  /** A message was heard. */
  readonly heard: () => void;
  /** Resolves at the caller's turn: everybody else who waits has had one, and so had the messages. */
  readonly next: () => Promise<void>;
  /** Resolves once nothing more arrives. */
  readonly quiet: () => Promise<void>;
}

/** A message on its way takes one turn to be read, one to be decoded and one to be handed over. */
const ON_ITS_WAY = 3;

export function turns(): Turns {
  const waiting: (() => void)[] = [];
  let messages = 0;
  // One after the other: several at once would leave no room for the messages between them.
  const give = (): void => {
    waiting.shift()?.();
    if (waiting.length > 0) macrotask(give);
  };
  const next = (): Promise<void> =>
    new Promise((resolve) => {
      waiting.push(resolve);
      if (waiting.length === 1) macrotask(give);
    });
  const quiet = async (): Promise<void> => {
    let known = messages;
    for (let still = 0; still < ON_ITS_WAY; still++) {
      await next();
      if (messages === known) continue;
      known = messages;
      still = 0;
    }
  };
  return { heard: () => void messages++, next, quiet };
}

/** A microtask would not do: the messages of the client come as tasks of their own. */
function macrotask(run: () => void): void {
  if (typeof setImmediate === "function") return void setImmediate(run);
  // A browser has messages only: it holds timers up by several milliseconds.
  const { port1, port2 } = new MessageChannel();
  port1.addEventListener("message", () => {
    port1.close();
    run();
  });
  port1.start();
  port2.postMessage(undefined);
}
