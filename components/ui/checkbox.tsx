"use client";

import { Checkbox as BaseCheckbox } from "@base-ui/react/checkbox";
import { Check, Minus } from "lucide-react";
import { useId, type ComponentProps, type ReactNode } from "react";
import { cn } from "@/components/ui/cn";

type CheckboxProps = Omit<ComponentProps<typeof BaseCheckbox.Root>, "className" | "children"> & {
  /** The clickable label; it alone names the box, the description describes it. */
  label: ReactNode;
  description?: ReactNode;
  className?: string | undefined;
};

export function Checkbox({ label, description, className, indeterminate, ...props }: CheckboxProps) {
  const id = useId();
  return (
    <label className={cn("group flex min-w-0 items-start gap-2.5 py-0.5 text-sm", className)}>
      <BaseCheckbox.Root
        indeterminate={indeterminate ?? false}
        aria-labelledby={`${id}-label`}
        aria-describedby={description ? `${id}-description` : undefined}
        className="mt-0.5 flex size-4 shrink-0 items-center justify-center rounded-sm border border-input bg-background text-primary-foreground data-checked:border-primary data-checked:bg-primary data-disabled:cursor-not-allowed data-disabled:opacity-55 data-indeterminate:border-primary data-indeterminate:bg-primary dark:not-data-checked:not-data-indeterminate:bg-muted/50"
        {...props}
      >
        <BaseCheckbox.Indicator className="flex data-unchecked:hidden">
          {indeterminate ? <Minus className="size-3" /> : <Check className="size-3" strokeWidth={3} />}
        </BaseCheckbox.Indicator>
      </BaseCheckbox.Root>
      <span className="min-w-0">
        <span id={`${id}-label`} className="block">
          {label}
        </span>
        {description && (
          <span id={`${id}-description`} className="block text-[0.8125rem] text-muted-foreground">
            {description}
          </span>
        )}
      </span>
    </label>
  );
}
