"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { toast } from "sonner";
import { Button } from "@/components/ui/button";
import { Dialog, DialogActions, DialogClose, DialogContent } from "@/components/ui/dialog";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { unwrap } from "@/lib/actions/result";
import { rescheduleMessageAction } from "@/lib/messages/actions";
import type { MessageListItem } from "@/lib/messages/queries/list-messages";
import { messagesKey } from "@/lib/messages/query-options";
import { sendTimeWords } from "@/lib/messages/send-time-words";
import { toLocalInput, zonedMoment } from "@/lib/zoned-moment";

type Props = {
  slug: string;
  message: MessageListItem;
  name: string;
  timeZone: string;
  open: boolean;
  onOpenChange: (open: boolean) => void;
};

/** Another time for a message; a canceled one is made anew. */
export function RescheduleDialog({ name, open, onOpenChange, ...form }: Props) {
  return (
    <Dialog open={open} onOpenChange={onOpenChange}>
      <DialogContent title="When shall it be sent?" description={name}>
        <RescheduleForm {...form} onDone={() => onOpenChange(false)} />
      </DialogContent>
    </Dialog>
  );
}

type FormProps = Pick<Props, "slug" | "message" | "timeZone"> & { onDone: () => void };

function RescheduleForm({ slug, message, timeZone, onDone }: FormProps) {
  const queryClient = useQueryClient();
  const [local, setLocal] = useState(toLocalInput(message.scheduledAt, timeZone));
  const move = useMutation({
    mutationFn: () =>
      unwrap(
        rescheduleMessageAction(slug, {
          id: message.id,
          sendAt: zonedMoment(local, timeZone)?.toISOString() ?? "",
        }),
      ),
    onSuccess: async ({ scheduledAt, notice }) => {
      await queryClient.invalidateQueries({ queryKey: messagesKey(slug) });
      onDone();
      toast.success(notice ?? `Will be sent ${sendTimeWords(scheduledAt, { now: new Date(), timeZone })}.`);
    },
  });
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        move.mutate();
      }}
      className="flex flex-col gap-4"
    >
      <Field label={`Date and time (${timeZone})`} error={move.error?.message}>
        <Input type="datetime-local" value={local} onValueChange={setLocal} />
      </Field>
      <DialogActions>
        <DialogClose render={<Button>Cancel</Button>} />
        <Button type="submit" variant="primary" pending={move.isPending}>
          Save
        </Button>
      </DialogActions>
    </form>
  );
}
