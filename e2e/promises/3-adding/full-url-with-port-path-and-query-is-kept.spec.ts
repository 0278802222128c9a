import { reviewPage } from "@/e2e/support/review-page";
import { expect, test } from "@/e2e/support/test";
import { webhooksPage } from "@/e2e/support/webhooks-page";
import { db } from "@/lib/db/client";

const TARGET = "/hooks/Reviews;v=2/a%2Fb?token=A+b%20c&x=&y=%C3%A9";

test("a full URL is kept to the letter, with its port, path and query", async ({
  page,
  shop,
  receiver,
  signedInAs,
  visitor,
}) => {
  const url = receiver.url(TARGET);
  await signedInAs("admin");
  const webhooks = webhooksPage(page, shop.slug);
  await webhooks.open();
  await page.getByRole("button", { name: "Create Webhook" }).click();
  await webhooks.dialog.getByLabel("Webhook URL").fill(`  ${url.replace("https:", "HTTPS:")} `);
  await webhooks.dialog.getByRole("button", { name: "Create", exact: true }).click();

  await expect(webhooks.switch(url)).toBeChecked();
  const stored = await db.webhook.findMany({ where: { projectId: shop.id }, select: { url: true } });
  expect(stored).toEqual([{ url }]);
  await reviewPage.land(visitor, await shop.ratingLink(), 4);
  expect((await receiver.waitFor(() => true))[0]?.target).toBe(TARGET);

  await page.reload();
  await webhooks.act(url, "Edit");
  await expect(webhooks.dialog.getByLabel("Webhook URL")).toHaveValue(url);
});
