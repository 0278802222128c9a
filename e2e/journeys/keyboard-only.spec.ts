import { keyboardOf } from "@/e2e/support/keyboard";
import { expect, test } from "@/e2e/support/test";
import { webhooksPage } from "@/e2e/support/webhooks-page";
import { setPassword } from "@/lib/auth/accounts";
import { db } from "@/lib/db/client";
import { paths } from "@/lib/paths";
import { addReview } from "@/lib/reviews/commands/add-review";

test("somebody without a pointer signs in, and creates, switches, edits and deletes a webhook", async ({
  page,
  shop,
  receiver,
}) => {
  const keys = keyboardOf(page);
  const hooks = webhooksPage(page, shop.slug);
  const password = "a long enough password";
  const { email } = await db.user.findUniqueOrThrow({ where: { id: shop.owner.userId } });
  await setPassword({ id: shop.owner.userId }, password);

  await page.goto(paths.signIn(paths.overview(shop.slug)));
  await keys.write(page.getByLabel("E-mail"), email);
  await keys.write(page.getByLabel("Password"), password);
  await keys.press("Enter");
  await expect(page.getByRole("heading", { name: "Overview" })).toBeVisible();

  await keys.activate(page.getByRole("link", { name: "Settings" }));
  await keys.activate(page.getByRole("link", { name: "API", exact: true }));
  await keys.activate(page.getByRole("button", { name: "Create Webhook" }));
  const url = receiver.url();
  await keys.write(hooks.dialog.getByLabel("Webhook URL"), url);
  await keys.press("Enter");
  await expect(hooks.dialog).toBeHidden();
  await expect(hooks.switch(url)).toBeChecked();

  await keys.activate(hooks.switch(url), "Space");
  await hooks.settled(url, false);
  await keys.press("Space");
  await hooks.settled(url, true);

  const actions = page.getByRole("button", { name: `Actions for ${url}` });
  await keys.activate(actions);
  await keys.choose("Edit");
  await keys.activate(hooks.eventTypeBox("review-deleted"), "Space");
  await keys.activate(hooks.dialog.getByRole("button", { name: "Save" }));
  await expect(hooks.dialog).toBeHidden();
  await expect(actions).toBeFocused();
  expect(await db.webhook.findFirst({ where: { projectId: shop.id } })).toMatchObject({
    eventTypes: expect.not.arrayContaining(["review-deleted"]),
    allEventTypes: false,
  });

  await keys.press("Enter");
  await keys.choose("Delete");
  const question = page.getByRole("alertdialog");
  await keys.activate(question.getByRole("button", { name: "Delete" }));
  await expect(page.getByRole("button", { name: "Create Webhook" })).toBeFocused();
});

test("a customer without a pointer rates, submits and edits a review", async ({ shop, visitor }) => {
  const keys = keyboardOf(visitor);
  const star = (score: number) => visitor.getByRole("radio", { name: new RegExp(`^${score} star`) });
  await visitor.goto(await shop.ratingLink());
  await keys.tabTo(star(1));
  await keys.press("Space");
  for (let score = 1; score < 4; score += 1) await keys.press("ArrowRight");
  await expect(star(4)).toBeChecked();
  await keys.write(visitor.getByLabel("Tell us more (optional)"), "All by keyboard.");
  await keys.activate(visitor.getByRole("button", { name: "Submit" }));
  await expect(visitor.getByRole("heading", { name: "Thank you" })).toBeVisible();

  await keys.activate(visitor.getByRole("link", { name: "Edit my review" }));
  await keys.write(visitor.getByLabel("Tell us more (optional)"), "All by keyboard, twice.");
  await keys.activate(visitor.getByRole("button", { name: "Submit" }));
  await expect(visitor.getByRole("heading", { name: "Thank you" })).toBeVisible();
  expect(await db.review.findFirst({ where: { projectId: shop.id } })).toMatchObject({
    score: 4,
    body: "All by keyboard, twice.",
    status: "submitted",
  });
});

test("somebody without a pointer filters reviews and edits one", async ({ page, shop, signedInAs }) => {
  const keys = keyboardOf(page);
  for (const [score, body] of [
    [5, "Splendid bread."],
    [2, "Stale bread."],
  ] as const)
    await addReview(shop.owner, {
      score,
      body,
      customerId: null,
      reviewerName: "Jane",
      origin: "manual",
      ratedAt: new Date(),
      isDemo: false,
    });
  await signedInAs("manager");
  await page.goto(paths.reviews(shop.slug));
  await keys.tabTo(page.getByLabel("Score"));
  await keys.press("2");
  await expect(page.getByText("Splendid bread.")).toHaveCount(0);
  await expect(page.getByText("Stale bread.")).toBeVisible();
  await keys.write(page.getByLabel("Search reviews"), "nothing like this");
  await expect(page.getByText("No review matches")).toBeVisible();
  await keys.activate(page.getByRole("button", { name: "Clear filters" }));
  await expect(page.getByText("Splendid bread.")).toBeVisible();

  await keys.activate(page.getByRole("link", { name: "Jane" }).first());
  await keys.activate(page.getByRole("button", { name: "Edit", exact: true }));
  await keys.write(page.getByRole("dialog").getByLabel("Text"), "Edited by keyboard.");
  await keys.activate(page.getByRole("dialog").getByRole("button", { name: "Save" }));
  await expect(page.getByRole("dialog")).toBeHidden();
  await expect(page.getByText("Edited by keyboard.")).toBeVisible();
});
