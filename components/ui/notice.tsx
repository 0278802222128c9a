import { cva, type VariantProps } from "class-variance-authority";
import { CircleAlert, CircleCheck, Info, TriangleAlert } from "lucide-react";
import type { ReactNode } from "react";
import { cn } from "@/components/ui/cn";

const noticeVariants = cva("flex items-start gap-2.5 border text-sm", {
  variants: {
    tone: {
      info: "border-primary/25 bg-primary-subtle [&>svg]:text-primary-text",
      success: "border-success/30 bg-success-subtle [&>svg]:text-success-text",
      warning: "border-warning/40 bg-warning-subtle [&>svg]:text-warning-text",
      danger: "border-destructive/30 bg-destructive-subtle [&>svg]:text-destructive-text",
    },
    /** `banner` spans the page's width. */
    shape: { box: "rounded-lg px-3.5 py-3", banner: "border-x-0 border-t-0 px-4 py-2.5 sm:px-6" },
  },
  defaultVariants: { tone: "info", shape: "box" },
});

const ICONS = { info: Info, success: CircleCheck, warning: TriangleAlert, danger: CircleAlert };

type NoticeProps = VariantProps<typeof noticeVariants> & {
  title?: ReactNode;
  children?: ReactNode;
  actions?: ReactNode;
  /** `alert` interrupts a screen reader, `status` waits; leave out for what stands there from the start. */
  role?: "alert" | "status";
  className?: string;
};

export function Notice({ tone, shape, title, children, actions, role, className }: NoticeProps) {
  const Icon = ICONS[tone ?? "info"];
  return (
    <div role={role} className={cn(noticeVariants({ tone, shape }), className)}>
      <Icon aria-hidden className="mt-0.5 size-4 shrink-0" />
      <div className="flex min-w-0 flex-1 flex-wrap items-center justify-between gap-x-4 gap-y-2">
        <div className="min-w-0 flex-1 basis-64 break-words">
          {title && <p className="font-medium">{title}</p>}
          {children}
        </div>
        {actions && <div className="flex flex-wrap items-center gap-2 sm:-my-1">{actions}</div>}
      </div>
    </div>
  );
}
