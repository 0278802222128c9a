import { isIP } from "node:net";
import type { AddressRules } from "./address-rules";
import { isLocalhost, type HostLookup } from "./lookup-host";
import type { WebhookUrl } from "./webhook-url";

const LOOKUP_TIMEOUT_MS = 1000;

/**
 * Whether a URL may be saved, as far as its address tells now: null when it may, otherwise the sentence for its field.
 * Refused are literal private addresses, `localhost` and names that resolve to a private address. A name that doesn't
 * resolve within a second may be saved; every attempt checks again.
 */
export async function checkWebhookAddress(
  { hostname, origin }: WebhookUrl,
  { lookup, rules, exemptOrigin }: { lookup: HostLookup; rules: AddressRules; exemptOrigin: string | null },
): Promise<string | null> {
  if (origin === exemptOrigin) return null;
  const found = await Promise.race([lookup(hostname), notFoundAfter(LOOKUP_TIMEOUT_MS)]);
  if (!found.ok) return null;
  for (const address of found.addresses) {
    const refused = rules.refusalOf(address);
    if (refused) return refusalSentence(hostname, refused);
  }
  return null;
}

function refusalSentence(hostname: string, address: string): string {
  const isAddress = isIP(hostname) > 0;
  const subject = isAddress ? address : isLocalhost(hostname) ? hostname : `${hostname} (${address})`;
  return `This address is private and can't be reached from here: ${subject}.`;
}

function notFoundAfter(ms: number): ReturnType<HostLookup> {
  return new Promise((resolve) => {
    setTimeout(resolve, ms, { ok: false, reason: "unavailable" }).unref();
  });
}
