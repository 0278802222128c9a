"use client";

import { useMutation } from "@tanstack/react-query";
import { Controller, FormProvider, useForm } from "react-hook-form";
import { PostalAddressNotice } from "@/components/messages/postal-address-notice";
import { StayHereNotice } from "@/components/messages/stay-here-notice";
import { askResolver } from "@/components/requests/ask-resolver";
import { PlanFields } from "@/components/requests/plan-fields";
import { Button } from "@/components/ui/button";
import { DialogActions, DialogClose } from "@/components/ui/dialog";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { Notice } from "@/components/ui/notice";
import { RadioGroup } from "@/components/ui/radio-group";
import { ActionError, unwrap } from "@/lib/actions/result";
import { askForReviewAction } from "@/lib/requests/actions";
import { toAskForm, type AskValues } from "@/lib/requests/ask-values";
import type { Asked } from "@/lib/requests/commands/ask-for-review";
import type { AskFacts } from "@/lib/requests/get-ask-facts";

/** A customer whom one asks by name. */
export type AskedCustomer = { id: string; name: string; email: string | null; phone: string | null };

type Props = {
  slug: string;
  facts: AskFacts;
  customer: AskedCustomer | null;
  onAsked: (asked: Asked, when: AskValues["when"]) => void;
};

const PERSON = [
  { name: "firstName", label: "First name", type: "text", autoComplete: "off" },
  { name: "lastName", label: "Last name", type: "text", autoComplete: "off" },
  { name: "email", label: "E-mail", type: "email", autoComplete: "off" },
  { name: "phone", label: "Mobile", type: "tel", autoComplete: "off" },
] as const;

/** What an error can stand at; others, for example of the channel, stand above the form. */
const FIELDS = ["firstName", "lastName", "email", "phone", "sendAt", "reminders"] as const;

/** Whom to ask, how, when, and how often. */
export function AskForm({ slug, facts, customer, onAsked }: Props) {
  const form = useForm<AskValues>({
    resolver: askResolver(customer?.id ?? null, facts.timeZone),
    defaultValues: {
      firstName: "",
      lastName: "",
      email: "",
      phone: "",
      channel: customer && !customer.email && customer.phone ? "sms" : "email",
      when: "now",
      sendAt: "",
      reminders: "0",
    },
  });
  const ask = useMutation({
    mutationFn: (values: AskValues) =>
      unwrap(askForReviewAction(slug, toAskForm(values, customer?.id ?? null, facts.timeZone))),
    onSuccess: (asked, { when }) => onAsked(asked, when),
    onError: (error) => {
      const field = error instanceof ActionError ? error.failure.field?.replace(/^customer\./, "") : "";
      const known = FIELDS.find((name) => name === field);
      if (known) form.setError(known, { message: error.message }, { shouldFocus: true });
    },
  });
  const { errors } = form.formState;
  const hasFieldError = Object.keys(errors).length > 0;

  return (
    <form
      noValidate
      onSubmit={(event) => void form.handleSubmit((values) => ask.mutate(values))(event)}
      className="flex flex-col gap-4"
    >
      <StayHereNotice channels={facts.outbox} />
      <PostalAddressNotice slug={slug} facts={facts} />
      {ask.isError && !hasFieldError && (
        <Notice tone="danger" role="alert">
          {ask.error.message}
        </Notice>
      )}
      {!customer && (
        <div className="grid gap-4 sm:grid-cols-2">
          {PERSON.map(({ name, label, ...input }) => (
            <Field key={name} label={label} error={errors[name]?.message}>
              <Input dir="auto" {...input} {...form.register(name)} />
            </Field>
          ))}
        </div>
      )}
      <Controller
        control={form.control}
        name="channel"
        render={({ field }) => (
          <RadioGroup
            label="Channel"
            value={field.value}
            onValueChange={field.onChange}
            options={[
              {
                value: "email",
                label: "E-mail",
                ...(customer && { description: customer.email ?? "No e-mail address" }),
              },
              {
                value: "sms",
                label: "SMS",
                ...(customer && { description: customer.phone ?? "No mobile number" }),
              },
            ]}
            className="sm:flex-row sm:flex-wrap sm:gap-x-6"
          />
        )}
      />
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
