"use client";

import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import { toastFailure } from "@/components/forms/toast-failure";
import { DeleteWebhookDialog } from "@/components/webhooks/delete-webhook-dialog";
import { EditWebhookDialog } from "@/components/webhooks/edit-webhook-dialog";
import { WebhookRow } from "@/components/webhooks/webhook-row";
import { unwrap } from "@/lib/actions/result";
import { sendTestEventAction } from "@/lib/webhooks/actions";
import type { WebhookItem } from "@/lib/webhooks/queries/webhook-items";

type WebhookListProps = {
  slug: string;
  webhooks: readonly WebhookItem[];
  /** Ids of the webhooks whose signing secret is shown. */
  secretsOpen: readonly string[];
  onSecretsOpenChange: (ids: readonly string[]) => void;
  onDeleted: () => void;
};

/** The webhooks with the dialogs that their menus open. */
export function WebhookList(props: WebhookListProps) {
  const { slug, webhooks, secretsOpen, onSecretsOpenChange, onDeleted } = props;
  const [edited, setEdited] = useState<WebhookItem | null>(null);
  const [leaving, setLeaving] = useState<WebhookItem | null>(null);
  const [tests, setTests] = useState<Record<string, string>>({});
  const sendTest = useMutation({
    mutationFn: (webhookId: string) => unwrap(sendTestEventAction(slug, { webhookId })),
    onSuccess: ({ deliveryId }, webhookId) => setTests((sent) => ({ ...sent, [webhookId]: deliveryId })),
    onError: toastFailure,
  });
  const closeSecret = (id: string) => onSecretsOpenChange(secretsOpen.filter((open) => open !== id));

  return (
    <>
      <ul aria-label="Webhooks" className="divide-y rounded-lg border bg-card">
        {webhooks.map((webhook) => (
          <WebhookRow
            key={webhook.id}
            slug={slug}
            webhook={webhook}
            onEdit={setEdited}
            onSendTest={({ id }) => sendTest.mutate(id)}
            onShowSecret={({ id }) => onSecretsOpenChange([...secretsOpen.filter((open) => open !== id), id])}
            onDelete={setLeaving}
            isSecretOpen={secretsOpen.includes(webhook.id)}
            onSecretClose={() => closeSecret(webhook.id)}
            testDeliveryId={tests[webhook.id] ?? null}
          />
        ))}
      </ul>
      <EditWebhookDialog slug={slug} webhook={edited} onClose={() => setEdited(null)} />
      <DeleteWebhookDialog
        slug={slug}
        webhook={leaving}
        onClose={() => setLeaving(null)}
        onDeleted={onDeleted}
      />
    </>
  );
}
