import { ofType } from "@/e2e/support/of-type";
import { reviewPage } from "@/e2e/support/review-page";
import { expect, test } from "@/e2e/support/test";
import { paths } from "@/lib/paths";

test("a manager's edit of a review makes review-updated with what changed, a save without change nothing", async ({
  page,
  shop,
  receiver,
  signedInAs,
  visitor,
}) => {
  await shop.addWebhook(receiver.url());
  await reviewPage.land(visitor, await shop.ratingLink(), 4);
  const [created] = await receiver.waitFor(ofType("review-created"));

  await signedInAs("manager");
  await page.goto(paths.review(shop.slug, created?.event.data.id ?? ""));
  const dialog = page.getByRole("dialog", { name: "Edit review" });
  await page.getByRole("button", { name: "Edit" }).click();
  await dialog.getByRole("button", { name: "Save" }).click();
  await expect(dialog).toBeHidden();
  await page.getByRole("button", { name: "Edit" }).click();
  await dialog.getByLabel("Tags").fill("breakfast");
  await dialog.getByRole("button", { name: "Save" }).click();
  await expect(dialog).toBeHidden();

  const [updated] = await receiver.waitFor(ofType("review-updated"));
  expect(updated?.event).toMatchObject({
    changes: ["tags"],
    previous: { tags: [] },
    data: { id: created?.event.data.id, revision: 2, tags: ["breakfast"], score: 4 },
  });
});
