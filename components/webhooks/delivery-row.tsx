"use client";

import { ChevronRight } from "lucide-react";
import { Badge } from "@/components/ui/badge";
import { cn } from "@/components/ui/cn";
import { RelativeTime } from "@/components/ui/relative-time";
import { DeliveryDetails } from "@/components/webhooks/delivery-details";
import { ResendButton } from "@/components/webhooks/resend-button";
import { WebhookUrl } from "@/components/webhooks/webhook-url";
import { answerWords, deliveryStatusWords, elapsedWords } from "@/lib/webhooks/delivery-words";
import type { DeliveryItem } from "@/lib/webhooks/queries/list-deliveries";

type DeliveryRowProps = {
  slug: string;
  delivery: DeliveryItem;
  /** Named in the row; null where the page is about one webhook. */
  webhookUrl: string | null;
  canResend: boolean;
  isOpen: boolean;
  onToggle: () => void;
};

/** One delivery: its state, what it carries, what came back last and when it goes on. */
export function DeliveryRow(props: DeliveryRowProps) {
  const { slug, delivery, webhookUrl, canResend, isOpen, onToggle } = props;
  const status = deliveryStatusWords(delivery.status, delivery.attempts);
  const detailsId = `delivery-${delivery.id}`;
  return (
    <li className="min-w-0">
      <div className="relative flex items-start gap-2 py-2 pr-2 pl-2 sm:pr-3">
        <button
          type="button"
          aria-expanded={isOpen}
          aria-controls={detailsId}
          onClick={onToggle}
          className="grid min-w-0 flex-1 grid-cols-[1rem_1fr_auto] items-baseline gap-x-2 gap-y-1 rounded-md p-1 text-left hover:bg-hover/60 sm:grid-cols-[1rem_5.5rem_11rem_1fr_auto] sm:gap-x-3"
        >
          <ChevronRight
            aria-hidden
            className={cn(
              "mt-0.5 size-4 self-start text-muted-foreground transition-transform",
              isOpen && "rotate-90",
            )}
          />
          <span className="order-2 sm:order-none">
            <Badge tone={status.tone}>{status.text}</Badge>
          </span>
          <span className="order-1 flex min-w-0 flex-wrap items-baseline gap-x-2 sm:order-none">
            <span className="font-mono text-[0.8125rem]">{delivery.eventType}</span>
            {delivery.isTest && <Badge>Test</Badge>}
            {delivery.isAgain && <Badge>Again</Badge>}
            <span className="w-full truncate font-mono text-xs text-muted-foreground">
              {delivery.resourceId}
            </span>
          </span>
          <span className="order-3 col-start-2 col-end-4 min-w-0 text-[0.8125rem] text-muted-foreground sm:order-none sm:col-auto">
            {webhookUrl && <WebhookUrl url={webhookUrl} className="mb-0.5 text-foreground" />}
            <DeliveryOutcome delivery={delivery} />
          </span>
          <span className="order-4 col-start-2 col-end-4 flex min-h-7 items-end text-[0.8125rem] whitespace-nowrap text-muted-foreground sm:order-none sm:col-auto sm:block pointer-coarse:max-sm:min-h-9">
            <RelativeTime date={delivery.createdAt} />
          </span>
        </button>
        {canResend && (
          <div className="shrink-0 max-sm:absolute max-sm:right-3 max-sm:bottom-3">
            <ResendButton slug={slug} delivery={delivery} />
          </div>
        )}
      </div>
      <div id={detailsId}>{isOpen && <DeliveryDetails slug={slug} deliveryId={delivery.id} />}</div>
    </li>
  );
}

function DeliveryOutcome({ delivery }: { delivery: DeliveryItem }) {
  const { attempts, endReason, lastAnswer, nextAttemptAt } = delivery;
  return (
    <>
      {attempts > 1 && <span className="text-foreground">{attempts} attempts. </span>}
      {lastAnswer && <span className="break-words">{answerWords(lastAnswer)}</span>}
      {lastAnswer?.error != null && lastAnswer.durationMs !== null && (
        <span className="whitespace-nowrap"> ({elapsedWords(lastAnswer.durationMs)})</span>
      )}
      {lastAnswer?.isOurFault && <Badge className="ml-1.5">Our side</Badge>}
      {endReason && (
        <span className={lastAnswer ? "break-words" : "inline-block break-words first-letter:uppercase"}>
          {lastAnswer ? ` (${endReason})` : endReason}
        </span>
      )}
      {nextAttemptAt && attempts > 0 && (
        <span className="whitespace-nowrap">
          {" "}
          Next <RelativeTime date={nextAttemptAt} />
        </span>
      )}
    </>
  );
}
