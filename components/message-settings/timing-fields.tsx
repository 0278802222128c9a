"use client";

import { Controller, useFormContext } from "react-hook-form";
import { TimeInput } from "@/components/message-settings/time-input";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { TextLink } from "@/components/ui/text-link";
import type { MessageSettingsForm } from "@/lib/messages/settings/schema";
import { paths } from "@/lib/paths";

const REMINDERS = [0, 1, 2] as const;
const WINDOW = [
  { name: "smsFromMinute", label: "SMS from" },
  { name: "smsUntilMinute", label: "SMS until" },
] as const;

/** When reminders follow, and the hours in which SMS are sent. */
export function TimingFields({ slug, timeZone }: { slug: string; timeZone: string }) {
  const { register, control, formState } = useFormContext<MessageSettingsForm>();
  const { errors } = formState;
  return (
    <>
      <fieldset className="flex min-w-0 flex-col gap-2">
        <legend className="mb-1.5 text-sm font-medium">Reminders, days after the request</legend>
        <div className="grid max-w-sm grid-cols-3 items-start gap-3">
          {REMINDERS.map((index) => (
            <Field key={index} label={`Reminder ${index + 1}`} error={errors.reminderDays?.[index]?.message}>
              <Input
                {...register(`reminderDays.${index}`, { valueAsNumber: true })}
                type="number"
                inputMode="numeric"
                min={1}
                max={90}
              />
            </Field>
          ))}
        </div>
        <p className="text-[0.8125rem] leading-5 text-muted-foreground">
          Whoever asks for a review chooses how many are sent. They stop once the customer has rated.
        </p>
      </fieldset>
      <fieldset className="flex min-w-0 flex-col gap-2">
        <legend className="mb-1.5 text-sm font-medium">Hours for SMS</legend>
        <div className="flex flex-wrap items-start gap-3">
          {WINDOW.map(({ name, label }) => (
            <Field key={name} className="w-32" label={label} error={errors[name]?.message}>
              <Controller control={control} name={name} render={({ field }) => <TimeInput {...field} />} />
            </Field>
          ))}
        </div>
        <p className="text-[0.8125rem] leading-5 text-muted-foreground">
          In the project&apos;s time zone, {timeZone.replaceAll("_", " ")}, which{" "}
          <TextLink href={paths.settings(slug)}>General</TextLink> says. Outside these hours an SMS waits. The
          same time twice: at any hour.
        </p>
      </fieldset>
    </>
  );
}
