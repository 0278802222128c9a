"use client";

import { Ellipsis, KeyRound, List, Pencil, Send, Trash2 } from "lucide-react";
import { Button } from "@/components/ui/button";
import { Menu, MenuContent, MenuItem, MenuLink, MenuSeparator, MenuTrigger } from "@/components/ui/menu";
import { paths } from "@/lib/paths";
import type { WebhookItem } from "@/lib/webhooks/queries/webhook-items";

export type WebhookMenuProps = {
  slug: string;
  webhook: WebhookItem;
  onEdit: (webhook: WebhookItem) => void;
  onSendTest: (webhook: WebhookItem) => void;
  onShowSecret: (webhook: WebhookItem) => void;
  onDelete: (webhook: WebhookItem) => void;
};

export function WebhookMenu({ slug, webhook, onEdit, onSendTest, onShowSecret, onDelete }: WebhookMenuProps) {
  return (
    <Menu>
      <MenuTrigger
        render={
          <Button
            variant="ghost"
            size="icon"
            aria-label={`Actions for ${webhook.url}`}
            className="-my-1.5 -mr-1.5"
          >
            <Ellipsis />
          </Button>
        }
      />
      <MenuContent>
        <MenuItem onClick={() => onEdit(webhook)}>
          <Pencil />
          Edit
        </MenuItem>
        <MenuItem onClick={() => onSendTest(webhook)}>
          <Send />
          Send test event
        </MenuItem>
        <MenuLink href={paths.deliveries(slug, webhook.id)}>
          <List />
          Deliveries
        </MenuLink>
        <MenuItem onClick={() => onShowSecret(webhook)}>
          <KeyRound />
          Signing secret
        </MenuItem>
        <MenuSeparator />
        <MenuItem destructive onClick={() => onDelete(webhook)}>
          <Trash2 />
          Delete
        </MenuItem>
      </MenuContent>
    </Menu>
  );
}
