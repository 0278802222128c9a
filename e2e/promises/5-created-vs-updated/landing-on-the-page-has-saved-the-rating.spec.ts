import { paths } from "@/lib/paths";
import { reviewPage } from "@/e2e/support/review-page";
import { expect, test } from "@/e2e/support/test";

test("the page opens with the rating kept: the star is chosen, the shop sees it", async ({
  page,
  shop,
  signedInAs,
  visitor,
}) => {
  const customer = await shop.addCustomer("Ines");
  await reviewPage.land(visitor, await shop.ratingLink(customer), 4);
  await expect(reviewPage.star(visitor, 4)).toBeChecked();

  await signedInAs("viewer");
  await page.goto(paths.reviews(shop.slug));
  await expect(page.getByRole("main")).toContainText("Ines Doe");
  await expect(page.getByRole("main").getByRole("img", { name: "4 of 5 stars" })).toBeVisible();
});
