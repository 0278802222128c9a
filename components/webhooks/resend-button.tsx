"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { toast } from "sonner";
import { toastFailure } from "@/components/forms/toast-failure";
import { Button } from "@/components/ui/button";
import { unwrap } from "@/lib/actions/result";
import { resendDeliveryAction } from "@/lib/webhooks/actions";
import type { DeliveryItem } from "@/lib/webhooks/queries/list-deliveries";
import { webhooksKey } from "@/lib/webhooks/query-options";

/** Sends the same event once more: same id, same bytes, the webhook's present URL. */
export function ResendButton({ slug, delivery }: { slug: string; delivery: DeliveryItem }) {
  const queryClient = useQueryClient();
  const resend = useMutation({
    mutationFn: () => unwrap(resendDeliveryAction(slug, { deliveryId: delivery.id })),
    onSuccess: () => toast.success(`Sending ${delivery.eventType} again`),
    onError: toastFailure,
    onSettled: () => queryClient.invalidateQueries({ queryKey: webhooksKey(slug) }),
  });
  return (
    <Button
      size="sm"
      pending={resend.isPending}
      aria-label={`Resend ${delivery.eventType}, delivery ${delivery.id}`}
      onClick={() => resend.mutate()}
    >
      Resend
    </Button>
  );
}
