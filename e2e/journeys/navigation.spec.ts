import { createProject } from "@/lib/projects/commands";
import { paths } from "@/lib/paths";
import { expect, test } from "@/e2e/support/test";

const phone = { width: 375, height: 700 };

test("a click on Settings opens General and shows its pages as links; the open one is marked", async ({
  page,
  shop,
  signedInAs,
}) => {
  await signedInAs("owner");
  await page.goto(paths.overview(shop.slug));
  const nav = page.getByRole("navigation", { name: "Main" });
  await expect(nav.getByRole("link", { name: "Overview" })).toHaveAttribute("aria-current", "page");
  await nav.getByRole("link", { name: "Settings" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "General" })).toBeVisible();
  for (const name of ["General", "Review page", "Members", "API", "Audit log"])
    await expect(nav.getByRole("link", { name, exact: true })).toBeVisible();
  await expect(nav.locator(`a[href="${paths.settingsMessages(shop.slug)}"]`)).toHaveText("Messages");
  await nav.getByRole("link", { name: "API", exact: true }).click();
  await expect(page.getByRole("heading", { level: 1, name: "API" })).toBeVisible();
  await expect(nav.getByRole("link", { name: "API", exact: true })).toHaveAttribute("aria-current", "page");
});

test("the keyboard's first stop skips to the content", async ({ page, shop, signedInAs }) => {
  await signedInAs("viewer");
  await page.goto(paths.overview(shop.slug));
  await page.keyboard.press("Tab");
  await expect(page.getByRole("link", { name: "Skip to content" })).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(page.getByRole("main")).toBeFocused();
});

test("on a phone the navigation is a dialog behind Menu, which keeps the focus and gives it back", async ({
  page,
  shop,
  signedInAs,
}) => {
  await page.setViewportSize(phone);
  await signedInAs("owner");
  await page.goto(paths.overview(shop.slug));
  const menuButton = page.getByRole("button", { name: "Menu", exact: true });
  const dialog = page.getByRole("dialog", { name: "Menu" });
  await expect(page.getByRole("link", { name: "Reviews", exact: true })).toHaveCount(0);
  await menuButton.press("Enter");
  await expect(dialog).toBeVisible();
  for (let stop = 0; stop < 15; stop += 1) {
    await page.keyboard.press("Tab");
    await expect(dialog.locator(":focus")).toHaveCount(1);
  }
  await page.keyboard.press("Escape");
  await expect(dialog).toBeHidden();
  await expect(menuButton).toBeFocused();

  await menuButton.click();
  await dialog.getByRole("link", { name: "Reviews", exact: true }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Reviews" })).toBeVisible();
  await expect(dialog).toBeHidden();
});

test("the switcher leads to another project, and the app opens there next time", async ({
  page,
  shop,
  signedInAs,
}) => {
  await signedInAs("owner");
  const other = await createProject(shop.owner.userId, { name: "Other Café" });
  await page.goto(paths.overview(shop.slug));
  await page.getByRole("button", { name: `Project: ${shop.name}` }).click();
  await page.getByRole("menuitem", { name: "Other Café" }).click();
  await expect(page.getByRole("button", { name: "Project: Other Café" })).toBeVisible();
  await page.goto(paths.home());
  await expect(page).toHaveURL(new RegExp(`${paths.overview(other.slug)}$`));
});

test("a project is made, renamed, moved and deleted by naming it", async ({ page, signedInAs }) => {
  await signedInAs("owner");
  const name = "Bäckerei <i>Zoë</i> 🥨";
  await page.goto(paths.newProject());
  await page.getByRole("button", { name: "Create project" }).click();
  await expect(page.getByLabel("Name")).toHaveAccessibleDescription(/Enter the project's name\./);
  await page.getByLabel("Name").fill(name);
  await page.getByRole("button", { name: "Create project" }).click();
  await expect(page.getByRole("button", { name: `Project: ${name}` })).toBeVisible();

  await page.getByRole("link", { name: "Settings" }).click();
  await page.getByLabel("Address").fill("Not An Address");
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page.getByLabel("Address")).toHaveAccessibleDescription(/lower-case letters/);
  const slug = `moved-${Date.now()}`;
  await page.getByLabel("Address").fill(slug);
  await page.getByLabel("Time zone").selectOption("Europe/Zurich");
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page).toHaveURL(new RegExp(`${paths.settings(slug)}$`));
  await expect(page.getByLabel("Time zone")).toHaveValue("Europe/Zurich");

  await page.getByRole("button", { name: "Delete project" }).click();
  const dialog = page.getByRole("alertdialog", { name: `Delete ${name}?` });
  await expect(dialog).toContainText("No events are sent");
  await expect(dialog.getByRole("button", { name: "Delete project" })).toBeDisabled();
  await dialog.getByRole("textbox").fill(name);
  await dialog.getByRole("button", { name: "Delete project" }).click();
  await expect(page).not.toHaveURL(new RegExp(slug));
  expect((await page.request.get(paths.overview(slug))).status()).toBe(404);
});
