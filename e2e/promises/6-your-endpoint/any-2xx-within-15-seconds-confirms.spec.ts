import { db } from "@/lib/db/client";
import { deliveriesOf } from "@/e2e/support/deliveries-of";
import { reviewPage } from "@/e2e/support/review-page";
import { expect, test } from "@/e2e/support/test";

test("any answer from 200 to 299 confirms, whatever else it says", async ({ shop, receiver, visitor }) => {
  const { id } = await shop.addWebhook(receiver.url());
  const statuses = [200, 201, 202, 204, 299];
  receiver.answer(({ event }) => ({
    status: statuses[Number(event.data["score"]) - 1] ?? 500,
    headers: { "content-type": "text/html" },
  }));
  for (const score of [1, 2, 3, 4, 5]) await reviewPage.land(visitor, await shop.ratingLink(), score);

  await receiver.waitFor(() => true, 5);
  await expect
    .poll(async () => (await deliveriesOf(id)).map(({ status, attempts }) => `${status} ${attempts}`))
    .toEqual(Array.from({ length: 5 }, () => "delivered 1"));
  expect(new Set((await deliveriesOf(id)).map(({ lastStatus }) => lastStatus))).toEqual(new Set(statuses));
});

test("no answer within 15 seconds confirms nothing: it is sent again", async ({
  shop,
  receiver,
  visitor,
}) => {
  const { id } = await shop.addWebhook(receiver.url());
  receiver.answer(({ headers }) => (headers["starwire-attempt"] === "1" ? "never" : { status: 200 }));
  await reviewPage.land(visitor, await shop.ratingLink(), 4);

  const [, second] = await receiver.waitFor(() => true, 2);
  expect(second?.headers["starwire-attempt"]).toBe("2");
  await expect.poll(() => deliveriesOf(id)).toMatchObject([{ status: "delivered", attempts: 2 }]);
  const waited = await db.attempt.findFirstOrThrow({ where: { number: 1, delivery: { webhookId: id } } });
  expect(waited.error).toBe("No answer within 15 s");
  expect(waited.durationMs).toBeGreaterThan(14_000);
});
