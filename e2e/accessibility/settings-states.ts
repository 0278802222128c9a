import { expect } from "@playwright/test";
import { HOSTILE, HOSTILE_TEXT } from "@/e2e/support/hostile";
import { newId } from "@/lib/ids";
import { paths } from "@/lib/paths";
import {
  chosen,
  filledWrong,
  named,
  opened,
  plain,
  press,
  refused,
  type Row,
  type State,
  typed,
  wide,
} from "./state-kinds";
import { WEBHOOK_STATES } from "./webhook-states";

const general = plain(({ full }) => paths.settings(full.shop.slug));
const reviewPage = plain(({ full }) => paths.settingsReviewPage(full.shop.slug));
const words = plain(({ full }) => paths.settingsMessages(full.shop.slug));
const noMembers = plain(({ empty }) => paths.settingsMembers(empty.slug));
const members = named(({ full }) => paths.settingsMembers(full.shop.slug));
const inviting = opened(noMembers, "Add member", "dialog");
const unknown = "no-such-id";

/** A toast, which stays while the pointer is over it. */
const saved: State = async (stage) => {
  const page = await general(stage);
  await page.getByLabel("Name").fill(`${HOSTILE.slice(0, 190)} ${newId("prj")}`.slice(0, 200));
  await press("Save")(page);
  const toast = page.getByRole("listitem").filter({ hasText: "Saved" });
  await toast.hover();
  await expect(toast).toBeVisible();
  return page;
};

/** The states of Settings. */
export const SETTINGS_STATES = {
  settingsRoot: "leads on",
  settings: {
    empty: plain(({ empty }) => paths.settings(empty.slug)),
    filled: general,
    saved: wide(saved),
    remove: opened(general, "Delete project", "alertdialog"),
    error: filledWrong(
      general,
      async (page) => {
        await page.getByLabel("Address").fill("Not An Address");
        await press("Save")(page);
      },
      /lower-case letters/,
    ),
  },
  settingsReviewPage: {
    empty: plain(({ empty }) => paths.settingsReviewPage(empty.slug)),
    filled: async (stage) => {
      const page = await typed(reviewPage, { Introduction: HOSTILE_TEXT })(stage);
      await press("Add a link")(page);
      await page.getByLabel("Name of link 1").fill(HOSTILE);
      await page.getByLabel("URL of link 1").fill(`https://example.com/${"long-path/".repeat(12)}`);
      return page;
    },
    error: filledWrong(
      reviewPage,
      async (page) => {
        await page.getByLabel("Question").fill("");
        await press("Save")(page);
      },
      "Enter the question that customers answer.",
    ),
  },
  settingsMessages: {
    empty: plain(({ empty }) => paths.settingsMessages(empty.slug)),
    filled: words,
    sms: async (stage) => {
      const page = await words(stage);
      await page.getByRole("tab", { name: "SMS", exact: true }).click();
      await expect(page.getByText(/^\d+ segments? · /)).toBeVisible();
      return page;
    },
    error: filledWrong(
      words,
      async (page) => {
        await page.getByLabel("Reply-to address").fill("nobody");
        await press("Save")(page);
      },
      /This isn't an e-mail address/,
    ),
    refused: refused(() => paths.settingsMessages(unknown), "Not found"),
  },
  settingsAuditLog: {
    empty: plain(({ empty }) => paths.settingsAuditLog(empty.slug)),
    filled: plain(({ full }) => paths.settingsAuditLog(full.shop.slug)),
    error: refused(() => paths.settingsAuditLog(unknown), "Not found"),
  },
  settingsMembers: {
    empty: noMembers,
    filled: members,
    menu: opened(members, /^Actions for/, "menu"),
    remove: chosen(members, /^Actions for/, "Leave", "alertdialog"),
    add: inviting,
    invited: async (stage) => {
      const page = await inviting(stage);
      const dialog = page.getByRole("dialog");
      await dialog.getByLabel("E-mail").fill(`${"long".repeat(15)}@${"example".repeat(8)}.example.com`);
      await press("Create link")(page);
      await expect(dialog.getByLabel("Invitation link")).toBeVisible();
      return page;
    },
    error: filledWrong(inviting, press("Create link"), "Enter an e-mail address."),
  },
  ...WEBHOOK_STATES,
} satisfies Record<string, Row | string>;
