import { ofType } from "@/e2e/support/of-type";
import { reviewPage } from "@/e2e/support/review-page";
import { expect, test } from "@/e2e/support/test";
import { webhooksPage } from "@/e2e/support/webhooks-page";
import { deleteReview } from "@/lib/reviews/commands/delete-review";

test("a webhook about which nothing was chosen receives every type of event", async ({
  page,
  shop,
  receiver,
  signedInAs,
  visitor,
}) => {
  await signedInAs("admin");
  const webhooks = webhooksPage(page, shop.slug);
  await webhooks.open();
  await webhooks.create(receiver.url());

  const { messages } = await shop.ask({ reminders: 1 });
  await receiver.waitFor(ofType("message-updated"));
  // The rating cancels the reminder that is still to be sent.
  await reviewPage.land(visitor, await shop.linkIn(messages[0]?.id ?? ""), 5);
  await reviewPage.submit(visitor, "Warm rolls.");
  const [created] = await receiver.waitFor(ofType("review-created"));
  await deleteReview(shop.owner, created?.event.data.id ?? "");

  await receiver.waitFor(ofType("review-deleted"));
  await receiver.waitFor(ofType("message-deleted"));
  expect([...new Set(receiver.received.map(({ event }) => event.type))].toSorted()).toEqual([
    "message-created",
    "message-deleted",
    "message-updated",
    "review-created",
    "review-deleted",
    "review-updated",
  ]);
});
