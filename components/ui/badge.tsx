import { cva, type VariantProps } from "class-variance-authority";
import type { ReactNode } from "react";
import { cn } from "@/components/ui/cn";

const badgeVariants = cva(
  "inline-flex max-w-full items-center gap-1.5 rounded-full border border-transparent px-2 py-0.5 text-xs font-medium",
  {
    variants: {
      tone: {
        neutral: "border-border bg-muted text-foreground",
        info: "bg-primary-subtle text-primary-text",
        success: "bg-success-subtle text-success-text",
        warning: "bg-warning-subtle text-warning-text",
        danger: "bg-destructive-subtle text-destructive-text",
      },
    },
    defaultVariants: { tone: "neutral" },
  },
);

type BadgeProps = VariantProps<typeof badgeVariants> & { children: ReactNode; className?: string };

/** A state in a word. Its colour only repeats what the word says. */
export function Badge({ tone, children, className }: BadgeProps) {
  return (
    <span className={cn(badgeVariants({ tone }), className)}>
      <span className="truncate">{children}</span>
    </span>
  );
}
