import { vi } from "vitest";

/** As much of VS Code as a diagram panel asks for, with a panel whose page the test plays. */

type Listener<T> = (value: T) => unknown;

class EventEmitter<T> {
  readonly #listeners = new Set<Listener<T>>();
  readonly event = (listener: Listener<T>) => {
    this.#listeners.add(listener);
    return { dispose: () => this.#listeners.delete(listener) };
  };
  fire(value: T): void {
    for (const listener of this.#listeners) listener(value);
  }
  dispose(): void {
    this.#listeners.clear();
  }
}

class CancellationTokenSource {
  readonly token = { isCancellationRequested: false };
  cancel(): void {
    this.token.isCancellationRequested = true;
  }
}

class Uri {
  readonly text: string;
  constructor(text: string) {
    this.text = text;
  }
  toString(): string {
    return this.text;
  }
  static parse(text: string): Uri {
    return new Uri(text);
  }
  static joinPath(base: Uri, ...parts: readonly string[]): Uri {
    return new Uri([base.text, ...parts].join("/"));
  }
}

export const fakeVSCode = {
  CancellationTokenSource,
  EventEmitter,
  Uri,
  env: { language: "en" },
  window: { activeTextEditor: undefined, tabGroups: { all: [] } },
};

/** A webview panel, what was posted to it, and what happens to it. */
export function fakePanel() {
  const received = new EventEmitter<unknown>();
  const viewState = new EventEmitter<undefined>();
  const disposed = new EventEmitter<undefined>();
  const postMessage = vi.fn<(message: unknown) => Promise<boolean>>(() => Promise.resolve(true));
  const panel = {
    title: "",
    visible: true,
    viewColumn: 2,
    onDidChangeViewState: viewState.event,
    onDidDispose: disposed.event,
    reveal: vi.fn<() => void>(),
    webview: {
      html: "",
      cspSource: "https://page",
      asWebviewUri: (uri: Uri) => uri,
      onDidReceiveMessage: received.event,
      postMessage,
    },
  };
  return {
    panel,
    posted: () => postMessage.mock.calls.map(([message]) => message),
    says: (message: unknown) => received.fire(message),
    show: (visible: boolean) => {
      panel.visible = visible;
      viewState.fire(undefined);
    },
  };
}
