import { addMessagesInEveryState } from "@/e2e/messages/messages-in-every-state";
import { messagesPage } from "@/e2e/support/messages-page";
import { expect, test } from "@/e2e/support/test";
import { db } from "@/lib/db/client";
import { cancelMessage } from "@/lib/messages/commands/cancel-message";
import { paths } from "@/lib/paths";
import { toLocalInput } from "@/lib/zoned-moment";

const inDays = (days: number) => new Date(Date.now() + days * 86_400_000);

test("what happens to a message shows by itself, in the list, its counters and on its own page", async ({
  page,
  context,
  shop,
  signedInAs,
}) => {
  await signedInAs("viewer");
  const customer = await shop.addCustomer("Ines");
  const messages = messagesPage(page, shop.slug);
  await messages.open();
  await expect(page.getByRole("heading", { name: "No messages yet" })).toBeVisible();

  const asked = await shop.ask({ customer });
  await expect(messages.row("Ines")).toContainText("In the Outbox");
  await expect(page.getByRole("term").filter({ hasText: "Sent" }).locator("..")).toContainText("1");
  await expect(page.getByRole("button", { name: /^Actions for/ })).toHaveCount(0);
  await expect(messages.row("Ines").getByRole("time").first()).toHaveAttribute("title", /\d\d:\d\d:\d\d/);

  const detail = await context.newPage();
  await detail.goto(paths.message(shop.slug, asked.messages[0]?.id ?? ""));
  await expect(detail.getByRole("list", { name: "Timeline" }).getByRole("listitem")).toHaveText([
    /^Made/,
    /^Sent/,
  ]);
  const later = await shop.ask({ customer, sendAt: inDays(3).toISOString() });
  const id = later.messages[0]?.id ?? "";
  await detail.goto(paths.message(shop.slug, id));
  await expect(detail.getByRole("main")).toContainText("Will be sent on");
  await cancelMessage(shop.owner, id);
  await expect(detail.getByRole("list", { name: "Timeline" })).toContainText("Canceled");
  await expect(messages.row("Ines").first()).toContainText("Canceled");
});

test("filters stand in the URL, and a failure tells its reason", async ({ page, shop, signedInAs }) => {
  await signedInAs("viewer");
  await addMessagesInEveryState(shop);
  const messages = messagesPage(page, shop.slug);
  await messages.open();
  await expect(messages.rows).toHaveCount(9);

  await page.getByRole("combobox", { name: "State" }).selectOption("Failed");
  await expect(messages.rows).toHaveCount(1);
  await expect(page).toHaveURL(/\?status=failed$/);
  await expect(messages.rows.first()).toContainText("The mailbox doesn't exist");
  await page.reload();
  await expect(messages.rows).toHaveCount(1);
  await page.getByRole("button", { name: "Clear filters" }).click();
  await page.getByRole("combobox", { name: "Channel" }).selectOption("SMS");
  await page.getByRole("combobox", { name: "Template" }).selectOption("Reminders");
  await expect(page).toHaveURL(/channel=sms&template=reminder/);
  await expect(messages.rows).toHaveCount(2);
  await page.getByRole("searchbox", { name: "Search messages" }).fill("nobody");
  await expect(page.getByRole("heading", { name: "No message matches" })).toBeVisible();
});

test("a filter chosen before the page's script runs counts", async ({ page, shop, signedInAs }) => {
  await signedInAs("viewer");
  await addMessagesInEveryState(shop);
  let letScriptsGo = () => {};
  const scriptsMayGo = new Promise<void>((resolve) => {
    letScriptsGo = resolve;
  });
  await page.route("**/_next/static/**/*.js", async (route) => {
    await scriptsMayGo;
    await route.continue();
  });
  const opened = page.goto(paths.messages(shop.slug));
  await page.getByRole("combobox", { name: "State" }).selectOption("Failed");
  await page.getByRole("searchbox", { name: "Search messages" }).fill("nobody");
  await expect(messagesPage(page, shop.slug).rows).toHaveCount(9);
  letScriptsGo();
  await opened;
  await expect(page.getByRole("heading", { name: "No message matches" })).toBeVisible();
  await expect(page).toHaveURL(/status=failed/);
});

test("a message's own page tells of its failure and of the openings that saved nothing", async ({
  page,
  shop,
  signedInAs,
}) => {
  await signedInAs("viewer");
  const told = await addMessagesInEveryState(shop);
  await page.goto(paths.message(shop.slug, told));
  const main = page.getByRole("main");
  await expect(main).toContainText("bounced (provider: 550 5.1.1)");
  await expect(page.getByRole("heading", { name: "2 automatic opens ignored" })).toBeVisible();
  await expect(main).toContainText("a known program");
  await expect(main).toContainText(
    "opened within minutes of sending, without a touch, loaded ahead of a visit",
  );
});

test("the menu moves a message, cancels its request, schedules it again and sends a failed one again", async ({
  page,
  shop,
  signedInAs,
}) => {
  await signedInAs("owner");
  const customer = await shop.addCustomer("Ines");
  const { messages: asked } = await shop.ask({ customer, sendAt: inDays(1).toISOString(), reminders: 1 });
  const messages = messagesPage(page, shop.slug);
  await messages.open();
  const request = messages.row("Request");
  const act = async (entry: string) => {
    await page.getByRole("button", { name: "Actions for E-mail request to Ines Doe" }).first().click();
    await page.getByRole("menuitem", { name: entry, exact: true }).click();
    await expect(page.getByRole("menu")).toHaveCount(0);
  };
  const moveTo = async (days: number) => {
    await messages.dialog
      .getByLabel("Date and time (UTC)")
      .fill(toLocalInput(inDays(days), "UTC").replace(/T.*/, "T09:30"));
    await messages.dialog.getByRole("button", { name: "Save" }).click();
    await expect(messages.dialog).toBeHidden();
  };

  await act("Reschedule");
  await moveTo(3);
  await expect(request).toContainText(/Will be sent on .* at 9:30/);

  await act("Cancel whole request");
  const question = page.getByRole("alertdialog", {
    name: "Cancel the whole request of the e-mail request to Ines Doe?",
  });
  await question.getByRole("button", { name: "Cancel request" }).click();
  await expect(messages.rows.filter({ hasText: "Canceled" })).toHaveCount(2);

  const failed = asked[0]?.id ?? "";
  const old = { status: "failed", failureCode: "unknown_after_crash", failedAt: new Date() } as const;
  await db.request.updateMany({ where: { projectId: shop.id }, data: { canceledAt: null } });
  await db.message.update({
    where: { id: failed },
    data: { ...old, canceledAt: null, failureMessage: "It may have been sent." },
  });
  await expect(request).toContainText("It may have been sent.");
  await act("Resend");
  await expect(messages.row("In the Outbox")).toHaveCount(1);
});
