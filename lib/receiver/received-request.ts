import { z } from "zod";

/** What checking `webhook-signature` found out. */
export const SIGNATURE_WORDS = {
  verified: "Signature verified",
  wrong: "Signature doesn't match",
  stale: "Signature is older than 5 minutes",
  missing: "Not signed",
  no_webhook: "No webhook has this URL",
  unchecked: "Signature not checked",
} as const;

export type SignatureCheck = keyof typeof SIGNATURE_WORDS;

/** One request that arrived, whole. */
export const receivedRequest = z.object({
  /** 1, 2, 3 … in order of arrival, also across restarts. */
  seq: z.int().min(1),
  hook: z.string(),
  method: z.string(),
  /** Path and query as they came. */
  target: z.string(),
  receivedAt: z.iso.datetime({ precision: 3 }),
  /** In the order and case in which they came. */
  headers: z.array(z.tuple([z.string(), z.string()])),
  body: z.string(),
  /** `base64` when the body isn't UTF-8. */
  bodyEncoding: z.enum(["utf8", "base64"]),
  signature: z.enum(["verified", "wrong", "stale", "missing", "no_webhook", "unchecked"]),
  /** The webhook whose secret made the signature. */
  webhookId: z.string().nullable(),
  /** The project of that webhook; otherwise the one that the body names. */
  projectId: z.string().nullable(),
  eventId: z.string().nullable(),
  eventType: z.string().nullable(),
  attempt: z.int().nullable(),
  /** From the event's `created_at` to the arrival of the last byte. */
  sinceEventMs: z.number().nullable(),
  /** Null until the request is over. */
  answer: z
    .object({
      /** Null when none was given. */
      status: z.int().nullable(),
      forwardedTo: z.string().nullable(),
      /** What went wrong on the way to the forward address, in words. */
      problem: z.string().nullable(),
      durationMs: z.number(),
    })
    .nullable(),
});

export type ReceivedRequest = z.infer<typeof receivedRequest>;
