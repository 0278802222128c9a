"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { toast } from "sonner";
import { toastFailure } from "@/components/forms/toast-failure";
import { Button } from "@/components/ui/button";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { unwrap } from "@/lib/actions/result";
import { resendDeliveryAction } from "@/lib/webhooks/actions";
import { webhooksKey } from "@/lib/webhooks/query-options";

type ResendButtonProps = {
  slug: string;
  delivery: { id: string; eventId: string; eventType: string; status: string };
};

/** Sends the same event once more: same id, same bytes, the webhook's present URL. Asks first when it has arrived already. */
export function ResendButton({ slug, delivery }: ResendButtonProps) {
  const queryClient = useQueryClient();
  const [isAsking, setIsAsking] = useState(false);
  const resend = useMutation({
    mutationFn: () => unwrap(resendDeliveryAction(slug, { deliveryId: delivery.id })),
    onSuccess: () => toast.success(`Sending ${delivery.eventType} again`),
    onError: toastFailure,
    onSettled: () => {
      setIsAsking(false);
      return queryClient.invalidateQueries({ queryKey: webhooksKey(slug) });
    },
  });
  return (
    <>
      <Button
        size="sm"
        pending={resend.isPending}
        aria-label={`Resend ${delivery.eventType}, delivery ${delivery.id}`}
        onClick={({ detail: clicks }) => {
          if (delivery.status === "delivered") setIsAsking(true);
          // A double click means one more time, not two.
          else if (clicks <= 1) resend.mutate();
        }}
      >
        Resend
      </Button>
      <ConfirmDialog
        open={isAsking}
        onOpenChange={setIsAsking}
        title={`Send ${delivery.eventType} again?`}
        confirmLabel="Send again"
        pending={resend.isPending}
        onConfirm={() => resend.mutate()}
      >
        <p>
          It was delivered already. It goes out with the same webhook-id, so a receiver that drops duplicates
          will drop it.
        </p>
        <p className="font-mono text-[0.8125rem] break-all">{delivery.eventId}</p>
      </ConfirmDialog>
    </>
  );
}
