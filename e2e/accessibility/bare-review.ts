import type { Stage } from "@/e2e/accessibility/state-kinds";
import { addReview } from "@/lib/reviews/commands/add-review";

/** A rating without text, name or customer. */
export async function bareReview({ full }: Stage): Promise<string> {
  const { id } = await addReview(full.shop.owner, {
    score: 2,
    body: null,
    customerId: null,
    reviewerName: null,
    origin: "manual",
    ratedAt: new Date(),
    isDemo: false,
  });
  return id;
}
