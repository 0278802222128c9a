"use client";

import { Radio } from "@base-ui/react/radio";
import { RadioGroup as BaseRadioGroup } from "@base-ui/react/radio-group";
import { useId, type ReactNode } from "react";
import { cn } from "@/components/ui/cn";

type RadioOption<Value extends string> = { value: Value; label: ReactNode; description?: ReactNode };

type RadioGroupProps<Value extends string> = {
  /** Names the group. */
  label: ReactNode;
  labelHidden?: boolean;
  options: readonly RadioOption<Value>[];
  value: Value;
  onValueChange: (value: Value) => void;
  disabled?: boolean;
  className?: string;
};

export function RadioGroup<Value extends string>({
  label,
  labelHidden,
  options,
  value,
  onValueChange,
  disabled,
  className,
}: RadioGroupProps<Value>) {
  const labelId = useId();
  return (
    <BaseRadioGroup<Value>
      aria-labelledby={labelId}
      value={value}
      onValueChange={(next) => onValueChange(next)}
      disabled={disabled ?? false}
      className={cn("flex flex-col gap-1.5", className)}
    >
      <span id={labelId} className={cn("text-sm leading-6 font-medium", labelHidden && "sr-only")}>
        {label}
      </span>
      {options.map((option) => (
        <label key={option.value} className="flex items-start gap-2.5 py-0.5 text-sm">
          <Radio.Root
            value={option.value}
            className="mt-0.5 flex size-4 shrink-0 cursor-pointer items-center justify-center rounded-full border border-input bg-background data-checked:border-primary data-checked:bg-primary data-disabled:opacity-55 dark:not-data-checked:bg-muted/50"
          >
            <Radio.Indicator className="size-1.5 rounded-full bg-primary-foreground data-unchecked:hidden" />
          </Radio.Root>
          <span className="min-w-0">
            <span className="block">{option.label}</span>
            {option.description && (
              <span className="block text-[0.8125rem] text-muted-foreground">{option.description}</span>
            )}
          </span>
        </label>
      ))}
    </BaseRadioGroup>
  );
}
