/**
 * An attempt as a command for a shell: same URL, headers and bytes. Its signature is the attempt's, so a receiver that
 * checks the time refuses it after five minutes.
 */
export function curlCommand(request: {
  url: string;
  headers: readonly (readonly [name: string, value: string])[];
  body: string;
}): string {
  const headers = request.headers.map(([name, value]) => `-H ${quoted(`${name}: ${value}`)}`);
  const parts = ["curl -X POST", ...headers, `--data-binary ${quoted(request.body)}`, quoted(request.url)];
  return parts.join(" \\\n  ");
}

/** For a POSIX shell: within single quotes everything is plain but the quote itself. */
function quoted(text: string): string {
  return `'${text.replaceAll("'", "'\\''")}'`;
}
