"use client";

import type { MessageDeed } from "@/components/messages/message-menu";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { useLast } from "@/components/webhooks/use-last";

export type AskedDeed = Extract<MessageDeed, "cancel" | "cancel-request" | "delete">;

type Question = { title: (name: string) => string; confirm: string; keep?: string; follows: string };

const QUESTIONS: Record<AskedDeed, Question> = {
  cancel: {
    title: (name) => `Cancel the ${lowerFirst(name)}?`,
    confirm: "Cancel message",
    keep: "Keep message",
    follows: "It is not sent, and your webhooks receive message-deleted. It can be scheduled again.",
  },
  "cancel-request": {
    title: (name) => `Cancel the whole request of the ${lowerFirst(name)}?`,
    confirm: "Cancel request",
    keep: "Keep request",
    follows:
      "What of it is still to be sent is canceled, with one message-deleted for each, and its rating links stop working.",
  },
  delete: {
    title: (name) => `Delete the ${lowerFirst(name)}?`,
    confirm: "Delete message",
    follows:
      "It is removed for good, and your webhooks receive message-deleted. If it was sent, its rating link goes on working.",
  },
};

type Props = {
  /** Null while closed. */
  deed: AskedDeed | null;
  name: string;
  pending: boolean;
  onConfirm: (deed: AskedDeed) => void;
  onClose: () => void;
};

/** Asks before what can't be undone. */
export function MessageQuestion({ deed, name, pending, onConfirm, onClose }: Props) {
  const shown = QUESTIONS[useLast(deed) ?? "delete"];
  return (
    <ConfirmDialog
      open={deed !== null}
      onOpenChange={(open) => !open && onClose()}
      title={shown.title(name)}
      confirmLabel={shown.confirm}
      {...(shown.keep && { cancelLabel: shown.keep })}
      destructive
      pending={pending}
      onConfirm={() => deed && onConfirm(deed)}
    >
      {shown.follows}
    </ConfirmDialog>
  );
}

/** "E-mail request" and "SMS reminder 1" stand in the middle of a sentence; SMS stays as it is. */
const lowerFirst = (name: string) =>
  name.startsWith("SMS") ? name : name.charAt(0).toLowerCase() + name.slice(1);
