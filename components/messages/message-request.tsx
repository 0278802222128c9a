import { MessageState } from "@/components/messages/message-state";
import { ReviewBadges } from "@/components/reviews/review-badges";
import { Badge } from "@/components/ui/badge";
import { Card, CardContent, CardHeader } from "@/components/ui/card";
import { RelativeTime } from "@/components/ui/relative-time";
import { Stars } from "@/components/ui/stars";
import { TextLink } from "@/components/ui/text-link";
import { messageTemplateWords } from "@/lib/messages/message-words";
import type { MessageDetail } from "@/lib/messages/queries/get-message";
import { paths } from "@/lib/paths";

type Props = { slug: string; message: MessageDetail; timeZone: string };

/** The request that the message belongs to: all its messages, and what the customer gave. */
export function MessageRequest({ slug, message, timeZone }: Props) {
  const { review, messages, canceledAt } = message.request;
  return (
    <Card>
      <CardHeader
        title="Request"
        description="The messages of this request. A rating cancels the reminders that are still to come."
        actions={canceledAt && <Badge>Request canceled</Badge>}
      />
      <CardContent className="flex flex-col gap-4">
        <ul aria-label="Messages of this request" className="flex flex-col gap-2 text-sm">
          {messages.map((each) => (
            <li key={each.id} className="flex flex-wrap items-center gap-x-3 gap-y-1">
              {each.id === message.id ? (
                <span aria-current="true" className="font-medium">
                  {messageTemplateWords(each.sequence)} (this one)
                </span>
              ) : (
                <TextLink href={paths.message(slug, each.id)}>{messageTemplateWords(each.sequence)}</TextLink>
              )}
              <MessageState message={each} />
              <RelativeTime
                date={each.sentAt ?? each.canceledAt ?? each.failedAt ?? each.scheduledAt}
                timeZone={timeZone}
                className="ml-auto text-muted-foreground"
              />
            </li>
          ))}
        </ul>
        {review ? (
          <p className="flex flex-wrap items-center gap-x-3 gap-y-1 border-t pt-3 text-sm">
            <Stars score={review.score} />
            <ReviewBadges review={review} />
            <TextLink href={paths.review(slug, review.id)}>Open review</TextLink>
            <RelativeTime
              date={review.ratedAt}
              timeZone={timeZone}
              className="ml-auto text-muted-foreground"
            />
          </p>
        ) : (
          <p className="border-t pt-3 text-sm text-muted-foreground">Not rated yet.</p>
        )}
      </CardContent>
    </Card>
  );
}
