import { EXAMPLES } from "@/lib/api/openapi/resource-examples";

type Example = {
  /** As programs send it. */
  body?: object;
  /** Left out where there is nothing to answer. */
  answer?: object;
};

const { review, message, event, webhook, customer, request, delivery, attempt, replay, secret } = EXAMPLES;

const { attempts: _count, last_status_code: _status, last_error: _error, ...deliveryState } = delivery;

const page = (row: object, nextCursor: string | null = "MTc2NDA2NDQ3MTgwNC5leGFtcGxl") => ({
  data: [row],
  next_cursor: nextCursor,
});

const link = (score: number) => ({ score, url: `https://reviews.example.com/r/8fK2mQ7xTnB4vZ6Lc/${score}` });

/** A request and its answer for each operation, by its id. A test holds each against its schema in the document. */
export const OPERATION_EXAMPLES: Readonly<Record<string, Example>> = {
  listCustomers: { answer: page(customer) },
  upsertCustomer: {
    body: {
      external_id: "C-1017",
      first_name: "Jane",
      last_name: "Doe",
      email: "jane@example.com",
      tags: ["regular"],
    },
    answer: customer,
  },
  getCustomer: { answer: customer },
  updateCustomer: {
    body: { company: "Doe & Sons", tags: ["regular", "vip"] },
    answer: { ...customer, company: "Doe & Sons", tags: ["regular", "vip"] },
  },
  createRequest: {
    body: {
      customer: { external_id: "C-1017", first_name: "Jane", email: "jane@example.com" },
      channels: [],
    },
    answer: { ...request, message_ids: [], notice: null, rating_links: [1, 2, 3, 4, 5].map(link) },
  },
  getRequest: { answer: request },
  cancelRequest: { answer: { ...request, canceled_at: "2026-11-23T08:31:12.310Z" } },
  listMessages: { answer: page(message) },
  getMessage: { answer: message },
  cancelMessage: { answer: { ...message, status: "canceled", canceled_at: "2026-11-23T08:31:12.310Z" } },
  rescheduleMessage: {
    body: { send_at: "2026-11-24T09:00:00+01:00" },
    answer: { ...message, scheduled_at: "2026-11-24T08:00:00.000Z" },
  },
  listReviews: { answer: page(review) },
  createReview: {
    body: { score: 4, body: review.body, customer_id: customer.id, rated_at: "2026-11-23T08:33:47Z" },
    answer: review,
  },
  getReview: { answer: review },
  updateReview: {
    body: { tags: ["bread"], visibility: "hidden" },
    answer: { ...review, tags: ["bread"], visibility: "hidden" },
  },
  listWebhooks: { answer: { data: [webhook] } },
  createWebhook: {
    body: { url: webhook.url, event_types: ["review-created", "review-updated"] },
    answer: { ...webhook, event_types: ["review-created", "review-updated"], last_success_at: null, secret },
  },
  getWebhook: { answer: webhook },
  updateWebhook: { body: { is_on: true, held: "send" }, answer: webhook },
  sendTestEvent: {
    body: { event_type: "review-created" },
    answer: { delivery_id: "dlv_4712", event_id: event.id },
  },
  rotateSecret: { answer: { secret, previous_until: "2026-11-24T08:34:31.804Z" } },
  listDeliveries: { answer: page(delivery, "1763886871804.4711") },
  getDelivery: {
    answer: { ...deliveryState, body: JSON.stringify(event), attempts: [attempt] },
  },
  resendDelivery: { answer: { delivery_id: "dlv_4713" } },
  replay: {
    body: { statuses: ["failed"], from: replay.from, until: replay.until, dry_run: false },
    answer: { events: replay.events, replay_id: replay.id },
  },
  listReplays: { answer: { data: [replay] } },
  cancelReplay: { answer: { canceled: replay.waiting } },
  listEvents: { answer: page(event) },
  getEvent: { answer: event },
  listEventTypes: { answer: { data: EXAMPLES.eventTypes } },
};
