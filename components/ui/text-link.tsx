import Link from "next/link";
import type { ComponentProps } from "react";
import { cn } from "@/components/ui/cn";

/** A link within text. */
export function TextLink({ className, ...props }: ComponentProps<typeof Link>) {
  return (
    <Link
      className={cn(
        "rounded-sm text-primary-text underline decoration-primary-text/40 underline-offset-3 hover:decoration-primary-text",
        className,
      )}
      {...props}
    />
  );
}
