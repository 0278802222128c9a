"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { toast } from "sonner";
import { toastFailure } from "@/components/forms/toast-failure";
import { Button } from "@/components/ui/button";
import { unwrap } from "@/lib/actions/result";
import { reportFromOutboxAction } from "@/lib/messages/outbox/actions";
import type { OutboxMessage } from "@/lib/messages/outbox/get-outbox-message";
import type { OutboxReport } from "@/lib/messages/outbox/schema";
import { messagesKey } from "@/lib/messages/query-options";

const LABELS: Record<OutboxReport, string> = {
  delivered: "Deliver",
  opened: "Open",
  bounced: "Bounce",
  complained: "Complain",
  stop: "Reply STOP",
};

const OF_CHANNEL: Record<OutboxMessage["channel"], OutboxReport[]> = {
  email: ["delivered", "opened", "bounced", "complained"],
  sms: ["delivered", "bounced", "stop"],
};

/** What the provider would report, or the customer answer, through the same door. */
export function ReportButtons({ slug, message }: { slug: string; message: OutboxMessage }) {
  const queryClient = useQueryClient();
  const report = useMutation({
    mutationFn: (kind: OutboxReport) => unwrap(reportFromOutboxAction(slug, { messageId: message.id, kind })),
    onSuccess: async (_done, kind) => {
      await queryClient.invalidateQueries({ queryKey: messagesKey(slug) });
      toast.success(`Reported: ${LABELS[kind]}`);
    },
    onError: toastFailure,
  });
  return (
    <div role="group" aria-label="Report as the provider" className="flex flex-wrap gap-2">
      {OF_CHANNEL[message.channel].map((kind) => (
        <Button
          key={kind}
          size="sm"
          pending={report.isPending && report.variables === kind}
          onClick={() => report.mutate(kind)}
        >
          {LABELS[kind]}
        </Button>
      ))}
    </div>
  );
}
