import { z } from "zod";
import { customerPayload, reviewSample } from "@/lib/webhooks/review-payload";

const time = z.iso.datetime({ precision: 3 });

/** `data` of the three message events: the whole message, without its rendered body, which holds the customer's rating link. */
export const messagePayload = z
  .object({
    object: z.literal("message").describe("What the event is about"),
    id: z.string().describe("Starts with msg_; the same in all events of this message"),
    revision: z
      .int()
      .min(1)
      .describe("1, 2, 3 … per message, without gaps: drop an event that is older than what you have"),
    request_id: z.string().describe("The request that it belongs to"),
    sequence: z.int().min(1).describe("1 is the request, 2-4 its reminders"),
    channel: z.enum(["email", "sms"]).describe("How it is sent"),
    template: z
      .enum(["request", "reminder-1", "reminder-2", "reminder-3"])
      .describe("Which text it was made of"),
    status: z
      .enum(["scheduled", "sent", "delivered", "failed", "complained", "canceled", "skipped"])
      .describe("Only ever moves forward; opened and clicked are times of their own"),
    customer: customerPayload.nullable(),
    to: z.string().nullable().describe("The address or number it goes to"),
    from: z.string().nullable().describe("The address or number it comes from"),
    subject: z.string().nullable().describe("E-mail only"),
    preview: z.string().nullable().describe("The first 140 characters of the text, links removed"),
    segments: z.int().nullable().describe("SMS only: how many parts it is billed as"),
    encoding: z
      .enum(["GSM-7", "UCS-2"])
      .nullable()
      .describe("SMS only: UCS-2 where a character isn't in the GSM alphabet, with 70 instead of 160 a part"),
    review_id: z.string().nullable().describe("The review that its link gave"),
    failure: z
      .object({
        code: z.string().describe("A stable code"),
        message: z.string().describe("The same in words"),
        provider_code: z.string().nullable().describe("The code of the mail server or provider"),
      })
      .nullable()
      .describe("Why it failed or was skipped"),
    provider: z
      .object({
        name: z.string().describe("What sent it"),
        message_id: z.string().nullable().describe("Its id there"),
      })
      .nullable()
      .describe("Null until it is sent"),
    scheduled_at: time.describe("When it is to be sent"),
    sent_at: time.nullable().describe("When the mail server or provider took it"),
    delivered_at: time.nullable().describe("When it reached the customer, where that is reported"),
    opened_at: time.nullable().describe("First open only"),
    clicked_at: time.nullable().describe("First click only"),
    failed_at: time.nullable().describe("When it was given up or came back"),
    complained_at: time.nullable().describe("When the customer called it spam"),
    canceled_at: time.nullable().describe("When it was canceled"),
    created_at: time.describe("When the message was made"),
    updated_at: time.describe("When it last changed"),
    deleted_at: time.nullable().describe("Set in message-deleted only"),
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
  encoding: null,
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
