import type { IncomingHttpHeaders } from "node:http";

const COOKIE_VALUE = /^([^=;]*)=[^;]*/;

/**
 * A receiver's answer's headers as the log keeps them: lower-case names, repeated ones joined by ", ", and cookies without
 * their values, which may open the receiver's own doors to whoever reads the log.
 */
export function responseHeaders(headers: IncomingHttpHeaders): Record<string, string> {
  const kept: Record<string, string> = {};
  for (const name in headers) {
    const value = headers[name];
    const values = typeof value === "string" ? [value] : (value ?? []);
    kept[name] = (name === "set-cookie" ? values.map(withoutValue) : values).join(", ");
  }
  return kept;
}

function withoutValue(cookie: string): string {
  return COOKIE_VALUE.test(cookie) ? cookie.replace(COOKIE_VALUE, "$1=(not kept)") : "(not kept)";
}
