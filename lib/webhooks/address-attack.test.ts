import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { createAddressRules } from "./address-rules";
import type { WebhookSender } from "./attempt-outcome";
import { checkWebhookAddress } from "./check-webhook-address";
import { createWebhookSender } from "./http-attempt";
import { createHostLookup } from "./lookup-host";
import { createAuthority } from "./testing/certificates";
import { startDnsServer, type DnsAnswer } from "./testing/dns-server";
import { privateTargets } from "./testing/private-targets";
import { answer, startRawReceiver, type RawReceiver } from "./testing/raw-receiver";
import { parseWebhookUrl } from "./webhook-url";

const PUBLIC = "93.184.215.14";
const REBINDING = "rebinding.example.com";
const targets = privateTargets();
const names = new Map<string, DnsAnswer>(
  targets.flatMap(({ host, dns }) =>
    dns ? [[new URL(`https://${host}`).hostname.replace(/\.$/, ""), dns]] : [],
  ),
);

let authority: Awaited<ReturnType<typeof createAuthority>>;
let dns: Awaited<ReturnType<typeof startDnsServer>>;
let victim: RawReceiver;
let tlsReceiver: RawReceiver;
let redirectTo = "";
let sender: WebhookSender;
let reachesVictim: WebhookSender;

const rules = createAddressRules([]);
const checkAtSave = (url: string) => {
  const parsed = parseWebhookUrl(url);
  if (!parsed.ok) throw new Error(parsed.error);
  return checkWebhookAddress(parsed.value, {
    lookup: createHostLookup([dns.address]),
    rules,
    exemptOrigin: null,
  });
};
const attempt = (through: WebhookSender, url: string) =>
  through.send({ url, body: "{}", eventId: "evt_1", deliveryId: "dlv_1", attempt: 1, secrets: [] });
const storedUrl = (url: string) => {
  const parsed = parseWebhookUrl(url);
  return parsed.ok ? parsed.value.url : url;
};

beforeAll(async () => {
  authority = await createAuthority();
  const tls = await authority.issue();
  dns = await startDnsServer((name) => names.get(name) ?? "nxdomain");
  victim = await startRawReceiver((socket) => socket.write(answer("200 OK")), { everywhere: true });
  tlsReceiver = await startRawReceiver(
    (socket) => socket.write(answer("302 Found", { location: redirectTo })),
    { tls },
  );
  const common = { userAgent: "test", dnsServers: [dns.address] };
  const testReceiver = () => ({ origin: `https://localhost:${tlsReceiver.port}`, caPath: authority.caPath });
  sender = createWebhookSender({ ...common, allowedNets: [], testReceiver });
  reachesVictim = createWebhookSender({
    ...common,
    allowedNets: ["127.0.0.0/8", "::1/128"],
    testReceiver: () => null,
  });
});

afterAll(async () => {
  await sender.close();
  await reachesVictim.close();
  await victim.close();
  await tlsReceiver.close();
  await dns.close();
  authority.forget();
});

describe("private addresses", () => {
  it("are tried in at least 150 ways", () => {
    expect(new Set(targets.map(({ host }) => host)).size).toBeGreaterThanOrEqual(150);
  });

  it.each(targets)("$what: $host is refused at save and at every attempt", async ({ host }) => {
    const url = `https://${host}:${victim.port}/hook`;
    expect(await checkAtSave(url)).toMatch(/^This address is private and can't be reached from here: .+\.$/);
    const outcome = await attempt(sender, storedUrl(url));
    expect(outcome).toMatchObject({
      kind: "failed",
      fault: "receiver",
      remoteAddress: null,
      statusCode: null,
    });
    expect(outcome.error?.code).toBe("address_refused");
    const withoutTls = await attempt(sender, storedUrl(url).replace("https:", "http:"));
    expect(withoutTls.error?.code).toBe("address_refused");
    expect(victim.connections()).toBe(0);
  });

  it("are refused when a name that was public at save has become private, and again when it is private now and then", async () => {
    names.set(REBINDING, [PUBLIC]);
    expect(await checkAtSave(`https://${REBINDING}/hook`)).toBeNull();
    names.set(REBINDING, ["127.0.0.1"]);
    const url = `http://${REBINDING}:${victim.port}/hook`;
    const asked = dns.asked.length;
    expect((await attempt(sender, url)).error).toEqual({
      code: "address_refused",
      sentence: `${REBINDING} is at the private address 127.0.0.1, so nothing was sent`,
      advice:
        "use an address that the internet can reach, or have your operator allow it in WEBHOOK_ALLOWED_NETS",
    });
    expect((await attempt(sender, url)).error?.code).toBe("address_refused");
    expect(dns.asked.length).toBe(asked + 2);
    expect(victim.connections()).toBe(0);
  });

  it.each(["http", "https"])("are not reached by redirects to %s", async (scheme) => {
    for (const host of ["127.0.0.1", "localhost", "[::1]", "[::ffff:127.0.0.1]", "2130706433"]) {
      redirectTo = `${scheme}://${host}:${victim.port}/inside`;
      const outcome = await attempt(sender, `https://localhost:${tlsReceiver.port}/hook`);
      expect(outcome).toMatchObject({
        kind: "failed",
        statusCode: 302,
        redirectTo: new URL(redirectTo).href,
      });
    }
    expect(victim.connections()).toBe(0);
  });

  it("are not reached by a proxy in the environment", async () => {
    for (const name of ["HTTP_PROXY", "HTTPS_PROXY", "ALL_PROXY", "http_proxy", "https_proxy", "all_proxy"]) {
      vi.stubEnv(name, `http://127.0.0.1:${victim.port}`);
    }
    vi.stubEnv("NODE_USE_ENV_PROXY", "1");
    await attempt(sender, `https://localhost:${tlsReceiver.port}/hook`);
    vi.unstubAllEnvs();
    expect(victim.connections()).toBe(0);
  });

  it("other than the test receiver's origin stay refused on its host", async () => {
    for (const url of [`https://localhost:${victim.port}/`, `http://localhost:${tlsReceiver.port}/`]) {
      expect((await attempt(sender, url)).error?.code).toBe("address_refused");
    }
    expect(victim.connections()).toBe(0);
  });

  it("are reached by the same sender where its operator allows them, so that the zero above means something", async () => {
    names.set(REBINDING, ["127.0.0.1"]);
    for (const host of ["127.0.0.1", "localhost", REBINDING]) {
      const url = `http://${host}:${victim.port}/hook`;
      expect((await attempt(reachesVictim, url)).kind).toBe("delivered");
    }
    expect(victim.connections()).toBe(3);
  });
});
