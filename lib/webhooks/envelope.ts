import type { EventType } from "@/lib/webhooks/event-catalog";
import type { MessagePayload } from "@/lib/webhooks/message-payload";
import type { ReviewPayload } from "@/lib/webhooks/review-payload";

export type EnvelopeInput = {
  id: string;
  type: EventType;
  createdAt: Date;
  isTest: boolean;
  project: { id: string; name: string; slug: string };
  data: ReviewPayload | MessagePayload;
  /** Names of the fields of `data` that changed; null unless the type is an update. */
  changes: readonly string[] | null;
  /** Their old values; null unless the type is an update. */
  previous: Readonly<Record<string, unknown>> | null;
  /** Why, on deletes; otherwise null. */
  reason: string | null;
};

/** The exact bytes to sign and send: built once when the event is recorded, stored, sent again as they are. */
export function buildEnvelope(input: EnvelopeInput): string {
  return JSON.stringify({
    id: input.id,
    type: input.type,
    version: 1,
    created_at: input.createdAt.toISOString(),
    test: input.isTest,
    project: { id: input.project.id, name: input.project.name, slug: input.project.slug },
    data: input.data,
    changes: input.changes,
    previous: input.previous,
    reason: input.reason,
  });
}
