import type { Tx } from "@/lib/db/client";
import { insertRows } from "@/lib/db/insert-rows";
import type { MessageDraft } from "@/lib/messages/draft-message";
import { messageSnapshot } from "@/lib/messages/message-snapshot";
import type { SnapshotProject } from "@/lib/reviews/review-snapshot";
import { recordEvents } from "@/lib/webhooks/record-events";

/** Stores messages with their content and links, and records `message-created` for each. Inside `withEvents`. */
export async function insertMessages(
  tx: Tx,
  { id, name, slug }: SnapshotProject,
  drafts: MessageDraft[],
): Promise<void> {
  const project = { id, name, slug };
  const of = <Part extends keyof MessageDraft>(part: Part) => drafts.map((draft) => draft[part]);
  await insertRows(tx, "message", of("message"));
  await insertRows(tx, "message_content", of("content"));
  await insertRows(tx, "rating_link", of("link"));
  const events = drafts.map(({ message, customer }) => ({
    project,
    type: "message-created" as const,
    data: messageSnapshot({ project, customer }, message),
  }));
  await recordEvents(tx, id, events);
}
