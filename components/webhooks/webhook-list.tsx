"use client";

import { useState } from "react";
import { DeleteWebhookDialog } from "@/components/webhooks/delete-webhook-dialog";
import { EditWebhookDialog } from "@/components/webhooks/edit-webhook-dialog";
import { WebhookRow } from "@/components/webhooks/webhook-row";
import type { WebhookItem } from "@/lib/webhooks/queries/list-webhooks";

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
            onShowSecret={({ id }) => onSecretsOpenChange([...secretsOpen.filter((open) => open !== id), id])}
            onDelete={setLeaving}
            isSecretOpen={secretsOpen.includes(webhook.id)}
            onSecretClose={() => closeSecret(webhook.id)}
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
