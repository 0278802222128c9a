import { expect } from "@playwright/test";
import { bareReview } from "@/e2e/accessibility/bare-review";
import { starwire } from "@/e2e/support/started-starwire";
import { createApiKey } from "@/lib/api-keys/commands/create-api-key";
import { addDeliveriesInEveryState } from "@/e2e/webhooks/deliveries-in-every-state";
import { db } from "@/lib/db/client";
import { newId } from "@/lib/ids";
import { paths } from "@/lib/paths";
import { switchWebhook } from "@/lib/webhooks/commands/switch-webhook";
import {
  chosen,
  filledWrong,
  named,
  opened,
  plain,
  press,
  refused,
  type Row,
  type Stage,
  type State,
  unreachable,
} from "./state-kinds";

const noWebhooks = plain(({ empty }) => paths.settingsApi(empty.slug));
const webhooks = named(({ full }) => paths.settingsApi(full.shop.slug));
const deliveries = plain(({ full }) => paths.deliveries(full.shop.slug, full.webhook));
const creating = opened(noWebhooks, "Create Webhook", "dialog");
const newKey = opened(noWebhooks, "Create API key", "dialog");
const actions = /^Actions for https/;
const unknown = "no-such-id";

const secret: State = async (stage) => {
  const page = await opened(webhooks, actions, "menu")(stage);
  await page.getByRole("menuitem", { name: "Signing secret" }).click();
  await expect(page.getByRole("menu")).toHaveCount(0);
  await expect(page.getByRole("region", { name: "Signing secret" })).toBeFocused();
  return page;
};

const revealed: State = async (stage) => {
  const page = await secret(stage);
  const panel = page.getByRole("region", { name: "Signing secret" });
  await panel.getByRole("button", { name: "Reveal" }).click();
  await expect(panel.getByRole("button", { name: "Copy signing secret" })).toBeVisible();
  return page;
};

/** The name of a button without text, shown while it has the focus. */
const tooltip: State = async (stage) => {
  const page = await secret(stage);
  await page.keyboard.press("Tab");
  await expect(page.getByRole("button", { name: "Close signing secret" })).toBeFocused();
  await expect(page.getByRole("tooltip")).toHaveText("Close signing secret");
  return page;
};

/** What a test event came to. */
const testResult: State = async (stage) => {
  const page = await opened(webhooks, actions, "menu")(stage);
  await page.getByRole("menuitem", { name: "Send test event" }).click();
  await expect(page.getByText(/^Test event: (?!on its way)/)).toBeVisible();
  return page;
};

const rotating: State = async (stage) => {
  const page = await secret(stage);
  await page.getByRole("region", { name: "Signing secret" }).getByRole("button", { name: "Rotate" }).click();
  await expect(page.getByRole("alertdialog")).toBeVisible();
  return page;
};

/** Both secrets sign. */
const rotated: State = async (stage) => {
  const page = await rotating(stage);
  await press("Rotate secret")(page);
  await expect(page.getByRole("alertdialog")).toHaveCount(0);
  await expect(page.getByText(/^The previous secret signs as well until/)).toBeVisible();
  return page;
};

/** Switched on again after something had happened. */
const held: State = async (stage) => {
  const { owner, addWebhook } = stage.full.shop;
  const { id: webhookId } = await addWebhook(starwire().receiverUrl);
  await switchWebhook(owner, { webhookId, isOn: false });
  await bareReview(stage);
  await switchWebhook(owner, { webhookId, isOn: true });
  const page = await webhooks(stage);
  await expect(page.getByRole("button", { name: "Send them" }).first()).toBeVisible();
  return page;
};

/** A switch that rolled back. */
const notSwitched: State = async (stage) => {
  const page = await webhooks(stage);
  await page.route("**/*", (route) =>
    route.request().method() === "POST" ? route.abort() : route.continue(),
  );
  await page.getByRole("switch").first().click();
  const toast = page.getByRole("listitem").filter({ hasText: "The server can't be reached" });
  await toast.hover();
  await expect(toast).toBeVisible();
  await page.unroute("**/*");
  return page;
};

/** One that waits: nothing was sent yet. */
async function waitingDelivery({ full: { shop } }: Stage): Promise<string> {
  const { projectId, eventId, eventType, resourceId, revision } = await db.delivery.findFirstOrThrow({
    where: { projectId: shop.id },
  });
  const off = await db.webhook.findFirstOrThrow({ where: { projectId: shop.id, isOn: false } });
  const { id } = await db.delivery.create({
    data: {
      projectId,
      eventId,
      eventType,
      resourceId,
      revision,
      webhookId: off.id,
      replayId: newId("rpl"),
      dueAt: new Date(Date.now() + 86_400_000),
    },
  });
  return String(id);
}

/** The states of Settings > API and what lies beneath it. */
export const WEBHOOK_STATES = {
  settingsApi: {
    empty: noWebhooks,
    filled: webhooks,
    create: creating,
    invalid: filledWrong(creating, press("Create"), "Enter the URL where you want to receive events."),
    menu: opened(webhooks, actions, "menu"),
    edit: chosen(webhooks, actions, "Edit", "dialog"),
    remove: chosen(webhooks, actions, "Delete", "alertdialog"),
    revealed,
    tooltip,
    newKey,
    keyMade: async (stage) => {
      const page = await newKey(stage);
      await page.getByRole("dialog").getByLabel("Name").fill("Billing");
      await press("Create key")(page);
      await expect(page.getByRole("dialog", { name: "Copy your API key" })).toBeVisible();
      await expect(page.getByRole("dialog")).toHaveCount(1);
      return page;
    },
    revokeKey: async (stage) => {
      await createApiKey(stage.empty.owner, { name: "Accounting" });
      return opened(noWebhooks, "Revoke the key Accounting", "alertdialog")(stage);
    },
    testResult,
    rotating,
    rotated,
    held,
    notSwitched,
    error: unreachable(webhooks, async () => undefined),
  },
  webhooks: "is part of settingsApi",
  deliveries: {
    empty: plain(({ full }) => `${paths.deliveries(full.shop.slug, full.webhook)}?status=canceled`),
    filled: deliveries,
    inEveryState: async (stage) => {
      const { shop } = stage.full;
      const page = await plain(async () =>
        paths.deliveries(shop.slug, await addDeliveriesInEveryState(shop)),
      )(stage);
      await expect(page.getByText("Our side").first()).toBeVisible();
      return page;
    },
    expanded: async (stage) => {
      const page = await deliveries(stage);
      await page.getByRole("main").getByRole("button", { expanded: false }).first().click();
      await expect(page.getByText("starwire-attempt").first()).toBeVisible();
      return page;
    },
    replay: opened(deliveries, /^Send again/, "dialog"),
    error: refused(({ full }) => paths.deliveries(full.shop.slug, newId("whk")), "Not found"),
  },
  allDeliveries: {
    empty: plain(({ empty }) => paths.allDeliveries(empty.slug)),
    filled: plain(({ full }) => paths.allDeliveries(full.shop.slug)),
    error: refused(() => paths.allDeliveries(unknown), "Not found"),
  },
  delivery: {
    empty: plain(async (stage) => paths.delivery(stage.full.shop.slug, await waitingDelivery(stage))),
    filled: plain(({ full }) => paths.delivery(full.shop.slug, full.delivery)),
    error: refused(({ full }) => paths.delivery(full.shop.slug, unknown), "Not found"),
  },
} satisfies Record<string, Row | string>;
