import { z } from "zod";
import { EVENT_TYPES } from "@/lib/webhooks/event-catalog";
import { parseWebhookUrl, WEBHOOK_URL_ERRORS } from "@/lib/webhooks/webhook-url";

export const WEBHOOKS_MAX = 50;

/** Missed events beyond this are not counted one by one. */
export const MISSED_COUNT_MAX = 10_000;

export const webhookId = z.string().min(1).max(40);

const URL_META = { description: "https://…, at most 2,048 characters" };

/** A webhook's URL as people type it; its output is the URL as stored. */
export const webhookUrl = z
  .string(WEBHOOK_URL_ERRORS.missing)
  .meta(URL_META)
  .transform((text, context) => {
    const parsed = parseWebhookUrl(text);
    if (parsed.ok) return parsed.value.url;
    context.addIssue({ code: "custom", message: WEBHOOK_URL_ERRORS[parsed.error] });
    return z.NEVER;
  });

/** Chosen event types, in the catalogue's order. `alsoLater`: event types added later come as well; only when all are chosen. */
export const chosenEvents = z
  .object({
    types: z
      .array(z.enum(EVENT_TYPES, "This event type doesn't exist."))
      .min(1, "Choose at least one event type.")
      .transform((types) => EVENT_TYPES.filter((type) => types.includes(type))),
    alsoLater: z.boolean(),
  })
  .refine(({ types, alsoLater }) => !alsoLater || types.length === EVENT_TYPES.length, {
    message: "Event types added later come only together with all of today's.",
    path: ["alsoLater"],
  });

/** Chosen event types as programs send them; null = all, also types added later. */
export const eventTypesInput = z
  .array(z.enum(EVENT_TYPES, "This event type doesn't exist."))
  .min(1, "Choose at least one event type.")
  .transform((types) => EVENT_TYPES.filter((type) => types.includes(type)))
  .nullable();

export const createWebhookInput = z.object({ url: webhookUrl });

/** What the edit dialog holds. */
export const webhookForm = z.object({ url: webhookUrl, events: chosenEvents });

/** What changed; the rest stays as it is, so that two people's edits of different parts both hold. */
export const editWebhookInput = z.object({
  webhookId,
  url: webhookUrl.optional(),
  events: chosenEvents.optional(),
});

export const switchWebhookInput = z.object({ webhookId, isOn: z.boolean() });

export const noInput = z.object({});

export const oneWebhookInput = z.object({ webhookId });

export const sendTestEventInput = z.object({ webhookId, eventType: z.enum(EVENT_TYPES).optional() });

/** 18 digits always fit into the database's 64 bits. */
export const oneDeliveryInput = z.object({ deliveryId: z.string().regex(/^\d{1,18}$/) });

export type EditWebhookInput = z.output<typeof editWebhookInput>;
