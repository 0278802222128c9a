import { expect } from "@playwright/test";
import { HOSTILE } from "@/e2e/support/hostile";
import { signIn } from "@/e2e/support/sign-in";
import { createWelcomeLink } from "@/lib/auth/accounts";
import { db } from "@/lib/db/client";
import { unsubscribeToken } from "@/lib/messages/unsubscribe-token";
import { paths } from "@/lib/paths";
import {
  asVisitor,
  choose,
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
import { SETTINGS_STATES } from "./settings-states";

const overview = ({ empty }: Stage) => paths.overview(empty.slug);
const reviews = ({ empty }: Stage) => paths.reviews(empty.slug);
const unknown = "no-such-id";

/** The states of every path of the product: empty, filled and in error. A string says why a path has none of its own. */
export const STATES: Record<keyof typeof paths, Record<string, State> | string> = {
  home: "leads on",
  signIn: {
    empty: asVisitor(() => paths.signIn()),
    error: filledWrong(
      asVisitor(() => paths.signIn()),
      async (page) => {
        await page.getByLabel("E-mail").fill("nobody@example.com");
        await page.getByLabel("Password").fill("not the password");
        await press("Sign in")(page);
      },
      "That e-mail and password don't match.",
    ),
  },
  welcome: {
    // Signing in by script would use the link up.
    filled: async ({ visitor, empty }) => {
      await visitor.route("**/*", (route) =>
        route.request().resourceType() === "script" ? route.abort() : route.continue(),
      );
      await visitor.goto(paths.welcome(await createWelcomeLink(empty.owner.userId)));
      await expect(visitor.getByRole("button", { name: "Sign in" })).toBeVisible();
      await visitor.unroute("**/*");
      return visitor;
    },
    error: asVisitor(() => paths.welcome(unknown)),
  },
  invitation: {
    filled: asVisitor(({ full }) => paths.invitation(full.invitationToken)),
    asUser: named(({ full }) => paths.invitation(full.invitationToken)),
    invalid: filledWrong(
      asVisitor(({ full }) => paths.invitation(full.invitationToken)),
      async (page) => {
        await page.getByLabel("Your name").fill("Ada");
        await page.getByLabel("Choose a password").fill("short");
        await press("Join")(page);
      },
      "Use at least 10 characters.",
    ),
    error: asVisitor(() => paths.invitation(unknown)),
  },
  account: {
    filled: plain(paths.account),
    error: filledWrong(
      plain(paths.account),
      async (page) => {
        await page.getByLabel("Current password").fill("not the password");
        await page.getByLabel("New password").fill("quite another password");
        await press("Change password")(page);
      },
      "That isn't your current password.",
    ),
  },
  newProject: {
    empty: plain(paths.newProject),
    error: filledWrong(plain(paths.newProject), press("Create project"), "Enter the project's name."),
  },
  overview: {
    empty: plain(overview),
    filled: named(({ full }) => paths.overview(full.shop.slug)),
    error: refused(() => paths.overview(unknown), "Not found"),
  },
  reviews: {
    empty: plain(reviews),
    filled: named(({ full }) => paths.reviews(full.shop.slug)),
    nothing: plain(({ full }) => `${paths.reviews(full.shop.slug)}?score=2`),
    error: unreachable(plain(reviews), choose("Score", "5")),
  },
  review: {
    filled: named(({ full }) => paths.review(full.shop.slug, full.review)),
    edit: opened(
      named(({ full }) => paths.review(full.shop.slug, full.review)),
      "Edit",
      "dialog",
    ),
    error: refused(({ full }) => paths.review(full.shop.slug, unknown), "Not found"),
  },
  messages: {
    empty: plain(({ empty }) => paths.messages(empty.slug)),
    filled: named(({ full }) => paths.messages(full.shop.slug)),
    error: unreachable(
      plain(({ empty }) => paths.messages(empty.slug)),
      choose("Channel", "sms"),
    ),
  },
  message: {
    filled: named(({ full }) => paths.message(full.shop.slug, full.message)),
    error: refused(({ full }) => paths.message(full.shop.slug, unknown), "Not found"),
  },
  outbox: {
    empty: plain(({ empty }) => paths.outbox(empty.slug)),
    filled: named(({ full }) => paths.outbox(full.shop.slug)),
    error: refused(() => paths.outbox(unknown), "Not found"),
  },
  customers: {
    empty: plain(({ empty }) => paths.customers(empty.slug)),
    filled: named(({ full }) => paths.customers(full.shop.slug)),
    add: opened(
      plain(({ empty }) => paths.customers(empty.slug)),
      "Add customer",
      "dialog",
    ),
    error: unreachable(
      plain(({ empty }) => paths.customers(empty.slug)),
      choose("Which customers", "rated"),
    ),
  },
  customer: {
    filled: named(({ full }) => paths.customer(full.shop.slug, full.customer)),
    error: refused(({ full }) => paths.customer(full.shop.slug, unknown), "Not found"),
  },
  customerExport: "is no page but a file",
  ...SETTINGS_STATES,
  operator: {
    filled: async ({ visitor }) => {
      const first = await db.user.findFirstOrThrow({ orderBy: [{ createdAt: "asc" }, { id: "asc" }] });
      await signIn(visitor.context(), first.id);
      await visitor.goto(paths.operator());
      await expect(visitor.getByRole("heading", { name: "Failed runs" })).toBeVisible();
      return visitor;
    },
    error: refused(paths.operator, "Your role doesn't allow this"),
  },
  apiReference: "is drawn by Swagger UI, whose markup has faults of its own",
  openApi: "is no page but a file",
  eventTypeSchema: "is no page but a file",
  guide: { filled: asVisitor(() => paths.guide()) },
  receiver: { filled: plain(paths.receiver) },
  receiverNews: "is no page but a stream",
  ratingLink: {
    filled: async ({ visitor, full }) => {
      await visitor.goto(`${full.ratingLink}/4`);
      await expect(visitor.getByRole("status")).toContainText("is saved");
      await expect(visitor.getByText(HOSTILE.slice(0, 60)).first()).toBeVisible();
      return visitor;
    },
    error: asVisitor(() => paths.ratingLink(unknown)),
  },
  unsubscribe: {
    filled: asVisitor(({ full }) => paths.unsubscribe(unsubscribeToken(full.customer, "email"))),
    error: asVisitor(() => paths.unsubscribe(unknown)),
  },
  publicReviewPage: {
    empty: asVisitor(({ empty }) => paths.publicReviewPage(empty.slug)),
    filled: asVisitor(({ full }) => paths.publicReviewPage(full.shop.slug)),
    error: asVisitor(() => paths.publicReviewPage(unknown)),
  },
};
