import type { ReactNode } from "react";
import { RelativeTime } from "@/components/ui/relative-time";
import { TextLink } from "@/components/ui/text-link";
import { customerName } from "@/lib/customers/customer-name";
import { isCutPreview } from "@/lib/messages/content/preview-text";
import { messageTemplateWords } from "@/lib/messages/message-words";
import type { MessageDetail } from "@/lib/messages/queries/get-message";
import { paths } from "@/lib/paths";

type Props = { slug: string; message: MessageDetail; timeZone: string };

/** Who, from whom, what and when, as a list of facts. The body is not among them: it holds the customer's rating link. */
export function MessageFacts({ slug, message, timeZone }: Props) {
  const { failureCode, failureProviderCode, providerMessageId, rescheduledFromId } = message;
  return (
    <dl className="grid gap-x-8 gap-y-3 text-sm sm:grid-cols-2">
      <Fact label="Customer">
        <TextLink href={paths.customer(slug, message.customer.id)}>
          <bdi>{customerName(message.customer)}</bdi>
        </TextLink>
      </Fact>
      <Fact label="To">{message.to}</Fact>
      <Fact label="Template">{messageTemplateWords(message.sequence)}</Fact>
      <Fact label="From">{message.from}</Fact>
      {message.subject !== null && <Fact label="Subject">{message.subject}</Fact>}
      {message.segments !== null && (
        <Fact label="SMS segments">
          {message.segments}
          {message.encoding && ` (${message.encoding})`}
        </Fact>
      )}
      <Fact label={message.status === "canceled" ? "Was scheduled for" : "Scheduled for"}>
        <RelativeTime date={message.scheduledAt} timeZone={timeZone} />
      </Fact>
      {providerMessageId && <Fact label="Id at the provider">{providerMessageId}</Fact>}
      {failureCode && (
        <Fact label="Failure code">
          {failureCode}
          {failureProviderCode && ` (provider: ${failureProviderCode})`}
        </Fact>
      )}
      {rescheduledFromId && (
        <Fact label="Made in place of">
          <TextLink href={paths.message(slug, rescheduledFromId)}>an earlier message</TextLink>
        </Fact>
      )}
      <div className="min-w-0 sm:col-span-2">
        <dt className="text-[0.8125rem] text-muted-foreground">Begins with</dt>
        <dd dir="auto" className="break-words">
          {message.preview}
          {isCutPreview(message.preview) && "…"}
        </dd>
      </div>
    </dl>
  );
}

function Fact({ label, children }: { label: string; children: ReactNode }) {
  return (
    <div className="min-w-0">
      <dt className="text-[0.8125rem] text-muted-foreground">{label}</dt>
      <dd dir="auto" className="break-words">
        {children}
      </dd>
    </div>
  );
}
