"use client";

import { Field as BaseField } from "@base-ui/react/field";
import { CircleAlert } from "lucide-react";
import type { ReactNode } from "react";
import { cn } from "@/components/ui/cn";

type FieldProps = {
  label: ReactNode;
  /** Hides the label from sight, not from screen readers. */
  labelHidden?: boolean;
  description?: ReactNode;
  /** The sentence to show; its presence marks the control invalid. */
  error?: string | undefined;
  optional?: boolean;
  className?: string;
  /** One control of this kit: Input, Textarea, Select. */
  children: ReactNode;
};

/** Label, control, description and error, tied together by ids and aria-describedby. */
export function Field({ label, labelHidden, description, error, optional, className, children }: FieldProps) {
  return (
    <BaseField.Root
      invalid={error !== undefined}
      className={cn("flex min-w-0 flex-col items-stretch gap-1.5", className)}
    >
      <BaseField.Label className={cn("self-start text-sm font-medium", labelHidden && "sr-only")}>
        {label}
        {optional && <span className="font-normal text-muted-foreground"> (optional)</span>}
      </BaseField.Label>
      {children}
      <BaseField.Error
        match={error !== undefined}
        className="flex items-start gap-1.5 text-[0.8125rem] leading-5 text-destructive-text"
      >
        <CircleAlert aria-hidden className="mt-0.5 size-4 shrink-0" />
        <span className="min-w-0 break-words">{error}</span>
      </BaseField.Error>
      {description && (
        <BaseField.Description className="text-[0.8125rem] leading-5 text-muted-foreground">
          {description}
        </BaseField.Description>
      )}
    </BaseField.Root>
  );
}
