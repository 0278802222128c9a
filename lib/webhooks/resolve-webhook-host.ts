import type { AddressRules } from "./address-rules";
import type { AttemptFailure } from "./attempt-failure";
import type { HostLookup } from "./lookup-host";

export type ResolvedHost =
  | { ok: true; addresses: [string, ...string[]] }
  | { ok: false; failure: Extract<AttemptFailure, { hostname: string }> };

/**
 * The addresses a webhook's host has at this moment, every one of them checked. One refused address refuses the host:
 * whoever mixes public and private answers would otherwise get in by chance.
 *
 * @param rules null for the one origin that is exempt
 */
export async function resolveWebhookHost(
  hostname: string,
  lookup: HostLookup,
  rules: AddressRules | null,
): Promise<ResolvedHost> {
  const found = await lookup(hostname);
  if (!found.ok) {
    const code = found.reason === "not_found" ? "dns_not_found" : "dns_unavailable";
    return { ok: false, failure: { code, hostname } };
  }
  for (const each of rules ? found.addresses : []) {
    const address = rules?.refusalOf(each);
    if (address) return { ok: false, failure: { code: "address_refused", hostname, address } };
  }
  const [first, ...others] = found.addresses;
  if (first === undefined) return { ok: false, failure: { code: "dns_not_found", hostname } };
  return { ok: true, addresses: [first, ...others] };
}
