"use client";

import {
  Ban,
  CalendarClock,
  Ellipsis,
  Inbox,
  RotateCw,
  Send,
  Trash2,
  XCircle,
  type LucideIcon,
} from "lucide-react";
import { Button } from "@/components/ui/button";
import { Menu, MenuContent, MenuItem, MenuLink, MenuTrigger } from "@/components/ui/menu";
import type { MessageListItem } from "@/lib/messages/queries/list-messages";
import { paths } from "@/lib/paths";

export type MessageDeed = "send-now" | "reschedule" | "resend" | "cancel" | "cancel-request" | "delete";

/** What the signed-in person may do with messages. */
export type MessageRights = { canAsk: boolean; canOverride: boolean };

type Props = {
  slug: string;
  message: MessageListItem;
  /** Names the message: "E-mail request to Jane Doe". */
  name: string;
  rights: MessageRights;
  /** Framed beside a heading, bare in a row. */
  look?: "secondary" | "ghost" | undefined;
  onChoose: (deed: MessageDeed) => void;
};

const DEEDS = {
  "send-now": { label: "Send now", icon: Send },
  reschedule: { label: "Reschedule", icon: CalendarClock },
  resend: { label: "Resend", icon: RotateCw },
  cancel: { label: "Cancel message", icon: XCircle },
  "cancel-request": { label: "Cancel whole request", icon: Ban },
  delete: { label: "Delete", icon: Trash2 },
} as const satisfies Record<MessageDeed, { label: string; icon: LucideIcon }>;

const IN_STATE: Partial<Record<MessageListItem["status"], MessageDeed[]>> = {
  scheduled: ["send-now", "reschedule", "cancel", "cancel-request"],
  sent: ["cancel-request"],
  delivered: ["cancel-request"],
  failed: ["resend"],
  canceled: ["reschedule"],
};

/** What this person may do with a message in its state. */
function deedsFor({ status }: MessageListItem, { canAsk, canOverride }: MessageRights): MessageDeed[] {
  return [
    ...(IN_STATE[status] ?? []).filter((deed) => (deed === "resend" ? canOverride : canAsk)),
    ...(canOverride ? (["delete"] as const) : []),
  ];
}

/** What can be done with a message in its state; nothing when there is nothing. */
export function MessageMenu({ slug, message, name, rights, look = "ghost", onChoose }: Props) {
  const deeds = deedsFor(message, rights);
  const isInOutbox = message.provider === "outbox" && rights.canAsk;
  if (deeds.length === 0 && !isInOutbox) return null;
  return (
    <Menu>
      <MenuTrigger
        render={
          <Button
            variant={look}
            size="icon"
            aria-label={`Actions for ${name}`}
            className={look === "ghost" ? "-my-1.5" : undefined}
          >
            <Ellipsis />
          </Button>
        }
      />
      <MenuContent>
        {isInOutbox && (
          <MenuLink href={paths.outbox(slug, message.id)}>
            <Inbox />
            Open in the Outbox
          </MenuLink>
        )}
        {deeds.map((deed) => {
          const { label, icon: Icon } = DEEDS[deed];
          const isAgain = deed === "reschedule" && message.status === "canceled";
          return (
            <MenuItem key={deed} destructive={deed === "delete"} onClick={() => onChoose(deed)}>
              <Icon />
              {isAgain ? "Schedule again" : label}
            </MenuItem>
          );
        })}
      </MenuContent>
    </Menu>
  );
}
