import type { ComponentProps, ReactNode } from "react";
import { cn } from "@/components/ui/cn";

export function Card({ className, ...props }: ComponentProps<"section">) {
  return <section className={cn("min-w-0 rounded-lg border bg-card", className)} {...props} />;
}

type CardHeaderProps = {
  title: ReactNode;
  description?: ReactNode;
  /** Buttons at its end. */
  actions?: ReactNode;
  /** Level of the heading; 2 unless the card stands inside a titled section. */
  level?: 2 | 3;
  /** Id of the heading, for the card's aria-labelledby. */
  titleId?: string;
};

export function CardHeader({ title, description, actions, level = 2, titleId }: CardHeaderProps) {
  const Heading = level === 2 ? "h2" : "h3";
  return (
    <div className="flex flex-wrap items-start justify-between gap-x-4 gap-y-2 px-4 pt-4 sm:px-5">
      <div className="min-w-0">
        <Heading id={titleId} className="text-sm font-semibold">
          {title}
        </Heading>
        {description && <p className="mt-0.5 text-[0.8125rem] text-muted-foreground">{description}</p>}
      </div>
      {actions && <div className="flex shrink-0 items-center gap-2">{actions}</div>}
    </div>
  );
}

export function CardContent({ className, ...props }: ComponentProps<"div">) {
  return <div className={cn("p-4 sm:px-5", className)} {...props} />;
}

export function CardFooter({ className, ...props }: ComponentProps<"div">) {
  return (
    <div
      className={cn(
        "flex flex-wrap items-center justify-end gap-2 border-t bg-muted/40 px-4 py-3 sm:px-5",
        className,
      )}
      {...props}
    />
  );
}
