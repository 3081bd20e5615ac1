/** Where the panel's page finds what it needs, as URIs that a webview may load. */
export interface PageParts {
  /** What the webview calls its own resources in a content security policy. */
  readonly source: string;
  readonly nonce: string;
  readonly script: string;
  readonly worker: string;
  /** The language of the interface. */
  readonly language: string;
}

/**
 * The page of the diagram panel. Nothing of any file is in it, and nothing may run in it but our own script and the
 * worker that the script makes of our own file.
 */
export function panelHtml({ source, nonce, script, worker, language }: PageParts): string {
  const policy = [
    "default-src 'none'",
    `script-src 'nonce-${nonce}'`,
    `style-src 'nonce-${nonce}'`,
    "font-src data:",
    "worker-src blob:",
    `connect-src ${source}`,
  ].join("; ");
  return `<!DOCTYPE html>
<html lang="${attribute(language)}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${attribute(policy)}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>BizArch</title>
</head>
<body data-worker="${attribute(worker)}">
<script nonce="${attribute(nonce)}" src="${attribute(script)}"></script>
</body>
</html>
`;
}

function attribute(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll('"', "&quot;").replaceAll("<", "&lt;");
}
