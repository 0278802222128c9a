"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { FormProvider, useForm } from "react-hook-form";
import { PostalAddressNotice } from "@/components/messages/postal-address-notice";
import { StayHereNotice } from "@/components/messages/stay-here-notice";
import { PlanFields, type PlanValues } from "@/components/requests/plan-fields";
import { Button } from "@/components/ui/button";
import { Dialog, DialogActions, DialogClose, DialogContent } from "@/components/ui/dialog";
import { Field } from "@/components/ui/field";
import { Notice } from "@/components/ui/notice";
import { Select } from "@/components/ui/select";
import { ActionError, unwrap } from "@/lib/actions/result";
import { customersKey } from "@/lib/customers/query-options";
import { messagesKey } from "@/lib/messages/query-options";
import { askManyAction } from "@/lib/requests/actions";
import { toPlan } from "@/lib/requests/ask-values";
import type { AskedMany } from "@/lib/requests/commands/ask-many";
import type { AskFacts } from "@/lib/requests/get-ask-facts";
import { AskManyResult } from "@/components/requests/ask-many-result";
import type { AskManyForm } from "@/lib/requests/schema";

type Props = {
  slug: string;
  facts: AskFacts;
  customerIds: string[];
  open: boolean;
  onOpenChange: (open: boolean) => void;
  /** Called once they are asked. */
  onAsked: () => void;
};

/** Asks many customers at once, and then says who was not asked and why. */
export function AskManyDialog(props: Props) {
  const [asked, setAsked] = useState<AskedMany | null>(null);
  const count = props.customerIds.length;
  return (
    <Dialog
      open={props.open}
      onOpenChange={props.onOpenChange}
      onOpenChangeComplete={(open) => !open && setAsked(null)}
    >
      <DialogContent
        title={
          asked
            ? "Asked for reviews"
            : `Ask ${count === 1 ? "1 customer" : `${count} customers`} for a review`
        }
      >
        {asked ? (
          <AskManyResult slug={props.slug} facts={props.facts} asked={asked} />
        ) : (
          <AskManyFields
            {...props}
            onAsked={(done) => {
              setAsked(done);
              props.onAsked();
            }}
          />
        )}
      </DialogContent>
    </Dialog>
  );
}

type Values = PlanValues & { channel: AskManyForm["channel"] };

type FieldsProps = Omit<Props, "onAsked"> & { onAsked: (asked: AskedMany) => void };

function AskManyFields({ slug, facts, customerIds, onAsked }: FieldsProps) {
  const queryClient = useQueryClient();
  const form = useForm<Values>({
    defaultValues: { channel: "either", when: "now", sendAt: "", reminders: "0" },
  });
  const ask = useMutation({
    mutationFn: ({ channel, ...plan }: Values) =>
      unwrap(askManyAction(slug, { customerIds, channel, ...toPlan(plan, facts.timeZone) })),
    onSuccess: (asked) => {
      void queryClient.invalidateQueries({ queryKey: messagesKey(slug) });
      void queryClient.invalidateQueries({ queryKey: customersKey(slug) });
      onAsked(asked);
    },
    onError: (error) => {
      if (error instanceof ActionError && error.failure.field === "sendAt")
        form.setError("sendAt", { message: error.message }, { shouldFocus: true });
    },
  });
  return (
    <form
      noValidate
      onSubmit={(event) => void form.handleSubmit((values) => ask.mutate(values))(event)}
      className="flex flex-col gap-4"
    >
      <StayHereNotice channels={facts.outbox} />
      <PostalAddressNotice slug={slug} facts={facts} />
      {ask.isError && !form.formState.errors.sendAt && (
        <Notice tone="danger" role="alert">
          {ask.error.message}
        </Notice>
      )}
      <Field label="Channel">
        <Select {...form.register("channel")}>
          <option value="either">E-mail where there is one, else SMS</option>
          <option value="email">E-mail</option>
          <option value="sms">SMS</option>
        </Select>
      </Field>
      <FormProvider {...form}>
        <PlanFields facts={facts} />
      </FormProvider>
      <DialogActions>
        <DialogClose render={<Button>Cancel</Button>} />
        <Button type="submit" variant="primary" pending={ask.isPending}>
          Send
        </Button>
      </DialogActions>
    </form>
  );
}
