import { reviewPage } from "@/e2e/support/review-page";
import { openShop } from "@/e2e/support/shop";
import { expect, test } from "@/e2e/support/test";

test("what happens in one project never arrives at another's webhook", async ({
  shop,
  receiver,
  anotherReceiver,
  visitor,
}) => {
  const other = await openShop("Harbour Cafe");
  const others = await anotherReceiver();
  await shop.addWebhook(receiver.url());
  await other.addWebhook(others.url());

  await reviewPage.land(visitor, await other.ratingLink(), 1);
  await others.waitFor(() => true);
  await reviewPage.land(visitor, await shop.ratingLink(), 5);
  await receiver.waitFor(() => true);

  const projectsOf = (events: { event: Record<string, unknown> }[]) =>
    events.map(({ event }) => event["project"]);
  expect(projectsOf(receiver.received)).toEqual([{ id: shop.id, name: shop.name, slug: shop.slug }]);
  expect(projectsOf(others.received)).toEqual([{ id: other.id, name: other.name, slug: other.slug }]);
});
