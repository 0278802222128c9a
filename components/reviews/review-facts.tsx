import type { ReactNode } from "react";
import { RelativeTime } from "@/components/ui/relative-time";
import { TextLink } from "@/components/ui/text-link";
import { paths } from "@/lib/paths";
import type { ReviewDetail } from "@/lib/reviews/queries";
import { reviewerName } from "@/lib/reviews/reviewer-name";

const ORIGINS: Record<ReviewDetail["origin"], string> = {
  email: "E-mail",
  sms: "SMS",
  link: "Rating link",
  public: "Public review page",
  manual: "Added by hand",
  api: "API",
};

/** Who, where from and when, as a list of facts. */
export function ReviewFacts({ slug, review }: { slug: string; review: ReviewDetail }) {
  const name = <bdi>{reviewerName(review)}</bdi>;
  return (
    <dl className="grid gap-x-8 gap-y-3 text-sm sm:grid-cols-2">
      <Fact label="Customer">
        {review.customer ? <TextLink href={paths.customer(slug, review.customer.id)}>{name}</TextLink> : name}
      </Fact>
      <Fact label="E-mail">{review.customer?.email ?? review.reviewerEmail ?? "Not given"}</Fact>
      <Fact label="Came by">{ORIGINS[review.origin]}</Fact>
      <Fact label="Tags">{review.tags.length > 0 ? review.tags.join(", ") : "None"}</Fact>
      <Fact label="Rated">
        <RelativeTime date={review.ratedAt} />
      </Fact>
      <Fact label="Submitted">
        {review.submittedAt ? (
          <RelativeTime date={review.submittedAt} />
        ) : (
          "Not yet: the rating alone was given"
        )}
      </Fact>
    </dl>
  );
}

function Fact({ label, children }: { label: string; children: ReactNode }) {
  return (
    <div className="min-w-0">
      <dt className="text-[0.8125rem] text-muted-foreground">{label}</dt>
      <dd className="break-words">{children}</dd>
    </div>
  );
}
