"use client";

import { zodResolver } from "@hookform/resolvers/zod";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { Controller, useForm } from "react-hook-form";
import type { z } from "zod";
import { showFailure } from "@/components/forms/show-failure";
import { Button } from "@/components/ui/button";
import { Dialog, DialogActions, DialogClose, DialogContent } from "@/components/ui/dialog";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { EventTypeBoxes, type EventChoice } from "@/components/webhooks/event-type-boxes";
import { useLast } from "@/components/webhooks/use-last";
import { unwrap } from "@/lib/actions/result";
import { editWebhookAction } from "@/lib/webhooks/actions";
import type { WebhookItem } from "@/lib/webhooks/queries/webhook-items";
import { webhooksKey } from "@/lib/webhooks/query-options";
import { webhookForm } from "@/lib/webhooks/schema";

type EditWebhookDialogProps = {
  slug: string;
  /** Null while closed. */
  webhook: WebhookItem | null;
  onClose: () => void;
};

export function EditWebhookDialog({ slug, webhook, onClose }: EditWebhookDialogProps) {
  const shown = useLast(webhook);
  return (
    <Dialog open={webhook !== null} onOpenChange={(open) => !open && onClose()}>
      <DialogContent title="Edit webhook">
        {shown && <EditWebhookForm slug={slug} webhook={shown} onClose={onClose} />}
      </DialogContent>
    </Dialog>
  );
}

type FormInput = { url: string; events: EventChoice };

function EditWebhookForm({ slug, webhook, onClose }: EditWebhookDialogProps & { webhook: WebhookItem }) {
  const queryClient = useQueryClient();
  const form = useForm<FormInput, unknown, z.output<typeof webhookForm>>({
    resolver: zodResolver(webhookForm),
    defaultValues: {
      url: webhook.url,
      events: { types: webhook.eventTypes, alsoLater: webhook.allEventTypes },
    },
  });
  const { isDirty: isUrlDirty } = form.getFieldState("url", form.formState);
  const { isDirty: areEventsDirty } = form.getFieldState("events", form.formState);
  const save = useMutation({
    mutationFn: ({ url, events }: z.output<typeof webhookForm>) =>
      unwrap(
        editWebhookAction(slug, {
          webhookId: webhook.id,
          ...(isUrlDirty ? { url } : {}),
          ...(areEventsDirty ? { events } : {}),
        }),
      ),
    onSuccess: async () => {
      await queryClient.invalidateQueries({ queryKey: webhooksKey(slug) });
      onClose();
    },
    onError: (error) => showFailure(error, form),
  });

  return (
    <form
      noValidate
      onSubmit={(event) => void form.handleSubmit((values) => save.mutate(values))(event)}
      className="flex flex-col gap-5"
    >
      <Controller
        control={form.control}
        name="url"
        render={({ field, fieldState }) => (
          <Field label="Webhook URL" error={fieldState.error?.message}>
            <Input
              ref={field.ref}
              name={field.name}
              value={field.value}
              onValueChange={field.onChange}
              onBlur={field.onBlur}
              inputMode="url"
              autoComplete="off"
              autoCapitalize="none"
              spellCheck={false}
              className="font-mono text-[0.8125rem]"
            />
          </Field>
        )}
      />
      <Controller
        control={form.control}
        name="events"
        render={({ field }) => (
          <EventTypeBoxes
            value={field.value}
            onChange={field.onChange}
            error={form.formState.errors.events?.types?.message}
          />
        )}
      />
      <DialogActions>
        <DialogClose render={<Button>Cancel</Button>} />
        <Button type="submit" variant="primary" pending={save.isPending}>
          Save
        </Button>
      </DialogActions>
    </form>
  );
}
