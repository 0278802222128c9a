"use client";

import { Plus, Trash2 } from "lucide-react";
import { useFieldArray, useFormContext } from "react-hook-form";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { IconButton } from "@/components/ui/icon-button";
import { Input } from "@/components/ui/input";
import { LINKS_MAX, type PageSettingsForm } from "@/lib/review-page/schema";

/** Where customers can go after Submit. */
export function PageLinksField() {
  const { register, control, formState } = useFormContext<PageSettingsForm>();
  const { fields, append, remove } = useFieldArray({ control, name: "links" });
  const errors = formState.errors.links;
  return (
    <fieldset className="flex min-w-0 flex-col gap-3">
      <legend className="text-sm font-medium">Public links</legend>
      <p className="text-[0.8125rem] leading-5 text-muted-foreground">
        Buttons on the thank-you page, for example to your profile on a review site. Everyone sees the same
        ones, whatever their rating.
      </p>
      {fields.map((link, index) => (
        <div key={link.id} className="flex flex-wrap items-start gap-2">
          <Field
            className="min-w-28 flex-1 basis-28"
            label={`Name of link ${index + 1}`}
            labelHidden
            error={errors?.[index]?.label?.message}
          >
            <Input {...register(`links.${index}.label`)} placeholder="Name" dir="auto" autoComplete="off" />
          </Field>
          <Field
            className="min-w-40 flex-2 basis-56"
            label={`URL of link ${index + 1}`}
            labelHidden
            error={errors?.[index]?.url?.message}
          >
            <Input
              {...register(`links.${index}.url`)}
              placeholder="https://…"
              inputMode="url"
              autoComplete="off"
            />
          </Field>
          <IconButton label={`Remove link ${index + 1}`} onClick={() => remove(index)}>
            <Trash2 aria-hidden />
          </IconButton>
        </div>
      ))}
      {fields.length < LINKS_MAX && (
        <Button className="self-start" size="sm" onClick={() => append({ label: "", url: "" })}>
          <Plus aria-hidden />
          Add a link
        </Button>
      )}
    </fieldset>
  );
}
