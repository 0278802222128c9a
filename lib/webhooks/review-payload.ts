import { z } from "zod";

const time = z.iso.datetime({ precision: 3 });

export const customerPayload = z
  .object({
    id: z.string().describe("Starts with cus_"),
    external_id: z.string().nullable().describe("Your own id of this customer"),
    first_name: z.string().nullable().describe("Given name"),
    last_name: z.string().nullable().describe("Family name"),
    email: z.string().nullable().describe("E-mail address"),
    phone: z.string().nullable().describe("E.164, for example +14155550123"),
    company: z.string().nullable().describe("Where the customer works"),
  })
  .describe("The customer who was asked; null for a visitor of the public page");

/** `data` of the three review events: the whole review at the moment of the event. */
export const reviewPayload = z
  .object({
    object: z.literal("review").describe("What the event is about"),
    id: z.string().describe("Starts with rev_; the same in all events of this review"),
    revision: z
      .int()
      .min(1)
      .describe("1, 2, 3 … per review, without gaps: drop an event that is older than what you have"),
    score: z.int().min(1).max(5).describe("Stars"),
    max_score: z.literal(5).describe("The most stars there are"),
    label: z.enum(["Poor", "Fair", "Good", "Very good", "Excellent"]).describe("The score in words"),
    body: z.string().nullable().describe("What the customer wrote; null until they do"),
    status: z
      .enum(["rated", "submitted"])
      .describe("rated: a star was clicked; submitted: the form was sent"),
    visibility: z.enum(["visible", "hidden"]).describe("hidden: a member keeps it from being shown"),
    is_suspect: z.boolean().describe("True when the rating could not be told from an automatic one"),
    origin: z
      .enum(["email", "sms", "link", "public", "manual", "api"])
      .describe("How it came in: by a message, a link handed out, the public page, a member, the API"),
    customer: customerPayload.nullable(),
    reviewer: z
      .object({
        name: z.string().nullable().describe("Name to show with the review"),
        email: z.string().nullable().describe("Their e-mail address"),
        is_anonymous: z.boolean().describe("True when neither name nor e-mail is known"),
      })
      .describe("Who wrote it: the customer, or what a visitor of the public page entered"),
    message_id: z.string().nullable().describe("The message whose link gave the rating"),
    request_id: z.string().nullable().describe("The request that it answers"),
    tags: z.array(z.string()).describe("Tags given by members"),
    rated_at: time.describe("When the stars were first saved"),
    submitted_at: time.nullable().describe("When the form was first sent"),
    created_at: time.describe("When the review was made"),
    updated_at: time.describe("When it last changed"),
    deleted_at: time.nullable().describe("Set in review-deleted only"),
    url: z.string().describe("The review in Starwire"),
  })
  .meta({ id: "Review" });

export type ReviewPayload = z.infer<typeof reviewPayload>;

export const SCORE_LABELS = ["Poor", "Fair", "Good", "Very good", "Excellent"] as const;

export const reviewSample: ReviewPayload = {
  object: "review",
  id: "rev_01KAPQ7E6M4T2V9C8X1ZB3D5FG",
  revision: 1,
  score: 4,
  max_score: 5,
  label: "Very good",
  body: null,
  status: "rated",
  visibility: "visible",
  is_suspect: false,
  origin: "email",
  customer: {
    id: "cus_01KAPQ6Z0R8N5J2H4W7YKS9QTE",
    external_id: "C-1017",
    first_name: "Jane",
    last_name: "Doe",
    email: "jane@example.com",
    phone: null,
    company: null,
  },
  reviewer: { name: "Jane Doe", email: "jane@example.com", is_anonymous: false },
  message_id: "msg_01KAPQ71X5P8R2T4V6W9YZBCDE",
  request_id: "req_01KAPQ70C3M6B8D1F4G7H9JKMN",
  tags: [],
  rated_at: "2026-11-23T08:33:47.120Z",
  submitted_at: null,
  created_at: "2026-11-23T08:33:47.120Z",
  updated_at: "2026-11-23T08:33:47.120Z",
  deleted_at: null,
  url: "https://reviews.example.com/projects/riverside-bakery/reviews/rev_01KAPQ7E6M4T2V9C8X1ZB3D5FG",
};
