import type { Access } from "@/lib/auth/access";
import { eraseCustomer } from "@/lib/customers/commands/erase-customer";
import { db } from "@/lib/db/client";
import { DEMO_POSTAL_ADDRESS } from "@/lib/demo/demo-postal-address";
import { deleteReview } from "@/lib/reviews/commands/delete-review";

/**
 * Takes the demo customers, reviews and postal address out of a project; what people added themselves stays. Done one by one through the
 * ordinary commands, so it can be repeated after an interruption.
 */
export async function removeDemoData(access: Access): Promise<void> {
  const where = { projectId: access.projectId, isDemo: true };
  for (const { id } of await db.review.findMany({ where, select: { id: true } }))
    await deleteReview(access, id);
  for (const { id } of await db.customer.findMany({ where, select: { id: true } }))
    await eraseCustomer(access, id);
  await db.messageSettings.updateMany({
    where: { projectId: access.projectId, postalAddress: DEMO_POSTAL_ADDRESS },
    data: { postalAddress: "" },
  });
  await db.project.updateMany({ where: { id: access.projectId }, data: { isDemo: false } });
}
