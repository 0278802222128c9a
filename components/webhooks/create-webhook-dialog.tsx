"use client";

import { zodResolver } from "@hookform/resolvers/zod";
import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import { Controller, useForm, useWatch } from "react-hook-form";
import type { z } from "zod";
import { showFailure } from "@/components/forms/show-failure";
import { Button } from "@/components/ui/button";
import { Dialog, DialogActions, DialogClose, DialogContent } from "@/components/ui/dialog";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { unwrap } from "@/lib/actions/result";
import { createWebhookAction } from "@/lib/webhooks/actions";
import type { MadeSecret } from "@/lib/webhooks/commands/add-secret";
import { createWebhookInput } from "@/lib/webhooks/schema";
import { parseWebhookUrl } from "@/lib/webhooks/webhook-url";

export type CreatedWebhook = MadeSecret & { id: string };

type CreateWebhookDialogProps = {
  slug: string;
  open: boolean;
  onOpenChange: (open: boolean) => void;
  /** URLs in use, for the hint at a second one. */
  urls: readonly string[];
  testReceiverUrl: string | null;
  /** Called before the dialog closes. */
  onCreated: (created: CreatedWebhook) => Promise<void>;
};

/** One field, one button. The form is gone when the dialog closes, so it opens empty. */
export function CreateWebhookDialog(props: CreateWebhookDialogProps) {
  return (
    <Dialog open={props.open} onOpenChange={props.onOpenChange}>
      <DialogContent
        title="Create webhook"
        description="Active at once, for all events of this project. Choose event types later under Edit."
      >
        <CreateWebhookForm {...props} />
      </DialogContent>
    </Dialog>
  );
}

function CreateWebhookForm({
  slug,
  urls,
  testReceiverUrl,
  onCreated,
  onOpenChange,
}: CreateWebhookDialogProps) {
  const form = useForm<z.input<typeof createWebhookInput>, unknown, z.output<typeof createWebhookInput>>({
    resolver: zodResolver(createWebhookInput),
    defaultValues: { url: "" },
  });
  const create = useMutation({
    mutationFn: (input: { url: string }) => unwrap(createWebhookAction(slug, input)),
    onSuccess: async (created) => {
      await onCreated(created);
      onOpenChange(false);
    },
    onError: (error) => showFailure(error, form),
  });
  const typed = parseWebhookUrl(useWatch({ control: form.control, name: "url" }));
  // As they were when the form opened: the one that it creates is no second one.
  const [urlsBefore] = useState(urls);
  const isSecond = typed.ok && urlsBefore.includes(typed.value.url);

  return (
    <form
      noValidate
      onSubmit={(event) => void form.handleSubmit((input) => create.mutate(input))(event)}
      className="flex flex-col gap-4"
    >
      <Controller
        control={form.control}
        name="url"
        render={({ field, fieldState }) => (
          <Field
            label="Webhook URL"
            error={fieldState.error?.message}
            description={
              isSecond
                ? "You have a webhook with this URL already. Each will receive every event."
                : undefined
            }
          >
            <Input
              ref={field.ref}
              name={field.name}
              value={field.value}
              onValueChange={field.onChange}
              onBlur={field.onBlur}
              placeholder="https://example.com/webhooks"
              inputMode="url"
              autoComplete="off"
              autoCapitalize="none"
              spellCheck={false}
              className="font-mono text-[0.8125rem]"
            />
          </Field>
        )}
      />
      {testReceiverUrl && (
        <p className="-mt-2 text-[0.8125rem] text-muted-foreground">
          No server at hand?{" "}
          <Button
            variant="link"
            className="text-[0.8125rem] font-normal underline"
            onClick={() => {
              form.setValue("url", testReceiverUrl, { shouldValidate: form.formState.isSubmitted });
              form.setFocus("url");
            }}
          >
            Use the test receiver
          </Button>
        </p>
      )}
      <DialogActions>
        <DialogClose render={<Button>Cancel</Button>} />
        <Button type="submit" variant="primary" pending={create.isPending}>
          Create
        </Button>
      </DialogActions>
    </form>
  );
}
