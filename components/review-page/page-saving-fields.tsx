"use client";

import { Controller, useFormContext } from "react-hook-form";
import { RATING_SAVE_OPTIONS } from "@/components/review-page/rating-save-words";
import { Field } from "@/components/ui/field";
import { RadioGroup } from "@/components/ui/radio-group";
import { Select } from "@/components/ui/select";
import { LINK_EXPIRY_DAYS, type PageSettingsForm } from "@/lib/review-page/schema";

/** When a rating is saved, and how long links work. */
export function PageSavingFields() {
  const { control, formState } = useFormContext<PageSettingsForm>();
  return (
    <>
      <Controller
        control={control}
        name="ratingSave"
        render={({ field }) => (
          <RadioGroup
            label="When a rating is saved"
            options={RATING_SAVE_OPTIONS}
            value={field.value}
            onValueChange={field.onChange}
          />
        )}
      />
      <Field
        label="Rating links work"
        description="For links made from now on. An ended link shows a friendly page; what was rated just before can be finished for 24 hours."
        error={formState.errors.linkExpiryDays?.message}
      >
        <Controller
          control={control}
          name="linkExpiryDays"
          render={({ field: { value, onChange, ...field } }) => (
            <Select
              {...field}
              value={value ?? ""}
              onChange={({ target }) => onChange(target.value === "" ? null : Number(target.value))}
            >
              <option value="">forever</option>
              {expiryChoices(value).map((days) => (
                <option key={days} value={days}>{`for ${days} days`}</option>
              ))}
            </Select>
          )}
        />
      </Field>
    </>
  );
}

function expiryChoices(now: number | null): number[] {
  const choices = new Set<number>(LINK_EXPIRY_DAYS);
  if (now !== null) choices.add(now);
  return [...choices].toSorted((a, b) => a - b);
}
