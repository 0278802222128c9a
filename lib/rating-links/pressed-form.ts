/**
 * True when the browser says that a person set off this navigation: `Sec-Fetch-User: ?1` (W3C Fetch Metadata, 2.4).
 * Safari leaves that header out of what is otherwise the same (WebKit bug 247697). Browsers say nothing of this on plain
 * HTTP, nor do text browsers.
 */
export function isPressedForm(headers: Pick<Headers, "get">): boolean {
  if (headers.get("sec-fetch-user") === "?1") return true;
  const isNavigation =
    headers.get("sec-fetch-mode") === "navigate" && headers.get("sec-fetch-site") === "same-origin";
  return isNavigation && isSafari(headers.get("user-agent") ?? "");
}

function isSafari(userAgent: string): boolean {
  return /AppleWebKit\/.*Safari\//.test(userAgent) && !/Chrom(e|ium)\//.test(userAgent);
}
