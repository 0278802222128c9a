import { Resolver } from "node:dns/promises";
import { readFile } from "node:fs/promises";
import { isIP } from "node:net";
import { addressesInHostsFile } from "./hosts-file";

/** Addresses of a host, IPv4 first; or why there are none. Unavailable = the resolver didn't answer, which says nothing about the host. */
export type HostLookup = (
  hostname: string,
) => Promise<{ ok: true; addresses: string[] } | { ok: false; reason: "not_found" | "unavailable" }>;

type Answer = { addresses: string[]; isUnavailable: boolean };

const NO_SUCH_NAME = new Set(["ENOTFOUND", "ENODATA", "EBADNAME"]);
const HOSTS_FILE = "/etc/hosts";
const QUERY_TIMEOUT_MS = 1200;
const QUERY_TRIES = 2;
const IPV6_GRACE_MS = 250;

/**
 * Looks hosts up by asking DNS servers directly: names that hang occupy none of the few threads that `getaddrinfo`
 * has, so a dead name server delays no other host. Lookups of one name at the same time share one query; nothing is
 * cached. `localhost` is always loopback (RFC 6761).
 *
 * @param dnsServers `WEBHOOK_DNS_SERVERS` (`1.1.1.1`, `[2606:4700::1111]:53`); empty = the system's, after its hosts file
 */
export function createHostLookup(dnsServers: readonly string[]): HostLookup {
  const resolver = new Resolver({ timeout: QUERY_TIMEOUT_MS, tries: QUERY_TRIES });
  if (dnsServers.length > 0) resolver.setServers(dnsServers);
  const running = new Map<string, ReturnType<HostLookup>>();

  async function ask(hostname: string): ReturnType<HostLookup> {
    if (dnsServers.length === 0) {
      const addresses = addressesInHostsFile(await readFile(HOSTS_FILE, "utf8").catch(() => ""), hostname);
      if (addresses.length > 0) return { ok: true, addresses };
    }
    const ipv6 = answerOf(resolver.resolve6(hostname));
    const ipv4 = await answerOf(resolver.resolve4(hostname));
    const second = await (ipv4.addresses.length > 0
      ? Promise.race([ipv6, nothingAfter(IPV6_GRACE_MS)])
      : ipv6);
    const addresses = [...ipv4.addresses, ...second.addresses];
    if (addresses.length > 0) return { ok: true, addresses };
    return { ok: false, reason: ipv4.isUnavailable || second.isUnavailable ? "unavailable" : "not_found" };
  }

  return (hostname) => {
    if (isIP(hostname)) return Promise.resolve({ ok: true, addresses: [hostname] });
    if (isLocalhost(hostname)) return Promise.resolve({ ok: true, addresses: ["127.0.0.1", "::1"] });
    const shared = running.get(hostname);
    if (shared) return shared;
    const asked = ask(hostname).finally(() => running.delete(hostname));
    running.set(hostname, asked);
    return asked;
  };
}

/** `localhost` and every name below it mean this machine (RFC 6761, 6.3). */
export function isLocalhost(hostname: string): boolean {
  return hostname === "localhost" || hostname.endsWith(".localhost");
}

function answerOf(query: Promise<string[]>): Promise<Answer> {
  return query.then(
    (addresses) => ({ addresses, isUnavailable: false }),
    (error: unknown) => {
      const code = error instanceof Error && "code" in error ? String(error.code) : "";
      return { addresses: [], isUnavailable: !NO_SUCH_NAME.has(code) };
    },
  );
}

function nothingAfter(ms: number): Promise<Answer> {
  return new Promise((resolve) => {
    setTimeout(resolve, ms, { addresses: [], isUnavailable: false }).unref();
  });
}
