import { expect, test } from "@/e2e/support/test";
import { paths } from "@/lib/paths";
import { addReview } from "@/lib/reviews/commands/add-review";

test("the Overview shows by itself what happens, and deliveries only to those who manage webhooks", async ({
  page,
  shop,
  signedInAs,
}) => {
  await signedInAs("viewer");
  await page.goto(paths.overview(shop.slug));
  const figure = (label: string) => page.getByRole("term").filter({ hasText: label }).locator("..");
  await expect(figure("Messages sent")).toContainText("0 clicked");
  await expect(page.getByText("No reviews yet.")).toBeVisible();
  await expect(page.getByRole("heading", { name: "Latest deliveries" })).toHaveCount(0);

  const customer = await shop.addCustomer("Ines");
  await shop.ask({ customer });
  await expect(figure("Messages sent")).toContainText(/^Messages sent in 30 days1/);
  await addReview(shop.owner, {
    score: 4,
    body: "Warm bread",
    customerId: customer.id,
    reviewerName: null,
    origin: "manual",
    ratedAt: new Date(),
    isDemo: false,
  });
  await expect(figure("Reviews in 30 days")).toContainText("1 in all");
  await expect(page.getByRole("link", { name: "Ines Doe" })).toBeVisible();
});
