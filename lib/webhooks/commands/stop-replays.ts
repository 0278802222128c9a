import type { Tx } from "@/lib/db/client";

/** Ends the replays of a webhook that goes off or is deleted: being on again later, it isn't sent what is left of them. */
export async function stopReplays(tx: Tx, webhookId: string): Promise<void> {
  await tx.$executeRaw`
    update replay set status = 'stopped', updated_at = now(), ended_at = now()
    where webhook_id = ${webhookId} and status = 'running'`;
}
