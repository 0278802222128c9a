import { expect } from "@playwright/test";
import { signIn } from "@/e2e/support/sign-in";
import { starwire } from "@/e2e/support/started-starwire";
import { test } from "@/e2e/support/test";
import { db } from "@/lib/db/client";
import { paths } from "@/lib/paths";
import { addReview } from "@/lib/reviews/commands/add-review";
import { createWebhook } from "@/lib/webhooks/commands/create-webhook";
import { takePictures } from "./take-pictures";

/** The demo project as somebody has it who has tried a webhook: content of ordinary length. */
test("ordinary content", async ({ page, context }) => {
  test.setTimeout(300_000);
  const { user, project } = await db.member.findFirstOrThrow({
    where: { project: { name: "Riverside Bakery" } },
    include: { user: true, project: true },
  });
  const { id: projectId, slug } = project;
  const access = {
    userId: user.id,
    userName: user.name,
    projectId,
    projectSlug: slug,
    role: "owner" as const,
  };
  const { id: webhookId } = await createWebhook(access, { url: starwire().receiverUrl });
  const given = { score: 5, body: "The almond croissant!", customerId: null, reviewerName: "Jane" };
  for (let count = 0; count < 4; count += 1) {
    await addReview(access, { ...given, origin: "manual", ratedAt: new Date(), isDemo: false });
  }
  await expect
    .poll(() => db.delivery.count({ where: { webhookId, status: "delivered" } }), { timeout: 30_000 })
    .toBe(4);
  await signIn(context, user.id);
  const first = { where: { projectId }, orderBy: { createdAt: "desc" as const }, select: { id: true } };
  const review = await db.review.findFirstOrThrow(first);
  const message = await db.message.findFirstOrThrow(first);
  const customer = await db.customer.findFirstOrThrow(first);
  const delivery = await db.delivery.findFirstOrThrow(first);
  const screens = {
    overview: paths.overview(slug),
    reviews: paths.reviews(slug),
    review: paths.review(slug, review.id),
    messages: paths.messages(slug),
    message: paths.message(slug, message.id),
    outbox: paths.outbox(slug),
    customers: paths.customers(slug),
    customer: paths.customer(slug, customer.id),
    settingsMembers: paths.settingsMembers(slug),
    settingsMessages: paths.settingsMessages(slug),
    settingsAuditLog: paths.settingsAuditLog(slug),
    settingsApi: paths.settingsApi(slug),
    deliveries: paths.deliveries(slug, webhookId),
    allDeliveries: paths.allDeliveries(slug),
    delivery: paths.delivery(slug, String(delivery.id)),
    receiver: paths.receiver(),
  };
  for (const [name, path] of Object.entries(screens)) {
    await page.goto(path);
    await page.waitForLoadState("networkidle");
    await takePictures(page, `${name}-ordinary`);
  }
});
