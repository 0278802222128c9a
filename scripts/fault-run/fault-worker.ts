import { setTimeout as sleep } from "node:timers/promises";
import { z } from "zod";
import { createWebhookSender } from "@/lib/webhooks/http-attempt";
import { LANE_QUOTAS } from "@/lib/webhooks/lane/claim-lanes";
import { serveLane } from "@/lib/webhooks/lane/serve-lane";
import { startRelay } from "@/lib/webhooks/relay/relay";
import {
  FAULT_ATTEMPT_TIMEOUT_MS,
  FAULT_DELAYS_SECONDS,
  FAULT_TIMING,
} from "@/scripts/fault-run/fault-timing";
import { seededRandom } from "@/scripts/fault-run/seeded-random";

/** A delivering process whose wakes get lost, doubled and delayed. Its name is in the user agent of its requests. */
const { name, seed } = z
  .object({ name: z.string(), seed: z.number() })
  .parse(JSON.parse(process.argv[2] ?? "{}"));

const random = seededRandom(seed);
const tools = {
  sender: createWebhookSender({
    userAgent: name,
    allowedNets: ["127.0.0.0/8"],
    dnsServers: [],
    testReceiver: () => null,
    totalTimeoutMs: FAULT_ATTEMPT_TIMEOUT_MS,
  }),
  timing: FAULT_TIMING,
  delaysSeconds: FAULT_DELAYS_SECONDS,
  thresholds: {
    disableAfterHours: 1e6,
    disableAfterHoursNeverSucceeded: 1e6,
    minAttempts: 1e6,
    minEvents: 1e6,
    minSpanHours: 1e6,
    noticeAfterHours: [],
  },
  stopping: new AbortController().signal,
  random,
  runId: null,
};

async function deliverWake(wake: { webhookId: string; token: string }): Promise<void> {
  const fate = random();
  if (fate < 0.05) return;
  if (fate < 0.2) await sleep(random() * 400);
  const copies = fate > 0.89 ? 2 : 1;
  const results = await Promise.all(
    Array.from({ length: copies }, async () => {
      const { result } = await serveLane(wake, tools);
      if (result === "lost") process.send?.({ lostAtMs: Date.now() });
      return result;
    }),
  );
  if (results.filter((result) => result !== "stale").length > 1) process.send?.({ openedTwice: wake.token });
}

startRelay({
  timing: FAULT_TIMING,
  quotas: LANE_QUOTAS,
  startRuns: async (lanes) => {
    for (const { webhookId, token } of lanes) void deliverWake({ webhookId, token });
  },
});
process.send?.("ready");
