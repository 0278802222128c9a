import { expect, test } from "@/e2e/support/test";
import { paths } from "@/lib/paths";

test("Settings is in the sidebar", async ({ page, shop, signedInAs }) => {
  await signedInAs("admin");
  await page.goto(paths.overview(shop.slug));
  await page.getByRole("navigation", { name: "Main" }).getByRole("link", { name: "Settings" }).click();
  await expect(page).toHaveURL(paths.settings(shop.slug));
  await expect(page.getByRole("heading", { level: 1, name: "General" })).toBeVisible();
});

test("on a phone the sidebar is behind a button named Menu", async ({ page, shop, signedInAs }) => {
  await page.setViewportSize({ width: 375, height: 667 });
  await signedInAs("admin");
  await page.goto(paths.overview(shop.slug));
  await expect(page.getByRole("link", { name: "Settings" })).toBeHidden();
  await page.getByRole("button", { name: "Menu" }).click();
  await page.getByRole("link", { name: "Settings" }).click();
  await expect(page).toHaveURL(paths.settings(shop.slug));
});
