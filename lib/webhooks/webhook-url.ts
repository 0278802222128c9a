const URL_LENGTH_MAX = 2048;
const HOST_LENGTH_MAX = 253;

/** Why an address can't be a webhook's URL, in the words of its field. */
export const WEBHOOK_URL_ERRORS = {
  missing: "Enter the URL where you want to receive events.",
  not_https: "The URL must start with https://.",
  not_a_url: "This isn't a full URL, for example https://example.com/webhooks.",
  too_long: "The URL can have at most 2,048 characters.",
  has_user_info: "Leave out the user name and password. Requests are signed instead.",
  has_fragment: "Leave out the # and what follows it. It is never sent.",
} as const;

export type WebhookUrlError = keyof typeof WEBHOOK_URL_ERRORS;

/** A webhook's URL and its parts as they go on the wire. */
export type WebhookUrl = {
  /** As stored and shown: scheme in small letters, host in its canonical form, the rest as it was typed. */
  url: string;
  /** Canonical, for comparing: `https://example.com`, `https://[2001:db8::1]:8443`. */
  origin: string;
  /** Canonical: a name in small letters and punycode, a dotted IPv4 or an IPv6 address without brackets; no final dot. */
  hostname: string;
  port: number;
  /** Path and query as typed, beginning with `/`. What RFC 3986 doesn't allow there is percent-encoded UTF-8. */
  requestTarget: string;
};

/**
 * Reads a URL as a person typed it. Surrounding spaces go, the scheme's case doesn't matter, port, path and query are
 * kept to the letter (`/a/../b` stays), international names become punycode. The host is the one that a browser would
 * contact (WHATWG URL): `https://2130706433` and `https://0x7f.1` are both 127.0.0.1.
 */
export function parseWebhookUrl(
  text: string,
): { ok: true; value: WebhookUrl } | { ok: false; error: WebhookUrlError } {
  const typed = text.trim();
  if (typed === "") return { ok: false, error: "missing" };
  if (typed.length > URL_LENGTH_MAX) return { ok: false, error: "too_long" };
  if (!/^https:\/\//i.test(typed)) return { ok: false, error: "not_https" };
  const value = readParts(typed, "https");
  if (typeof value === "string") return { ok: false, error: value };
  if (value.url.length > URL_LENGTH_MAX) return { ok: false, error: "too_long" };
  return { ok: true, value };
}

/**
 * The parts of a URL that `parseWebhookUrl` once accepted, for the wire. Takes `http://` as well: which schemes people
 * may enter is decided at the form, once. Null when the text was never a webhook's URL.
 */
export function splitStoredUrl(url: string): (WebhookUrl & { secure: boolean }) | null {
  const secure = url.startsWith("https://");
  if (!secure && !url.startsWith("http://")) return null;
  const parts = readParts(url, secure ? "https" : "http");
  return typeof parts === "string" ? null : { ...parts, secure };
}

function readParts(typed: string, scheme: "https" | "http"): WebhookUrl | WebhookUrlError {
  const afterScheme = typed.slice(scheme.length + 3);
  // The WHATWG parser drops tabs and line ends, reads "\" as "/" and skips empty authorities; then what is shown and
  // what is contacted would differ.
  // eslint-disable-next-line no-control-regex
  if (/[\u0000-\u0020\u007f-\u00a0\\]/.test(typed) || !URL.canParse(typed)) return "not_a_url";
  const authority = /^[^/?#]*/.exec(afterScheme)?.[0] ?? "";
  if (authority === "") return "not_a_url";
  if (authority.includes("@")) return "has_user_info";
  const rest = afterScheme.slice(authority.length);
  if (rest.includes("#")) return "has_fragment";
  const parsed = new URL(typed);
  const hostname = parsed.hostname.replace(/^\[|\]$/g, "").replace(/\.$/, "");
  if (!isPlausibleHost(hostname)) return "not_a_url";
  const typedPort = /:\d*$/.exec(authority)?.[0] ?? "";
  const port = Number(parsed.port || (scheme === "https" ? 443 : 80));
  if (port === 0) return "not_a_url";
  const bracketed = hostname.includes(":") ? `[${hostname}]` : hostname;
  const target = encodeForWire(rest);
  return {
    url: `${scheme}://${bracketed}${typedPort}${target}`,
    origin: `${scheme}://${bracketed}${parsed.port ? `:${parsed.port}` : ""}`,
    hostname,
    port,
    requestTarget: target.startsWith("/") ? target : `/${target}`,
  };
}

/** RFC 1035 lengths; no empty label. */
function isPlausibleHost(hostname: string): boolean {
  if (hostname.includes(":")) return true;
  if (hostname.length > HOST_LENGTH_MAX) return false;
  return hostname.split(".").every((label) => label.length >= 1 && label.length <= 63);
}

function encodeForWire(rest: string): string {
  return rest.replace(/[^\u0021-\u007e]+/g, (text) =>
    Array.from(new TextEncoder().encode(text), (byte) => `%${byte.toString(16).toUpperCase()}`).join(""),
  );
}
