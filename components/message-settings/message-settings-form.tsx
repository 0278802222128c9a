"use client";

import { zodResolver } from "@hookform/resolvers/zod";
import { useMutation } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { flushSync } from "react-dom";
import { type FieldErrors, FormProvider, useForm } from "react-hook-form";
import { toast } from "sonner";
import { FormFields } from "@/components/forms/form-fields";
import { showFailure } from "@/components/forms/show-failure";
import { UnsavedGuard } from "@/components/forms/unsaved-guard";
import { MessagePreview } from "@/components/message-settings/message-preview";
import { SenderFields } from "@/components/message-settings/sender-fields";
import { TemplateEditor } from "@/components/message-settings/template-editor";
import { TEMPLATE_TABS, type TemplateTab } from "@/components/message-settings/template-tabs";
import { TestSend } from "@/components/message-settings/test-send";
import { TimingFields } from "@/components/message-settings/timing-fields";
import { Button } from "@/components/ui/button";
import { Card, CardContent, CardFooter, CardHeader } from "@/components/ui/card";
import { unwrap } from "@/lib/actions/result";
import { saveMessageSettingsAction } from "@/lib/messages/settings/actions";
import type { MessageSettingsView } from "@/lib/messages/settings/queries";
import {
  messageSettingsInput,
  type MessageSettingsForm as Values,
  type MessageSettingsInput,
} from "@/lib/messages/settings/schema";

type MessageSettingsFormProps = {
  slug: string;
  view: MessageSettingsView;
  userId: string;
  /** E-mails stay in the Outbox. */
  isKeptHere: boolean;
};

/** Settings > Messages, with a preview that follows the typing. */
export function MessageSettingsForm({ slug, view, userId, isKeptHere }: MessageSettingsFormProps) {
  const router = useRouter();
  const [tab, setTab] = useState<TemplateTab>(TEMPLATE_TABS[0]);
  const form = useForm<Values, unknown, MessageSettingsInput>({
    resolver: zodResolver(messageSettingsInput),
    defaultValues: formValues(view),
  });
  const { isDirty } = form.formState;
  const save = useMutation({
    mutationFn: (input: MessageSettingsInput) =>
      unwrap(saveMessageSettingsAction(slug, { ...input, replyTo: input.replyTo ?? "" })),
    onSuccess: (_saved, input) => {
      toast.success("Saved");
      form.reset({ ...input, replyTo: input.replyTo ?? "" });
      router.refresh();
    },
    onError: (error) => showFailure(error, form),
  });

  /** A field that is wrong may stand in a tab that doesn't show. */
  function showFirstError(errors: FieldErrors<Values>) {
    const wrong = TEMPLATE_TABS.filter(({ channel, kind }) => errors.templates?.[channel]?.[kind]);
    const first = wrong.find(({ value }) => value === tab.value) ?? wrong[0];
    const others = Object.keys(errors).some((name) => name !== "templates");
    if (!first || others) return;
    flushSync(() => setTab(first));
    const part = errors.templates?.[first.channel]?.[first.kind]?.subject ? "subject" : "body";
    form.setFocus(`templates.${first.channel}.${first.kind}.${part}`);
  }

  return (
    <FormProvider {...form}>
      <UnsavedGuard isDirty={isDirty} />
      <div className="grid grid-cols-[minmax(0,1fr)] items-start gap-6 xl:grid-cols-[minmax(0,11fr)_minmax(0,9fr)]">
        <form noValidate onSubmit={form.handleSubmit((input) => save.mutate(input), showFirstError)}>
          <FormFields className="flex flex-col gap-6">
            <Card>
              <CardHeader title="What messages say" />
              <CardContent>
                <TemplateEditor slug={slug} shown={tab} onShow={setTab} />
              </CardContent>
            </Card>
            <Card>
              <CardHeader title="Sender" />
              <CardContent className="flex flex-col gap-5">
                <SenderFields projectName={view.projectName} />
              </CardContent>
            </Card>
            <Card>
              <CardHeader title="Times" />
              <CardContent className="flex flex-col gap-6">
                <TimingFields slug={slug} timeZone={view.timeZone} />
              </CardContent>
            </Card>
            <Card className="sticky bottom-0">
              <CardFooter className="rounded-lg border-t-0">
                {isDirty && <p className="mr-auto text-sm text-muted-foreground">Not saved yet</p>}
                <Button type="submit" variant="primary" disabled={!isDirty} pending={save.isPending}>
                  Save
                </Button>
              </CardFooter>
            </Card>
          </FormFields>
        </form>
        <div className="flex min-w-0 flex-col gap-6 xl:sticky xl:top-6">
          <MessagePreview slug={slug} tab={tab} />
          <TestSend slug={slug} tab={tab} members={view.members} userId={userId} isKeptHere={isKeptHere} />
        </div>
      </div>
    </FormProvider>
  );
}

function formValues({ settings, templates }: MessageSettingsView): Values {
  const words = ({ subject, body }: { subject: string | null; body: string }) => ({
    subject: subject ?? "",
    body,
  });
  return {
    ...settings,
    replyTo: settings.replyTo ?? "",
    templates: {
      email: { request: words(templates.email.request), reminder: words(templates.email.reminder) },
      sms: {
        request: { subject: null, body: templates.sms.request.body },
        reminder: { subject: null, body: templates.sms.reminder.body },
      },
    },
  };
}
