import { messagesPage } from "@/e2e/support/messages-page";
import { ofType } from "@/e2e/support/of-type";
import { expect, test } from "@/e2e/support/test";
import { db } from "@/lib/db/client";
import { toLocalInput } from "@/lib/zoned-moment";

const ZONE = "Asia/Kathmandu";
const DAY_MS = 86_400_000;

test("a message for later makes message-created at once, with the time by the project's clock", async ({
  page,
  shop,
  receiver,
  signedInAs,
}) => {
  await db.project.update({ where: { id: shop.id }, data: { timezone: ZONE } });
  await shop.addWebhook(receiver.url());
  await signedInAs("manager");
  const messages = messagesPage(page, shop.slug);
  await messages.open();
  await messages.startAsking();
  await messages.dialog.getByRole("textbox", { name: "E-mail" }).fill("ines@example.com");
  await messages.dialog.getByRole("radio", { name: "Later" }).click();
  const local = toLocalInput(new Date(Date.now() + 3 * DAY_MS), ZONE).replace(/T.*/, "T09:00");
  await messages.dialog.getByLabel(`Date and time (${ZONE})`).fill(local);
  await messages.send();
  await expect(messages.outcome).toContainText("at 9:00.");

  const [created] = await receiver.waitFor(ofType("message-created"));
  expect(created?.event.data).toMatchObject({
    revision: 1,
    status: "scheduled",
    sent_at: null,
    // Nine o'clock in Kathmandu, 5 hours and 45 minutes ahead of UTC.
    scheduled_at: `${local.slice(0, 10)}T03:15:00.000Z`,
  });
  expect(receiver.received).toHaveLength(1);
});
