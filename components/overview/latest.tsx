import { ReviewLine } from "@/components/reviews/review-line";
import { Badge } from "@/components/ui/badge";
import { Card, CardContent, CardHeader } from "@/components/ui/card";
import { RelativeTime } from "@/components/ui/relative-time";
import { TextLink } from "@/components/ui/text-link";
import { WebhookUrl } from "@/components/webhooks/webhook-url";
import type { Overview } from "@/lib/overview/queries";
import { paths } from "@/lib/paths";
import { reviewerName } from "@/lib/reviews/reviewer-name";
import { deliveryStatusWords } from "@/lib/webhooks/delivery-words";

/** The latest five reviews. */
export function LatestReviews({ slug, reviews }: { slug: string; reviews: Overview["latestReviews"] }) {
  return (
    <Card>
      <CardHeader
        title="Latest reviews"
        actions={<TextLink href={paths.reviews(slug)}>All reviews</TextLink>}
      />
      <CardContent>
        <ul className="flex flex-col gap-3 text-sm">
          {reviews.map((review) => (
            <li key={review.id}>
              <ReviewLine
                review={review}
                link={
                  <TextLink
                    href={paths.review(slug, review.id)}
                    dir="auto"
                    className="min-w-0 max-w-full truncate"
                  >
                    {reviewerName(review)}
                  </TextLink>
                }
              />
            </li>
          ))}
          {reviews.length === 0 && <li className="text-muted-foreground">No reviews yet.</li>}
        </ul>
      </CardContent>
    </Card>
  );
}

/** The latest five deliveries; only for those who manage webhooks. */
export function LatestDeliveries({
  slug,
  deliveries,
}: {
  slug: string;
  deliveries: NonNullable<Overview["latestDeliveries"]>;
}) {
  return (
    <Card>
      <CardHeader
        title="Latest deliveries"
        actions={<TextLink href={paths.allDeliveries(slug)}>All deliveries</TextLink>}
      />
      <CardContent>
        <ul className="flex flex-col gap-3 text-sm">
          {deliveries.map((delivery) => (
            <li key={delivery.id} className="flex flex-wrap items-center gap-x-3 gap-y-1">
              <DeliveryState delivery={delivery} />
              <code className="font-mono text-[0.8125rem]">{delivery.eventType}</code>
              <TextLink
                href={paths.deliveries(slug, delivery.webhookId)}
                className="order-1 max-w-full min-w-0 basis-full"
              >
                <WebhookUrl url={delivery.url} />
              </TextLink>
              <RelativeTime
                date={delivery.createdAt}
                className="ml-auto text-[0.8125rem] text-muted-foreground"
              />
            </li>
          ))}
          {deliveries.length === 0 && (
            <li className="text-muted-foreground">
              Nothing was sent yet. Deliveries appear here as events happen.
            </li>
          )}
        </ul>
      </CardContent>
    </Card>
  );
}

function DeliveryState({ delivery }: { delivery: NonNullable<Overview["latestDeliveries"]>[number] }) {
  const { tone, text } = deliveryStatusWords(delivery.status, delivery.attempts);
  return <Badge tone={tone}>{text}</Badge>;
}
