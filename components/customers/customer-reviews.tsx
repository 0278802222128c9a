import { ReviewBadges } from "@/components/reviews/review-badges";
import { Card, CardContent, CardHeader } from "@/components/ui/card";
import { RelativeTime } from "@/components/ui/relative-time";
import { Stars } from "@/components/ui/stars";
import { TextLink } from "@/components/ui/text-link";
import type { CustomerDetail } from "@/lib/customers/queries";
import { paths } from "@/lib/paths";

/** The asks of a customer and what came back, latest first. */
export function CustomerReviews({ slug, customer }: { slug: string; customer: CustomerDetail }) {
  const open = customer.requests.filter((request) => !request.review && !request.canceledAt);
  return (
    <Card>
      <CardHeader title="Reviews" description={`Asked ${times(customer.requests.length)}.`} />
      <CardContent>
        <ul className="flex flex-col gap-3 text-sm">
          {customer.reviews.map((review) => (
            <li key={review.id} className="flex flex-col gap-1">
              <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
                <Stars score={review.score} />
                <ReviewBadges review={review} />
                <TextLink href={paths.review(slug, review.id)}>Open review</TextLink>
                <RelativeTime date={review.ratedAt} className="ml-auto text-muted-foreground" />
              </div>
              {review.body && (
                <p dir="auto" className="line-clamp-3 break-words text-muted-foreground">
                  {review.body}
                </p>
              )}
            </li>
          ))}
          {open.map((request) => (
            <li key={request.id} className="flex flex-wrap gap-x-3 text-muted-foreground">
              Asked, not rated yet
              <RelativeTime date={request.createdAt} className="ml-auto" />
            </li>
          ))}
          {customer.reviews.length === 0 && open.length === 0 && (
            <li className="text-muted-foreground">Nothing yet. Get a rating link and send it to them.</li>
          )}
        </ul>
      </CardContent>
    </Card>
  );
}

function times(count: number): string {
  if (count === 0) return "never";
  return count === 1 ? "once" : `${count} times`;
}
