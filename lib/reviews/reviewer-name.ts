import { customerName } from "@/lib/customers/customer-name";

type Reviewed = {
  reviewerName: string | null;
  customer: Parameters<typeof customerName>[0] | null;
};

/** Who wrote a review: the customer who was asked, or what a visitor of the public page called themselves. */
export function reviewerName(review: Reviewed): string {
  if (review.customer) return customerName(review.customer);
  return review.reviewerName || "Anonymous";
}
