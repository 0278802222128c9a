"use client";

import { Switch as BaseSwitch } from "@base-ui/react/switch";
import type { ComponentProps } from "react";
import { cn } from "@/components/ui/cn";

type SwitchProps = Omit<ComponentProps<typeof BaseSwitch.Root>, "className" | "children" | "aria-label"> & {
  /** Its accessible name: the thing it turns on and off. */
  label: string;
  className?: string | undefined;
};

export function Switch({ label, className, ...props }: SwitchProps) {
  return (
    <BaseSwitch.Root
      aria-label={label}
      className={cn(
        "relative inline-flex h-5 w-9 shrink-0 items-center rounded-full bg-input p-0.5 transition-colors duration-150 before:absolute before:-inset-2 data-checked:bg-primary data-disabled:cursor-not-allowed data-disabled:opacity-55",
        className,
      )}
      {...props}
    >
      <BaseSwitch.Thumb className="size-4 rounded-full bg-white shadow-sm transition-transform duration-150 data-checked:translate-x-4" />
    </BaseSwitch.Root>
  );
}
