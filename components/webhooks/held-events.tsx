"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { toastFailure } from "@/components/forms/toast-failure";
import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { unwrap } from "@/lib/actions/result";
import { replayHeldAction, skipHeldAction } from "@/lib/webhooks/actions";
import type { WebhookItem } from "@/lib/webhooks/queries/webhook-items";
import { webhooksKey } from "@/lib/webhooks/query-options";
import { MISSED_COUNT_MAX } from "@/lib/webhooks/schema";

/** What happened while it was off, until somebody chooses. */
export function HeldEvents({ slug, webhook }: { slug: string; webhook: WebhookItem }) {
  const queryClient = useQueryClient();
  const decide = useMutation({
    mutationFn: (decision: "send" | "skip") =>
      unwrap<unknown>(
        (decision === "send" ? replayHeldAction : skipHeldAction)(slug, { webhookId: webhook.id }),
      ),
    onError: toastFailure,
    onSettled: () => queryClient.invalidateQueries({ queryKey: webhooksKey(slug) }),
  });
  const isPending = (decision: "send" | "skip") => decide.isPending && decide.variables === decision;
  const count = webhook.undecidedCount;
  const words =
    count > MISSED_COUNT_MAX ? `${MISSED_COUNT_MAX.toLocaleString("en")}+` : count.toLocaleString("en");
  return (
    <Notice
      className="mt-3"
      actions={
        <>
          <Button
            size="sm"
            pending={isPending("send")}
            disabled={decide.isPending}
            onClick={() => decide.mutate("send")}
          >
            Send them
          </Button>
          <Button
            size="sm"
            pending={isPending("skip")}
            disabled={decide.isPending}
            onClick={() => decide.mutate("skip")}
          >
            Skip
          </Button>
        </>
      }
    >
      {words} {count === 1 ? "event" : "events"} happened while this was off
    </Notice>
  );
}
