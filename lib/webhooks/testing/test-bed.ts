import { afterAll, afterEach, beforeAll } from "vitest";
import type { AttemptRequest } from "@/lib/webhooks/attempt-outcome";
import { createWebhookSender, type SenderSettings } from "@/lib/webhooks/http-attempt";
import { createAuthority } from "./certificates";
import { startDnsServer } from "./dns-server";
import { startRawReceiver, type RawReceiver } from "./raw-receiver";

/** Receivers, DNS servers and senders for one test file; whatever a test opened is closed after it. */
export function useTestBed() {
  const opened: { close: () => Promise<unknown> }[] = [];
  let authority: Awaited<ReturnType<typeof createAuthority>>;

  beforeAll(async () => {
    authority = await createAuthority();
  });

  afterAll(() => authority.forget());

  afterEach(async () => {
    for (const each of opened.splice(0).reverse()) await each.close();
  });

  function closeLater<Closable extends { close: () => Promise<unknown> }>(each: Closable): Closable {
    opened.push(each);
    return each;
  }

  return {
    authority: () => authority,
    closeLater,
    receiver: async (...args: Parameters<typeof startRawReceiver>) =>
      closeLater(await startRawReceiver(...args)),
    dnsServer: async (...args: Parameters<typeof startDnsServer>) =>
      closeLater(await startDnsServer(...args)),
    /** A sender that may reach loopback. */
    sender: (settings: Partial<SenderSettings> = {}) =>
      closeLater(
        createWebhookSender({
          userAgent: "Starwire-Webhooks/test",
          allowedNets: ["127.0.0.0/8"],
          dnsServers: [],
          testReceiver: () => null,
          ...settings,
        }),
      ),
  };
}

/** An unsigned attempt of an empty event. */
export function requestTo(to: RawReceiver | string, more: Partial<AttemptRequest> = {}): AttemptRequest {
  const url = typeof to === "string" ? to : `http://127.0.0.1:${to.port}/hook`;
  return { url, body: "{}", eventId: "evt_1", deliveryId: "dlv_7", attempt: 1, secrets: [], ...more };
}
