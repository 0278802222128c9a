import type { Tx } from "@/lib/db/client";
import { insertRows } from "@/lib/db/insert-rows";
import { insertMessages } from "@/lib/messages/insert-messages";
import type { RequestDraft } from "@/lib/requests/draft-request";
import type { SnapshotProject } from "@/lib/reviews/review-snapshot";

/** Stores requests with all their messages, links and events. Inside `withEvents`, under the locks of their customers. */
export async function insertRequests(
  tx: Tx,
  project: SnapshotProject,
  drafts: RequestDraft[],
): Promise<void> {
  if (drafts.length === 0) return;
  await insertRows(
    tx,
    "request",
    drafts.map(({ request }) => request),
  );
  await insertMessages(
    tx,
    project,
    drafts.flatMap(({ messages }) => messages),
  );
}
