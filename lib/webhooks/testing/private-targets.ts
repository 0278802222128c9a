import ipaddr from "ipaddr.js";

/** Ways to write a host that must never be contacted: `host` as it stands in a URL, or a name and what DNS answers for it. */
export type PrivateTarget = { what: string; host: string; dns?: readonly string[] };

/** IANA IPv4 Special-Purpose Address Registry, and multicast. */
const IPV4_RANGES = [
  "0.0.0.0/8",
  "10.0.0.0/8",
  "100.64.0.0/10",
  "127.0.0.0/8",
  "169.254.0.0/16",
  "172.16.0.0/12",
  "192.0.0.0/24",
  "192.0.0.0/29",
  "192.0.0.8/32",
  "192.0.0.9/32",
  "192.0.0.10/32",
  "192.0.0.170/32",
  "192.0.2.0/24",
  "192.31.196.0/24",
  "192.52.193.0/24",
  "192.88.99.0/24",
  "192.168.0.0/16",
  "192.175.48.0/24",
  "198.18.0.0/15",
  "198.51.100.0/24",
  "203.0.113.0/24",
  "224.0.0.0/4",
  "240.0.0.0/4",
  "255.255.255.255/32",
];

/** IANA IPv6 Special-Purpose Address Registry, multicast, site-local, and what was never given out. */
const IPV6_RANGES = [
  "::/128",
  "::1/128",
  "64:ff9b:1::/48",
  "100::/64",
  "100:0:0:1::/64",
  "2001::/23",
  "2001::/32",
  "2001:1::1/128",
  "2001:1::2/128",
  "2001:1::3/128",
  "2001:2::/48",
  "2001:3::/32",
  "2001:4:112::/48",
  "2001:10::/28",
  "2001:20::/28",
  "2001:30::/28",
  "2001:db8::/32",
  "2002::/16",
  "2620:4f:8000::/48",
  "3fff::/20",
  "4000::/3",
  "5f00::/16",
  "8000::/3",
  "fc00::/7",
  "fe80::/10",
  "fec0::/10",
  "ff00::/8",
];

/** Addresses in use on private networks and by clouds. */
const WANTED = [
  "127.0.0.1",
  "10.0.0.5",
  "172.16.0.1",
  "192.168.1.1",
  "169.254.169.254",
  "100.100.100.200",
  "0.0.0.0",
];

/** Every target, generated: both ends of every range, every spelling of every wanted address, and names. */
export function privateTargets(): PrivateTarget[] {
  return [
    ...[...IPV4_RANGES, ...IPV6_RANGES].flatMap(endsOf),
    ...WANTED.flatMap(spellingsOf),
    ...["localhost", "LocalHost", "localhost.", "receiver.localhost", "a.b.localhost."].map((host) => ({
      what: "a name for this machine",
      host,
    })),
    ...[
      "127.0.0.1",
      "10.0.0.5",
      "169.254.169.254",
      "::1",
      "fd00::5",
      "fe80::1",
      "::ffff:10.0.0.5",
      "64:ff9b::a00:5",
    ].map((address, at) => ({
      what: `a name for ${address}`,
      host: `name-${at}.example.com`,
      dns: [address],
    })),
    { what: "public and private at once", host: "mixed.example.com", dns: ["93.184.215.14", "10.0.0.5"] },
    { what: "private first, then public", host: "mixed-2.example.com", dns: ["127.0.0.1", "93.184.215.14"] },
    { what: "public IPv4, private IPv6", host: "mixed-6.example.com", dns: ["93.184.215.14", "::1"] },
    { what: "a name with a final dot", host: "name.example.com.", dns: ["10.0.0.5"] },
    { what: "an international name", host: "münchen.example.com", dns: ["10.0.0.5"] },
  ];
}

function endsOf(range: string): PrivateTarget[] {
  const [net, bits] = ipaddr.parseCIDR(range);
  const first = net.toByteArray();
  const last = first.map((byte, at) => byte | (0xff >> Math.min(8, Math.max(0, bits - at * 8))));
  const hosts = [first, last].map((bytes) => inUrl(ipaddr.fromByteArray(bytes).toString()));
  return [...new Set(hosts)].map((host) => ({ what: range, host }));
}

function spellingsOf(address: string): PrivateTarget[] {
  const octets = ipaddr.IPv4.parse(address).octets;
  const [a = 0, b = 0, c = 0, d = 0] = octets;
  const number = ((a * 256 + b) * 256 + c) * 256 + d;
  const hex = (value: number, digits = 0) => value.toString(16).padStart(digits, "0");
  const octal = (value: number) => `0${value.toString(8)}`;
  const wide = (text: string) =>
    text.replace(/\d/g, (digit) => String.fromCodePoint(0xff10 + Number(digit))).replaceAll(".", "。");
  const groups = `${hex(a * 256 + b)}:${hex(c * 256 + d)}`;
  const inverted = `${hex((a * 256 + b) ^ 0xffff)}:${hex((c * 256 + d) ^ 0xffff)}`;
  const spellings: Record<string, string> = {
    plain: address,
    "final dot": `${address}.`,
    decimal: String(number),
    hex: `0x${hex(number, 8)}`,
    octal: octal(number),
    "hex parts": octets.map((octet) => `0x${hex(octet)}`).join("."),
    "octal parts": octets.map(octal).join("."),
    "mixed parts": `${a}.0x${hex(b)}.${octal(c)}.${d}`,
    "two parts": `${a}.${(b * 256 + c) * 256 + d}`,
    "three parts": `${a}.${b}.${c * 256 + d}`,
    "percent-encoded": address.replaceAll(".", "%2e"),
    "full width": wide(address),
    mapped: `[::ffff:${address}]`,
    "mapped in hex": `[::ffff:${groups}]`,
    "written out": `[0:0:0:0:0:ffff:${groups}]`,
    compatible: `[::${groups}]`,
    translated: `[::ffff:0:${groups}]`,
    NAT64: `[64:ff9b::${address}]`,
    "local NAT64": `[64:ff9b:1::${groups}]`,
    "6to4": `[2002:${groups}::1]`,
    "Teredo server": `[2001:0:${groups}:0:0:a2a1:28f1]`,
    "Teredo client": `[2001:0:5db8:d70e:0:0:${inverted}]`,
  };
  return Object.entries(spellings).map(([name, host]) => ({ what: `${address}, ${name}`, host }));
}

function inUrl(address: string): string {
  return address.includes(":") ? `[${address}]` : address;
}
