import type { Access } from "@/lib/auth/access";
import { addCustomer } from "@/lib/customers/commands/save-customer";
import { customerInput } from "@/lib/customers/schema";
import { db } from "@/lib/db/client";
import { newId } from "@/lib/ids";
import { addReview } from "@/lib/reviews/commands/add-review";
import { BAKERY_CUSTOMERS } from "@/prisma/seed/bakery-customers";
import { BAKERY_REVIEWS } from "@/prisma/seed/bakery-reviews";

const DAY_MS = 86_400_000;

/**
 * Makes the demo project "Riverside Bakery" with its customers and reviews, through the same commands as the screens so
 * that their events exist; no webhook and no delivery. Does nothing when the project is there already.
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
  await addDemoReviews(access, await addDemoCustomers(access));
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
  for (const { daysAgo, score, body, customer, name } of BAKERY_REVIEWS) {
    await addReview(access, {
      score,
      body,
      customerId: customer === null ? null : (customerIds[customer] ?? null),
      reviewerName: name ?? null,
      origin: customer === null ? "public" : "link",
      ratedAt: new Date(Date.now() - daysAgo * DAY_MS),
      isDemo: true,
    });
  }
}
