"use client";

import { useFormContext, useWatch } from "react-hook-form";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { Textarea } from "@/components/ui/textarea";
import type { PageSettingsForm } from "@/lib/review-page/schema";

/** What the page says, before and after Submit, and its colour. */
export function PageTextFields() {
  const { register, formState, control, setValue } = useFormContext<PageSettingsForm>();
  const color = useWatch({ control, name: "color" });
  const { errors } = formState;
  const isColor = /^#[0-9a-f]{6}$/i.test(color);
  return (
    <>
      <Field label="Question" error={errors.title?.message}>
        <Input {...register("title")} dir="auto" autoComplete="off" />
      </Field>
      <Field label="Introduction" optional error={errors.intro?.message}>
        <Textarea {...register("intro")} dir="auto" rows={2} />
      </Field>
      <Field label="Thank-you title" error={errors.thankYouTitle?.message}>
        <Input {...register("thankYouTitle")} dir="auto" autoComplete="off" />
      </Field>
      <Field label="Thank-you text" optional error={errors.thankYouText?.message}>
        <Textarea {...register("thankYouText")} dir="auto" rows={2} />
      </Field>
      <Field
        label="Color"
        description="Made darker or lighter where it could not be read otherwise."
        error={errors.color?.message}
      >
        <span className="flex items-center gap-2">
          <Input
            {...register("color")}
            className="max-w-32 font-mono"
            autoComplete="off"
            spellCheck={false}
          />
          <input
            type="color"
            aria-label="Pick a color"
            value={isColor ? color : "#000000"}
            onChange={(event) =>
              setValue("color", event.target.value, { shouldDirty: true, shouldValidate: true })
            }
            className="h-8 w-12 cursor-pointer rounded-md border border-input bg-background p-1 pointer-coarse:h-10"
          />
        </span>
      </Field>
    </>
  );
}
