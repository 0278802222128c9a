"use client";

import { Field } from "@base-ui/react/field";
import { ChevronDown } from "lucide-react";
import type { ComponentProps } from "react";
import { cn } from "@/components/ui/cn";
import { controlClass } from "@/components/ui/control-class";

type SelectProps = ComponentProps<"select"> & { wrapperClassName?: string | undefined };

/** The browser's own select, styled: type-ahead, the phone's picker and long lists come with it. Children are `<option>`s. */
export function Select({ className, wrapperClassName, ...props }: SelectProps) {
  return (
    <span className={cn("relative block", wrapperClassName)}>
      <Field.Control
        render={
          <select
            {...props}
            className={cn(
              controlClass,
              "h-8 appearance-none truncate pr-8 [&>option]:bg-popover [&>option]:text-foreground pointer-coarse:h-10",
              className,
            )}
          />
        }
      />
      <ChevronDown
        aria-hidden
        className="pointer-events-none absolute top-1/2 right-2 size-4 -translate-y-1/2 text-muted-foreground"
      />
    </span>
  );
}
