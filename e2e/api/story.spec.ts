import { z } from "zod";
import { expect, test } from "@/e2e/support/test";
import { ofType } from "@/e2e/support/of-type";
import { reviewPage } from "@/e2e/support/review-page";
import { createApiKey } from "@/lib/api-keys/commands/create-api-key";

/** Any answer; lists have no id. */
const anything = z.looseObject({ id: z.string().default("") });

test("a program creates a webhook, asks a customer, and follows what comes of it to the replay", async ({
  request,
  shop,
  receiver,
  visitor,
}) => {
  const { text: key } = await createApiKey(shop.owner, { name: "Story" });
  const call = async (method: string, path: string, data?: unknown) => {
    const answer = await request.fetch(`/api/v1${path}`, {
      method,
      headers: { authorization: `Bearer ${key}` },
      ...(data === undefined ? {} : { data }),
    });
    const json = answer.status() === 204 ? { id: "" } : anything.parse(await answer.json());
    return { status: answer.status(), json };
  };

  const webhook = await call("POST", "/webhooks", { url: receiver.url("/story") });
  expect(webhook).toMatchObject({ status: 201, json: { is_on: true, event_types: null } });
  expect(webhook.json["secret"]).toMatch(/^whsec_/);

  const jane = { external_id: "C-17", first_name: "Jane", email: "jane.story@example.com" };
  const customer = await call("POST", "/customers", jane);
  expect(customer.status).toBe(200);
  const again = await call("POST", "/customers", { external_id: "C-17", last_name: "Doe" });
  expect(again.json).toMatchObject({ id: customer.json.id, first_name: "Jane", last_name: "Doe" });

  const asked = await call("POST", "/requests", { customer: { id: customer.json.id }, channels: [] });
  expect(asked.status).toBe(201);
  const links = z.array(z.object({ score: z.number(), url: z.string() })).parse(asked.json["rating_links"]);
  expect(links.map(({ score }) => score)).toEqual([1, 2, 3, 4, 5]);

  const link = links[3]?.url ?? "";
  await reviewPage.land(visitor, link.replace(/\/4$/, ""), 4);
  const [created] = await receiver.waitFor(ofType("review-created"));
  expect(created?.event.data).toMatchObject({ score: 4, request_id: asked.json.id, origin: "api" });

  const review = await call("GET", `/reviews/${created?.event.data.id}`);
  expect(review.json).toEqual(created?.event.data);
  const edited = await call("PATCH", `/reviews/${review.json.id}`, { tags: ["vip"] });
  expect(edited.json).toMatchObject({ revision: 2, tags: ["vip"] });
  await receiver.waitFor(ofType("review-updated"));

  const events = await call("GET", `/events?resource_id=${review.json.id}`);
  expect(events.json["data"]).toMatchObject([{ type: "review-updated" }, { type: "review-created" }]);

  await expect(async () => {
    const { json } = await call("GET", `/webhooks/${webhook.json.id}/deliveries?status=delivered`);
    expect(json["data"]).toHaveLength(2);
  }).toPass();
  const { json } = await call("GET", `/webhooks/${webhook.json.id}/deliveries?type=review-created`);
  const [delivery] = z.array(z.looseObject({ id: z.string() })).parse(json["data"]);
  const whole = await call("GET", `/deliveries/${delivery?.id}`);
  expect(whole.json).toMatchObject({
    body: created?.body.toString("utf8"),
    attempts: [{ status_code: 200 }],
  });
  expect((await call("POST", `/deliveries/${delivery?.id}/resend`)).status).toBe(202);
  const [, resent] = await receiver.waitFor(ofType("review-created"), 2);
  expect(resent?.body.equals(created?.body ?? Buffer.alloc(0))).toBe(true);

  expect((await call("PATCH", `/webhooks/${webhook.json.id}`, { is_on: false })).json).toMatchObject({
    is_on: false,
    off_reason: "switched_off",
  });
  await call("PATCH", `/reviews/${review.json.id}`, { visibility: "hidden" });
  const on = await call("PATCH", `/webhooks/${webhook.json.id}`, { is_on: true, held: "send" });
  expect(on.json).toMatchObject({ is_on: true, undecided_events: 0 });
  await receiver.waitFor(({ event }) => event.data.revision === 3);
  expect((await call("DELETE", `/webhooks/${webhook.json.id}`)).status).toBe(204);
  expect((await call("GET", `/webhooks/${webhook.json.id}`)).status).toBe(404);
});
