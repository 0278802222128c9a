/**
 * The address a request came from, as the nearest proxy saw it: the last entry of `X-Forwarded-For`, which Next sets to
 * the socket's address when no proxy did. Good for limits, not for proof: without a proxy its sender can choose it.
 */
export function clientAddress(headers: Pick<Headers, "get">): string {
  const forwarded = headers.get("x-forwarded-for") ?? "";
  return forwarded.split(",").at(-1)?.trim() || "unknown";
}
