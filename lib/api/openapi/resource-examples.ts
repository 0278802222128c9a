import { EVENT_CATALOG, EVENT_TYPES } from "@/lib/webhooks/event-catalog";
import { sampleEnvelope } from "@/lib/webhooks/sample-envelope";

const review = EVENT_CATALOG["review-updated"].sample.data;
const message = EVENT_CATALOG["message-created"].sample.data;
const event = sampleEnvelope("review-updated");
const SECRET = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw8ZJ4yVJ0fDk=";

const webhook = {
  object: "webhook",
  id: "whk_01KAPQ6YT5V8X1Z4B7D0FGHJKM",
  url: "https://example.com/webhooks",
  is_on: true,
  event_types: null,
  off_since: null,
  off_reason: null,
  failing_since: null,
  failed_attempts: 0,
  last_failure: null,
  last_success_at: "2026-11-23T08:34:31.842Z",
  turns_off_at: null,
  undecided_events: 0,
};

/** One thing of each kind as the API answers it, all of one story: Jane Doe, who was asked and gave four stars. */
export const EXAMPLES = {
  review,
  message,
  event,
  webhook,
  secret: SECRET,
  customer: {
    object: "customer",
    ...event.data.customer,
    id: "cus_01KAPQ6Z0R8N5J2H4W7YKS9QTE",
    locale: null,
    tags: ["regular"],
    email_unsubscribed_at: null,
    sms_unsubscribed_at: null,
    created_at: "2026-11-23T08:29:58.004Z",
    updated_at: "2026-11-23T08:29:58.004Z",
  },
  request: {
    object: "request",
    id: "req_01KAPQ70C3M6B8D1F4G7H9JKMN",
    customer_id: "cus_01KAPQ6Z0R8N5J2H4W7YKS9QTE",
    message_ids: [message.id],
    review_id: null,
    created_at: "2026-11-23T08:30:00.000Z",
    canceled_at: null,
  },
  delivery: {
    object: "delivery",
    id: "dlv_4711",
    event_id: event.id,
    webhook_id: webhook.id,
    event_type: event.type,
    resource_id: review.id,
    status: "delivered",
    end_reason: null,
    is_test: false,
    is_again: false,
    attempts: 1,
    last_status_code: 200,
    last_error: null,
    next_attempt_at: null,
    created_at: "2026-11-23T08:34:31.804Z",
  },
  attempt: {
    number: 1,
    url: webhook.url,
    started_at: "2026-11-23T08:34:31.806Z",
    duration_ms: 36,
    first_byte_ms: 35,
    status_code: 200,
    error: null,
    advice: null,
    is_our_fault: false,
    request_headers: { "content-type": "application/json", "webhook-id": event.id },
    response_headers: { "content-type": "text/plain" },
    response_body: "ok",
  },
  replay: {
    object: "replay",
    id: "rpl_01KAPQ8A2C4E6G8J0M2P4R6T8V",
    status: "running",
    statuses: ["failed"],
    types: [],
    from: "2026-11-23T00:00:00.000Z",
    until: "2026-11-24T00:00:00.000Z",
    events: 120,
    waiting: 80,
    delivered: 40,
    failed: 0,
    canceled: 0,
    created_at: "2026-11-24T09:00:00.000Z",
  },
  eventTypes: EVENT_TYPES.map((type) => ({
    type,
    description: EVENT_CATALOG[type].description,
    schema: `/api/event-types/${type}.json`,
  })),
};
