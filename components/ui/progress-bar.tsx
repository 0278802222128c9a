import { cn } from "@/components/ui/cn";

type ProgressBarProps = {
  /** What progresses. */
  label: string;
  value: number;
  max: number;
  className?: string;
};

/** How much of something is done. */
export function ProgressBar({ label, value, max, className }: ProgressBarProps) {
  const share = max === 0 ? 1 : Math.min(1, value / max);
  return (
    <div
      role="progressbar"
      aria-label={label}
      aria-valuemin={0}
      aria-valuemax={max}
      aria-valuenow={Math.min(value, max)}
      className={cn("h-2 overflow-hidden rounded-full border border-input bg-muted", className)}
    >
      <div className="h-full bg-primary transition-[width]" style={{ width: `${share * 100}%` }} />
    </div>
  );
}
