import { sql } from "@/lib/db/sql";

/** Notes that a delivery is about to be sent by a careful holder; recording its outcome takes the note back. */
export async function markSuspect(deliveryId: string): Promise<void> {
  await sql("update delivery set crashes = crashes + 1 where id = $1", [deliveryId]);
}
