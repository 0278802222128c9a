import type { Answer } from "@/e2e/support/https-receiver";
import { ofType } from "@/e2e/support/of-type";
import { reviewPage } from "@/e2e/support/review-page";
import { expect, test } from "@/e2e/support/test";

test("one visit gives review-created, then review-updated, also when the first is answered late", async ({
  shop,
  receiver,
  visitor,
}) => {
  await shop.addWebhook(receiver.url());
  let confirm: (answer: Answer) => void = () => undefined;
  const confirmation = new Promise<Answer>((resolve) => (confirm = resolve));
  receiver.answer(({ event }) => (event.type === "review-created" ? confirmation : { status: 200 }));

  await reviewPage.land(visitor, await shop.ratingLink(), 5);
  await receiver.waitFor(ofType("review-created"));
  await reviewPage.submit(visitor, "See you on Sunday.");
  await reviewPage.land(visitor, await shop.ratingLink(), 1);
  await receiver.waitFor(ofType("review-created"), 2);
  // The second customer's rating came meanwhile; the first one's words still wait for their turn.
  expect(receiver.received.map(({ event }) => event.type)).toEqual(["review-created", "review-created"]);

  confirm({ status: 200 });
  const [updated] = await receiver.waitFor(ofType("review-updated"));
  expect(updated?.event.data).toMatchObject({ revision: 2, body: "See you on Sunday." });
  expect(receiver.received).toHaveLength(3);
});
