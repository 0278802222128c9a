"use client";

import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import { useFormContext } from "react-hook-form";
import { toast } from "sonner";
import { toastFailure } from "@/components/forms/toast-failure";
import type { TemplateTab } from "@/components/message-settings/template-tabs";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Select } from "@/components/ui/select";
import { unwrap } from "@/lib/actions/result";
import { sendTestMailAction } from "@/lib/messages/settings/actions";
import type { MessageSettingsView } from "@/lib/messages/settings/queries";
import type { MessageSettingsForm } from "@/lib/messages/settings/schema";

type TestSendProps = {
  slug: string;
  tab: TemplateTab;
  members: MessageSettingsView["members"];
  /** Who is signed in: the first choice. */
  userId: string;
  isKeptHere: boolean;
};

/** Sends the mail as it is typed now to a member of the project. */
export function TestSend({ slug, tab, members, userId, isKeptHere }: TestSendProps) {
  const { getValues, trigger } = useFormContext<MessageSettingsForm>();
  const [to, setTo] = useState(userId);
  const send = useMutation({
    mutationFn: async () => {
      const { senderName, postalAddress, linkStyle, templates } = getValues();
      const { subject, body } = templates.email[tab.kind];
      return unwrap(
        sendTestMailAction(slug, { userId: to, subject, body, senderName, postalAddress, linkStyle }),
      );
    },
    onSuccess: ({ to: address }) =>
      toast.success(
        isKeptHere ? `A test for ${address} is in the Outbox` : `A test is on its way to ${address}`,
      ),
    onError: toastFailure,
  });
  if (tab.channel === "sms") {
    return (
      <p className="text-[0.8125rem] leading-5 text-muted-foreground">
        Tests go to members, whose phone numbers aren't kept here: the preview is the SMS to the letter. For
        one on your own phone, ask yourself for a review.
      </p>
    );
  }

  async function sendIfRight() {
    const isRight = await trigger([`templates.email.${tab.kind}`, "senderName", "postalAddress"], {
      shouldFocus: true,
    });
    if (isRight) send.mutate();
  }

  return (
    <section aria-labelledby="test-heading" className="flex min-w-0 flex-col gap-2">
      <h2 id="test-heading" className="text-sm font-semibold">
        Send a test
      </h2>
      <div className="flex flex-wrap items-end gap-2">
        <Field label="Send a test to" className="min-w-48 flex-1">
          <Select value={to} onChange={(event) => setTo(event.target.value)}>
            {members.map((member) => (
              <option key={member.userId} value={member.userId}>
                {`${member.name} (${member.email})`}
              </option>
            ))}
          </Select>
        </Field>
        <Button pending={send.isPending} onClick={() => void sendIfRight()}>
          Send test
        </Button>
      </div>
      <p className="text-[0.8125rem] leading-5 text-muted-foreground">
        With the words as they are typed now. Its links are examples and save nothing.
      </p>
    </section>
  );
}
