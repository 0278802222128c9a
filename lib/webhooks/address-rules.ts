import ipaddr from "ipaddr.js";

/** Which addresses a delivery may be sent to. */
export type AddressRules = {
  /** Null when allowed. Otherwise the refused address as people should read it, decoded: `10.0.0.5`, `64:ff9b::a00:5 (10.0.0.5)`. */
  refusalOf: (address: string) => string | null;
};

type Net = [ipaddr.IPv4 | ipaddr.IPv6, number];

/** Parts of 2000::/3 that aren't global unicast, by IANA's IPv6 special-purpose registry, or that only wrap an IPv4 address. */
const NOT_GLOBAL_V6 = ["2001::/23", "2001:db8::/32", "2002::/16", "2620:4f:8000::/48", "3fff::/20"].map(
  parseNet,
);
const GLOBAL_V6 = parseNet("2000::/3");
const NAT64 = parseNet("64:ff9b::/96");
const NAT64_LOCAL = parseNet("64:ff9b:1::/48");
const SIX_TO_FOUR = parseNet("2002::/16");
const TEREDO = parseNet("2001::/32");
const COMPATIBLE = parseNet("::/96");

/**
 * Only global unicast addresses are allowed, and those of `allowedNets`. An IPv4-mapped address is judged as the IPv4
 * address it is, a NAT64 one (64:ff9b::/96) by the address behind the gateway. 6to4, Teredo and IPv4-compatible
 * addresses are refused: nobody receives webhooks there.
 *
 * @param allowedNets CIDRs (`10.0.0.0/8`, `fd00::/8`) or single addresses
 * @throws Error naming the entry that is neither
 */
export function createAddressRules(allowedNets: readonly string[]): AddressRules {
  const exempt = allowedNets.map(parseNet);
  return {
    refusalOf(address) {
      if (!ipaddr.isValid(address)) return address;
      const parsed = ipaddr.process(address);
      const inner = parsed instanceof ipaddr.IPv6 ? wrappedIpv4(parsed) : null;
      const isExempt = exempt.some(
        (net) => contains(net, parsed) || (inner !== null && contains(net, inner)),
      );
      if (isExempt || isGlobalUnicast(parsed)) return null;
      return inner ? `${parsed.toString()} (${inner.toString()})` : parsed.toString();
    },
  };
}

function isGlobalUnicast(address: ipaddr.IPv4 | ipaddr.IPv6): boolean {
  if (address instanceof ipaddr.IPv4) return address.range() === "unicast";
  if (contains(NAT64, address)) return isGlobalUnicast(lastIpv4(address));
  return contains(GLOBAL_V6, address) && !NOT_GLOBAL_V6.some((net) => contains(net, address));
}

/** The IPv4 address that an IPv6 address leads to, where its form tells (RFC 4291, 6052, 8215, 3056, 4380). */
function wrappedIpv4(address: ipaddr.IPv6): ipaddr.IPv4 | null {
  const [, high = 0, low = 0] = address.parts;
  if (contains(NAT64, address) || contains(NAT64_LOCAL, address)) return lastIpv4(address);
  if (contains(SIX_TO_FOUR, address)) return ipv4Of(high, low);
  if (contains(TEREDO, address)) {
    const client = lastIpv4(address);
    return new ipaddr.IPv4(client.octets.map((octet) => octet ^ 0xff));
  }
  const isCompatible =
    contains(COMPATIBLE, address) && address.parts.some((part, at) => at === 6 && part > 0);
  return isCompatible ? lastIpv4(address) : null;
}

function lastIpv4(address: ipaddr.IPv6): ipaddr.IPv4 {
  const [high = 0, low = 0] = address.parts.slice(6);
  return ipv4Of(high, low);
}

function ipv4Of(high: number, low: number): ipaddr.IPv4 {
  return new ipaddr.IPv4([high >> 8, high & 0xff, low >> 8, low & 0xff]);
}

function contains([net, bits]: Net, address: ipaddr.IPv4 | ipaddr.IPv6): boolean {
  return net.kind() === address.kind() && address.match(net, bits);
}

function parseNet(text: string): Net {
  const cidr = text.includes("/") ? text : `${text}/${text.includes(":") ? 128 : 32}`;
  const isFull = ipaddr.IPv6.isValidCIDR(cidr) || ipaddr.IPv4.isValidCIDRFourPartDecimal(cidr);
  if (!isFull) throw new Error(`${text} isn't a network like 10.0.0.0/8.`);
  return ipaddr.parseCIDR(cidr);
}
