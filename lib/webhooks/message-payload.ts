import { z } from "zod";
import { customerPayload, reviewSample } from "@/lib/webhooks/review-payload";

const time = z.iso.datetime({ precision: 3 });

/** `data` of the three message events: the whole message, without its rendered body, which holds the customer's rating link. */
export const messagePayload = z
  .object({
    object: z.literal("message"),
    id: z.string(),
    revision: z.int().min(1).describe("1, 2, 3 … per message, without gaps"),
    request_id: z.string(),
    sequence: z.int().min(1).describe("1 is the request, 2-4 its reminders"),
    channel: z.enum(["email", "sms"]),
    template: z.enum(["request", "reminder-1", "reminder-2", "reminder-3"]),
    status: z.enum(["scheduled", "sent", "delivered", "failed", "complained", "canceled", "skipped"]),
    customer: customerPayload.nullable(),
    to: z.string().nullable(),
    from: z.string().nullable(),
    subject: z.string().nullable(),
    preview: z.string().nullable().describe("The first 140 characters of the text, links removed"),
    segments: z.int().nullable().describe("SMS only"),
    review_id: z.string().nullable().describe("The review that its link gave"),
    failure: z
      .object({ code: z.string(), message: z.string(), provider_code: z.string().nullable() })
      .nullable(),
    provider: z.object({ name: z.string(), message_id: z.string().nullable() }).nullable(),
    scheduled_at: time,
    sent_at: time.nullable(),
    delivered_at: time.nullable(),
    opened_at: time.nullable().describe("First open only"),
    clicked_at: time.nullable().describe("First click only"),
    failed_at: time.nullable(),
    complained_at: time.nullable(),
    canceled_at: time.nullable(),
    created_at: time,
    updated_at: time,
    deleted_at: time.nullable(),
    url: z.string().describe("The message in Starwire"),
  })
  .meta({ id: "Message" });

export type MessagePayload = z.infer<typeof messagePayload>;

export const messageSample: MessagePayload = {
  object: "message",
  id: "msg_01KAPQ71X5P8R2T4V6W9YZBCDE",
  revision: 1,
  request_id: "req_01KAPQ70C3M6B8D1F4G7H9JKMN",
  sequence: 1,
  channel: "email",
  template: "request",
  status: "scheduled",
  customer: reviewSample.customer,
  to: "jane@example.com",
  from: "Riverside Bakery <reviews@example.com>",
  subject: "How was your visit?",
  preview: "Hi Jane, thank you for your visit. How was it?",
  segments: null,
  review_id: null,
  failure: null,
  provider: null,
  scheduled_at: "2026-11-23T08:30:00.000Z",
  sent_at: null,
  delivered_at: null,
  opened_at: null,
  clicked_at: null,
  failed_at: null,
  complained_at: null,
  canceled_at: null,
  created_at: "2026-11-23T08:30:00.000Z",
  updated_at: "2026-11-23T08:30:00.000Z",
  deleted_at: null,
  url: "https://reviews.example.com/projects/riverside-bakery/messages/msg_01KAPQ71X5P8R2T4V6W9YZBCDE",
};
