import { describe, expect, it } from "vitest";
import { addressesInHostsFile } from "./hosts-file";
import { createHostLookup } from "./lookup-host";
import { useTestBed } from "./testing/test-bed";

const bed = useTestBed();

describe("looking a host up", () => {
  it("asks for both families and gives IPv4 first", async () => {
    const dns = await bed.dnsServer(() => ["2606:4700::1111", "1.1.1.1", "1.0.0.1"]);
    const found = await createHostLookup([dns.address])("example.com");
    expect(found).toEqual({ ok: true, addresses: ["1.1.1.1", "1.0.0.1", "2606:4700::1111"] });
  });

  it("asks again each time, but once for all that ask at the same time", async () => {
    const dns = await bed.dnsServer(() => ["1.1.1.1"]);
    const lookup = createHostLookup([dns.address]);
    await Promise.all(Array.from({ length: 10 }, () => lookup("example.com")));
    expect(dns.asked).toEqual(["example.com"]);
    await lookup("example.com");
    expect(dns.asked).toHaveLength(2);
  });

  it("isn't held up by another name that hangs", async () => {
    const dns = await bed.dnsServer((name) => (name === "example.com" ? ["1.1.1.1"] : "silence"));
    const lookup = createHostLookup([dns.address]);
    const order: string[] = [];
    for (let at = 0; at < 20; at += 1) void lookup(`dead-${at}.example`).then(() => order.push("dead"));
    await lookup("example.com").then(() => order.push("alive"));
    expect(order).toEqual(["alive"]);
  });

  it("tells a name that doesn't exist from a server that doesn't answer", async () => {
    const dns = await bed.dnsServer((name) => (name.startsWith("no") ? "nxdomain" : "servfail"));
    const lookup = createHostLookup([dns.address]);
    expect(await lookup("no.example.com")).toEqual({ ok: false, reason: "not_found" });
    expect(await lookup("broken.example.com")).toEqual({ ok: false, reason: "unavailable" });
    expect(await lookup(`${"x".repeat(64)}.example.com`)).toEqual({ ok: false, reason: "not_found" });
  });

  it("knows addresses and localhost by itself", async () => {
    const dns = await bed.dnsServer(() => ["6.6.6.6"]);
    const lookup = createHostLookup([dns.address]);
    expect(await lookup("10.0.0.5")).toEqual({ ok: true, addresses: ["10.0.0.5"] });
    expect(await lookup("::1")).toEqual({ ok: true, addresses: ["::1"] });
    for (const name of ["localhost", "a.localhost"]) {
      expect(await lookup(name)).toEqual({ ok: true, addresses: ["127.0.0.1", "::1"] });
    }
    expect(dns.asked).toEqual([]);
  });
});

describe("a hosts file", () => {
  const text =
    "# local\n127.0.0.1\tlocalhost\n\nfd00::7  db.internal DB # the database\n10.0.0.7 db.internal\nbroken db.internal\n";

  it("gives a name its addresses, IPv4 first", () => {
    expect(addressesInHostsFile(text, "db.internal")).toEqual(["10.0.0.7", "fd00::7"]);
    expect(addressesInHostsFile(text, "db")).toEqual(["fd00::7"]);
    expect(addressesInHostsFile(text, "internal")).toEqual([]);
    expect(addressesInHostsFile("", "db")).toEqual([]);
  });
});
