"use client";

import { Controller, useFormContext } from "react-hook-form";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { RadioGroup } from "@/components/ui/radio-group";
import { Textarea } from "@/components/ui/textarea";
import type { MessageSettingsForm } from "@/lib/messages/settings/schema";

const LINK_STYLES = [
  { value: "stars", label: "Five stars", description: "One tap in the mail gives the rating." },
  { value: "button", label: "One button", description: "Opens the review page, where the customer rates." },
] as const;

/** Whom messages are from, and how the links of an e-mail look. */
export function SenderFields({ projectName }: { projectName: string }) {
  const { register, control, formState } = useFormContext<MessageSettingsForm>();
  const { errors } = formState;
  return (
    <>
      <Field
        label="Sender name"
        optional
        description="Beside the address that e-mails come from. Empty: the project's name."
        error={errors.senderName?.message}
      >
        <Input {...register("senderName")} placeholder={projectName} dir="auto" autoComplete="off" />
      </Field>
      <Field
        label="Reply-to address"
        optional
        description="Where the answers of customers go."
        error={errors.replyTo?.message}
      >
        <Input
          {...register("replyTo")}
          type="email"
          placeholder="hello@example.com"
          autoComplete="off"
          spellCheck={false}
        />
      </Field>
      <Field
        label="Postal address"
        description="At the foot of each e-mail. Many countries want it there by law, so no e-mail leaves without it."
        error={errors.postalAddress?.message}
      >
        <Textarea {...register("postalAddress")} dir="auto" rows={3} autoComplete="off" />
      </Field>
      <Controller
        control={control}
        name="linkStyle"
        render={({ field }) => (
          <RadioGroup
            label="Rating links in e-mails"
            options={LINK_STYLES}
            value={field.value}
            onValueChange={field.onChange}
          />
        )}
      />
    </>
  );
}
