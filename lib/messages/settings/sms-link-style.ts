import type { LinkPlaceholder } from "@/lib/messages/content/placeholders";

const LINKS = /\{\{\s*rating_links?\s*\}\}/gi;

/** How the links of an SMS stand in its text; null when it has none yet. */
export function smsLinkStyle(body: string): LinkPlaceholder | null {
  const [found] = body.match(LINKS) ?? [];
  if (!found) return null;
  return /links/i.test(found) ? "rating_links" : "rating_link";
}

/** The text with its links in this style. */
export function withLinkStyle(body: string, style: LinkPlaceholder): string {
  return body.replaceAll(LINKS, `{{${style}}}`);
}
