const here = "http://starwire.invalid";

/** Where to go after signing in: a path on this host with its query and fragment, or null for anything that could lead elsewhere. */
export function safeNext(next: unknown): string | null {
  if (typeof next !== "string" || !/^\/(?![/\\])/.test(next) || next.includes("\\")) return null;
  // oxlint-disable-next-line no-control-regex
  if (/[\u0000-\u0020\u007f]/.test(next)) return null;
  const url = URL.canParse(next, here) ? new URL(next, here) : null;
  if (url?.origin !== here || url.pathname.startsWith("//")) return null;
  if (url.pathname === "/sign-in" || url.pathname.startsWith("/welcome/")) return null;
  return url.pathname + url.search + url.hash;
}
