import { expect } from "@playwright/test";
import { HOSTILE, HOSTILE_TEXT } from "@/e2e/support/hostile";
import { starwire } from "@/e2e/support/started-starwire";
import { db } from "@/lib/db/client";
import { paths } from "@/lib/paths";
import { addReview } from "@/lib/reviews/commands/add-review";
import {
  asVisitor,
  filledWrong,
  opened,
  plain,
  press,
  refused,
  type Row,
  seenBy,
  type Stage,
  type State,
  typed,
} from "./state-kinds";

const firstAdmin = async (): Promise<string> => {
  const { id } = await db.user.findFirstOrThrow({ orderBy: [{ createdAt: "asc" }, { id: "asc" }] });
  return id;
};

const viewer = async ({ full }: Stage): Promise<string> => {
  const { userId } = await db.member.findFirstOrThrow({
    where: { projectId: full.shop.id, role: "viewer" },
  });
  return userId;
};

/** With the first of its folded parts open. */
const unfolded =
  (state: State): State =>
  async (stage) => {
    const page = await state(stage);
    await page.locator("summary").first().click();
    return page;
  };

/** The states of pages that belong to no project. */
export const INSTALLATION_STATES = {
  home: "leads on",
  account: {
    empty: plain(paths.account),
    filled: typed(plain(paths.account), { "Current password": HOSTILE, "New password": HOSTILE }),
    menu: opened(plain(paths.account), /^Account:/, "menu"),
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
    filled: typed(plain(paths.newProject), { Name: HOSTILE }),
    error: filledWrong(plain(paths.newProject), press("Create project"), "Enter the project's name."),
  },
  operator: {
    empty: seenBy(firstAdmin, async (stage) => {
      const page = await plain(paths.operator)(stage);
      await expect(page.getByRole("heading", { name: "Failed runs" })).toBeVisible();
      return page;
    }),
    filled: seenBy(firstAdmin, async (stage) => {
      const { id } = await db.engineRun.create({
        data: {
          functionId: "deliver-webhook",
          status: "failed",
          event: {},
          error: { message: HOSTILE_TEXT },
          endedAt: new Date(),
        },
      });
      const page = await plain(paths.operator)(stage);
      await db.engineRun.delete({ where: { id } });
      await expect(page.getByText("deliver-webhook").first()).toBeVisible();
      return page;
    }),
    error: refused(paths.operator, "Your role doesn't allow this"),
  },
  receiver: {
    empty: seenBy(
      ({ empty }) => empty.owner.userId,
      async (stage) => {
        const page = await plain(paths.receiver)(stage);
        await expect(page.getByRole("heading", { name: "Nothing has arrived yet" })).toBeVisible();
        return page;
      },
    ),
    filled: async (stage) => {
      const { owner, addWebhook } = stage.full.shop;
      await addWebhook(starwire().receiverUrl);
      await addReview(owner, {
        score: 5,
        body: HOSTILE_TEXT,
        customerId: null,
        reviewerName: HOSTILE,
        origin: "manual",
        ratedAt: new Date(),
        isDemo: false,
      });
      const page = await plain(paths.receiver)(stage);
      const received = page.getByRole("list", { name: "Received requests" }).getByRole("listitem");
      await expect(received.first()).toBeVisible();
      await received.first().getByRole("button").first().click();
      return page;
    },
    error: seenBy(viewer, refused(paths.receiver, "Your role doesn't allow this")),
  },
  apiReference: { empty: "static", filled: asVisitor(paths.apiReference), error: "static" },
  guide: { empty: "static", filled: unfolded(asVisitor(() => paths.guide())), error: "static" },
  openApi: "is no page but a file",
  eventTypeSchema: "is no page but a file",
  receiverNews: "is no page but a stream",
} satisfies Record<string, Row | string>;
