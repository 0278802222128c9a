import { setTimeout as sleep } from "node:timers/promises";
import { db } from "@/lib/db/client";
import { closeMessageDrivers } from "@/lib/messages/drivers/message-drivers";
import { sendMessage } from "@/lib/messages/sending/send-message";
import { SEND_TOOLS } from "@/lib/messages/sending/send-tools";
import { failDeadSenders } from "@/lib/messages/sending/sweep-messages";
import { AT_ONCE, LEASE_MS } from "@/scripts/send-run/send-run-settings";

/** A process that sends whatever is due, until it is killed or told to stop. */
const tools = { ...SEND_TOOLS, leaseMs: LEASE_MS };
const ids: string[] = [];
let isStopping = false;

async function sendOneAfterAnother(): Promise<void> {
  while (!isStopping) {
    const id = ids.shift();
    if (id === undefined) await sleep(20);
    else await sendMessage(id, tools);
  }
}

async function lookForWork(): Promise<void> {
  while (!isStopping) {
    if (ids.length === 0) {
      // At random, so that two workers seldom stand in line for the same ones.
      const due = await db.$queryRaw<{ id: string }[]>`
        select id from message where status = 'scheduled' and due_at <= now() order by random() limit 40`;
      ids.push(...due.map(({ id }) => id));
    }
    await failDeadSenders();
    await sleep(50);
  }
}

process.once("message", () => {
  isStopping = true;
});
process.send?.("ready");
await Promise.all([lookForWork(), ...Array.from({ length: AT_ONCE }, sendOneAfterAnother)]);
await closeMessageDrivers();
process.exit(0);
