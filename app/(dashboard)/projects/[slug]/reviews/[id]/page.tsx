import { answeredPage } from "@/app/_pages/answered-page";
import { ReviewActions } from "@/components/reviews/review-actions";
import { ReviewBadges } from "@/components/reviews/review-badges";
import { ReviewFacts } from "@/components/reviews/review-facts";
import { Card, CardContent, CardHeader } from "@/components/ui/card";
import { PageHeader } from "@/components/ui/page-header";
import { Stars } from "@/components/ui/stars";
import { EventsCard } from "@/components/webhooks/events-card";
import { hasPermission } from "@/lib/auth/permissions";
import { requirePageAccess } from "@/lib/auth/session";
import { orNotFound } from "@/lib/or-not-found";
import { paths } from "@/lib/paths";
import { getReview } from "@/lib/reviews/queries";
import { reviewerName } from "@/lib/reviews/reviewer-name";

type Props = { params: Promise<{ slug: string; id: string }> };

async function ReviewPage({ params }: Props) {
  const { slug, id } = await params;
  const access = await requirePageAccess(slug, "read", paths.review(slug, id));
  const review = await orNotFound(getReview(access, id));
  const reviewer = reviewerName(review);
  return (
    <>
      <PageHeader
        back={{ href: paths.reviews(slug), label: "Reviews" }}
        title={
          <>
            Review by <bdi>{reviewer}</bdi>
          </>
        }
        actions={
          <ReviewActions
            slug={slug}
            review={review}
            reviewer={reviewer}
            canEdit={hasPermission(access.role, "edit_reviews")}
            canDelete={hasPermission(access.role, "delete_reviews")}
          />
        }
      />
      <div className="flex flex-col gap-6">
        <Card>
          <CardContent className="flex flex-col gap-3">
            <div className="flex flex-wrap items-center gap-3">
              <Stars score={review.score} />
              <ReviewBadges review={review} />
            </div>
            {review.body ? (
              <p dir="auto" className="max-w-prose break-words whitespace-pre-wrap">
                {review.body}
              </p>
            ) : (
              <p className="text-sm text-muted-foreground">No text was written.</p>
            )}
          </CardContent>
        </Card>
        <Card>
          <CardHeader title="Details" />
          <CardContent>
            <ReviewFacts slug={slug} review={review} />
          </CardContent>
        </Card>
        <EventsCard
          slug={slug}
          thing="review"
          resource={review}
          seesDeliveries={hasPermission(access.role, "manage_api")}
        />
      </div>
    </>
  );
}

const { Answer, generateMetadata } = answeredPage("Review", ReviewPage);
export { Answer as default, generateMetadata };
