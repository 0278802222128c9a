import { messagesPage } from "@/e2e/support/messages-page";
import { outboxPage } from "@/e2e/support/outbox-page";
import { reviewPage } from "@/e2e/support/review-page";
import { expect, test } from "@/e2e/support/test";
import { paths } from "@/lib/paths";

const SAID = "The rye is worth the walk.";

test.use({ viewport: { width: 375, height: 700 }, hasTouch: true, isMobile: true });

test("a shop owner asks by e-mail and by SMS on a phone, and sees the ratings come in", async ({
  page,
  shop,
  signedInAs,
}) => {
  await shop.sendSmsAtAnyHour();
  await signedInAs("owner");
  const messages = messagesPage(page, shop.slug);
  const outbox = outboxPage(page, shop.slug);
  const goTo = async (name: string) => {
    await page.getByRole("button", { name: "Menu", exact: true }).tap();
    await page.getByRole("dialog", { name: "Menu" }).getByRole("link", { name, exact: true }).tap();
    await expect(page.getByRole("heading", { level: 1, name })).toBeVisible();
  };

  await test.step("asks Zoë by e-mail, from the Overview", async () => {
    await page.goto(paths.overview(shop.slug));
    await messages.startAsking();
    await messages.dialog.getByLabel("First name").fill("Zoë");
    await messages.dialog.getByRole("textbox", { name: "E-mail" }).fill("zoe@example.com");
    await messages.dialog.getByLabel("Reminders").selectOption("1");
    await messages.send();
    await expect(messages.outcome).toContainText("Sent to the Outbox.");
    await messages.dialog.getByRole("button", { name: "Done" }).tap();
  });

  await test.step("asks Ben by SMS, from Messages", async () => {
    await goTo("Messages");
    await expect(page.getByText("Messages stay on this server")).toBeVisible();
    await messages.startAsking();
    await messages.dialog.getByLabel("First name").fill("Ben");
    await messages.dialog.getByLabel("Mobile").fill("(415) 555-0123");
    await messages.dialog.getByRole("radio", { name: "SMS" }).tap();
    await messages.send();
    await expect(messages.outcome).toContainText("Sent to the Outbox.");
  });

  await test.step("Ben taps five stars in the SMS", async () => {
    await messages.dialog.getByRole("link", { name: "Open in the Outbox" }).tap();
    const rating = await outbox.follow(outbox.smsStar(5));
    await expect(reviewPage.notice(rating)).toHaveText("Your rating, 5 of 5 stars, is saved");
    await rating.close();
  });

  await test.step("Zoë clicks two stars in the e-mail and says why", async () => {
    await outbox.list.getByRole("button", { name: /Zoë/ }).tap();
    const rating = await outbox.follow(outbox.star(2));
    await expect(reviewPage.notice(rating)).toHaveText("Your rating, 2 of 5 stars, is saved");
    await reviewPage.submit(rating, SAID);
    await rating.close();
  });

  await test.step("the messages say that they were clicked, and Zoë's reminder is off", async () => {
    await goTo("Messages");
    await expect(messages.row("Ben")).toContainText("Clicked");
    await expect(messages.row("Zoë").filter({ hasText: "Reminder 1" })).toContainText("Canceled");
    await expect(messages.row("Zoë").filter({ hasText: "Request" })).toContainText("Clicked");
  });

  await test.step("both ratings are there", async () => {
    await goTo("Reviews");
    const reviews = page.getByRole("list", { name: "Reviews" }).getByRole("listitem");
    await expect(reviews.filter({ hasText: "Ben" }).getByRole("img", { name: "5 of 5 stars" })).toBeVisible();
    await expect(reviews.filter({ hasText: SAID }).getByRole("img", { name: "2 of 5 stars" })).toBeVisible();
  });
});
