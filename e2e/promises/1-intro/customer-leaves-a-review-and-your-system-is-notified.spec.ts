import { verify } from "@/e2e/support/https-receiver";
import { ofType } from "@/e2e/support/of-type";
import { reviewPage } from "@/e2e/support/review-page";
import { expect, test } from "@/e2e/support/test";

test("a customer leaves a review, and the connected system learns of it, signed", async ({
  shop,
  receiver,
  visitor,
}) => {
  const { secret } = await shop.addWebhook(receiver.url());
  const customer = await shop.addCustomer("Zoë");

  await reviewPage.land(visitor, await shop.ratingLink(customer), 5);
  await reviewPage.submit(visitor, "The rye is worth the walk.");

  const [created, updated] = await receiver.waitFor(() => true, 2);
  for (const hook of [created, updated]) {
    expect(hook && verify(hook, secret)).toMatchObject({ data: { object: "review", score: 5 } });
  }
  expect(updated?.event.data).toMatchObject({
    body: "The rye is worth the walk.",
    status: "submitted",
    customer: { id: customer.id, first_name: "Zoë", email: customer.email },
  });
  expect(receiver.received.filter(ofType("review-created"))).toHaveLength(1);
});
