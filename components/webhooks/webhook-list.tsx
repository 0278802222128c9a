"use client";

import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import { toastFailure } from "@/components/forms/toast-failure";
import { DeleteWebhookDialog } from "@/components/webhooks/delete-webhook-dialog";
import { EditWebhookDialog } from "@/components/webhooks/edit-webhook-dialog";
import { WebhookRow } from "@/components/webhooks/webhook-row";
import { unwrap } from "@/lib/actions/result";
import { sendTestEventAction } from "@/lib/webhooks/actions";
import type { MadeSecret } from "@/lib/webhooks/commands/add-secret";
import type { WebhookItem } from "@/lib/webhooks/queries/webhook-items";

/** Ids of the webhooks whose signing secret's panel is open, each with the secret when it has just been made. */
export type SecretsOpen = Readonly<Record<string, MadeSecret | null>>;

type WebhookListProps = {
  slug: string;
  webhooks: readonly WebhookItem[];
  secretsOpen: SecretsOpen;
  onSecretsOpenChange: (open: SecretsOpen) => void;
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
  function closeSecret(closed: string) {
    onSecretsOpenChange(Object.fromEntries(Object.entries(secretsOpen).filter(([id]) => id !== closed)));
  }

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
            onShowSecret={({ id }) => onSecretsOpenChange({ [id]: null, ...secretsOpen })}
            onDelete={setLeaving}
            isSecretOpen={webhook.id in secretsOpen}
            createdSecret={secretsOpen[webhook.id] ?? null}
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
