import { setTimeout as sleep } from "node:timers/promises";
import { pick } from "@/scripts/fault-run/seeded-random";
import { type Reply, startTestReceiver } from "@/lib/webhooks/testing/test-receiver";

const MODES = ["well", "well", "slow", "failing", "flaky", "busy", "hanging"] as const;
type Mode = (typeof MODES)[number];

/** One receiver with a path per webhook, whose mood changes: well, slow, failing, flaky, 429 with Retry-After, hanging. */
export async function startFaultReceiver(random: () => number) {
  const modes = new Map<string, Mode>();
  let isCalm = false;
  const receiver = await startTestReceiver(async ({ path }): Promise<Reply> => {
    switch (isCalm ? "well" : (modes.get(moodOf(path)) ?? "well")) {
      case "slow":
        await sleep(random() * 60);
        return 204;
      case "failing":
        return 500;
      case "flaky":
        return random() < 0.4 ? 503 : 200;
      case "busy":
        return { status: 429, headers: { "retry-after": "0" } };
      case "hanging":
        return random() < 0.5 ? "hang" : 200;
      case "well":
        return 200;
    }
  });
  return {
    ...receiver,
    changeMood(webhook: string): void {
      modes.set(webhook, pick(random, MODES));
    },
    /** From now on everything is answered well. */
    calm(): void {
      isCalm = true;
    },
  };
}

/** `/<webhook>/<version of its URL>` */
function moodOf(path: string): string {
  return path.split("/")[1] ?? "";
}

export type FaultReceiver = Awaited<ReturnType<typeof startFaultReceiver>>;
