import type { Page } from "@playwright/test";
import { expect, test } from "@/e2e/support/test";
import { starwire } from "@/e2e/support/started-starwire";
import { createUser } from "@/lib/auth/accounts";
import { inviteMember } from "@/lib/members/commands";
import { paths } from "@/lib/paths";

async function addMember(page: Page, email: string, role: string): Promise<string> {
  await page.getByRole("button", { name: "Add member" }).click();
  await page.getByLabel("E-mail").fill(email);
  await page.getByLabel("Role").selectOption(role);
  await page.getByRole("button", { name: "Create link" }).click();
  const link = await page.getByLabel("Invitation link").inputValue();
  await page.getByRole("button", { name: "Done" }).click();
  return link;
}

test("an owner adds a member by a link; they join with name and password, and see what their role shows", async ({
  page,
  visitor,
  shop,
  signedInAs,
}) => {
  await signedInAs("owner");
  await page.goto(paths.settingsMembers(shop.slug));
  const email = `grace-${shop.slug}@example.com`;
  const link = await addMember(page, email, "Manager");
  await expect(page.getByRole("row", { name: new RegExp(email) })).toContainText("in 6 days");

  await visitor.goto(link);
  await expect(visitor.getByRole("heading", { name: `Join ${shop.name}` })).toBeVisible();
  await visitor.getByLabel("Your name").fill("<b>Grace</b> 🥐");
  await visitor.getByLabel("Choose a password").fill("short");
  await visitor.getByRole("button", { name: "Join", exact: true }).click();
  await expect(visitor.getByText("Use at least 10 characters.")).toBeVisible();
  await visitor.getByLabel("Choose a password").fill("quite long enough");
  await visitor.getByRole("button", { name: "Join", exact: true }).click();
  await expect(visitor.getByRole("heading", { name: "Overview" })).toBeVisible();
  const nav = visitor.getByRole("navigation", { name: "Main" });
  await expect(nav.getByRole("link", { name: "Reviews" })).toBeVisible();
  await expect(nav.getByRole("link", { name: "Settings" })).toHaveCount(0);

  await page.reload();
  await expect(page.getByRole("row", { name: /<b>Grace<\/b> 🥐/ })).toContainText("Manager");
  await expect(page.getByRole("heading", { name: "Open invitations" })).toHaveCount(0);
  await visitor.goto(link);
  await expect(visitor.getByRole("heading", { name: "This invitation no longer works" })).toBeVisible();
});

test("somebody with an account signs in to join, with the name they have", async ({
  page,
  visitor,
  shop,
  signedInAs,
}) => {
  const account = { email: `linus-${shop.slug}@example.com`, name: "Linus", password: "quite long enough" };
  await createUser(account);
  await signedInAs("admin");
  await page.goto(paths.settingsMembers(shop.slug));
  await visitor.goto(await addMember(page, account.email, "Viewer"));
  await visitor.getByRole("link", { name: "Sign in to join" }).click();
  await visitor.getByLabel("E-mail").fill(account.email);
  await visitor.getByLabel("Password").fill(account.password);
  await visitor.getByRole("button", { name: "Sign in" }).click();
  await visitor.getByRole("button", { name: "Join as Linus" }).click();
  await expect(visitor.getByRole("heading", { name: "Overview" })).toBeVisible();
});

test("a revoked link lets nobody in", async ({ page, visitor, shop, signedInAs }) => {
  await signedInAs("owner");
  await page.goto(paths.settingsMembers(shop.slug));
  const email = `gone-${shop.slug}@example.com`;
  const link = await addMember(page, email, "Viewer");
  await page.getByRole("button", { name: `Revoke the invitation of ${email}` }).click();
  await page.getByRole("alertdialog").getByRole("button", { name: "Revoke invitation" }).click();
  await expect(page.getByText(email, { exact: true })).toHaveCount(0);
  await visitor.goto(link);
  await expect(visitor.getByRole("heading", { name: "This invitation no longer works" })).toBeVisible();
});

test("roles change and members go, at once", async ({ page, shop, signedInAs }) => {
  const viewer = await shop.addMember("viewer");
  await signedInAs("admin");
  await page.goto(paths.settingsMembers(shop.slug));
  const row = page.getByRole("row", { name: new RegExp(viewer.userName) });
  const actions = row.getByRole("button", { name: `Actions for ${viewer.userName}` });
  await actions.click();
  await expect(page.getByRole("menuitemradio", { name: "Owner" })).toHaveCount(0);
  await page.getByRole("menuitemradio", { name: "Manager" }).click();
  await expect(row).toContainText("Manager");
  await page.keyboard.press("Escape");
  await expect(page.getByRole("menu")).toHaveCount(0);

  await expect(
    page.getByRole("button", { name: `Actions for ${shop.owner.userName}`, exact: true }),
  ).toHaveCount(0);
  await actions.click();
  await page.getByRole("menuitem", { name: "Remove" }).click();
  const dialog = page.getByRole("alertdialog", { name: `Remove ${viewer.userName}?` });
  await dialog.getByRole("button", { name: "Remove" }).click();
  await expect(row).toHaveCount(0);
});

test("the last owner can't be removed", async ({ page, shop, signedInAs }) => {
  await signedInAs("owner");
  await page.goto(paths.settingsMembers(shop.slug));
  await page.getByRole("button", { name: `Actions for ${shop.owner.userName}` }).click();
  await page.getByRole("menuitem", { name: "Leave" }).click();
  await page.getByRole("alertdialog").getByRole("button", { name: "Leave" }).click();
  await expect(page.getByText("A project needs an owner.")).toBeVisible();
  await page.reload();
  await expect(page.getByRole("row", { name: /\(you\)/ })).toContainText("Owner");
});

test("an invitation is taken without JavaScript", async ({ browser, shop }) => {
  const { token } = await inviteMember(shop.owner, {
    email: `joan-${shop.slug}@example.com`,
    role: "viewer",
  });
  const context = await browser.newContext({ baseURL: starwire().appUrl, javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto(paths.invitation(token));
  await page.getByLabel("Your name").fill("Joan");
  await page.getByLabel("Choose a password").fill("quite long enough");
  await page.getByRole("button", { name: "Join", exact: true }).click();
  await expect(page.getByRole("heading", { name: "Overview" })).toBeVisible();
  await context.close();
});
