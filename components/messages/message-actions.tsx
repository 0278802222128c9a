"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { toast } from "sonner";
import { toastFailure } from "@/components/forms/toast-failure";
import { MessageMenu, type MessageDeed, type MessageRights } from "@/components/messages/message-menu";
import { MessageQuestion, type AskedDeed } from "@/components/messages/message-question";
import { RescheduleDialog } from "@/components/messages/reschedule-dialog";
import { unwrap } from "@/lib/actions/result";
import { customersKey } from "@/lib/customers/query-options";
import { customerName } from "@/lib/customers/customer-name";
import {
  cancelMessageAction,
  removeMessageAction,
  resendMessageAction,
  sendNowAction,
} from "@/lib/messages/actions";
import { messageName } from "@/lib/messages/message-words";
import type { MessageListItem } from "@/lib/messages/queries/list-messages";
import { messagesKey } from "@/lib/messages/query-options";
import { cancelRequestAction } from "@/lib/requests/actions";

type Props = {
  slug: string;
  message: MessageListItem;
  rights: MessageRights;
  timeZone: string;
  look?: "secondary" | "ghost";
  /** Called once the message is gone. */
  onDeleted?: () => void;
};

/** The menu of one message, with the questions it asks first. */
export function MessageActions({ slug, message, rights, timeZone, look, onDeleted }: Props) {
  const queryClient = useQueryClient();
  const [question, setQuestion] = useState<AskedDeed | null>(null);
  const [isMoving, setIsMoving] = useState(false);
  const name = `${messageName(message)} to ${customerName(message.customer)}`;

  const act = useMutation({
    mutationFn: (deed: Exclude<MessageDeed, "reschedule">) => doDeed(slug, message, deed),
    onSuccess: async (said, deed) => {
      if (deed === "delete") onDeleted?.();
      await Promise.all([
        queryClient.invalidateQueries({ queryKey: messagesKey(slug) }),
        queryClient.invalidateQueries({ queryKey: customersKey(slug) }),
      ]);
      setQuestion(null);
      toast.success(said);
    },
    onError: toastFailure,
  });

  function choose(deed: MessageDeed) {
    if (deed === "reschedule") setIsMoving(true);
    else if (deed === "send-now" || deed === "resend") act.mutate(deed);
    else setQuestion(deed);
  }

  if (!rights.canAsk) return null;
  return (
    <>
      <MessageMenu slug={slug} message={message} name={name} rights={rights} look={look} onChoose={choose} />
      <MessageQuestion
        deed={question}
        name={name}
        pending={act.isPending}
        onConfirm={(deed) => act.mutate(deed)}
        onClose={() => setQuestion(null)}
      />
      <RescheduleDialog
        slug={slug}
        message={message}
        name={name}
        timeZone={timeZone}
        open={isMoving}
        onOpenChange={setIsMoving}
      />
    </>
  );
}

/** Does it and says what was done. */
async function doDeed(
  slug: string,
  { id, requestId }: MessageListItem,
  deed: Exclude<MessageDeed, "reschedule">,
): Promise<string> {
  switch (deed) {
    case "send-now":
      await unwrap(sendNowAction(slug, { id }));
      return "On its way";
    case "resend": {
      const { notice } = await unwrap(resendMessageAction(slug, { id }));
      return notice ?? "On its way, as a new message";
    }
    case "cancel":
      await unwrap(cancelMessageAction(slug, { id }));
      return "Message canceled";
    case "cancel-request":
      await unwrap(cancelRequestAction(slug, { id: requestId }));
      return "Request canceled";
    case "delete":
      await unwrap(removeMessageAction(slug, { id }));
      return "Message deleted";
  }
}
