import { z } from "zod";
import type { Access } from "@/lib/auth/access";
import { AppError } from "@/lib/errors";
import { EVENT_TYPES } from "@/lib/webhooks/event-catalog";
import { readWebhookItems, type WebhookItem } from "@/lib/webhooks/queries/webhook-items";

const time = z.iso.datetime({ precision: 3 });

/** A webhook as the API answers it. */
export const webhookAnswer = z
  .object({
    object: z.literal("webhook"),
    id: z.string(),
    url: z.string(),
    is_on: z.boolean(),
    event_types: z
      .array(z.enum(EVENT_TYPES))
      .nullable()
      .describe("Null: all event types, also types added later"),
    off_since: time.nullable(),
    off_reason: z.enum(["switched_off", "failing", "gone"]).nullable(),
    failing_since: time.nullable().describe("Of the first failed attempt since the last success"),
    failed_attempts: z.int(),
    last_failure: z.string().nullable(),
    last_success_at: time.nullable(),
    turns_off_at: time.nullable().describe("When it would be turned off if nothing succeeds"),
    undecided_events: z
      .int()
      .describe("Events that happened while it was off, about which nobody has decided"),
  })
  .meta({ id: "Webhook" });

export type WebhookAnswer = z.input<typeof webhookAnswer>;

/** The project's webhooks, newest first. */
export async function listWebhookAnswers({ projectId }: Access): Promise<WebhookAnswer[]> {
  return (await readWebhookItems(projectId)).map(show);
}

/** @throws AppError `not_found`, also for a deleted one. */
export async function getWebhookAnswer({ projectId }: Access, id: string): Promise<WebhookAnswer> {
  const [webhook] = await readWebhookItems(projectId, id);
  if (!webhook) throw new AppError("not_found");
  return show(webhook);
}

function show({ health, ...webhook }: WebhookItem): WebhookAnswer {
  return {
    object: "webhook",
    id: webhook.id,
    url: webhook.url,
    is_on: webhook.isOn,
    event_types: webhook.allEventTypes ? null : webhook.eventTypes,
    off_since: health.offSince?.toISOString() ?? null,
    off_reason: health.offReason,
    failing_since: health.firstFailureAt?.toISOString() ?? null,
    failed_attempts: health.failedAttempts,
    last_failure: health.lastFailure,
    last_success_at: health.lastSuccessAt?.toISOString() ?? null,
    turns_off_at: health.turnsOffAt?.toISOString() ?? null,
    undecided_events: webhook.undecidedCount,
  };
}
