import { reviewPage } from "@/e2e/support/review-page";
import { expect, test } from "@/e2e/support/test";
import { webhooksPage } from "@/e2e/support/webhooks-page";

const TARGET = "/a/../b//C%20c;v=1?key=q%2Fz&empty=&x=1&x=2";

test("data goes by POST to exactly the URL that was typed in, and nowhere else", async ({
  page,
  shop,
  receiver,
  anotherReceiver,
  signedInAs,
  visitor,
}) => {
  const bystander = await anotherReceiver();
  await signedInAs("admin");
  const webhooks = webhooksPage(page, shop.slug);
  await webhooks.open();
  await webhooks.create(receiver.url(TARGET));

  await reviewPage.land(visitor, await shop.ratingLink(), 4);

  const [hook] = await receiver.waitFor(() => true);
  expect(hook).toMatchObject({ method: "POST", target: TARGET });
  expect(hook?.headers.host).toBe(new URL(receiver.url()).host);
  expect(receiver.received).toHaveLength(1);
  expect(bystander.received).toHaveLength(0);
});
