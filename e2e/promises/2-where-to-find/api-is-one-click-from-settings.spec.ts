import { expect, test } from "@/e2e/support/test";
import { paths } from "@/lib/paths";

test("once in Settings, API is one click away", async ({ page, shop, signedInAs }) => {
  await signedInAs("admin");
  await page.goto(paths.overview(shop.slug));
  const sidebar = page.getByRole("navigation", { name: "Main" });
  await expect(sidebar.getByRole("link", { name: "API", exact: true })).toBeHidden();
  await sidebar.getByRole("link", { name: "Settings" }).click();
  await sidebar.getByRole("link", { name: "API", exact: true }).click();
  await expect(page).toHaveURL(paths.settingsApi(shop.slug));
  await expect(page.getByRole("heading", { level: 1, name: "API" })).toBeVisible();
});

test("who may not manage webhooks sees no such link and gets 403 at its address", async ({
  page,
  shop,
  signedInAs,
}) => {
  await signedInAs("manager");
  await page.goto(paths.overview(shop.slug));
  await expect(page.getByRole("navigation", { name: "Main" })).toBeVisible();
  await expect(page.getByRole("link", { name: "API", exact: true })).toBeHidden();
  const answer = await page.goto(paths.settingsApi(shop.slug));
  expect(answer?.status()).toBe(403);
});
