import { expect } from "@playwright/test";
import { bareReview } from "@/e2e/accessibility/bare-review";
import { db } from "@/lib/db/client";
import { paths } from "@/lib/paths";
import {
  choose,
  chosen,
  named,
  narrow,
  opened,
  plain,
  refused,
  type Row,
  type State,
  unreachable,
  wide,
} from "./state-kinds";

const emptyOverview = plain(({ empty }) => paths.overview(empty.slug));
const overview = named(({ full }) => paths.overview(full.shop.slug));
const emptyReviews = plain(({ empty }) => paths.reviews(empty.slug));
const review = named(({ full }) => paths.review(full.shop.slug, full.review));
const customers = named(({ full }) => paths.customers(full.shop.slug));
const customer = named(({ full }) => paths.customer(full.shop.slug, full.customer));
const unknown = "no-such-id";

const selected: State = async (stage) => {
  const page = await customers(stage);
  await page.getByRole("checkbox", { name: "Select all shown" }).click();
  await expect(page.getByRole("button", { name: /^Ask \d+ customers?$/ })).toBeVisible();
  return page;
};

/** The states of a project's pages, but for messages and Settings. */
export const PROJECT_STATES = {
  overview: {
    empty: emptyOverview,
    filled: overview,
    switcher: wide(opened(overview, /^Project:/, "menu")),
    accountMenu: wide(opened(emptyOverview, /^Account:/, "menu")),
    mobileMenu: narrow(opened(overview, "Menu", "dialog")),
    mobileSwitcher: narrow(opened(opened(overview, "Menu", "dialog"), /^Project:/, "menu")),
    error: refused(() => paths.overview(unknown), "Not found"),
  },
  reviews: {
    empty: emptyReviews,
    filled: named(({ full }) => paths.reviews(full.shop.slug)),
    marked: async (stage) => {
      const id = await bareReview(stage);
      const marks = { status: "rated", visibility: "hidden", isSuspect: true } as const;
      await db.review.update({ where: { id }, data: marks });
      const page = await plain(({ full }) => paths.reviews(full.shop.slug))(stage);
      await expect(page.getByText("Maybe automatic").first()).toBeVisible();
      return page;
    },
    nothing: plain(({ full }) => `${paths.reviews(full.shop.slug)}?search=nowhere`),
    error: unreachable(emptyReviews, choose("Score", "5")),
  },
  review: {
    empty: plain(async (stage) => paths.review(stage.full.shop.slug, await bareReview(stage))),
    filled: review,
    edit: opened(review, "Edit", "dialog"),
    remove: opened(review, "Delete", "alertdialog"),
    error: refused(({ full }) => paths.review(full.shop.slug, unknown), "Not found"),
  },
  customers: {
    empty: plain(({ empty }) => paths.customers(empty.slug)),
    filled: customers,
    nothing: plain(({ full }) => `${paths.customers(full.shop.slug)}?search=nobody-of-this-name`),
    selected,
    askMany: opened(selected, /^Ask \d+ customers?$/, "dialog"),
    add: opened(customers, "Add customer", "dialog"),
    error: unreachable(
      plain(({ empty }) => paths.customers(empty.slug)),
      choose("Which customers", "rated"),
    ),
  },
  customer: {
    empty: plain(async ({ empty }) => paths.customer(empty.slug, (await empty.addCustomer()).id)),
    filled: customer,
    edit: opened(customer, "Edit", "dialog"),
    ask: opened(customer, "Ask for a review", "dialog"),
    menu: opened(customer, /^Actions for/, "menu"),
    link: chosen(customer, /^Actions for/, "Get a rating link", "dialog"),
    erase: chosen(customer, /^Actions for/, "Erase", "alertdialog"),
    error: refused(({ full }) => paths.customer(full.shop.slug, unknown), "Not found"),
  },
  customerExport: "is no page but a file",
} satisfies Record<string, Row | string>;
