import { AppError } from "@/lib/errors";

/**
 * Refuses what a page of another site made a browser send. `Sec-Fetch-Site` (W3C Fetch Metadata) decides where a browser
 * sends it; otherwise `Origin` must name the host that was asked. A form of a page without referrer says `null` there.
 * @throws AppError `foreign_origin`
 */
export function requireOwnOrigin(headers: Pick<Headers, "get">): void {
  const site = headers.get("sec-fetch-site");
  if (site !== null) {
    if (site === "same-origin" || site === "none") return;
    throw new AppError("foreign_origin");
  }
  const origin = headers.get("origin");
  if (origin === null || origin === "null") return;
  const asked = headers.get("x-forwarded-host") ?? headers.get("host");
  if (!URL.canParse(origin) || new URL(origin).host !== asked) throw new AppError("foreign_origin");
}
