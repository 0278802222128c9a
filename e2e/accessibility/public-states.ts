import { expect } from "@playwright/test";
import { HOSTILE } from "@/e2e/support/hostile";
import { createWelcomeLink } from "@/lib/auth/accounts";
import { unsubscribeToken } from "@/lib/messages/unsubscribe-token";
import { db } from "@/lib/db/client";
import { paths } from "@/lib/paths";
import { asVisitor, filledWrong, named, press, type Row, type Stage, type State, typed } from "./state-kinds";

const unknown = "no-such-id";

const asked: State = async ({ visitor, full }) => {
  const { id } = await full.shop.addCustomer();
  await visitor.goto(paths.unsubscribe(unsubscribeToken(id, "email")));
  await expect(visitor.getByRole("button", { name: "Unsubscribe", exact: true })).toBeVisible();
  return visitor;
};

/** A link that nobody has opened, of the customer with the hostile name. With `/<score>` it saves. */
const ratingLink = ({ full: { shop, customer } }: Stage) => shop.ratingLink({ id: customer });

/** The states of what people see who are signed in nowhere. */
export const PUBLIC_STATES = {
  signIn: {
    empty: asVisitor(() => paths.signIn()),
    filled: typed(
      asVisitor(({ full }) => paths.signIn(paths.overview(full.shop.slug))),
      { "E-mail": `${"long".repeat(15)}@${"example".repeat(8)}.example.com`, Password: HOSTILE },
    ),
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
    empty: "single",
    // The link works once and the page uses it by itself: that stays under way.
    filled: async ({ visitor, empty }) => {
      await visitor.route("**/*", (route) =>
        route.request().method() === "POST" ? undefined : route.continue(),
      );
      await visitor.goto(paths.welcome(await createWelcomeLink(empty.owner.userId)));
      await expect(visitor.getByRole("button", { name: "Sign in" })).toHaveAttribute("aria-busy", "true");
      return visitor;
    },
    error: asVisitor(() => paths.welcome(unknown)),
  },
  invitation: {
    empty: "single",
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
  ratingLink: {
    empty: asVisitor(async ({ full }) => full.shop.ratingLink()),
    filled: async (stage) => {
      const { visitor } = stage;
      await visitor.goto(`${await ratingLink(stage)}/4`);
      await expect(visitor.getByRole("status")).toContainText("is saved");
      await expect(visitor.getByText(HOSTILE.slice(0, 60)).first()).toBeVisible();
      return visitor;
    },
    otherScore: async (stage) => {
      const link = await ratingLink(stage);
      await stage.visitor.goto(`${link}/4`);
      return asVisitor(() => `${link}/1`)(stage);
    },
    thanks: async (stage) => {
      const { visitor } = stage;
      await visitor.goto(`${await ratingLink(stage)}/4`);
      await press("Submit")(visitor);
      await expect(visitor.getByRole("heading", { name: "Thank you" })).toBeVisible();
      return visitor;
    },
    confirm: async ({ visitor, empty }) => {
      const page = { where: { projectId: empty.id } };
      await db.reviewPage.update({ ...page, data: { ratingSave: "always_confirm" } });
      await visitor.goto(`${await empty.ratingLink()}/4`);
      await expect(visitor.getByRole("button", { name: "Save my rating" })).toBeVisible();
      await db.reviewPage.update({ ...page, data: { ratingSave: "automatic" } });
      return visitor;
    },
    error: asVisitor(() => paths.ratingLink(unknown)),
    // The last one: where the network came back, the page would send what it kept.
    lostNetwork: async ({ visitor, empty }) => {
      await visitor.goto(await empty.ratingLink());
      await visitor.getByRole("radio", { name: "2 stars" }).check({ force: true });
      await visitor.getByLabel("Tell us more").fill("In the tunnel");
      await visitor.route("**/*", (route) => route.abort());
      await press("Submit")(visitor);
      await expect(visitor.getByRole("alert")).toContainText("What you wrote is kept here");
      return visitor;
    },
  },
  unsubscribe: {
    empty: "single",
    filled: asked,
    done: async (stage) => {
      const page = await asked(stage);
      await press("Unsubscribe")(page);
      await expect(page.getByRole("heading", { name: "You are unsubscribed" })).toBeVisible();
      return page;
    },
    error: asVisitor(() => paths.unsubscribe(unknown)),
  },
  publicReviewPage: {
    empty: asVisitor(({ empty }) => paths.publicReviewPage(empty.slug)),
    filled: asVisitor(({ full }) => paths.publicReviewPage(full.shop.slug)),
    error: asVisitor(() => paths.publicReviewPage(unknown)),
  },
} satisfies Record<string, Row>;
