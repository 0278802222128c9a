import { reviewPage } from "@/e2e/support/review-page";
import { starwire } from "@/e2e/support/started-starwire";
import { expect, test } from "@/e2e/support/test";
import { hashOneTimeToken } from "@/lib/auth/one-time-token";
import { db } from "@/lib/db/client";
import { paths } from "@/lib/paths";

const SAID = "The almond croissant sold out while I stood in line.";

test("a newcomer sees a webhook arrive", async ({ page, context, visitor }) => {
  const { welcomeUrl, customerUrl, receiverUrl } = starwire();

  await test.step("the start gave a link that signs in", async () => {
    // A newcomer opens it at once; this one comes when the specs before have ended, which may be 15 minutes later.
    const tokenHash = hashOneTimeToken(welcomeUrl.split("/").at(-1) ?? "");
    await db.signInLink.update({ where: { tokenHash }, data: { expiresAt: new Date(Date.now() + 60_000) } });
    await page.goto(welcomeUrl);
    await expect(page.getByRole("heading", { level: 1, name: "Overview" })).toBeVisible();
  });

  await test.step("Settings, API, Webhooks: Create Webhook, with the test receiver's URL", async () => {
    await page.getByRole("link", { name: "Settings" }).click();
    await page.getByRole("link", { name: "API", exact: true }).click();
    await expect(page.getByRole("heading", { level: 2, name: "Webhooks" })).toBeVisible();
    await page.getByRole("button", { name: "Create Webhook" }).click();
    await page.getByRole("button", { name: "Use the test receiver" }).click();
    await expect(page.getByLabel("Webhook URL")).toHaveValue(receiverUrl);
    await page.getByRole("button", { name: "Create", exact: true }).click();
    await expect(page.getByRole("dialog")).toBeHidden();
    await expect(page.getByRole("switch", { name: receiverUrl })).toBeChecked();
    await expect(page.getByText(/^whsec_/)).toBeVisible();
  });

  const watching = await context.newPage();
  const arrived = watching.getByRole("list", { name: "Received requests" }).getByRole("listitem");
  const region = (name: string) => arrived.first().getByRole("region", { name });
  await test.step("the test receiver has nothing yet", async () => {
    await watching.goto(paths.receiver());
    await expect(watching.getByText("Nothing has arrived yet")).toBeVisible();
  });

  await test.step("a customer lands on a rating link, and the rating is saved", async () => {
    await visitor.goto(customerUrl);
    await expect(reviewPage.notice(visitor)).toHaveText("Your rating, 4 of 5 stars, is saved");
  });

  await test.step("review-created is there, signed, with the rating", async () => {
    await expect(arrived).toHaveCount(1);
    await expect(arrived.first()).toContainText("review-created");
    await expect(arrived.first()).toContainText("Signature verified");
    await arrived.first().getByRole("button", { expanded: false }).click();
    await expect(region("Body")).toContainText('"score":4');
    await expect(region("Headers")).toContainText("webhook-signature: v1,");
  });

  await test.step("the customer adds words: review-updated is there", async () => {
    await reviewPage.submit(visitor, SAID);
    await expect(arrived).toHaveCount(2);
    await expect(arrived.first()).toContainText("review-updated");
    await expect(arrived.first()).toContainText("Signature verified");
  });

  await test.step("switched off, nothing arrives of what happens then", async () => {
    const toggle = page.getByRole("switch", { name: receiverUrl });
    await toggle.click();
    await expect(page.getByText(/Off since/)).toBeVisible();
    await reviewPage.correct(visitor, `${SAID} Again.`);

    await toggle.click();
    await expect(page.getByText(/Off since/)).toBeHidden();
    await reviewPage.correct(visitor, `${SAID} Twice.`);
    await expect(arrived).toHaveCount(3);
    await arrived.first().getByRole("button", { expanded: false }).click();
    await expect(region("Body")).toContainText('"revision":4');
  });
});
