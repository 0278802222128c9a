import { z } from "zod";
import { operation } from "@/lib/api/operation";
import { getWebhookAnswer, listWebhookAnswers, webhookAnswer } from "@/lib/api/webhook-answer";
import { createWebhook } from "@/lib/webhooks/commands/create-webhook";
import { deleteWebhook } from "@/lib/webhooks/commands/delete-webhook";
import { patchWebhook } from "@/lib/webhooks/commands/patch-webhook";
import { rotateSecret } from "@/lib/webhooks/commands/rotate-secret";
import { sendTestEvent } from "@/lib/webhooks/commands/send-test-event";
import { EVENT_TYPES } from "@/lib/webhooks/event-catalog";
import { eventTypesInput, webhookUrl } from "@/lib/webhooks/schema";

const tag = "Webhooks";
const permission = "manage_api";

const secret = z.string().describe("`whsec_…`: verify signatures with it");

/** The chosen types of an input as commands take them; null = all, also types added later. */
function chosen(types: z.output<typeof eventTypesInput>) {
  return types === null ? { types: [...EVENT_TYPES], alsoLater: true } : { types, alsoLater: false };
}

export const webhookOperations = [
  operation({
    method: "GET",
    path: "/webhooks",
    id: "listWebhooks",
    tag,
    summary: "List webhooks, newest first",
    description: "All of them: a project has at most 50.",
    permission,
    status: 200,
    answer: z.object({ data: z.array(webhookAnswer) }),
    handle: async (access) => ({ data: await listWebhookAnswers(access) }),
  }),
  operation({
    method: "POST",
    path: "/webhooks",
    id: "createWebhook",
    tag,
    summary: "Create a webhook",
    description: "It is on at once, and receives all events unless `event_types` says which.",
    permission,
    body: z.object({ url: webhookUrl, eventTypes: eventTypesInput.default(null) }),
    status: 201,
    answer: webhookAnswer.extend({ secret }),
    errors: ["webhook_limit"],
    async handle(access, { body }) {
      const created = await createWebhook(access, body);
      return { ...(await getWebhookAnswer(access, created.id)), secret: created.secret };
    },
  }),
  operation({
    method: "GET",
    path: "/webhooks/{id}",
    id: "getWebhook",
    tag,
    summary: "Get a webhook",
    permission,
    status: 200,
    answer: webhookAnswer,
    handle: (access, { params }) => getWebhookAnswer(access, params["id"] ?? ""),
  }),
  operation({
    method: "PATCH",
    path: "/webhooks/{id}",
    id: "updateWebhook",
    tag,
    summary: "Change a webhook's URL or event types, or switch it on or off",
    description:
      "What isn't given stays as it is. `held` decides about the events that happened while it was off, after it is on. All of it happens, or nothing.",
    permission,
    body: z.object({
      url: webhookUrl.optional(),
      eventTypes: eventTypesInput.optional(),
      isOn: z.boolean().optional(),
      held: z.enum(["send", "skip"]).optional(),
    }),
    status: 200,
    answer: webhookAnswer,
    errors: ["webhook_is_off"],
    async handle(access, { params, body }) {
      const { eventTypes, ...patch } = body;
      const webhookId = params["id"] ?? "";
      const events = eventTypes === undefined ? undefined : chosen(eventTypes);
      await patchWebhook(access, { ...patch, webhookId, events });
      return getWebhookAnswer(access, webhookId);
    },
  }),
  operation({
    method: "DELETE",
    path: "/webhooks/{id}",
    id: "deleteWebhook",
    tag,
    summary: "Delete a webhook",
    permission,
    status: 204,
    handle: (access, { params }) => deleteWebhook(access, { webhookId: params["id"] ?? "" }),
  }),
  operation({
    method: "POST",
    path: "/webhooks/{id}/test",
    id: "sendTestEvent",
    tag,
    summary: "Send a test event to this webhook alone",
    description: "The sample of its event type, with `test: true`.",
    permission,
    body: z.object({ eventType: z.enum(EVENT_TYPES, "This event type doesn't exist.").optional() }),
    status: 202,
    answer: z.object({ delivery_id: z.string(), event_id: z.string() }),
    errors: ["webhook_is_off"],
    async handle(access, { params, body }) {
      const sent = await sendTestEvent(access, { webhookId: params["id"] ?? "", eventType: body.eventType });
      return { delivery_id: `dlv_${sent.deliveryId}`, event_id: sent.eventId };
    },
  }),
  operation({
    method: "POST",
    path: "/webhooks/{id}/rotate-secret",
    id: "rotateSecret",
    tag,
    summary: "Make a new signing secret",
    description: "For 24 hours requests carry a signature of each.",
    permission,
    status: 200,
    answer: z.object({ secret, previous_until: z.iso.datetime({ precision: 3 }) }),
    async handle(access, { params }) {
      const rotated = await rotateSecret(access, { webhookId: params["id"] ?? "" });
      return { secret: rotated.secret, previous_until: rotated.previousUntil.toISOString() };
    },
  }),
];
