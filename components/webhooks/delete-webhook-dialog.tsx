"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { toastFailure } from "@/components/forms/toast-failure";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { useLast } from "@/components/webhooks/use-last";
import { unwrap } from "@/lib/actions/result";
import { deleteWebhookAction } from "@/lib/webhooks/actions";
import { webhooksKey } from "@/lib/webhooks/query-options";

type DeleteWebhookDialogProps = {
  slug: string;
  /** Null while closed. */
  webhook: { id: string; url: string } | null;
  onClose: () => void;
  /** Called when the webhook has left the list. */
  onDeleted: () => void;
};

export function DeleteWebhookDialog({ slug, webhook, onClose, onDeleted }: DeleteWebhookDialogProps) {
  const queryClient = useQueryClient();
  const shown = useLast(webhook);
  const remove = useMutation({
    mutationFn: (webhookId: string) => unwrap(deleteWebhookAction(slug, { webhookId })),
    onError: toastFailure,
    onSuccess: async () => {
      await queryClient.invalidateQueries({ queryKey: webhooksKey(slug) });
      onClose();
      onDeleted();
    },
  });
  return (
    <ConfirmDialog
      open={webhook !== null}
      onOpenChange={(open) => !open && onClose()}
      title="Delete this webhook?"
      confirmLabel="Delete webhook"
      destructive
      pending={remove.isPending}
      onConfirm={() => webhook && remove.mutate(webhook.id)}
    >
      <p className="max-h-32 overflow-y-auto rounded-md bg-muted px-2.5 py-1.5 font-mono text-[0.8125rem] break-all text-foreground">
        {shown?.url}
      </p>
      <p>
        Nothing more is sent there and what is pending is canceled. This can't be undone. Its delivery log
        stays readable for 30 days.
      </p>
    </ConfirmDialog>
  );
}
