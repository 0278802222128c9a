import { ofType } from "@/e2e/support/of-type";
import { outboxPage } from "@/e2e/support/outbox-page";
import { reviewPage } from "@/e2e/support/review-page";
import { expect, test } from "@/e2e/support/test";

test("a star clicked in the e-mail is a review before anything else is done", async ({
  page,
  shop,
  receiver,
  signedInAs,
}) => {
  await shop.addWebhook(receiver.url());
  await signedInAs("manager");
  const customer = await shop.addCustomer("Ines");
  const { messages, requestId } = await shop.ask({ customer });
  await receiver.waitFor(ofType("message-updated", 2));
  const outbox = outboxPage(page, shop.slug);
  await outbox.openMessage(messages[0]?.id ?? "");

  const rating = await outbox.follow(outbox.star(2));
  await expect(reviewPage.notice(rating)).toHaveText("Your rating, 2 of 5 stars, is saved");

  const [created] = await receiver.waitFor(ofType("review-created"));
  expect(created?.event.data).toMatchObject({
    revision: 1,
    score: 2,
    status: "rated",
    body: null,
    origin: "email",
    request_id: requestId,
    customer: { id: customer.id },
  });
  const [clicked] = await receiver.waitFor(ofType("message-updated", 3));
  expect(clicked?.event.changes).toContain("clicked_at");
});
