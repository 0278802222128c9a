import { ReviewBadges } from "@/components/reviews/review-badges";
import { Card, CardContent, CardHeader } from "@/components/ui/card";
import { RelativeTime } from "@/components/ui/relative-time";
import { Stars } from "@/components/ui/stars";
import { TextLink } from "@/components/ui/text-link";
import type { CustomerDetail } from "@/lib/customers/queries";
import { paths } from "@/lib/paths";

/** What a customer gave, latest first. */
export function CustomerReviews({ slug, customer }: { slug: string; customer: CustomerDetail }) {
  return (
    <Card>
      <CardHeader title="Reviews" />
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
          {customer.reviews.length === 0 && (
            <li className="text-muted-foreground">
              Nothing yet. A click on a star in a message appears here.
            </li>
          )}
        </ul>
      </CardContent>
    </Card>
  );
}
