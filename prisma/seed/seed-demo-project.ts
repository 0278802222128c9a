import type { Access } from "@/lib/auth/access";
import { addCustomer } from "@/lib/customers/commands/save-customer";
import { customerInput } from "@/lib/customers/schema";
import { db } from "@/lib/db/client";
import { DEMO_POSTAL_ADDRESS } from "@/lib/demo/demo-postal-address";
import { newId } from "@/lib/ids";
import { loadMessageWriter } from "@/lib/messages/message-writer";
import { addReview } from "@/lib/reviews/commands/add-review";
import { addAskedReview } from "@/prisma/seed/add-asked-review";
import { addDemoMessages } from "@/prisma/seed/add-demo-messages";
import { BAKERY_CUSTOMERS } from "@/prisma/seed/bakery-customers";
import { BAKERY_REVIEWS } from "@/prisma/seed/bakery-reviews";

const DAY_MS = 86_400_000;

/**
 * Makes the demo project "Riverside Bakery" with its customers, reviews and messages, through the same commands as the
 * screens so that their events exist; no webhook and no delivery. Does nothing when the project is there already.
 * @param owner the user who will own it.
 * @returns the project's id.
 */
export async function seedDemoProject(owner: { id: string; name: string }): Promise<string> {
  const existing = await db.project.findUnique({ where: { slug: "riverside-bakery" } });
  if (existing) return existing.id;
  const project = await db.project.create({
    data: {
      id: newId("prj"),
      name: "Riverside Bakery",
      slug: "riverside-bakery",
      isDemo: true,
      members: { create: { userId: owner.id, role: "owner" } },
      messageSettings: { create: { postalAddress: DEMO_POSTAL_ADDRESS } },
      reviewPage: {
        create: { links: [{ label: "Review us on the map", url: "https://example.com/riverside-bakery" }] },
      },
    },
  });
  const access: Access = {
    userId: owner.id,
    userName: owner.name,
    projectId: project.id,
    projectSlug: project.slug,
    role: "owner",
  };
  const customerIds = await addDemoCustomers(access);
  await addDemoReviews(access, customerIds);
  await addDemoMessages(access, customerIds);
  return project.id;
}

async function addDemoCustomers(access: Access): Promise<string[]> {
  const ids: string[] = [];
  for (const customer of BAKERY_CUSTOMERS) {
    const { id } = await addCustomer(access, customerInput.parse(customer));
    ids.push(id);
  }
  await db.customer.updateMany({ where: { id: { in: ids } }, data: { isDemo: true } });
  return ids;
}

async function addDemoReviews(access: Access, customerIds: string[]): Promise<void> {
  const writer = await loadMessageWriter(db, access.projectId);
  for (const { daysAgo, score, body, customer, name, asked } of BAKERY_REVIEWS) {
    const customerId = customer === null ? null : (customerIds[customer] ?? null);
    const ratedAt = new Date(Date.now() - daysAgo * DAY_MS);
    if (asked && customerId) {
      await addAskedReview(access, writer, { customerId, channel: asked, score, body, ratedAt });
      continue;
    }
    await addReview(access, {
      score,
      body,
      customerId,
      reviewerName: name ?? null,
      origin: customer === null ? "public" : "link",
      ratedAt,
      isDemo: true,
    });
  }
}
