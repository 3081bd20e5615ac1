/** A test in one text file: a sentence or more on top, then files, each under a line `-- name --`. */
export interface Archive {
  readonly about: string;
  readonly files: ReadonlyMap<string, string>;
}

const HEADER = /^-- (\S+) --$/;

export function readArchive(text: string): Archive {
  const about: string[] = [];
  const files = new Map<string, string[]>();
  let current = about;
  for (const line of text.split("\n")) {
    const name = HEADER.exec(line)?.[1];
    if (name === undefined) current.push(line);
    else {
      current = [];
      files.set(name, current);
    }
  }
  const contents = [...files].map(([name, lines]) => [name, lines.join("\n")] as const);
  return { about: about.join("\n"), files: new Map(contents) };
}

export function writeArchive({ about, files }: Archive): string {
  const parts = [...files].map(([name, text]) => `-- ${name} --\n${text}`);
  return [about, ...parts].join("\n");
}

/** The files in a folder of the archive, by their path in it. */
export function filesIn({ files }: Archive, folder: string): Readonly<Record<string, string>> {
  const inside = [...files].filter(([name]) => name.startsWith(`${folder}/`));
  return Object.fromEntries(inside.map(([name, text]) => [name.slice(folder.length + 1), text]));
}
