import { expect } from "@playwright/test";
import { addMessagesInEveryState } from "@/e2e/messages/messages-in-every-state";
import { paths } from "@/lib/paths";
import {
  choose,
  chosen,
  filledWrong,
  named,
  opened,
  plain,
  press,
  refused,
  type Row,
  type State,
  unreachable,
} from "./state-kinds";

const emptyMessages = plain(({ empty }) => paths.messages(empty.slug));
const messages = named(({ full }) => paths.messages(full.shop.slug));
const ask = opened(emptyMessages, "Ask for a review", "dialog");
const unknown = "no-such-id";

/** One that has only been planned, for a customer of its own: a rating would cancel it. */
const planned = plain(async ({ full: { shop } }) => {
  const customer = await shop.addCustomer();
  const tomorrow = new Date(Date.now() + 86_400_000).toISOString();
  const { messages: asked } = await shop.ask({ customer, sendAt: tomorrow });
  return paths.message(shop.slug, asked[0]?.id ?? "");
});

/** An e-mail of the Outbox, opened. */
const openedMail: State = async (stage) => {
  const { shop } = stage.full;
  const told = await addMessagesInEveryState(shop);
  await stage.page.goto(paths.outbox(shop.slug, told));
  const mail = stage.page.frameLocator("iframe");
  await expect(mail.getByRole("heading", { name: "How was it?" })).toBeVisible();
  return stage.page;
};

/** The states of messages and the Outbox. */
export const MESSAGE_STATES = {
  messages: {
    empty: emptyMessages,
    filled: messages,
    nothing: plain(({ full }) => `${paths.messages(full.shop.slug)}?search=nobody-of-this-name`),
    ask,
    invalid: filledWrong(
      ask,
      async (page) => {
        await page.getByRole("radio", { name: "Later" }).click();
        await press("Send")(page);
      },
      "Enter the e-mail address to write to.",
    ),
    inEveryState: async (stage) => {
      await addMessagesInEveryState(stage.full.shop);
      return messages(stage);
    },
    menu: opened(messages, /^Actions for/, "menu"),
    error: unreachable(emptyMessages, choose("Channel", "sms")),
  },
  message: {
    empty: planned,
    filled: named(({ full }) => paths.message(full.shop.slug, full.message)),
    reschedule: chosen(planned, /^Actions for/, "Reschedule", "dialog"),
    cancel: chosen(planned, /^Actions for/, "Cancel message", "alertdialog"),
    error: refused(({ full }) => paths.message(full.shop.slug, unknown), "Not found"),
  },
  outbox: {
    empty: plain(({ empty }) => paths.outbox(empty.slug)),
    filled: named(({ full }) => paths.outbox(full.shop.slug)),
    openedMail,
    error: refused(() => paths.outbox(unknown), "Not found"),
  },
} satisfies Record<string, Row>;
