import { env } from "@/lib/env";

/**
 * The address a request came from, for limits. Each proxy appends to `X-Forwarded-For` whom it was asked by, and our own
 * server does last (note-senders.ts); what stands before the entries of the trusted proxies was chosen by the sender.
 * @param trustedProxies how many of ours stand before the server (`TRUSTED_PROXIES`)
 */
export function clientAddress(
  headers: Pick<Headers, "get">,
  trustedProxies: number = env().TRUSTED_PROXIES,
): string {
  const chain = (headers.get("x-forwarded-for") ?? "").split(",").map((address) => address.trim());
  return (chain.at(-1 - trustedProxies) ?? chain[0]) || "unknown";
}
