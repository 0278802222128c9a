/** Whether the browser came by https. Next sets `X-Forwarded-Proto` itself when no proxy did. */
export function isSecureRequest(headers: Pick<Headers, "get">): boolean {
  return headers.get("x-forwarded-proto")?.split(",")[0]?.trim() === "https";
}
