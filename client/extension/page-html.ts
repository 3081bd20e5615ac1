/** What a page of ours is made of, as URIs that a webview may load. */
export interface PageParts {
  readonly title: string;
  readonly nonce: string;
  readonly script: string;
  /** The language of the interface. */
  readonly language: string;
  /** A worker that the script makes, and what the webview calls its own resources in a content security policy. */
  readonly worker?: { readonly script: string; readonly source: string };
}

/**
 * A page in a webview. Nothing of any file is in it, and nothing may run in it but our own script and the worker that the
 * script makes of our own file.
 */
export function pageHtml({ title, nonce, script, language, worker }: PageParts): string {
  const policy = [
    "default-src 'none'",
    `script-src 'nonce-${nonce}'`,
    `style-src 'nonce-${nonce}'`,
    ...(worker
      ? ["font-src data:", "img-src blob:", "worker-src blob:", `connect-src ${worker.source}`]
      : []),
  ].join("; ");
  return `<!DOCTYPE html>
<html lang="${attribute(language)}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${attribute(policy)}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${attribute(title)}</title>
</head>
<body${worker ? ` data-worker="${attribute(worker.script)}"` : ""}>
<script nonce="${attribute(nonce)}" src="${attribute(script)}"></script>
</body>
</html>
`;
}

function attribute(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll('"', "&quot;").replaceAll("<", "&lt;");
}
