"use client";

import { Controller, useFormContext } from "react-hook-form";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { RadioGroup } from "@/components/ui/radio-group";
import { Select } from "@/components/ui/select";
import type { AskFacts } from "@/lib/requests/get-ask-facts";

/** When and how often: the fields that every form has which asks for reviews. */
export type PlanValues = { when: "now" | "later"; sendAt: string; reminders: string };

/** Now or at a time by the project's clock, and how many reminders follow. Inside a `FormProvider`. */
export function PlanFields({ facts }: { facts: AskFacts }) {
  const form = useFormContext<PlanValues>();
  const isLater = form.watch("when") === "later";
  return (
    <>
      <Controller
        control={form.control}
        name="when"
        render={({ field }) => (
          <RadioGroup
            label="When"
            value={field.value}
            onValueChange={field.onChange}
            options={[
              { value: "now", label: "Now" },
              { value: "later", label: "Later" },
            ]}
            className="sm:flex-row sm:gap-6"
          />
        )}
      />
      {isLater && (
        <Field
          label={`Date and time (${facts.timeZone})`}
          error={form.formState.errors.sendAt?.message}
          className="max-w-64"
        >
          <Input type="datetime-local" {...form.register("sendAt")} />
        </Field>
      )}
      <Field
        label="Reminders"
        description="A reminder leaves only if the customer hasn't rated by then."
        error={form.formState.errors.reminders?.message}
      >
        <Select {...form.register("reminders")}>
          {[0, 1, 2, 3].map((count) => (
            <option key={count} value={count}>
              {reminderWords(facts.reminderDays.slice(0, count))}
            </option>
          ))}
        </Select>
      </Field>
    </>
  );
}

/** "None", "1, after 3 days", "2, after 3 and 7 days". */
function reminderWords(days: readonly number[]): string {
  if (days.length === 0) return "None";
  const listed = new Intl.ListFormat("en-GB").format(days.map(String));
  return `${days.length}, after ${listed} ${days.at(-1) === 1 ? "day" : "days"}`;
}
