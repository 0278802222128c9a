"use client";

import type { ReactNode } from "react";
import { cn } from "@/components/ui/cn";
import { useIsReady } from "@/components/ui/use-is-ready";

/** The fields of a form that comes with its page: closed until the script runs, which would overwrite what was typed before. */
export function FormFields({ className, children }: { className?: string; children: ReactNode }) {
  const isReady = useIsReady();
  return (
    <fieldset disabled={!isReady} className={cn("min-w-0", className)}>
      {children}
    </fieldset>
  );
}
