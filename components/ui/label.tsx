import type { ComponentProps } from "react";
import { cn } from "@/components/ui/cn";

/** A label outside `Field`, for a control with an id. */
export function Label({ className, ...props }: ComponentProps<"label">) {
  return <label className={cn("text-sm font-medium", className)} {...props} />;
}
