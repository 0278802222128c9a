import { z } from "zod";

const envelope = z.looseObject({ data: z.looseObject({ object: z.string() }) });

const MESSAGE_PERSONAL = { customer: null, to: null, subject: null, preview: null, failure: null };

const REVIEW_PERSONAL = {
  customer: null,
  body: null,
  tags: [],
  reviewer: { name: null, email: null, is_anonymous: true },
};

/**
 * A stored event without what it says of a person: type, ids, times, score and states stay, so that it still fits its
 * schema. Old values go as a whole.
 */
export function redactedBody(body: string): string {
  const { data, ...rest } = envelope.parse(JSON.parse(body));
  const personal = data.object === "message" ? MESSAGE_PERSONAL : REVIEW_PERSONAL;
  return JSON.stringify({ ...rest, data: { ...data, ...personal }, previous: null });
}
