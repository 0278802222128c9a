import { ofType } from "@/e2e/support/of-type";
import { reviewPage } from "@/e2e/support/review-page";
import { expect, test } from "@/e2e/support/test";
import { paths } from "@/lib/paths";

test("hiding a review removes nothing; deleting it makes review-deleted with its last state", async ({
  page,
  shop,
  receiver,
  signedInAs,
  visitor,
}) => {
  await shop.addWebhook(receiver.url());
  await reviewPage.land(visitor, await shop.ratingLink(), 1);
  const [created] = await receiver.waitFor(ofType("review-created"));

  await signedInAs("admin");
  await page.goto(paths.review(shop.slug, created?.event.data.id ?? ""));
  await page.getByRole("button", { name: "Hide" }).click();
  const [hidden] = await receiver.waitFor(ofType("review-updated"));
  expect(hidden?.event.changes).toEqual(["visibility"]);

  await page.getByRole("button", { name: "Delete" }).click();
  await page.getByRole("button", { name: "Delete review" }).click();
  const [deleted] = await receiver.waitFor(ofType("review-deleted"));
  expect(deleted?.event).toMatchObject({
    changes: null,
    previous: null,
    reason: "deleted_by_user",
    data: { id: created?.event.data.id, revision: 3, score: 1, visibility: "hidden" },
  });
  expect(deleted?.event.data["deleted_at"]).toEqual(expect.any(String));
  expect(receiver.received).toHaveLength(3);
});
