import { z } from "zod";
import { operation } from "@/lib/api/operation";
import { pageAnswer } from "@/lib/api/page";
import { resendDelivery } from "@/lib/webhooks/commands/resend-delivery";
import { deliveryFilters } from "@/lib/webhooks/delivery-filters";
import { EVENT_TYPES } from "@/lib/webhooks/event-catalog";
import { getDelivery } from "@/lib/webhooks/queries/get-delivery";
import { type DeliveryItem, listDeliveries } from "@/lib/webhooks/queries/list-deliveries";
import { AppError } from "@/lib/errors";

const tag = "Deliveries";
const permission = "manage_api";
const time = z.iso.datetime({ precision: 3 });

const stateFields = {
  object: z.literal("delivery"),
  id: z.string(),
  event_id: z.string(),
  webhook_id: z.string(),
  event_type: z.enum(EVENT_TYPES),
  resource_id: z.string().describe("Of the review or message"),
  status: z.enum(["waiting", "delivered", "failed", "canceled", "held"]),
  end_reason: z.string().nullable().describe("Why it ended without being sent"),
  is_test: z.boolean(),
  is_again: z.boolean().describe("Made by a resend or replay"),
  next_attempt_at: time.nullable(),
  created_at: time,
};

const deliveryAnswer = z
  .object({
    ...stateFields,
    attempts: z.int(),
    last_status_code: z.int().nullable(),
    last_error: z.string().nullable(),
  })
  .meta({ id: "Delivery" });

type DeliveryState = Omit<DeliveryItem, "attempts" | "lastAnswer">;

function showState(delivery: DeliveryState) {
  return {
    object: "delivery" as const,
    id: `dlv_${delivery.id}`,
    event_id: delivery.eventId,
    webhook_id: delivery.webhookId,
    event_type: z.enum(EVENT_TYPES).parse(delivery.eventType),
    resource_id: delivery.resourceId,
    status: delivery.status,
    end_reason: delivery.endReason,
    is_test: delivery.isTest,
    is_again: delivery.isAgain,
    next_attempt_at: delivery.nextAttemptAt?.toISOString() ?? null,
    created_at: delivery.createdAt.toISOString(),
  };
}

function show(delivery: DeliveryItem): z.input<typeof deliveryAnswer> {
  return {
    ...showState(delivery),
    attempts: delivery.attempts,
    last_status_code: delivery.lastAnswer?.statusCode ?? null,
    last_error: delivery.lastAnswer?.error ?? null,
  };
}

/** `dlv_123` → `123`. @throws AppError `not_found` for what can't be an id */
function deliveryId(id: string | undefined): string {
  const [, digits] = /^dlv_(\d{1,18})$/.exec(id ?? "") ?? [];
  if (!digits) throw new AppError("not_found");
  return digits;
}

const attemptAnswer = z.object({
  number: z.int(),
  url: z.string(),
  started_at: time,
  duration_ms: z.int(),
  first_byte_ms: z.int().nullable(),
  status_code: z.int().nullable(),
  error: z.string().nullable(),
  advice: z.string().nullable().describe("What to do about the error"),
  is_our_fault: z.boolean().describe("True when the failure was on Starwire's side: retried and not counted"),
  request_headers: z.record(z.string(), z.string()),
  response_headers: z.record(z.string(), z.string()),
  response_body: z.string().nullable().describe("The first 64 KB"),
});

export const deliveryOperations = [
  operation({
    method: "GET",
    path: "/webhooks/{id}/deliveries",
    id: "listDeliveries",
    tag,
    summary: "List a webhook's deliveries, newest first",
    permission,
    query: deliveryFilters.omit({ webhookId: true }).extend({
      cursor: z
        .string()
        .regex(/^\d{1,15}\.\d{1,18}$/, "This isn't a cursor of this list.")
        .optional()
        .describe("`next_cursor` of the page before"),
    }),
    status: 200,
    answer: pageAnswer(deliveryAnswer),
    async handle(access, { params, query: { cursor, ...filters } }) {
      const page = await listDeliveries(access, { ...filters, webhookId: params["id"] ?? "", after: cursor });
      return { data: page.deliveries.map(show), next_cursor: page.nextAfter };
    },
  }),
  operation({
    method: "GET",
    path: "/deliveries/{id}",
    id: "getDelivery",
    tag,
    summary: "Get a delivery with the exact body and every attempt, the newest first",
    permission,
    status: 200,
    answer: z.object({
      ...stateFields,
      body: z.string().describe("The exact bytes that are sent"),
      attempts: z.array(attemptAnswer),
    }),
    async handle(access, { params }) {
      const delivery = await getDelivery(access, { deliveryId: deliveryId(params["id"]) });
      return {
        ...showState(delivery),
        body: delivery.body,
        attempts: delivery.attempts.map((attempt) => ({
          number: attempt.number,
          url: attempt.url,
          started_at: attempt.startedAt.toISOString(),
          duration_ms: attempt.durationMs,
          first_byte_ms: attempt.firstByteMs,
          status_code: attempt.statusCode,
          error: attempt.error,
          advice: attempt.advice,
          is_our_fault: attempt.isOurFault,
          request_headers: Object.fromEntries(attempt.requestHeaders),
          response_headers: Object.fromEntries(attempt.responseHeaders),
          response_body: attempt.responseBody,
        })),
      };
    },
  }),
  operation({
    method: "POST",
    path: "/deliveries/{id}/resend",
    id: "resendDelivery",
    tag,
    summary: "Send a delivery once more",
    description: "Same event id and bytes: a receiver that drops what it has seen drops this one as well.",
    permission,
    status: 202,
    answer: z.object({ delivery_id: z.string() }),
    errors: ["webhook_is_off", "event_erased"],
    async handle(access, { params }) {
      const again = await resendDelivery(access, { deliveryId: deliveryId(params["id"]) });
      return { delivery_id: `dlv_${again.deliveryId}` };
    },
  }),
];
