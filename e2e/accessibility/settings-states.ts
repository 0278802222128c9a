import { expect } from "@playwright/test";
import { newId } from "@/lib/ids";
import { paths } from "@/lib/paths";
import {
  filledWrong,
  named,
  opened,
  plain,
  press,
  refused,
  type Stage,
  type State,
  unreachable,
} from "./state-kinds";

const api = ({ empty }: Stage) => paths.settingsApi(empty.slug);
const unknown = "no-such-id";

/** The states of Settings. */
export const SETTINGS_STATES = {
  settingsRoot: "leads on",
  settings: {
    filled: plain(({ full }) => paths.settings(full.shop.slug)),
    error: filledWrong(
      plain(({ full }) => paths.settings(full.shop.slug)),
      async (page) => {
        await page.getByLabel("Address").fill("Not An Address");
        await press("Save")(page);
      },
      /lower-case letters/,
    ),
  },
  settingsReviewPage: {
    filled: plain(({ full }) => paths.settingsReviewPage(full.shop.slug)),
    error: filledWrong(
      plain(({ full }) => paths.settingsReviewPage(full.shop.slug)),
      async (page) => {
        await page.getByLabel("Question").fill("");
        await press("Save")(page);
      },
      "Enter the question that customers answer.",
    ),
  },
  settingsMessages: {
    filled: plain(({ full }) => paths.settingsMessages(full.shop.slug)),
    error: refused(() => paths.settingsMessages(unknown), "Not found"),
  },
  settingsAuditLog: {
    empty: plain(({ empty }) => paths.settingsAuditLog(empty.slug)),
    filled: plain(({ full }) => paths.settingsAuditLog(full.shop.slug)),
    error: refused(() => paths.settingsAuditLog(unknown), "Not found"),
  },
  settingsMembers: {
    empty: plain(({ empty }) => paths.settingsMembers(empty.slug)),
    filled: named(({ full }) => paths.settingsMembers(full.shop.slug)),
    add: opened(
      plain(({ empty }) => paths.settingsMembers(empty.slug)),
      "Add member",
      "dialog",
    ),
    error: filledWrong(
      opened(
        plain(({ empty }) => paths.settingsMembers(empty.slug)),
        "Add member",
        "dialog",
      ),
      press("Create link"),
      "Enter an e-mail address.",
    ),
  },
  settingsApi: {
    empty: plain(api),
    filled: named(({ full }) => paths.settingsApi(full.shop.slug)),
    create: opened(plain(api), "Create Webhook", "dialog"),
    invalid: filledWrong(
      opened(plain(api), "Create Webhook", "dialog"),
      press("Create"),
      "Enter the URL where you want to receive events.",
    ),
    error: unreachable(
      plain(({ full }) => paths.settingsApi(full.shop.slug)),
      async () => undefined,
    ),
  },
  webhooks: "is part of settingsApi",
  deliveries: {
    empty: plain(({ full }) => `${paths.deliveries(full.shop.slug, full.webhook)}?status=canceled`),
    filled: plain(({ full }) => paths.deliveries(full.shop.slug, full.webhook)),
    expanded: async (stage) => {
      const { full } = stage;
      const page = await plain(() => paths.deliveries(full.shop.slug, full.webhook))(stage);
      await page.getByRole("main").getByRole("button", { expanded: false }).first().click();
      await expect(page.getByText("starwire-attempt").first()).toBeVisible();
      return page;
    },
    error: refused(({ full }) => paths.deliveries(full.shop.slug, newId("whk")), "Not found"),
  },
  allDeliveries: {
    empty: plain(({ empty }) => paths.allDeliveries(empty.slug)),
    filled: plain(({ full }) => paths.allDeliveries(full.shop.slug)),
    error: refused(() => paths.allDeliveries(unknown), "Not found"),
  },
  delivery: {
    filled: plain(({ full }) => paths.delivery(full.shop.slug, full.delivery)),
    error: refused(({ full }) => paths.delivery(full.shop.slug, unknown), "Not found"),
  },
} satisfies Record<string, Record<string, State> | string>;
