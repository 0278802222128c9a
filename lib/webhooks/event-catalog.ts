import type { z } from "zod";
import { messagePayload, messageSample, type MessagePayload } from "@/lib/webhooks/message-payload";
import { reviewPayload, reviewSample, type ReviewPayload } from "@/lib/webhooks/review-payload";

type CatalogEntry<Data> = {
  /** When it fires, in the words of the settings page. */
  description: string;
  schema: z.ZodType<Data>;
  sample: {
    data: Data;
    changes: string[] | null;
    previous: Record<string, unknown> | null;
    reason: string | null;
  };
};

const submitted: ReviewPayload = {
  ...reviewSample,
  revision: 2,
  body: "Lovely bread, and the staff remembered my order.",
  status: "submitted",
  submitted_at: "2026-11-23T08:34:31.804Z",
  updated_at: "2026-11-23T08:34:31.804Z",
};

const sent: MessagePayload = {
  ...messageSample,
  revision: 2,
  status: "sent",
  sent_at: "2026-11-23T08:30:01.250Z",
  updated_at: "2026-11-23T08:30:01.250Z",
};

/** The one list of event types. Types, schemas, check boxes, samples and tests derive from it. */
export const EVENT_CATALOG = {
  "review-created": {
    description: "A customer submits a rating or review (including when they first click a rating link).",
    schema: reviewPayload,
    sample: { data: reviewSample, changes: null, previous: null, reason: null },
  },
  "review-updated": {
    description: "An existing review is updated (for example, the customer adds or edits their feedback).",
    schema: reviewPayload,
    sample: {
      data: submitted,
      changes: ["body", "status", "submitted_at"],
      previous: { body: null, status: "rated", submitted_at: null },
      reason: null,
    },
  },
  "review-deleted": {
    description: "A review is removed.",
    schema: reviewPayload,
    sample: {
      data: {
        ...submitted,
        revision: 3,
        deleted_at: "2026-11-24T09:02:11.400Z",
        updated_at: "2026-11-24T09:02:11.400Z",
      },
      changes: null,
      previous: null,
      reason: "deleted_by_user",
    },
  },
  "message-created": {
    description: "A review request message is created or scheduled.",
    schema: messagePayload,
    sample: { data: messageSample, changes: null, previous: null, reason: null },
  },
  "message-updated": {
    description: "A message is updated (for example, when it is sent or delivered).",
    schema: messagePayload,
    sample: {
      data: sent,
      changes: ["status", "sent_at"],
      previous: { status: "scheduled", sent_at: null },
      reason: null,
    },
  },
  "message-deleted": {
    description: "A message is removed or canceled.",
    schema: messagePayload,
    sample: {
      data: {
        ...messageSample,
        revision: 2,
        status: "canceled",
        canceled_at: "2026-11-23T08:29:10.000Z",
        deleted_at: "2026-11-23T08:29:10.000Z",
        updated_at: "2026-11-23T08:29:10.000Z",
      },
      changes: null,
      previous: null,
      reason: "canceled_by_user",
    },
  },
} as const satisfies Record<string, CatalogEntry<ReviewPayload> | CatalogEntry<MessagePayload>>;

export type EventType = keyof typeof EVENT_CATALOG;

/** The six event types in the order of the settings page. */
export const EVENT_TYPES = Object.keys(EVENT_CATALOG) as EventType[];
