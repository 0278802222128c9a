import { verify } from "@/e2e/support/https-receiver";
import { reviewPage } from "@/e2e/support/review-page";
import { expect, test } from "@/e2e/support/test";

test("the published library verifies a notification, and refuses it once a byte is changed", async ({
  shop,
  receiver,
  visitor,
}) => {
  const { secret } = await shop.addWebhook(receiver.url());
  await reviewPage.land(visitor, await shop.ratingLink(), 4);
  const [hook] = await receiver.waitFor(() => true);
  if (!hook) throw new Error("Nothing arrived.");

  expect(secret).toMatch(/^whsec_[A-Za-z0-9+/]+=*$/);
  expect(hook.headers["content-type"]).toMatch(/^application\/json\b/);
  expect(hook.headers["webhook-id"]).toBe(hook.event.id);
  expect(hook.headers["webhook-timestamp"]).toMatch(/^\d{10}$/);
  expect(hook.headers["webhook-signature"]).toMatch(/^v1,[A-Za-z0-9+/]+=*$/);
  expect(verify(hook, secret)).toEqual(hook.event);

  const changed = Buffer.from(hook.body.toString("utf8").replace('"score":4', '"score":5'));
  expect(() => verify({ ...hook, body: changed }, secret)).toThrow();
  const { secret: other } = await shop.addWebhook(receiver.url("/other"));
  expect(() => verify(hook, other)).toThrow();
});
