import { createHash } from "node:crypto";

const hashes = new Map<string, string>();
const HASHES_MAX = 1_000;

/** `'sha256-…'` of an inline script or style (CSP Level 3, "hash-source"). */
function sourceHash(source: string): string {
  const known = hashes.get(source);
  if (known !== undefined) return known;
  const hash = `'sha256-${createHash("sha256").update(source).digest("base64")}'`;
  if (hashes.size >= HASHES_MAX) hashes.clear();
  hashes.set(source, hash);
  return hash;
}

/** Headers of the hosted page: exactly these inline sources run, nothing is cached, indexed, framed or told to the next site. */
export function pageHeaders(inline: { style: string; scripts: readonly string[] }): Record<string, string> {
  const scripts = inline.scripts.map(sourceHash).join(" ") || "'none'";
  return {
    "content-type": "text/html; charset=utf-8",
    "content-security-policy": [
      "default-src 'none'",
      `script-src ${scripts}`,
      `style-src ${sourceHash(inline.style)}`,
      "connect-src 'self'",
      "form-action 'self'",
      "base-uri 'none'",
      "frame-ancestors 'none'",
    ].join("; "),
    ...PRIVATE_HEADERS,
  };
}

/** Of every answer of the hosted page. */
export const PRIVATE_HEADERS = {
  "cache-control": "no-store",
  "referrer-policy": "no-referrer",
  "x-robots-tag": "noindex",
  "x-content-type-options": "nosniff",
} as const;
