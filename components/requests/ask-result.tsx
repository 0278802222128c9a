"use client";

import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { toastFailure } from "@/components/forms/toast-failure";
import { Button } from "@/components/ui/button";
import { DialogActions } from "@/components/ui/dialog";
import { LinkButton } from "@/components/ui/link-button";
import { Notice } from "@/components/ui/notice";
import { useNow } from "@/components/ui/use-now";
import { unwrap } from "@/lib/actions/result";
import { sendNowAction } from "@/lib/messages/actions";
import { messageOutcomeWords } from "@/lib/messages/message-words";
import { messageQuery, messagesKey } from "@/lib/messages/query-options";
import { paths } from "@/lib/paths";
import type { Asked } from "@/lib/requests/commands/ask-for-review";
import type { AskFacts } from "@/lib/requests/get-ask-facts";

/** While a message is on its way one waits for it. */
const WATCHING_MS = 500;

type Props = {
  slug: string;
  facts: AskFacts;
  asked: Asked;
  /** It was to leave at once; quiet hours may hold it. */
  isForNow: boolean;
  onDone: () => void;
};

/** What became of an ask, as it happens. */
export function AskResult({ slug, facts, asked, isForNow, onDone }: Props) {
  const now = useNow();
  const queryClient = useQueryClient();
  const id = asked.messages[0]?.id ?? "";
  const { data: message } = useQuery({
    ...messageQuery(slug, id),
    refetchInterval: ({ state }) => (isOnItsWay(state.data) ? WATCHING_MS : 3_000),
  });
  const sendNow = useMutation({
    mutationFn: () => unwrap(sendNowAction(slug, { id })),
    onSuccess: () => queryClient.invalidateQueries({ queryKey: messagesKey(slug) }),
    onError: toastFailure,
  });
  const isHeld = isForNow && message?.status === "scheduled" && message.scheduledAt > now;
  const outcome = message
    ? messageOutcomeWords(message, { now, timeZone: facts.timeZone })
    : { tone: "info" as const, text: "On its way" };
  const reminders = asked.messages.length - 1;

  return (
    <div className="flex flex-col gap-4">
      <Notice
        role="status"
        tone={outcome.tone}
        actions={
          isHeld &&
          facts.canOverride && (
            <Button size="sm" pending={sendNow.isPending} onClick={() => sendNow.mutate()}>
              Send now anyway
            </Button>
          )
        }
      >
        {outcome.text}
        {reminders > 0 &&
          ` ${reminders === 1 ? "A reminder follows" : `${reminders} reminders follow`} unless they rate first.`}
      </Notice>
      <DialogActions>
        <LinkButton href={paths.message(slug, id)}>See the message</LinkButton>
        {message?.provider === "outbox" && (
          <LinkButton href={paths.outbox(slug, id)}>Open in the Outbox</LinkButton>
        )}
        <Button variant="primary" onClick={onDone}>
          Done
        </Button>
      </DialogActions>
    </div>
  );
}

function isOnItsWay(message: { status: string; dueAt: Date } | undefined): boolean {
  if (!message) return true;
  return message.status === "sending" || (message.status === "scheduled" && message.dueAt <= new Date());
}
