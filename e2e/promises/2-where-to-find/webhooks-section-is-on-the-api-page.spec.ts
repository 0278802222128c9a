import { expect, test } from "@/e2e/support/test";
import { paths } from "@/lib/paths";

test("the API page has a section headed Webhooks, and its own address leads to it", async ({
  page,
  shop,
  signedInAs,
}) => {
  await signedInAs("admin");
  await page.goto(paths.settingsApi(shop.slug));
  const heading = page.getByRole("heading", { level: 2, name: "Webhooks", exact: true });
  await expect(heading).toHaveCount(1);
  await heading.scrollIntoViewIfNeeded();
  await expect(heading).toBeInViewport();

  await page.setViewportSize({ width: 375, height: 400 });
  await page.goto(paths.webhooks(shop.slug));
  await expect(heading).toBeInViewport();
  await expect(heading).toHaveAttribute("id", "webhooks");
});
