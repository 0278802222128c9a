import type { Tx } from "@/lib/db/client";
import { createMessageRenderer } from "@/lib/messages/content/message-renderer";
import { type MessageSettings, readMessageSettings } from "@/lib/messages/settings/read-message-settings";
import type { SnapshotProject } from "@/lib/reviews/review-snapshot";

/** What the messages of a project are written with: loaded once, outside of any lock, for one message or thousands. */
export type MessageWriter = {
  project: SnapshotProject & { timezone: string; defaultCountry: string };
  settings: MessageSettings;
  /** Null: links have no end. */
  linkExpiryDays: number | null;
  render: Awaited<ReturnType<typeof createMessageRenderer>>;
};

/** Loads what a project's messages are written with. */
export async function loadMessageWriter(client: Tx, projectId: string): Promise<MessageWriter> {
  const { reviewPage, ...project } = await client.project.findUniqueOrThrow({
    where: { id: projectId },
    select: {
      id: true,
      name: true,
      slug: true,
      timezone: true,
      defaultCountry: true,
      reviewPage: { select: { linkExpiryDays: true } },
    },
  });
  return {
    project,
    settings: await readMessageSettings(client, projectId),
    linkExpiryDays: reviewPage?.linkExpiryDays ?? null,
    render: await createMessageRenderer(client, projectId),
  };
}
