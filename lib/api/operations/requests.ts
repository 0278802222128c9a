import { z } from "zod";
import { operation } from "@/lib/api/operation";
import type { Access } from "@/lib/auth/access";
import { upsertCustomer } from "@/lib/customers/commands/upsert-customer";
import { db } from "@/lib/db/client";
import { AppError } from "@/lib/errors";
import { createRatingLink } from "@/lib/rating-links/commands/create-rating-link";
import { askForReview } from "@/lib/requests/commands/ask-for-review";
import { cancelRequest } from "@/lib/requests/commands/cancel-request";
import { asErrorOfAsk } from "@/lib/requests/error-of-ask";
import { createRequestInput } from "@/lib/requests/schema";
import { SCORES } from "@/lib/reviews/score";

const tag = "Requests";
const time = z.iso.datetime({ precision: 3 });

const requestAnswer = z
  .object({
    object: z.literal("request"),
    id: z.string(),
    customer_id: z.string(),
    message_ids: z.array(z.string()).describe("The request itself and its reminders, in this order"),
    review_id: z.string().nullable(),
    created_at: time,
    canceled_at: time.nullable(),
  })
  .meta({ id: "Request" });

const createdAnswer = requestAnswer.extend({
  notice: z.string().nullable().describe("For example that an SMS waits for the end of quiet hours"),
  rating_links: z
    .array(z.object({ score: z.int().min(1).max(5), url: z.string() }))
    .nullable()
    .describe("With `channels: []` only, and only now: whoever has one can rate as this customer"),
});

async function getRequest({ projectId }: Access, id: string | undefined) {
  const request = await db.request.findFirst({
    where: { id: id ?? "", projectId },
    include: {
      messages: { orderBy: [{ sequence: "asc" }, { id: "asc" }], select: { id: true } },
      review: { select: { id: true } },
    },
  });
  if (!request) throw new AppError("not_found");
  return {
    object: "request" as const,
    id: request.id,
    customer_id: request.customerId,
    message_ids: request.messages.map((message) => message.id),
    review_id: request.review?.id ?? null,
    created_at: request.createdAt.toISOString(),
    canceled_at: request.canceledAt?.toISOString() ?? null,
  };
}

export const requestOperations = [
  operation({
    method: "POST",
    path: "/requests",
    id: "createRequest",
    tag,
    summary: "Ask a customer for a review",
    description:
      "The customer is saved on the way; of one who is known, `id` or `external_id` is enough. `channels: []` sends nothing and answers the rating links, one per score, for your own mails.",
    permission: "ask",
    body: createRequestInput,
    status: 201,
    answer: createdAnswer,
    errors: ["not_found", "conflict", "postal_address_missing"],
    async handle(access, { body: { customer, channels, sendAt, reminders } }) {
      const [channel] = channels;
      if (channel !== undefined) {
        const input = { customer, channel, sendAt, reminders, ignoreQuietHours: false };
        const { requestId, notice } = await askForReview(access, input);
        return { ...(await getRequest(access, requestId)), notice, rating_links: null };
      }
      const { id } = "id" in customer ? customer : await upsertCustomer(access, customer).catch(asErrorOfAsk);
      const { requestId, url } = await createRatingLink(access, id, "api");
      const links = SCORES.map((score) => ({ score, url: `${url}/${score}` }));
      return { ...(await getRequest(access, requestId)), notice: null, rating_links: links };
    },
  }),
  operation({
    method: "GET",
    path: "/requests/{id}",
    id: "getRequest",
    tag,
    summary: "Get a request",
    permission: "read",
    status: 200,
    answer: requestAnswer,
    handle: (access, { params }) => getRequest(access, params["id"]),
  }),
  operation({
    method: "POST",
    path: "/requests/{id}/cancel",
    id: "cancelRequest",
    tag,
    summary: "Cancel a request",
    description:
      "What of it is still to be sent is canceled and its links stop working. A second time changes nothing.",
    permission: "ask",
    status: 200,
    answer: requestAnswer,
    errors: ["conflict"],
    async handle(access, { params }) {
      await cancelRequest(access, params["id"] ?? "");
      return getRequest(access, params["id"]);
    },
  }),
];
