import { describe, expect, it } from "vitest";
import { createAddressRules } from "./address-rules";
import { checkWebhookAddress } from "./check-webhook-address";
import { createHostLookup } from "./lookup-host";
import { useTestBed } from "./testing/test-bed";
import type { DnsAnswer } from "./testing/dns-server";
import { parseWebhookUrl } from "./webhook-url";

const bed = useTestBed();

async function check(
  url: string,
  answer: DnsAnswer = "nxdomain",
  { allowedNets = [] as string[], exemptOrigin = "" } = {},
) {
  const dns = await bed.dnsServer(() => answer);
  const parsed = parseWebhookUrl(url);
  if (!parsed.ok) throw new Error(parsed.error);
  return checkWebhookAddress(parsed.value, {
    lookup: createHostLookup([dns.address]),
    rules: createAddressRules(allowedNets),
    exemptOrigin: exemptOrigin || null,
  });
}

describe("a URL about to be saved", () => {
  it.each<[string, DnsAnswer, string]>([
    ["https://10.0.0.5/x", "nxdomain", "10.0.0.5"],
    ["https://2130706433/x", "nxdomain", "127.0.0.1"],
    ["https://[::ffff:10.0.0.5]/x", "nxdomain", "10.0.0.5"],
    ["https://localhost/x", "nxdomain", "localhost"],
    ["https://api.localhost:3000/x", "nxdomain", "api.localhost"],
    ["https://db.example.com/x", ["10.0.0.5"], "db.example.com (10.0.0.5)"],
    ["https://db.example.com/x", ["1.1.1.1", "10.0.0.5"], "db.example.com (10.0.0.5)"],
  ])("is refused when it is private: %s with %j", async (url, dns, subject) => {
    expect(await check(url, dns)).toBe(`This address is private and can't be reached from here: ${subject}.`);
  });

  it.each<[string, DnsAnswer]>([
    ["is public", ["1.1.1.1", "2606:4700::1111"]],
    ["doesn't exist yet", "nxdomain"],
    ["can't be looked up", "servfail"],
    ["isn't resolved within a second", "silence"],
  ])("is accepted when its name %s", async (_what, dns) => {
    expect(await check("https://hooks.example.com/x", dns)).toBeNull();
  });

  it("is accepted in a network that the operator allows", async () => {
    expect(await check("https://10.0.0.5/x", "nxdomain", { allowedNets: ["10.0.0.0/8"] })).toBeNull();
    expect(await check("https://127.0.0.1/x", "nxdomain", { allowedNets: ["10.0.0.0/8"] })).not.toBeNull();
  });

  it("is accepted at the test receiver's origin, and at no other port or name of its host", async () => {
    const exemptOrigin = "https://localhost:3443";
    expect(await check("https://LOCALHOST:3443/hooks/demo", "nxdomain", { exemptOrigin })).toBeNull();
    for (const url of ["https://localhost/", "https://localhost:3444/", "https://127.0.0.1:3443/"]) {
      expect(await check(url, "nxdomain", { exemptOrigin })).toMatch(/^This address is private/);
    }
  });
});
