import { describe, expect, test } from "vitest";
import { z } from "zod";
import { parseEnv } from "@/lib/env";
import { attemptHeaders } from "@/lib/webhooks/attempt-headers";
import { envelopeAnswer } from "@/lib/webhooks/envelope-schema";
import { EVENT_TYPES } from "@/lib/webhooks/event-catalog";
import { eventTypeSchema } from "@/lib/webhooks/event-type-schema";
import { payloadFields } from "@/lib/webhooks/guide/payload-fields";
import { REQUEST_HEADERS } from "@/lib/webhooks/guide/request-headers";
import { retryRows } from "@/lib/webhooks/guide/retry-rows";
import { orderWords, turnOffWords } from "@/lib/webhooks/guide/rule-words";
import { messagePayload } from "@/lib/webhooks/message-payload";
import { reviewPayload } from "@/lib/webhooks/review-payload";
import { sampleEnvelope } from "@/lib/webhooks/sample-envelope";
import { generateSigningSecret } from "@/lib/webhooks/signing-secret";

const SETTINGS = parseEnv({});

/** The paths of a value's fields, as the guide names them. */
function fieldNames(value: unknown, prefix = ""): string[] {
  if (value === null || typeof value !== "object" || Array.isArray(value)) return [];
  return Object.entries(value).flatMap(([key, inner]) => [
    prefix + key,
    ...fieldNames(inner, `${prefix}${key}.`),
  ]);
}

describe("the payload reference", () => {
  test.each([
    ["review", reviewPayload],
    ["message", messagePayload],
    ["envelope", envelopeAnswer],
  ])("describes every field of a %s", (_, schema) => {
    const fields = payloadFields(schema);
    expect(fields.filter(({ description, type }) => description === "" || type === "anything")).toEqual([]);
    expect(new Set(fields.map(({ name }) => name)).size).toBe(fields.length);
  });

  test.each(EVENT_TYPES)("has a row for everything that a sample of %s holds", (type) => {
    const { data, previous: _, ...envelope } = sampleEnvelope(type);
    const rows = payloadFields(data.object === "review" ? reviewPayload : messagePayload);
    expect(rows.map(({ name }) => name)).toEqual(expect.arrayContaining(fieldNames(data)));
    const envelopeRows = payloadFields(envelopeAnswer).map(({ name }) => name);
    expect(envelopeRows.toSorted()).toEqual([...fieldNames(envelope), "data", "previous"].toSorted());
  });

  test("says in words what a field may be", () => {
    const types = Object.fromEntries(payloadFields(reviewPayload).map(({ name, type }) => [name, type]));
    expect(types).toMatchObject({
      score: "integer, 1 to 5",
      status: '"rated" or "submitted"',
      submitted_at: "time or null",
      customer: "object or null",
      "customer.email": "string or null",
      tags: "list of strings",
    });
  });
});

describe.each(EVENT_TYPES)("the served JSON Schema of %s", (type) => {
  const served = z.fromJSONSchema(JSON.parse(JSON.stringify(eventTypeSchema(type))));

  test("takes its sample, also with fields of later days, and not without one", () => {
    const sample = sampleEnvelope(type);
    expect(served.safeParse(sample).error).toBeUndefined();
    expect(served.safeParse({ ...sample, later: 1, data: { ...sample.data, later: 1 } }).success).toBe(true);
    const { revision: _, ...data } = sample.data;
    expect(served.safeParse({ ...sample, data }).success).toBe(false);
    expect(served.safeParse({ ...sample, type: "review-forgotten" }).success).toBe(false);
  });
});

test("the headers are those that are sent", () => {
  const request = {
    eventId: "evt_1",
    deliveryId: "dlv_1",
    attempt: 1,
    url: "https://example.com",
    body: "{}",
  };
  const sent = attemptHeaders(
    { ...request, secrets: [generateSigningSecret()] },
    new Date(),
    "Starwire-Webhooks/1",
  );
  expect(Object.keys(REQUEST_HEADERS).toSorted()).toEqual(Object.keys(sent).toSorted());
});

test("the retries are this installation's", () => {
  const rows = retryRows(SETTINGS.WEBHOOK_RETRY_DELAYS);
  expect(rows).toHaveLength(12);
  expect(rows[0]).toEqual({ attempt: 1, wait: "at once", total: "" });
  expect(rows[3]).toEqual({ attempt: 4, wait: "2 minutes", total: "3 minutes" });
  expect(rows.at(-1)).toEqual({ attempt: 12, wait: "24 hours", total: "76 hours" });
  expect(retryRows([2, 2])).toHaveLength(3);
});

test("the rules are this installation's", () => {
  const words = turnOffWords({
    disableAfterHours: SETTINGS.WEBHOOK_DISABLE_AFTER_HOURS,
    disableAfterHoursNeverSucceeded: SETTINGS.WEBHOOK_DISABLE_AFTER_HOURS_NEVER_SUCCEEDED,
    minAttempts: SETTINGS.WEBHOOK_DISABLE_MIN_ATTEMPTS,
    minEvents: SETTINGS.WEBHOOK_DISABLE_MIN_EVENTS,
    minSpanHours: SETTINGS.WEBHOOK_DISABLE_MIN_SPAN_HOURS,
    noticeAfterHours: SETTINGS.WEBHOOK_NOTICE_AFTER_HOURS,
  });
  expect(words).toContain(
    "nothing has succeeded for 5 days since the first failure (3 days when it has never worked)",
  );
  expect(words).toContain(
    "At least 10 attempts for at least 2 events must have failed, the first and the last at least 12 hours apart.",
  );
  expect(words).toContain("a mail after 24 hours, after 3 days, and when it is turned off.");
  expect(orderWords(SETTINGS.WEBHOOK_RETRY_DELAYS)).toBe(
    "until that one is delivered or has failed 4 times (about 3 minutes)",
  );
  expect(orderWords([])).toBe("until that one is delivered or has failed 1 time");
});
