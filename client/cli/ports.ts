/** What the command line needs of the world around it. Commands are handed these and touch no global. */
export interface Ports {
  /** The working directory, absolute. */
  readonly cwd: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Where results go, and nothing else. */
  readonly out: Sink;
  /** Where everything else goes. */
  readonly err: Sink;
  /** All of standard input. */
  readonly stdin: () => Promise<Uint8Array>;
  /** The script of the worker that arranges pictures. */
  readonly worker: string;
  /** The script of a page of pictures. */
  readonly page: string;
  /** The script of the language server. */
  readonly server: string;
  /** How this command is called again: a program and its arguments. */
  readonly command: readonly string[];
  /** The day, as an ISO date. */
  readonly today: () => string;
}

export interface Sink {
  readonly write: (data: string | Uint8Array) => void;
  /** Whether a person looks at it. */
  readonly isTerminal: boolean;
  /** How many columns fit on a line. */
  readonly columns: number;
}
