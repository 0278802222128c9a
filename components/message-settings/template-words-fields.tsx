"use client";

import { useRef } from "react";
import { useFormContext } from "react-hook-form";
import type { TemplateTab } from "@/components/message-settings/template-tabs";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { Textarea } from "@/components/ui/textarea";
import { VALUE_PLACEHOLDERS } from "@/lib/messages/content/placeholders";
import type { MessageSettingsForm } from "@/lib/messages/settings/schema";

const WITH_FALLBACK = "{{first_name|there}}";

/** Subject and body of one message, and what can be put into them. */
export function TemplateWordsFields({ tab }: { tab: TemplateTab }) {
  const { register, formState, setValue } = useFormContext<MessageSettingsForm>();
  const area = useRef<HTMLTextAreaElement | null>(null);
  const name = `templates.${tab.channel}.${tab.kind}` as const;
  const errors = formState.errors.templates?.[tab.channel]?.[tab.kind];
  const { ref, ...body } = register(`${name}.body`);

  function insert(placeholder: string) {
    const field = area.current;
    if (!field) return;
    field.focus();
    field.setRangeText(placeholder, field.selectionStart, field.selectionEnd, "end");
    setValue(`${name}.body`, field.value, { shouldDirty: true, shouldValidate: formState.isSubmitted });
  }

  return (
    <>
      {tab.channel === "email" && (
        <Field label="Subject" error={errors?.subject?.message}>
          <Input {...register(`${name}.subject`)} dir="auto" autoComplete="off" />
        </Field>
      )}
      <div className="flex flex-col gap-2">
        <Field
          label="Text"
          description={
            tab.channel === "email"
              ? "An empty line begins a paragraph. {{rating_links}} stands for the stars or the button."
              : "{{rating_links}} stands for five short lines, {{rating_link}} for one link."
          }
          error={errors?.body?.message}
        >
          <Textarea
            {...body}
            ref={(element) => {
              ref(element);
              area.current = element;
            }}
            dir="auto"
            rows={tab.channel === "email" ? 12 : 6}
          />
        </Field>
        <div role="group" aria-label="Insert into the text" className="flex flex-wrap gap-1.5">
          {[WITH_FALLBACK, ...VALUE_PLACEHOLDERS.slice(1).map((known) => `{{${known}}}`)].map(
            (placeholder) => (
              <Button
                key={placeholder}
                size="sm"
                className="font-mono text-xs"
                aria-label={`Insert ${placeholder}`}
                onClick={() => insert(placeholder)}
              >
                {placeholder}
              </Button>
            ),
          )}
        </div>
        <p className="text-[0.8125rem] leading-5 text-muted-foreground">
          What follows a | stands in when a customer has no name.
        </p>
      </div>
    </>
  );
}
