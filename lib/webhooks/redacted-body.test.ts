import { expect, test } from "vitest";
import { buildEnvelope } from "@/lib/webhooks/envelope";
import { EVENT_CATALOG, EVENT_TYPES } from "@/lib/webhooks/event-catalog";
import { messagePayload } from "@/lib/webhooks/message-payload";
import { redactedBody } from "@/lib/webhooks/redacted-body";
import { reviewPayload } from "@/lib/webhooks/review-payload";

const project = { id: "prj_1", name: "Riverside Bakery", slug: "riverside-bakery" };

test.each(EVENT_TYPES)("%s keeps type, ids and times, fits its schema, and names nobody", (type) => {
  const { sample } = EVENT_CATALOG[type];
  const createdAt = new Date(0);
  const body = buildEnvelope({ id: "evt_1", type, createdAt, isTest: false, project, ...sample });
  const redacted = redactedBody(body);
  const parsed = JSON.parse(redacted);
  expect(parsed).toMatchObject({ id: "evt_1", type, created_at: createdAt.toISOString(), previous: null });
  const payload = sample.data.object === "review" ? reviewPayload : messagePayload;
  const { id, revision, created_at } = sample.data;
  expect(payload.parse(parsed.data)).toMatchObject({ id, revision, created_at, customer: null });
  expect(redacted).not.toMatch(/Jane|Doe|jane@/);
});
